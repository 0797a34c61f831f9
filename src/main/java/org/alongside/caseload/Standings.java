package org.alongside.caseload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.access.CouncilNumbers;
import org.alongside.kernel.Clocks;
import org.alongside.rules.alone.AloneCount;
import org.alongside.rules.alone.AloneRules;
import org.alongside.rules.alone.NotSeen;
import org.alongside.rules.clock.Arithmetic;
import org.alongside.rules.clock.Clock;
import org.alongside.rules.clock.ClockEngine;
import org.alongside.rules.clock.LocalNumbers;
import org.alongside.rules.clock.State;
import org.alongside.rules.clock.WorkingDays;
import org.alongside.rules.content.ContentFile.Holidays;
import org.alongside.rules.content.ContentFile.RuleBook;
import org.alongside.rules.content.ContentFile.SeenAloneRules;
import org.alongside.rules.content.ContentFile.VisitOrder;
import org.alongside.rules.content.ContentLibrary;
import org.alongside.rules.content.Rule;
import org.alongside.rules.content.RuleBooks;

/// How it stands with a child: clocks, the next visit, being seen alone. Worked out from the case, by
/// the content in force on a day and the council's numbers.
public final class Standings {
    private final AloneRules alone;
    private final WorkingDays calendar;
    private final List<ClockEngine> engines;
    private final Set<String> visitRules;

    /// By the content that came with the program.
    public Standings(CouncilNumbers numbers) {
        this(numbers, ContentLibrary.shipped(), LocalDate.MAX);
    }

    /// @param day on which the versions of the calendar, the ladder and the order are in force; the
    ///     rules choose theirs by the day of each trigger
    public Standings(CouncilNumbers numbers, ContentLibrary content, LocalDate day) {
        Map<String, CouncilNumbers.Adopted> adopted = numbers.adopted();
        this.calendar = new WorkingDays(
                content.find("bank-holidays-england", Holidays.class, day).orElseThrow());
        this.alone = new AloneRules(
                        content.find("seen-alone", SeenAloneRules.class, day).orElseThrow(), calendar)
                .with(adopted.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().value())));
        var arithmetic = new Arithmetic(calendar, LocalNumbers.of(numbers(adopted)));
        this.engines = RuleBooks.byTime(content.versions("timescale-rules-england", RuleBook.class)).stream()
                .map(book -> new ClockEngine(book, arithmetic))
                .toList();
        this.visitRules = visitRules(
                content.find("visit-rule-order", VisitOrder.class, day).orElseThrow());
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

    /// Whether a rule sets a visit's date.
    public boolean isVisit(Rule rule) {
        return visitRules.contains(rule.id());
    }

    public WorkingDays calendar() {
        return calendar;
    }

    public AloneCount alone(CaseView view, LocalDate today) {
        return alone.count(view.childhood(), today);
    }

    /// Everything about one child at a moment.
    public Standing of(CaseView view, Instant now) {
        LocalDate today = Clocks.day(now);
        List<Clock> clocks = clocks(view, now);
        List<LocalDate> decided = view.of("management_decision")
                .filter(decision -> CaseReader.word(decision, "kind").equals("child_not_seen"))
                .flatMap(decision -> CaseReader.day(decision.path("decided_on")).stream())
                .toList();
        Optional<NotSeen> notSeen = alone.notSeen(view.childhood(), decided, today);
        return new Standing(
                view,
                alone.count(view.childhood(), today),
                alone.looked(view.childhood(), today),
                notSeen,
                clocks,
                nextVisit(clocks, today),
                now);
    }

    /// Every clock that lives now, the earliest date first.
    public List<Clock> clocks(CaseView view, Instant now) {
        if (engines.size() == 1) {
            return ClockEngine.byDate(engines.getFirst().clocks(view.file(), now));
        }
        var all = new ArrayList<Clock>();
        Map<String, Clock> intervals = new LinkedHashMap<>();
        for (ClockEngine engine : engines) {
            for (Clock clock : engine.clocks(view.file(), now)) {
                if (clock.rule().machine().kind() == Rule.Kind.INTERVAL) {
                    intervals.merge(clock.rule().id(), clock, Standings::oneInterval);
                } else {
                    all.add(clock);
                }
            }
        }
        all.addAll(intervals.values());
        return ClockEngine.byDate(all);
    }

    /// An interval is one clock a child: of the version of its first trigger, or of its last where a later
    /// trigger begins it again.
    private static Clock oneInterval(Clock earlier, Clock later) {
        Rule.Repeat repeat = later.rule().machine().repeat();
        return repeat != null && repeat.restarts() ? later : earlier;
    }

    /// The next visit: of a child on more than one plan the earliest date (timescales.md 4).
    public Optional<NextVisit> nextVisit(CaseView view, Instant now) {
        return nextVisit(clocks(view, now), Clocks.day(now));
    }

    private Optional<NextVisit> nextVisit(List<Clock> all, LocalDate today) {
        return all.stream()
                .filter(clock -> visitRules.contains(clock.rule().id()))
                .filter(clock -> clock.state() == State.DUE || clock.state() == State.OVERDUE)
                .flatMap(clock -> next(clock, today).stream())
                .min(Comparator.comparing(NextVisit::due)
                        .thenComparing(next -> next.clock().rule().id()));
    }

    private Optional<NextVisit> next(Clock clock, LocalDate today) {
        LocalDate due = clock.due().day();
        return due == null ? Optional.empty() : Optional.of(new NextVisit(clock, due, calendar.between(due, today)));
    }

    /// @param overdueWorkingDays 0 while it is not overdue
    public record NextVisit(Clock clock, LocalDate due, int overdueWorkingDays) {}
}
