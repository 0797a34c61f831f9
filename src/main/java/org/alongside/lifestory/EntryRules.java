package org.alongside.lifestory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.rules.Answer;
import org.alongside.rules.AnswerCheck;
import org.alongside.rules.Inputs;
import org.alongside.rules.References;
import org.alongside.rules.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Checks an entry, and brings the short ways of writing one into the shape that is kept.
public final class EntryRules {
    private static final List<String> DAYS = List.of("from", "to");

    private final EntryForm form;
    private final References references;

    public EntryRules(EntryForm form, References references) {
        this.form = form;
        this.references = references;
    }

    /// What can never be kept, and what a finished entry still misses. Each problem has its path.
    public AnswerCheck.Result check(ObjectNode entry) {
        AnswerCheck.Result result =
                new AnswerCheck(references).check(form.fields(), bare(entry), Inputs.none(Vocabulary.of()));
        var wrong = new ArrayList<>(result.wrong());
        var missing = new ArrayList<>(result.missing());
        days(entry, wrong);
        String title = entry.path("title").asString("");
        if (title.codePointCount(0, title.length()) > form.titleCharacters()) {
            wrong.add(Problem.at(
                    "title", "title-too-long", Texts.of("lifestory.title-too-long", form.titleCharacters())));
        }
        if (entry.path("media").size() > form.photographsMost()) {
            wrong.add(Problem.at(
                    "media[" + form.photographsMost() + "]",
                    "photographs-too-many",
                    Texts.of("lifestory.photographs-too-many", form.photographsMost())));
        }
        if (!saysAnything(entry)) {
            missing.add(Problem.at("facts", "answer-missing", Texts.of("lifestory.says-nothing")));
        }
        return new AnswerCheck.Result(wrong, missing);
    }

    /// The entry as a person's file has it: what this program wrote beside a photograph is not checked again.
    private static ObjectNode bare(ObjectNode entry) {
        ObjectNode copy = entry.deepCopy();
        copy.path("media").forEach(medium -> {
            if (medium instanceof ObjectNode object) {
                Media.OWN.forEach(object::remove);
            }
        });
        return copy;
    }

    private void days(ObjectNode entry, List<Problem> wrong) {
        for (String field : DAYS) {
            JsonNode date = entry.path(field).path("date");
            if (date.isString() && !date.stringValue().isBlank()) {
                PartialDay.problem(date.stringValue()).ifPresent(problem -> wrong.add(problem.under(field + ".date")));
            }
        }
        entry.path("media").forEach(medium -> {
            String taken = medium.path("taken_on").asString("");
            if (!taken.isBlank()) {
                PartialDay.problem(taken).ifPresent(problem -> wrong.add(problem.under("media[0].taken_on")));
            }
        });
        Optional<Problem> order = PartialDay.of(entry.path("from"))
                .first()
                .flatMap(from -> PartialDay.of(entry.path("to"))
                        .last()
                        .filter(to -> to.isBefore(from))
                        .map(to -> Problem.at("to", "to-before-from", Texts.of("lifestory.to-before-from"))));
        order.ifPresent(wrong::add);
    }

    /// Words, somebody's view or a picture; an entry of nothing else than its kind is none.
    private static boolean saysAnything(ObjectNode entry) {
        return !Answer.isBlank(entry.path("facts"))
                || !Answer.isBlank(entry.path("childs_words"))
                || !entry.path("narratives").isEmpty()
                || !entry.path("others_views").isEmpty()
                || !entry.path("media").isEmpty();
    }

    /// The short ways: a day as bare text, the child's words as bare text, a person or a source by an id or
    /// words alone.
    public ObjectNode written(ObjectNode file) {
        ObjectNode entry = file.deepCopy();
        for (String field : DAYS) {
            if (entry.path(field).isString()) {
                entry.set(field, Json.object().put("date", entry.path(field).stringValue()));
            }
            if (entry.path(field) instanceof ObjectNode day
                    && !day.has("certainty")
                    && day.path("date").isString()) {
                day.put("certainty", PartialDay.byLength(day.path("date").stringValue()));
            }
        }
        bareText(entry, "childs_words");
        bareText(entry, "place");
        if (entry.path("childs_words") instanceof ObjectNode words && words.has("quote") && !words.has("text")) {
            words.set("text", words.get("quote"));
            words.remove("quote");
        }
        each(entry, "people", text -> Json.object().put("person", text));
        each(entry, "third_party", text -> Json.object().put("person", text));
        each(entry, "coauthors", text -> Json.object().put("role", text));
        each(entry, "narratives", text -> Json.object().put("text", text));
        each(entry, "sources", this::source);
        each(entry, "media", text -> Json.object().put("file", text));
        people(entry);
        return mended(entry);
    }

    private ObjectNode source(String text) {
        return references.knowsPerson(text)
                ? Json.object().put("kind", "person").put("person", text)
                : Json.object().put("kind", "file").put("text", text);
    }

    private static void bareText(ObjectNode entry, String field) {
        if (entry.path(field).isString()) {
            entry.set(field, Json.object().put("text", entry.path(field).stringValue()));
        }
    }

    private static void each(ObjectNode entry, String field, java.util.function.Function<String, ObjectNode> shaped) {
        if (entry.path(field) instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).isString()) {
                    list.set(i, shaped.apply(list.get(i).stringValue()));
                }
            }
        }
    }

    /// Somebody new by name: `{"name","relation"}` stands for the person and, too, for the child's own word.
    private static void people(ObjectNode entry) {
        if (entry.path("people") instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof ObjectNode one && one.has("name")) {
                    ObjectNode person =
                            Json.object().put("name", one.path("name").asString(""));
                    if (one.has("relation")) {
                        person.put("relation", one.path("relation").asString(""));
                    }
                    ObjectNode shaped = Json.object();
                    shaped.set("person", person);
                    one.remove("name");
                    shaped.setAll(one);
                    list.set(i, shaped);
                }
            }
        }
    }

    private static ObjectNode mended(ObjectNode entry) {
        ObjectNode copy = entry.deepCopy();
        entry.properties().forEach(member -> {
            if (member.getValue().isString()) {
                copy.put(member.getKey(), TypedText.mended(member.getValue().stringValue()));
            }
        });
        return copy;
    }
}
