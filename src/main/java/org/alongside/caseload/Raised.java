package org.alongside.caseload;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alongside.rules.alone.NotSeen;
import org.alongside.rules.clock.Clock;
import org.alongside.rules.clock.State;
import org.alongside.rules.clock.WorkingDays;
import org.alongside.rules.content.Rule;

/// Something about a child's plan that asks for somebody's attention now.
public sealed interface Raised {
    /// By when.
    LocalDate by();

    /// Whom it is about, all of one family.
    List<Standing> about();

    /// Stable within a day, for controls' ids.
    String id();

    /// Being seen alone has reached a level at which somebody decides.
    record Alone(Standing standing, LocalDate by) implements Raised {
        @Override
        public List<Standing> about() {
            return List.of(standing);
        }

        @Override
        public String id() {
            return "alone-" + standing.id();
        }
    }

    /// The child could not be seen at the last attempts.
    record Unseen(Standing standing, NotSeen notSeen) implements Raised {
        @Override
        public LocalDate by() {
            return notSeen.by();
        }

        @Override
        public List<Standing> about() {
            return List.of(standing);
        }

        @Override
        public String id() {
            return "unseen-" + standing.id();
        }
    }

    /// A date of a rule; brothers and sisters with the same one are told together.
    ///
    /// @param clock of the first of them
    record Dated(List<Standing> about, Clock clock, LocalDate by) implements Raised {
        public Dated {
            about = List.copyOf(about);
        }

        @Override
        public String id() {
            return clock.rule().id() + "-" + about.getFirst().id() + "-" + by;
        }
    }

    /// What is to be done now: passed, or due today. The earliest date first.
    static List<Raised> now(Collection<Standing> standings, Standings by, StandingLists lists, LocalDate today) {
        var all = new ArrayList<Raised>();
        for (Standing standing : standings) {
            var decision = standing.alone().decision();
            if (decision != null && decision.decidedOn() == null) {
                all.add(new Alone(standing, decision.by()));
            }
            standing.notSeen().filter(NotSeen::isOpen).ifPresent(unseen -> all.add(new Unseen(standing, unseen)));
        }
        all.addAll(dated(standings, by, lists, today.minusDays(lists.raisedForDays()), today));
        all.sort(Comparator.comparing(Raised::by).thenComparing(Raised::id));
        return List.copyOf(all);
    }

    /// Dates that come within the next working days, the earliest first.
    static List<Dated> soon(Collection<Standing> standings, Standings by, StandingLists lists, LocalDate today) {
        LocalDate last = by.calendar().plus(today, lists.aheadWorkingDays());
        List<Dated> soon = new ArrayList<>(dated(standings, by, lists, today.plusDays(1), last));
        soon.removeIf(each -> !each.by().isAfter(today));
        return List.copyOf(soon);
    }

    private static List<Dated> dated(
            Collection<Standing> standings, Standings by, StandingLists lists, LocalDate first, LocalDate last) {
        Map<String, List<Standing>> about = new LinkedHashMap<>();
        Map<String, Clock> clocks = new LinkedHashMap<>();
        for (Standing standing : standings) {
            standing.open()
                    .filter(clock -> by.isVisit(clock.rule())
                            ? standing.nextVisit()
                                    .filter(next -> next.clock() == clock)
                                    .isPresent()
                            : lists.raised().contains(clock.rule().id()))
                    .filter(clock -> isBetween(clock, first, last))
                    .forEach(clock -> {
                        Object family = standing.child().family() == null
                                ? standing.id()
                                : standing.child().family();
                        String key = family + " " + clock.rule().id() + " "
                                + clock.due().day();
                        clocks.putIfAbsent(key, clock);
                        List<Standing> same = about.computeIfAbsent(key, _ -> new ArrayList<>());
                        if (!same.contains(standing)) {
                            same.add(standing);
                        }
                    });
        }
        var dated = new ArrayList<Dated>();
        clocks.forEach((key, clock) -> {
            LocalDate due = clock.due().day();
            if (due != null) {
                dated.add(new Dated(about.getOrDefault(key, List.of()), clock, due));
            }
        });
        dated.sort(Comparator.comparing(Dated::by).thenComparing(Dated::id));
        return dated;
    }

    /// A date that comes again is told until it is met; a single one only for a while.
    private static boolean isBetween(Clock clock, LocalDate first, LocalDate last) {
        LocalDate due = clock.due().day();
        if (due == null || due.isAfter(last)) {
            return false;
        }
        boolean again = clock.rule().machine().kind() == Rule.Kind.INTERVAL && clock.state() == State.OVERDUE;
        return again || !due.isBefore(first);
    }

    /// How far a date has passed, in working days; 0 while it has not.
    static int passed(LocalDate by, LocalDate today, WorkingDays calendar) {
        return ChronoUnit.DAYS.between(by, today) > 0 ? calendar.between(by, today) : 0;
    }
}
