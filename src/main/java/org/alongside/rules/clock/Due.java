package org.alongside.rules.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alongside.kernel.Clocks;
import org.alongside.rules.content.Rule;
import org.jspecify.annotations.Nullable;

/// The date that a rule gives, with its arithmetic.
///
/// @param day null when there is no date; `open` then says why
/// @param moment the exact moment of a rule in hours, or of a moment that was typed in
/// @param planBy the last working day on or before it
/// @param skipped days left out of a count of working days
/// @param explanation trigger, count, days left out, rule and source, in words
/// @param stricter the earlier date under another reading, where it differs
/// @param open how a clock without a date stands; null when it has one
public record Due(
        Rule rule,
        @Nullable LocalDate day,
        @Nullable Instant moment,
        @Nullable LocalDate planBy,
        List<LocalDate> skipped,
        String explanation,
        @Nullable Stricter stricter,
        @Nullable State open) {
    public Due {
        skipped = List.copyOf(skipped);
    }

    public record Stricter(LocalDate due, String why) {}

    /// How it stands on a day, not met. Due means by the end of the due day.
    public State state(LocalDate on) {
        if (open != null || day == null) {
            return open == null ? State.NOT_SET : open;
        }
        if (!rule.machine().kind().canBeLate()) {
            return State.SHOWN;
        }
        return day.isBefore(on) ? State.OVERDUE : State.DUE;
    }

    /// How it stands at a moment, not met.
    public State state(Instant now) {
        State state = state(Clocks.day(now));
        return state == State.DUE && moment != null && moment.isBefore(now) ? State.OVERDUE : state;
    }

    /// How it stands once it was met at a day or moment.
    public State met(FactValue at) {
        if (day == null) {
            return State.MET;
        }
        boolean late = moment != null && at instanceof FactValue.Moment(var then)
                ? then.isAfter(moment)
                : at.asDay().isAfter(day);
        return late ? State.MET_LATE : State.MET;
    }
}
