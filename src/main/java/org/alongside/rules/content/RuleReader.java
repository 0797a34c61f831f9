package org.alongside.rules.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.alongside.rules.CodeSets;
import org.alongside.rules.Condition;
import org.alongside.rules.Name;
import org.alongside.rules.Vocabulary;
import org.jspecify.annotations.Nullable;

/// Reads timescale rules, and the order of the visit rules. Every name in a rule (record, field, fact)
/// is looked up, so that a clock never asks for something that is not there.
final class RuleReader {
    private final Reading in;

    RuleReader(Reading in) {
        this.in = in;
    }

    ContentFile.RuleBook book(ContentFile.Header header) {
        SequencedMap<String, Fact> facts = byId(in.list("facts", RuleReader::fact, Fact::name), Fact::name);
        return new ContentFile.RuleBook(
                header, facts, byId(in.list("rules", rule -> rule(rule, facts), Rule::id), Rule::id));
    }

    ContentFile.VisitOrder order(ContentFile.Header header) {
        Vocabulary facts = vocabulary(RuleBooks.shipped().facts().values());
        return new ContentFile.VisitOrder(
                header,
                in.list(
                        "order",
                        entry -> new ContentFile.VisitOrder.Entry(
                                entry.whole("n"),
                                entry.text("title"),
                                entry.conditionOrNull("when", facts),
                                rules(entry, "rules"))),
                rules(in, "always"),
                in.list("starts_again_at", restart -> {
                    Rule.Happening start = happening(restart);
                    return new ContentFile.VisitOrder.Restart(start.record(), start.at(), start.when());
                }),
                in.list(
                        "other_plans",
                        other -> new ContentFile.VisitOrder.OtherPlan(
                                other.text("plan"), rules(other, "rules"), rules(other, "beside"))));
    }

    private static List<String> rules(Reading in, String name) {
        return in.names(name, RuleBooks.shipped().rules().keySet(), "rule");
    }

    private static Fact fact(Reading in) {
        String codeSet = in.textOrNull("code_set");
        in.known("code_set", codeSet, CodeSets.shipped().ids(), "code-set");
        return new Fact(
                in.id("name"),
                in.word("type", Fact.Kind.class),
                in.texts("values"),
                CodeSets.shipped().ids().contains(String.valueOf(codeSet)) ? codeSet : null,
                in.text("meaning"),
                in.objectOrNull("source", RuleReader::source),
                in.objectOrNull("derive", RuleReader::derivation));
    }

    private static Fact.Source source(Reading in) {
        List<Fact.Source.Field> of = in.list("of", field -> {
            var named = new Fact.Source.Field(field.id("record"), field.id("field"));
            RecordVocabulary record = record(field, "record", named.record());
            if (record != null) {
                field.known("field", named.field(), record.fields(), "field");
            }
            return named;
        });
        RecordVocabulary first = of.isEmpty()
                ? null
                : RecordVocabulary.of(of.getFirst().record()).orElse(null);
        return new Fact.Source(
                of,
                in.word("pick", Fact.Pick.class),
                in.conditionOrNull("when", first == null ? Vocabulary.of() : first.names()),
                in.textOrNull("how"),
                in.wholeOrNull("months"),
                in.wholeOrNull("from_age"));
    }

    private static Fact.Derivation derivation(Reading in) {
        return new Fact.Derivation(
                in.word("op", Fact.Op.class),
                in.texts("of"),
                in.textOrNull("to"),
                in.wholeOrNull("value"),
                in.wordOrNull("unit", Unit.class));
    }

    private static Rule rule(Reading in, Map<String, Fact> facts) {
        return new Rule(
                in.id("id"),
                in.text("title"),
                in.id("domain"),
                in.texts("applies_to"),
                in.text("trigger"),
                in.textOrNull("dependence"),
                in.word("status_code", Rule.Status.class),
                in.text("authority"),
                in.text("locally_configurable").equals("tighten_only"),
                in.textOrNull("common_default"),
                in.text("responsible"),
                in.text("met_by"),
                in.textOrNull("child_seen_requirement"),
                in.wholes("report_paragraphs"),
                in.word("confidence", Rule.Confidence.class),
                in.list("sources", source -> new Rule.Source(source.textOrNull("title"), source.textOrNull("url"))),
                in.textOrNull("notes"),
                in.object("effective", RuleReader::effective, () -> new Rule.Effective(null, null, null)),
                in.whole("version"),
                in.object("machine", machine -> new MachineReader(machine, facts).read(), MachineReader::nothing));
    }

    private static Rule.Effective effective(Reading in) {
        return new Rule.Effective(in.dayOrNull("from"), in.dayOrNull("to"), in.textOrNull("note"));
    }

    static Rule.Happening happening(Reading in) {
        String type = in.id("record");
        String at = in.id("at");
        RecordVocabulary record = record(in, "record", type);
        if (record != null && !at.isEmpty() && !record.isTime(at)) {
            in.wrong("at", "time-needed", at);
        }
        return new Rule.Happening(type, condition(in, record), at);
    }

    static @Nullable Condition condition(Reading in, @Nullable RecordVocabulary record) {
        return in.conditionOrNull("when", record == null ? Vocabulary.of() : record.names());
    }

    static @Nullable RecordVocabulary record(Reading in, String name, String type) {
        RecordVocabulary record = RecordVocabulary.of(type).orElse(null);
        if (record == null && !type.isEmpty()) {
            in.wrong(name, "record-unknown", type);
        }
        return record;
    }

    static Vocabulary vocabulary(Iterable<Fact> facts) {
        var names = new java.util.ArrayList<Name>();
        facts.forEach(fact -> fact.named().ifPresent(type -> names.add(Name.of(fact.name(), type))));
        return Vocabulary.of(names);
    }

    private static <T> SequencedMap<String, T> byId(List<T> list, Function<T, String> id) {
        var map = new LinkedHashMap<String, T>();
        list.forEach(each -> map.putIfAbsent(id.apply(each), each));
        return Collections.unmodifiableSequencedMap(map);
    }
}
