package org.alongside.record;

import org.alongside.kernel.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a record says once its amendments are read with it. The record itself stays as it was
/// written; this is for lists, rules and returns, which need one answer.
public final class Amended {
    private Amended() {}

    /// A field group's value with every amendment laid over it, in order. A change holds only what
    /// changes: of a visit in `visit` and `child`, of a guided record or typed event in `answers`, or
    /// the fields themselves. A field is replaced whole; words added (`text` alone) change no field.
    public static ObjectNode value(RecordState state, String fieldGroup) {
        ObjectNode value = state.current(fieldGroup)
                .map(change -> change.value() instanceof ObjectNode object ? object.deepCopy() : Json.object())
                .orElseGet(Json::object);
        for (Change addition : state.additions()) {
            if (addition.operation().type().equals(Operation.AMENDMENT)) {
                lay(addition.value(), value, state.stream());
            }
        }
        return value;
    }

    private static void lay(JsonNode change, ObjectNode over, StreamId stream) {
        change.properties().forEach(member -> {
            JsonNode given = member.getValue();
            switch (member.getKey()) {
                case "visit", "child" -> {
                    if (given instanceof ObjectNode fields && over.path(member.getKey()) instanceof ObjectNode part) {
                        part.setAll(fields);
                    }
                }
                case "children" ->
                    given.forEach(row -> {
                        if (row instanceof ObjectNode fields
                                && over.path("child") instanceof ObjectNode part
                                && row.path("child").stringValue("").equals(stream.name())) {
                            part.setAll(fields);
                        }
                    });
                case "answers" -> {
                    if (given instanceof ObjectNode fields) {
                        over.setAll(fields);
                    }
                }
                default -> {
                    if (!(member.getKey().equals("text") && change.size() == 1)) {
                        over.set(member.getKey(), given);
                    }
                }
            }
        });
    }
}
