package org.alongside.rules.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.alongside.kernel.Clocks;

/// What is known of one fact.
public sealed interface FactValue {
    record Day(LocalDate day) implements FactValue {}

    record Moment(Instant at) implements FactValue {}

    record Number(long number) implements FactValue {}

    record Flag(boolean on) implements FactValue {}

    record Word(String word) implements FactValue {}

    /// The London day of a day or moment.
    ///
    /// @throws IllegalStateException when it is neither: the rules' reader lets no such rule pass
    default LocalDate asDay() {
        return switch (this) {
            case Day(var day) -> day;
            case Moment(var at) -> Clocks.day(at);
            case Number _, Flag _, Word _ -> throw new IllegalStateException("a day was asked of another fact");
        };
    }

    /// The moment from which hours run: of a day without a time its end (timescales.md 5a).
    default Instant asMoment() {
        return this instanceof Moment(var at)
                ? at
                : asDay().plusDays(1)
                        .atTime(LocalTime.MIDNIGHT)
                        .atZone(Clocks.LONDON)
                        .toInstant();
    }
}
