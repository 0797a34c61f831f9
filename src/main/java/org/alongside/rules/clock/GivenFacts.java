package org.alongside.rules.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.rules.CodeSets;
import org.alongside.rules.DateText;
import org.alongside.rules.content.ContentFile.RuleBook;
import org.alongside.rules.content.Fact;
import org.alongside.rules.content.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Facts as a person gives them (FACTS.json of `rules due`), checked against what the rule takes.
public final class GivenFacts {
    private final RuleBook book;

    public GivenFacts(RuleBook book) {
        this.book = book;
    }

    /// @throws BadInput naming every fact that the rule does not take, holds something else, or is
    ///     required and missing
    public FactSet read(Rule rule, ObjectNode file) {
        var problems = new ArrayList<Problem>();
        var given = new HashMap<String, FactValue>();
        for (Map.Entry<String, JsonNode> member : file.properties()) {
            String name = member.getKey();
            Fact fact = rule.machine().facts().containsKey(name) ? book.facts().get(name) : null;
            if (fact == null) {
                problems.add(problem(name, "fact-unknown", name));
            } else if (!member.getValue().isNull()) {
                value(fact, member.getValue())
                        .ifPresentOrElse(
                                value -> given.put(name, value),
                                () -> problems.add(problem(name, "fact-wrong", Texts.of(kind(fact)))));
            }
        }
        String trigger = rule.machine().countsHours() ? "trigger_at" : "trigger_date";
        if (!given.containsKey(trigger)) {
            if (!file.has(trigger) || file.path(trigger).isNull()) {
                problems.add(problem(trigger, "fact-missing", trigger));
            }
            throw new BadInput(problems);
        }
        FactSet facts = FactSet.of(book, rule, given);
        for (String missing : facts.missing()) {
            if (!file.has(missing)) {
                problems.add(problem(missing, "fact-missing", missing));
            }
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return facts;
    }

    private static String kind(Fact fact) {
        return "rules.clock.fact." + fact.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    /// The value of a fact as JSON holds it; empty when it is of another type.
    static Optional<FactValue> value(Fact fact, JsonNode value) {
        return switch (fact.kind()) {
            case DATE -> day(value).map(FactValue.Day::new);
            case DATETIME -> moment(value);
            case INT ->
                value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0
                        ? Optional.of(new FactValue.Number(value.intValue()))
                        : Optional.empty();
            case BOOL -> value.isBoolean() ? Optional.of(new FactValue.Flag(value.booleanValue())) : Optional.empty();
            case ENUM -> word(value, fact.values());
            case CODE ->
                word(
                        value,
                        fact.codeSet() == null
                                ? List.of()
                                : CodeSets.shipped().labels(fact.codeSet()).keySet());
        };
    }

    private static Optional<LocalDate> day(JsonNode value) {
        return value.isString() ? DateText.day(value.stringValue()) : Optional.empty();
    }

    /// A date alone is allowed; hours then run from the end of that day.
    private static Optional<FactValue> moment(JsonNode value) {
        if (!value.isString()) {
            return Optional.empty();
        }
        String text = value.stringValue();
        if (!text.contains("T")) {
            return day(value).map(FactValue.Day::new);
        }
        return DateText.momentProblem(text).isPresent()
                ? Optional.empty()
                : Optional.of(new FactValue.Moment(Clocks.moment(text)));
    }

    private static Optional<FactValue> word(JsonNode value, java.util.Collection<String> known) {
        return value.isString() && known.contains(value.stringValue())
                ? Optional.of(new FactValue.Word(value.stringValue()))
                : Optional.empty();
    }

    private static Problem problem(String name, String code, String... arguments) {
        return Problem.at(name, code, Texts.of("rules.clock." + code, (Object[]) arguments));
    }
}
