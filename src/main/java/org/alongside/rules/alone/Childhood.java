package org.alongside.rules.alone;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the counters know of one child.
///
/// @param born null when it is not known
/// @param plans every time on a plan, in any order
/// @param visits every visit that was made, withdrawn ones left out, in any order
/// @param decisions days on which a manager decided about a level, with the level
public record Childhood(
        @Nullable LocalDate born, List<OnPlan> plans, List<CountedVisit> visits, List<LevelDecision> decisions) {
    public Childhood {
        plans = List.copyOf(plans);
        visits = visits.stream()
                .sorted(Comparator.comparing(CountedVisit::at).reversed())
                .toList();
        decisions = List.copyOf(decisions);
    }

    /// @param kind S47, CP, CLA, PF or CIN
    /// @param from the day it began; private fostering: the day the council knew
    /// @param to the first day without it; null while it runs
    public record OnPlan(
            String kind, LocalDate from, @Nullable LocalDate to) {
        boolean covers(LocalDate day) {
            return !from.isAfter(day) && (to == null || to.isAfter(day));
        }
    }

    public record LevelDecision(LocalDate on, int level) {}

    /// The highest plan on a day (practice 1.5).
    Optional<String> planOn(LocalDate day) {
        return plans.stream()
                .filter(plan -> plan.covers(day))
                .map(OnPlan::kind)
                .min(Comparator.comparingInt(PlanOrder::of));
    }

    /// The first day of the unbroken run of plans and care that covers a day; a step up or down does
    /// not break it (practice 0.5).
    public Optional<LocalDate> runBegan(LocalDate day) {
        Optional<LocalDate> began = earliest(day);
        while (began.isPresent()) {
            Optional<LocalDate> before = earliest(began.get().minusDays(1));
            if (before.isEmpty()) {
                return began;
            }
            began = before;
        }
        return began;
    }

    private Optional<LocalDate> earliest(LocalDate day) {
        return plans.stream().filter(plan -> plan.covers(day)).map(OnPlan::from).min(LocalDate::compareTo);
    }

    /// Highest first.
    private static final class PlanOrder {
        private static final List<String> KINDS = List.of("S47", "CP", "CLA", "PF", "CIN");

        private PlanOrder() {}

        static int of(String kind) {
            int place = KINDS.indexOf(kind);
            return place < 0 ? KINDS.size() : place;
        }
    }
}
