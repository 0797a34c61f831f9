package org.alongside.caseload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.CouncilNumbers;
import org.alongside.kernel.Clocks;
import org.alongside.rules.Content;
import org.alongside.rules.alone.AloneCount;
import org.alongside.rules.alone.AloneRules;
import org.alongside.rules.clock.Arithmetic;
import org.alongside.rules.clock.Clock;
import org.alongside.rules.clock.ClockEngine;
import org.alongside.rules.clock.LocalNumbers;
import org.alongside.rules.clock.State;
import org.alongside.rules.clock.WorkingDays;
import org.alongside.rules.content.ContentFile.VisitOrder;
import org.alongside.rules.content.ContentReader;
import org.alongside.rules.content.RuleBooks;

/// How it stands with a child: clocks, the next visit, being seen alone. Worked out from the case
/// each time, by the council's numbers.
public final class Standings {
    private final AloneRules alone;
    private final ClockEngine clocks;
    private final Set<String> visitRules;

    public Standings(CouncilNumbers numbers) {
        Map<String, CouncilNumbers.Adopted> adopted = numbers.adopted();
        this.alone = AloneRules.shipped()
                .with(adopted.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().value())));
        this.clocks = new ClockEngine(
                RuleBooks.shipped(), new Arithmetic(WorkingDays.shipped(), LocalNumbers.of(numbers(adopted))));
        this.visitRules = visitRules((VisitOrder) ContentReader.read(Content.text("visit-rule-order.json")));
    }

    private static Map<String, Map.Entry<Integer, String>> numbers(Map<String, CouncilNumbers.Adopted> adopted) {
        return adopted.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> Map.entry(
                                entry.getValue().value(), entry.getValue().unit())));
    }

    /// The rules that set a visit's date under any plan; those beside them have dates of their own.
    private static Set<String> visitRules(VisitOrder order) {
        return Stream.concat(
                        order.order().stream().flatMap(entry -> entry.rules().stream()),
                        order.otherPlans().stream().flatMap(plan -> plan.rules().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }

    public AloneRules alone() {
        return alone;
    }

    public AloneCount alone(CaseView view, LocalDate today) {
        return alone.count(view.childhood(), today);
    }

    /// Every clock that lives now, the earliest date first.
    public List<Clock> clocks(CaseView view, Instant now) {
        return ClockEngine.byDate(clocks.clocks(view.file(), now));
    }

    /// The next visit: of a child on more than one plan the earliest date (timescales.md 4).
    public Optional<NextVisit> nextVisit(CaseView view, Instant now) {
        return nextVisit(clocks(view, now), Clocks.day(now));
    }

    /// The same, of clocks that were worked out already.
    Optional<NextVisit> nextVisit(List<Clock> all, LocalDate today) {
        return all.stream()
                .filter(clock -> visitRules.contains(clock.rule().id()))
                .filter(clock -> clock.state() == State.DUE || clock.state() == State.OVERDUE)
                .flatMap(clock -> next(clock, today).stream())
                .min(Comparator.comparing(NextVisit::due)
                        .thenComparing(next -> next.clock().rule().id()));
    }

    private static Optional<NextVisit> next(Clock clock, LocalDate today) {
        LocalDate due = clock.due().day();
        return due == null
                ? Optional.empty()
                : Optional.of(new NextVisit(clock, due, WorkingDays.shipped().between(due, today)));
    }

    /// @param overdueWorkingDays 0 while it is not overdue
    public record NextVisit(Clock clock, LocalDate due, int overdueWorkingDays) {}
}
