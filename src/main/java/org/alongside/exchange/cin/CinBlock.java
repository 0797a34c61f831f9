package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something with a beginning that hangs on an episode of need.
public sealed interface CinBlock
        permits CinAssessment, CinNeedPlan, CinSection47, CinProtectionPlan, CinPreProceedings {
    CinPlace at();

    LocalDate startedOn();

    /// When it was over, null while it runs.
    @Nullable
    LocalDate endedOn();

    /// Its days by the element's name; what is absent is left out.
    Map<String, LocalDate> days();

    /// Whether a day falls within it, its last day not counted: a plan may begin the day another ends.
    default boolean covers(LocalDate day) {
        LocalDate end = endedOn();
        return !day.isBefore(startedOn()) && (end == null || day.isBefore(end));
    }
}
