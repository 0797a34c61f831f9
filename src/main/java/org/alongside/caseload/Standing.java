package org.alongside.caseload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.child.ChildSummary;
import org.alongside.rules.alone.AloneCount;
import org.alongside.rules.alone.AloneRules;
import org.alongside.rules.alone.NotSeen;
import org.alongside.rules.clock.Clock;
import org.alongside.rules.clock.State;

/// How it stands with one child at a moment.
///
/// @param looked the visits that the counters looked at, the newest first
/// @param clocks every clock that lives, the earliest date first
/// @param at for which moment it was worked out
public record Standing(
        CaseView view,
        AloneCount alone,
        List<AloneRules.Looked> looked,
        Optional<NotSeen> notSeen,
        List<Clock> clocks,
        Optional<Standings.NextVisit> nextVisit,
        Instant at) {
    public Standing {
        looked = List.copyOf(looked);
        clocks = List.copyOf(clocks);
    }

    public ChildSummary child() {
        return view.child();
    }

    public UUID id() {
        return child().id();
    }

    /// The clocks that somebody still has to meet by a day, the earliest first.
    public Stream<Clock> open() {
        return clocks.stream()
                .filter(clock -> clock.due().day() != null)
                .filter(clock -> clock.state() == State.DUE || clock.state() == State.OVERDUE);
    }

    /// The earliest open date of any of these rules.
    public Optional<Clock> next(Set<String> rules) {
        return open().filter(clock -> rules.contains(clock.rule().id())).findFirst();
    }

    /// The earliest date that somebody still has to meet.
    public Optional<LocalDate> nearest() {
        return open().flatMap(clock -> Stream.ofNullable(clock.due().day())).findFirst();
    }

    /// Whether a moment at which a clock runs out lies between when this was worked out and another.
    boolean turnsBefore(Instant now) {
        return clocks.stream()
                .flatMap(clock -> Stream.ofNullable(clock.due().moment()))
                .anyMatch(moment -> moment.isAfter(at) && !moment.isAfter(now));
    }
}
