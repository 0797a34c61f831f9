package org.alongside.rules.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.kernel.Clocks;
import org.alongside.rules.Inputs;
import org.alongside.rules.content.Rule;
import org.alongside.rules.content.Unit;
import org.jspecify.annotations.Nullable;

/// Works out the date that a rule gives for its facts (timescales.md 5a, "The date").
public final class Arithmetic {
    private final WorkingDays calendar;
    private final LocalNumbers numbers;

    public Arithmetic(WorkingDays calendar, LocalNumbers numbers) {
        this.calendar = calendar;
        this.numbers = numbers;
    }

    public Due due(Rule rule, FactSet facts) {
        return new Run(rule, facts).due();
    }

    /// What is counted: a number and where it comes from.
    ///
    /// @param proposed whether nobody has adopted it
    private record Length(int number, Unit unit, boolean proposed) {}

    /// One date.
    ///
    /// @param moment null when the rule counts no hours
    /// @param length null when nothing was counted
    private record Reached(
            LocalDate day,
            @Nullable Instant moment,
            @Nullable Length length,
            FactValue from) {}

    private final class Run {
        private final Rule rule;
        private final Rule.Counting how;
        private final FactSet facts;
        private final Inputs inputs;
        private final Optional<Rule.Case> chosen;

        Run(Rule rule, FactSet facts) {
            this.rule = rule;
            this.how = rule.machine().due();
            this.facts = facts;
            this.inputs = facts.inputs();
            this.chosen = how.cases().stream()
                    .filter(each -> each.when().holds(inputs))
                    .findFirst();
        }

        Due due() {
            var words = new Explanation(rule, calendar);
            if (rule.machine().appliesWhen() != null
                    && !rule.machine().appliesWhen().holds(inputs)) {
                return none(State.NOT_APPLICABLE, words.notApplicable());
            }
            if (isOver()) {
                return none(isEnded() ? State.NOT_APPLICABLE : State.MET, words.over());
            }
            if (how.how() == Rule.How.NONE) {
                return none(
                        rule.machine().kind() == Rule.Kind.GATE ? State.GATE_OPEN : State.SHOWN, words.withoutDate());
            }
            Optional<FactValue> stated = fact(how.stated());
            if (stated.isPresent()) {
                return dated(words, statedDate(stated.get()), words.stated(stated.get()));
            }
            Optional<FactValue> from = from();
            if (from.isEmpty()) {
                return none(State.NOT_SET, words.fromUnknown());
            }
            return counted(words, from.get());
        }

        private boolean isOver() {
            Rule.Repeat repeat = rule.machine().repeat();
            return repeat != null && repeat.until() != null && repeat.until().holds(inputs);
        }

        private boolean isEnded() {
            return inputs.vocabulary().find("ended").isPresent() && inputs.flag("ended");
        }

        private Due counted(Explanation words, FactValue from) {
            if (how.how() == Rule.How.AT_EVENT) {
                return dated(words, new Reached(from.asDay(), null, null, from), words.atEvent(from));
            }
            if (how.how() == Rule.How.FIXED_DATE) {
                return dated(words, new Reached(fixed(from.asDay()), null, null, from), words.fixed(from));
            }
            List<Length> lengths = lengths();
            if (lengths.isEmpty()) {
                return none(unsetState(), words.notSet(amount(), facts));
            }
            if (lengths.stream().anyMatch(length -> isSchools(length.unit()))) {
                return none(State.NOT_SET, words.noTerms());
            }
            Reached reached = lengths.stream()
                    .map(length -> reach(from, length, countsFirstDay()))
                    .min((a, b) -> a.day().compareTo(b.day()))
                    .orElseThrow();
            Length length = reached.length();
            if (length == null) {
                throw new IllegalStateException("a count without a length");
            }
            String count = words.count(
                    from, length.number(), length.unit(), how.before(), countsFirstDay(), facts.isMetBefore());
            return dated(words, reached, length.proposed() ? count + " " + words.proposed() : count);
        }

        /// With no number at all the date is the one agreed; with a proposal it waits for the council.
        private State unsetState() {
            boolean agreed =
                    how.how() == Rule.How.AS_SET || amount().valueFrom() != null && amount().proposed() == null;
            return agreed ? State.AS_SET : State.NOT_SET;
        }

        /// The numbers that bind: the earliest of their dates counts.
        private List<Length> lengths() {
            Rule.Amount amount = amount();
            Stream<Length> agreed = fact(amount.valueFrom()).stream()
                    .map(days -> days instanceof FactValue.Number(var number)
                            ? new Length((int) number, Unit.CALENDAR_DAYS, false)
                            : null)
                    .filter(java.util.Objects::nonNull);
            return Stream.of(agreed, national(amount), adopted(), proposal(amount))
                    .flatMap(each -> each)
                    .toList();
        }

        private Stream<Length> national(Rule.Amount amount) {
            return amount.value() == null || amount.unit() == null
                    ? Stream.empty()
                    : Stream.of(new Length(less(amount.value()), amount.unit(), false));
        }

        /// A council's number stands for the plain value, not for a case with a value of its own.
        private Stream<Length> adopted() {
            return chosen.isPresent()
                    ? Stream.empty()
                    : numbers
                            .find(rule.id())
                            .map(number -> new Length(less(number.value()), number.unit(), false))
                            .stream();
        }

        private Stream<Length> proposal(Rule.Amount amount) {
            boolean counts = numbers.proposalsCount()
                    && amount.value() == null
                    && (chosen.isPresent() || numbers.find(rule.id()).isEmpty());
            return !counts || amount.proposed() == null || amount.unit() == null
                    ? Stream.empty()
                    : Stream.of(new Length(less(amount.proposed()), amount.unit(), true));
        }

        /// What is left of a running total.
        private int less(int value) {
            long used = fact(how.totalBefore())
                    .map(before -> before instanceof FactValue.Number(var number) ? number : 0L)
                    .orElse(0L);
            return (int) Math.max(0, value - used);
        }

        private Reached reach(FactValue from, Length length, boolean countFirstDay) {
            var counting = new Counting(
                    calendar, countFirstDay, how.before(), rule.machine().kind().takesTheLater());
            if (length.unit() == Unit.HOURS) {
                Instant moment = counting.moment(from.asMoment(), length.number());
                return new Reached(Clocks.day(moment), moment, length, from);
            }
            return new Reached(counting.day(from.asDay(), length.number(), length.unit()), null, length, from);
        }

        private LocalDate fixed(LocalDate base) {
            MonthDay day = MonthDay.parse("--" + how.fixed());
            LocalDate thisYear = day.atYear(base.getYear());
            return thisYear.isBefore(base) ? day.atYear(base.getYear() + 1) : thisYear;
        }

        private Reached statedDate(FactValue stated) {
            Instant moment = stated instanceof FactValue.Moment(var at) ? at : null;
            return new Reached(stated.asDay(), moment, null, stated);
        }

        /// Binds a date by the days it may not pass, and says everything about it.
        private Due dated(Explanation words, Reached reached, String how) {
            LocalDate bound = bound(reached.day());
            LocalDate day = rolled(bound);
            Instant moment = day.equals(reached.day()) ? reached.moment() : null;
            List<LocalDate> skipped = skipped(reached);
            return new Due(
                    rule,
                    day,
                    moment,
                    calendar.onOrBefore(day),
                    skipped,
                    words.whole(how, reached.day(), bound, day, moment, skipped),
                    stricter(words, reached, day),
                    null);
        }

        /// The earliest of the days it may not pass, then the latest of those it may not precede.
        private LocalDate bound(LocalDate day) {
            LocalDate latest = how.notLaterThan().stream()
                    .flatMap(name -> facts.day(name).stream())
                    .min(LocalDate::compareTo)
                    .filter(limit -> limit.isBefore(day))
                    .orElse(day);
            return how.notEarlierThan().stream()
                    .flatMap(name -> facts.day(name).stream())
                    .max(LocalDate::compareTo)
                    .filter(limit -> limit.isAfter(latest))
                    .orElse(latest);
        }

        private LocalDate rolled(LocalDate day) {
            return how.rolls() ? calendar.onOrAfter(day) : day;
        }

        private List<LocalDate> skipped(Reached reached) {
            if (reached.length() == null || reached.length().unit() != Unit.WORKING_DAYS) {
                return List.of();
            }
            LocalDate from = reached.from().asDay();
            return reached.day().isBefore(from)
                    ? calendar.daysOff(reached.day(), from.minusDays(1))
                    : calendar.daysOff(from.plusDays(1), reached.day());
        }

        /// Some count the day itself as day 1; deadlines carry that earlier date where it differs.
        private Due.@Nullable Stricter stricter(Explanation words, Reached reached, LocalDate day) {
            Length length = reached.length();
            boolean twoReadings = length != null
                    && length.unit() != Unit.HOURS
                    && !countsFirstDay()
                    && !how.before()
                    && rule.machine().kind().canBeLate();
            if (!twoReadings || length == null) {
                return null;
            }
            LocalDate other = rolled(bound(reach(reached.from(), length, true).day()));
            return other.isBefore(day) ? new Due.Stricter(other, words.stricter()) : null;
        }

        private Optional<FactValue> from() {
            String name = chosen.map(Rule.Case::from).orElse(null);
            String from = name == null ? how.from() : name;
            boolean other = from != null && !from.equals("trigger");
            boolean lastMet = facts.isMetBefore() && isInterval() && name == null;
            return other && !lastMet ? fact(from) : Optional.of(facts.base());
        }

        private boolean isInterval() {
            Rule.Repeat repeat = rule.machine().repeat();
            return repeat != null && repeat.fromLastMet();
        }

        private boolean countsFirstDay() {
            return chosen.map(Rule.Case::countTriggerDay).orElse(how.countTriggerDay());
        }

        private Rule.Amount amount() {
            return chosen.map(Rule.Case::amount).orElse(how.amount());
        }

        private Optional<FactValue> fact(@Nullable String name) {
            return name == null ? Optional.empty() : facts.find(name);
        }

        private Due none(State state, String explanation) {
            return new Due(rule, null, null, null, List.of(), explanation, null, state);
        }
    }

    private static boolean isSchools(Unit unit) {
        return unit == Unit.SCHOOL_DAYS || unit == Unit.SCHOOL_TERMS;
    }
}
