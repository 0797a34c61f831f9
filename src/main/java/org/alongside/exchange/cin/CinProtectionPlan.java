package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `ChildProtectionPlans`: one child protection plan with its reviews.
///
/// @param earlierPlans plans before this one, anywhere; null when the file does not say
public record CinProtectionPlan(
        CinPlace at,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Nullable String firstCategory,
        @Nullable String latestCategory,
        @Nullable Integer earlierPlans,
        List<CinDay> reviews)
        implements CinBlock {
    @Override
    public Map<String, LocalDate> days() {
        return new Days()
                .with("CPPstartDate", startedOn)
                .with("CPPendDate", endedOn)
                .map();
    }

    CinProtectionPlan withReviews(List<CinDay> kept) {
        return new CinProtectionPlan(at, startedOn, endedOn, firstCategory, latestCategory, earlierPlans, kept);
    }
}
