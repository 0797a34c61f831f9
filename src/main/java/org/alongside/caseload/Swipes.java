package org.alongside.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// Nudges that a worker swiped away on this laptop (practice 1.5, point 5).
public interface Swipes {

    List<Swipe> of(UUID child);

    /// Keeps one in the place of what was kept of that prompt before.
    void keep(UUID child, Swipe swipe);

    void forget(UUID child, String prompt);

    /// @param until the first day on which it is asked again
    /// @param seen what its condition saw then: where that is no longer so, it is asked at once
    record Swipe(String prompt, LocalDate until, String seen) {}
}
