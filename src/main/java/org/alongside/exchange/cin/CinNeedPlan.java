package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `CINPlanDates`: one child in need plan.
public record CinNeedPlan(
        CinPlace at, LocalDate startedOn, @Nullable LocalDate endedOn) implements CinBlock {
    @Override
    public Map<String, LocalDate> days() {
        return new Days()
                .with("CINPlanStartDate", startedOn)
                .with("CINPlanEndDate", endedOn)
                .map();
    }
}
