package org.alongside.rules.clock;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.rules.Inputs;
import org.alongside.rules.Type;
import org.alongside.rules.Value;
import org.alongside.rules.content.ContentFile.RuleBook;
import org.alongside.rules.content.Fact;
import org.alongside.rules.content.Rule;

/// The facts of one clock: those given, and those that follow from them where they are not given
/// themselves (timescales.md 5a, `derive`).
public final class FactSet {
    private final RuleBook book;
    private final Rule rule;
    private final Map<String, FactValue> given;
    private final FactValue base;

    private FactSet(RuleBook book, Rule rule, Map<String, FactValue> given, FactValue base) {
        this.book = book;
        this.rule = rule;
        this.given = given;
        this.base = base;
    }

    /// @param given with the trigger's day or moment among them
    public static FactSet of(RuleBook book, Rule rule, Map<String, FactValue> given) {
        return new FactSet(book, rule, Map.copyOf(given), base(rule, given));
    }

    /// What the count runs from: the day the rule was last met, else the trigger. A rule that counts
    /// from another fact looks that up itself.
    private static FactValue base(Rule rule, Map<String, FactValue> given) {
        Rule.Repeat repeat = rule.machine().repeat();
        FactValue lastMet = given.get("last_met_date");
        if (repeat != null && repeat.fromLastMet() && lastMet != null) {
            return lastMet;
        }
        FactValue trigger = given.get(rule.machine().countsHours() ? "trigger_at" : "trigger_date");
        if (trigger == null) {
            throw new IllegalArgumentException("a clock without its trigger");
        }
        return trigger;
    }

    /// The day or moment that the count runs from, unless the rule names another fact.
    public FactValue base() {
        return base;
    }

    public boolean isMetBefore() {
        return given.containsKey("last_met_date");
    }

    /// A fact, given or derived; empty when nothing tells it.
    public Optional<FactValue> find(String name) {
        FactValue value = given.get(name);
        if (value != null) {
            return Optional.of(value);
        }
        Fact fact = book.facts().get(name);
        return fact == null || fact.derivation() == null ? Optional.empty() : derive(fact.derivation());
    }

    /// The day of a fact.
    public Optional<LocalDate> day(String name) {
        return find(name).map(FactValue::asDay);
    }

    /// What the rule's conditions see.
    public Inputs inputs() {
        var values = new HashMap<String, Value>();
        for (String name : rule.machine().facts().keySet()) {
            rule.machine()
                    .vocabulary()
                    .find(name)
                    .ifPresent(declared -> find(name)
                            .flatMap(fact -> value(fact, declared.type()))
                            .filter(declared.type()::takes)
                            .ifPresent(value -> values.put(name, value)));
        }
        return Inputs.none(rule.machine().vocabulary()).with(values);
    }

    private static Optional<Value> value(FactValue fact, Type type) {
        return switch (fact) {
            case FactValue.Number(var number) -> Optional.of(new Value.Count(number));
            case FactValue.Flag(var on) -> Optional.of(new Value.Flag(on));
            case FactValue.Word(var word) ->
                Optional.of(type instanceof Type.Words ? new Value.Words(Set.of(word)) : new Value.Word(word));
            case FactValue.Day _, FactValue.Moment _ -> Optional.empty();
        };
    }

    private Optional<FactValue> derive(Fact.Derivation how) {
        return switch (how.op()) {
            case IS_SET ->
                Optional.of(new FactValue.Flag(find(how.of().getFirst()).isPresent()));
            case WHOLE_YEARS -> period(how, ChronoUnit.YEARS);
            case WHOLE_MONTHS -> period(how, ChronoUnit.MONTHS);
            case WHOLE_WEEKS -> period(how, ChronoUnit.WEEKS);
            case ADD ->
                day(how.of().getFirst()).map(day -> new FactValue.Day(Counting.later(day, how.value(), how.unit())));
            case LATER_OF ->
                how.of().stream()
                        .flatMap(name -> day(name).stream())
                        .max(LocalDate::compareTo)
                        .map(FactValue.Day::new);
        };
    }

    /// Complete periods up to the end. Of a birthday on 29 February they are complete on 1 March in
    /// other years: a whole month or year needs the day of the month to be reached.
    private Optional<FactValue> period(Fact.Derivation how, ChronoUnit unit) {
        Optional<LocalDate> from = day(how.of().getFirst());
        Optional<LocalDate> to = end(String.valueOf(how.to()));
        return from.flatMap(start -> to.map(end -> new FactValue.Number(Math.max(0, unit.between(start, end)))));
    }

    private Optional<LocalDate> end(String to) {
        return switch (to) {
            case "base" -> Optional.of(base.asDay());
            case "day_before_base" -> Optional.of(base.asDay().minusDays(1));
            default -> day(to);
        };
    }

    /// Names of facts that are required for what is given and missing.
    public List<String> missing() {
        Inputs inputs = inputs();
        return rule.machine().facts().entrySet().stream()
                .filter(fact -> fact.getValue().holds(inputs))
                .map(Map.Entry::getKey)
                .filter(name -> find(name).isEmpty())
                .toList();
    }
}
