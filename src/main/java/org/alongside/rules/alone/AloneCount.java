package org.alongside.rules.alone;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How it stands with a child being seen and seen alone on a day (practice 1.6).
///
/// @param plan the highest plan; empty when there is none
/// @param streak visits since the child was last counted alone
/// @param obstructed how many of them an adult got in the way of
/// @param childChose whether every reason in the streak is the child's own
/// @param daysSinceAlone null for a child not in scope, or on no plan and never seen alone
/// @param neverAlone the days count from the beginning, since the child was never seen alone
/// @param asleepStreak of a child not in scope, visits at which the child slept
/// @param bedroomVisitsAgo admitted visits to the home since the sleeping place was seen
/// @param window days after which being seen alone is late under this plan; 0 without a plan
/// @param level 0 to 4
/// @param because what made the level, as short words
/// @param reached the first day of the present run at this level or higher; null at level 0
/// @param decision who decides by when; null at levels 0 and 1
public record AloneCount(
        String plan,
        boolean inScope,
        int streak,
        int obstructed,
        boolean childChose,
        @Nullable Integer daysSinceAlone,
        boolean neverAlone,
        @Nullable LocalDate lastAlone,
        @Nullable LocalDate lastSeen,
        int asleepStreak,
        int bedroomVisitsAgo,
        int window,
        int level,
        List<String> because,
        @Nullable LocalDate reached,
        @Nullable Decision decision) {
    public AloneCount {
        because = List.copyOf(because);
    }

    /// @param by the last day for it
    /// @param decides who: `practice_supervisor`, `team_manager`, `service_manager`
    /// @param passedOn whether it went one row up because the day passed with nothing decided
    /// @param decidedOn null while nobody decided
    public record Decision(
            LocalDate by,
            String decides,
            boolean passedOn,
            @Nullable LocalDate decidedOn) {}

    /// Whether the child was seen alone within the window of the plan.
    public boolean isInWindow() {
        return inScope && lastAlone != null && daysSinceAlone != null && daysSinceAlone <= window;
    }
}
