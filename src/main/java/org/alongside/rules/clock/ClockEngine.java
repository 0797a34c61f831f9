package org.alongside.rules.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.rules.content.ContentFile.RuleBook;
import org.alongside.rules.content.Rule;
import org.jspecify.annotations.Nullable;

/// Finds the clocks of a child's case at a moment (timescales.md 5a, "When it starts" and "When it is
/// met"). Worked out from the records each time, so that a rule's new version or a late record
/// changes what it should and nothing else.
public final class ClockEngine {
    private static final Comparator<Started> BY_TIME = Comparator.comparing(
                    (Started started) -> started.at().asMoment())
            .thenComparing(started -> started.record().id());

    private final RuleBook book;
    private final Arithmetic arithmetic;

    public ClockEngine(RuleBook book, Arithmetic arithmetic) {
        this.book = book;
        this.arithmetic = arithmetic;
    }

    /// Every clock that lives now, of every rule.
    public List<Clock> clocks(CaseFile file, Instant now) {
        return book.rules().values().stream()
                .filter(file::mayStart)
                .flatMap(rule -> clocks(rule, file, now).stream())
                .toList();
    }

    /// The clocks of one rule.
    public List<Clock> clocks(Rule rule, CaseFile file, Instant now) {
        return new Run(rule, file, now).clocks();
    }

    /// A record that starts a clock, and when.
    private record Started(Entry record, FactValue at) {}

    private final class Run {
        private final Rule rule;
        private final Rule.Machine machine;
        private final CaseFile file;
        private final Instant now;
        private final LocalDate today;

        Run(Rule rule, CaseFile file, Instant now) {
            this.rule = rule;
            this.machine = rule.machine();
            this.file = file;
            this.now = now;
            this.today = Clocks.day(now);
        }

        List<Clock> clocks() {
            Optional<LocalDate> lives = lives();
            if (lives.isEmpty()) {
                return List.of();
            }
            LocalDate since = lives.get();
            List<Started> started = started(since);
            return machine.kind() == Rule.Kind.INTERVAL
                    ? interval(started, since).stream().toList()
                    : started.stream().map(each -> clock(each, since)).toList();
        }

        /// The day from which its triggers count: of a rule that lives beside records, the first day of
        /// their run. Empty when none is open, or the case is closed and nothing can be late any more.
        private Optional<LocalDate> lives() {
            if (file.isClosed(today) && machine.kind().canBeLate()) {
                return Optional.empty();
            }
            return machine.beside().isEmpty() ? Optional.of(LocalDate.MIN) : file.runBegan(machine.beside(), today);
        }

        /// What started a clock since the run began, the earliest first.
        private List<Started> started(LocalDate since) {
            return machine.triggers().stream()
                    .flatMap(trigger -> file.of(trigger.record()).stream()
                            .filter(entry -> entry.presence().counts())
                            .filter(entry ->
                                    trigger.when() == null || trigger.when().holds(entry.inputs()))
                            .flatMap(entry -> entry.time(trigger.at()).stream().map(at -> new Started(entry, at))))
                    .filter(start -> !start.at().asDay().isBefore(since))
                    .filter(start ->
                            !start.at().asDay().isAfter(today) || machine.due().before())
                    .filter(start -> rule.effective().covers(start.at().asDay()))
                    .sorted(BY_TIME)
                    .toList();
        }

        /// One clock a child. A later trigger begins it again where the rule says so; a meeting event
        /// before the run counts where the rule takes any day.
        private Optional<Clock> interval(List<Started> started, LocalDate since) {
            boolean anyDay = machine.metBy().since() == null;
            Rule.Repeat repeat = machine.repeat();
            if (!started.isEmpty()) {
                boolean restarts = repeat != null && repeat.restarts();
                return Optional.of(clock(restarts ? started.getLast() : started.getFirst(), since));
            }
            return anyDay && repeat != null && repeat.restarts()
                    ? started(LocalDate.MIN).stream().reduce((_, last) -> last).map(last -> clock(last, since))
                    : Optional.empty();
        }

        private Clock clock(Started started, LocalDate runBegan) {
            List<FactValue> met = met(started, runBegan);
            Due due = arithmetic.due(rule, facts(started, met));
            FactValue lastMet = met.isEmpty() ? null : met.getLast();
            LocalDate from = lastMet != null && isFromLastMet()
                    ? lastMet.asDay()
                    : started.at().asDay();
            Optional<CaseFile.Exit> exit = file.exit(rule.id(), from);
            State state = exit.map(way -> way.late() ? State.LATE_WITH_REASON : State.NOT_APPLICABLE)
                    .orElseGet(() -> state(due, met));
            String explanation = exit.map(way -> due.explanation() + " "
                            + Texts.of(way.late() ? "rules.clock.exit.late" : "rules.clock.exit.not-needed", way.why()))
                    .orElse(due.explanation());
            return new Clock(
                    rule,
                    file.child(),
                    started.record().type(),
                    started.record().id(),
                    started.at(),
                    from,
                    due,
                    lastMet,
                    state,
                    explanation);
        }

        private boolean isFromLastMet() {
            return machine.repeat() != null && machine.repeat().fromLastMet();
        }

        private State state(Due due, List<FactValue> met) {
            boolean repeats = machine.repeat() != null;
            if (met.isEmpty() || repeats || due.open() == State.NOT_APPLICABLE) {
                return due.state(now);
            }
            if (machine.kind() == Rule.Kind.GATE) {
                return State.GATE_PASSED;
            }
            return machine.kind().canBeLate() ? due.met(met.getFirst()) : due.state(now);
        }

        /// When the rule was met up to now, the earliest first.
        private List<FactValue> met(Started started, LocalDate runBegan) {
            LocalDate since = since(started, runBegan);
            return machine.metBy().of().stream()
                    .flatMap(way -> way.records().stream()
                            .flatMap(type -> file.of(type).stream())
                            .filter(entry -> meets(way, entry, started))
                            .flatMap(entry -> entry.time(way.at()).stream()))
                    .filter(at -> !at.asDay().isBefore(since))
                    .filter(at -> !at.asDay().isAfter(today))
                    .sorted(Comparator.comparing(FactValue::asMoment))
                    .toList();
        }

        private LocalDate since(Started started, LocalDate runBegan) {
            String since = machine.metBy().since();
            return switch (since) {
                case null -> LocalDate.MIN;
                case "trigger" -> started.at().asDay();
                case "while" -> runBegan;
                default -> started.record().time(since).map(FactValue::asDay).orElse(LocalDate.MIN);
            };
        }

        private boolean meets(Rule.MetBy way, Entry entry, Started started) {
            boolean itself = entry == started.record();
            boolean tied = switch (way.tie()) {
                case SAME -> itself;
                case LINK ->
                    way.link() != null
                            && entry.field(way.link())
                                    .asString("")
                                    .equals(started.record().id().toString());
                case CHILD, WORKER, SERVICE -> !itself || machine.kind() == Rule.Kind.INTERVAL;
            };
            return tied
                    && entry.presence().counts()
                    && childIs(way.childMustBe(), entry)
                    && (way.when() == null || way.when().holds(entry.inputs()));
        }

        private static boolean childIs(Rule.@Nullable ChildMustBe must, Entry entry) {
            return switch (must) {
                case null -> true;
                case SEEN -> entry.presence().seen();
                case SEEN_ALONE -> entry.presence().alone();
            };
        }

        private FactSet facts(Started started, List<FactValue> met) {
            Map<String, FactValue> given = new HashMap<>();
            given.put(machine.countsHours() ? "trigger_at" : "trigger_date", trigger(started.at()));
            if (!met.isEmpty()) {
                given.put("last_met_date", new FactValue.Day(met.getLast().asDay()));
            }
            given.put("times_met", new FactValue.Number(met.size()));
            FactValue base = FactSet.of(book, rule, given).base();
            var finder =
                    new FactFinder(book, file, started.record(), started.at().asDay(), base.asDay(), today);
            for (String name : machine.facts().keySet()) {
                if (!given.containsKey(name)) {
                    finder.find(name, machine.beside(), this::otherRule).ifPresent(value -> given.put(name, value));
                }
            }
            return FactSet.of(book, rule, given);
        }

        private FactValue trigger(FactValue at) {
            return machine.countsHours() ? at : new FactValue.Day(at.asDay());
        }

        /// The date of another rule's clock.
        private Optional<LocalDate> otherRule(String id) {
            Rule other = book.rules().get(id);
            if (other == null) {
                return Optional.empty();
            }
            return ClockEngine.this.clocks(other, file, now).stream()
                    .flatMap(clock -> Stream.ofNullable(clock.due().day()))
                    .reduce((_, last) -> last);
        }
    }

    /// The clocks in the order of their dates; those without one at the end.
    public static List<Clock> byDate(List<Clock> clocks) {
        var sorted = new ArrayList<>(clocks);
        sorted.sort(Comparator.comparing(
                        (Clock clock) -> clock.due().day(), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(clock -> clock.rule().id()));
        return List.copyOf(sorted);
    }
}
