package org.alongside.rules.alone;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A child who could not be seen at the last attempts (practice 1.6, "Not seen at all").
///
/// @param attempts how many in a row failed
/// @param last the day of the last
/// @param step what the plan needs now: `call_manager`, `manager_decides`, `rebook`
/// @param decides who: `worker`, `team_manager` …
/// @param by the last day for it
/// @param refused whether entry was refused while an enquiry is under way: section 47(6)
/// @param decidedOn when a manager decided since; null while nobody has
public record NotSeen(
        int attempts,
        LocalDate last,
        String step,
        String decides,
        LocalDate by,
        boolean refused,
        @Nullable LocalDate decidedOn) {
    /// Whether somebody still has something to do.
    public boolean isOpen() {
        return decidedOn == null;
    }
}
