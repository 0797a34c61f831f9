package org.alongside.exchange.council;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a demonstration adds beside its council file: summary facts in the shapes of VALUE.json, notes,
/// the duty team, teams. Ours alone, so a mistake in it is a fault of ours. Its day numbers are dated as
/// the file's are; people are named by the file's ids.
final class Companion {
    private final ObjectNode file;
    private final Dating dating;
    private final Gathered gathered;

    Companion(ObjectNode file, Dating dating, Gathered gathered) {
        this.file = file;
        this.dating = dating;
        this.gathered = gathered;
    }

    /// A fact of a child or person.
    ///
    /// @param keptAt when it was written; empty: when the person became known
    record Fact(JsonNode value, String author, Optional<Instant> keptAt) {

        /// This fact, with what the council file has besides.
        JsonNode over(@Nullable JsonNode filed) {
            if (filed instanceof ObjectNode object && value instanceof ObjectNode own) {
                ObjectNode both = object.deepCopy();
                both.setAll(own);
                return both;
            }
            return value;
        }
    }

    /// The facts of a child or person, by field group.
    Map<String, Fact> of(String person) {
        var facts = new LinkedHashMap<String, Fact>();
        for (JsonNode fact : file.path("facts")) {
            if (fact.path("of").stringValue().equals(person)) {
                facts.put(
                        fact.path("group").stringValue(),
                        new Fact(
                                read(fact.path("value")),
                                fact.path("author").stringValue(BroughtIn.COUNCIL),
                                fact.path("d").isIntegralNumber()
                                        ? Optional.of(dating.kept(
                                                dating.held(fact.path("d").intValue())))
                                        : Optional.empty()));
            }
        }
        return facts;
    }

    String council(String member) {
        return file.path("council").path(member).stringValue("");
    }

    @Nullable
    String team(String account) {
        return Gathered.text(file.path("staff").path(account).path("team"));
    }

    String phone(String account) {
        return file.path("staff").path(account).path("phone").stringValue("");
    }

    /// A case note of the demonstration.
    ///
    /// @param children ids of the council file
    record Note(String id, List<String> children, String author, Instant at, ObjectNode value) {
        Note {
            children = List.copyOf(children);
        }
    }

    List<Note> notes() {
        var notes = new ArrayList<Note>();
        for (JsonNode note : file.path("notes")) {
            Instant at = dating.held(note.path("d").intValue())
                    .atTime(LocalTime.parse(note.path("time").stringValue()))
                    .atZone(Clocks.LONDON)
                    .toInstant();
            ObjectNode value = Json.object();
            value.put("kind", note.path("kind").stringValue());
            value.put("at", at.toString());
            ArrayNode with = value.putArray("with");
            note.path("with")
                    .forEach(person ->
                            with.add(gathered.person(person.stringValue()).toString()));
            Gathered.put(value, "text", note.path("text"));
            Gathered.put(value, "child_words", note.path("child_words"));
            value.put("signed_at", at.toString());
            var children = new ArrayList<String>();
            note.path("children").forEach(child -> children.add(child.stringValue()));
            notes.add(new Note(
                    note.path("id").stringValue(), children, note.path("author").stringValue(), at, value));
        }
        return notes;
    }

    /// The value with ids of the council file turned into ours and day numbers into days.
    private JsonNode read(JsonNode value) {
        if (value.isArray()) {
            ArrayNode list = Json.array();
            value.forEach(each -> list.add(read(each)));
            return list;
        }
        if (!value.isObject()) {
            return value;
        }
        ObjectNode object = Json.object();
        value.properties().forEach(member -> {
            String name = member.getKey();
            if (name.equals("person")) {
                object.put(
                        name, gathered.person(member.getValue().stringValue()).toString());
            } else if (name.endsWith("_d")) {
                object.put(
                        name.substring(0, name.length() - 2),
                        dating.day(member.getValue().intValue()).toString());
            } else {
                object.set(name, read(member.getValue()));
            }
        });
        return object;
    }
}
