package org.alongside.guided;

import java.time.LocalDate;
import java.util.Optional;
import org.alongside.child.ChildSummary;
import org.alongside.rules.Inputs;

/// What a guided record takes from rooms that come after it: the inputs of practice 1.5 and the clock
/// that it is written against. Whoever puts the program together gives it.
public interface Surroundings {
    /// The inputs of practice 1.5 as the record knows them today.
    Inputs inputs(ChildSummary child);

    /// By when a record is due by a rule: by the clock that lives for the child, else counted from the
    /// day the record began.
    Optional<Deadline> deadline(ChildSummary child, String rule, LocalDate begun);

    /// @param from the day the clock began
    /// @param due the last day in time
    record Deadline(LocalDate from, LocalDate due) {}
}
