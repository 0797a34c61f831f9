package org.alongside.rules.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.rules.Condition;
import org.alongside.rules.Vocabulary;
import org.jspecify.annotations.Nullable;

/// Reads the machine form of one rule over the facts of its book.
final class MachineReader {
    private static final Set<String> SINCE = Set.of("trigger", "while");

    private final Reading in;
    private final Map<String, Fact> declared;
    private final Map<String, Condition> facts = new LinkedHashMap<>();
    private final Vocabulary names;

    MachineReader(Reading in, Map<String, Fact> declared) {
        this.in = in;
        this.declared = declared;
        this.names = names();
    }

    Rule.Machine read() {
        List<Rule.Happening> triggers =
                in.object("trigger", trigger -> trigger.list("of", RuleReader::happening), List::<Rule.Happening>of);
        return new Rule.Machine(
                in.word("kind", Rule.Kind.class),
                triggers,
                in.list("while", MachineReader::beside),
                in.conditionOrNull("applies_when", names),
                in.object("due", this::counting, MachineReader::noCounting),
                in.objectOrNull("repeat", this::repeat),
                in.object("met_by", meeting -> meeting(meeting, triggers), () -> new Rule.Meeting(List.of(), null)),
                in.objectOrNull("guards", guard -> new Rule.Guard(guard.id("record"), guard.id("field"))),
                facts,
                in.textOrNull("not_computable_because"),
                names);
    }

    /// Stands in for a block with a mistake.
    static Rule.Machine nothing() {
        return new Rule.Machine(
                Rule.Kind.GATE,
                List.of(),
                List.of(),
                null,
                noCounting(),
                null,
                new Rule.Meeting(List.of(), null),
                null,
                Map.of(),
                null,
                Vocabulary.of());
    }

    private static Rule.Counting noCounting() {
        return new Rule.Counting(
                Rule.How.NONE,
                new Rule.Amount(null, null, null, null),
                null,
                false,
                false,
                false,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    /// The facts of the rule, read first: its other conditions name them.
    private Vocabulary names() {
        var known = new ArrayList<Fact>();
        var required = new ArrayList<Reading>();
        in.list("facts", fact -> {
            String name = fact.id("name");
            Fact one = declared.get(name);
            if (one == null) {
                fact.known("name", name, declared.keySet(), "fact");
            } else {
                known.add(one);
            }
            required.add(fact);
            facts.put(name, Condition.NEVER);
            fact.asked("required");
            return name;
        });
        Vocabulary vocabulary = RuleReader.vocabulary(known);
        required.forEach(fact -> facts.put(fact.text("name"), fact.condition("required", vocabulary)));
        return vocabulary;
    }

    private static Rule.While beside(Reading in) {
        String type = in.id("record");
        RecordVocabulary record = RuleReader.record(in, "record", type);
        String from = in.id("from");
        String to = in.id("to");
        if (record != null) {
            in.known("from", from, record.fields(), "field");
            in.known("to", to, record.fields(), "field");
        }
        return new Rule.While(type, from, to, RuleReader.condition(in, record));
    }

    private Rule.Counting counting(Reading due) {
        return new Rule.Counting(
                due.word("kind", Rule.How.class),
                amount(due),
                fact(due, "from", true),
                due.flag("count_trigger_day"),
                due.text("direction").equals("before"),
                due.text("roll").equals("next_working_day"),
                fact(due, "stated", false),
                fact(due, "total_before", false),
                due.textOrNull("fixed"),
                facts(due, "not_later_than"),
                facts(due, "not_earlier_than"),
                due.list("cases", this::oneCase));
    }

    private Rule.Case oneCase(Reading one) {
        return new Rule.Case(
                one.condition("when", names),
                amount(one),
                fact(one, "from", true),
                one.flagOrNull("count_trigger_day"));
    }

    private Rule.Amount amount(Reading at) {
        return new Rule.Amount(
                at.wordOrNull("unit", Unit.class),
                at.wholeOrNull("value"),
                at.wholeOrNull("proposed"),
                fact(at, "value_from", false));
    }

    private @Nullable String fact(Reading at, String name, boolean orTrigger) {
        String fact = at.textOrNull(name);
        if (!(orTrigger && "trigger".equals(fact))) {
            at.known(name, fact, facts.keySet(), "fact");
        }
        return fact;
    }

    private List<String> facts(Reading at, String name) {
        return at.names(name, facts.keySet(), "fact");
    }

    private Rule.Repeat repeat(Reading repeat) {
        return new Rule.Repeat(
                repeat.text("from").equals("last_met"),
                repeat.conditionOrNull("until", names),
                repeat.flag("restarts"));
    }

    private Rule.Meeting meeting(Reading meeting, List<Rule.Happening> triggers) {
        String since = meeting.textOrNull("since");
        if (since != null && !SINCE.contains(since)) {
            triggers.forEach(trigger -> RecordVocabulary.of(trigger.record())
                    .ifPresent(record -> meeting.known("since", since, record.fields(), "field")));
        }
        return new Rule.Meeting(meeting.list("of", MachineReader::metBy), since);
    }

    private static Rule.MetBy metBy(Reading in) {
        List<String> records = in.texts("records");
        String at = in.id("at");
        for (String type : records) {
            RecordVocabulary record = RuleReader.record(in, "records", type);
            if (record != null && !record.isTime(at)) {
                in.wrong("at", "time-needed", at);
            }
        }
        RecordVocabulary first = records.isEmpty()
                ? null
                : RecordVocabulary.of(records.getFirst()).orElse(null);
        String link = in.textOrNull("link");
        if (first != null) {
            in.known("link", link, first.fields(), "field");
        }
        return new Rule.MetBy(
                records,
                RuleReader.condition(in, first),
                at,
                in.word("tie", Rule.Tie.class),
                link,
                in.wordOrNull("child_must_be", Rule.ChildMustBe.class));
    }
}
