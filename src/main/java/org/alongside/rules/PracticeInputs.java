package org.alongside.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The inputs of practice 1.5, which conditions of visit fields and prompts may use. Declared in
/// `content/practice/inputs.json`, and what guided records may name besides in `form-facts.json`.
public final class PracticeInputs {
    private static final Vocabulary SHIPPED =
            read(Content.tree("practice/inputs.json").path("inputs"));

    private static final Vocabulary OF_FORMS =
            SHIPPED.and(read(Content.tree("practice/form-facts.json").path("inputs")));

    private PracticeInputs() {}

    public static Vocabulary vocabulary() {
        return SHIPPED;
    }

    /// These and the facts of practice 2.1, for questions of guided records.
    public static Vocabulary ofForms() {
        return OF_FORMS;
    }

    static Vocabulary read(JsonNode file) {
        var names = new ArrayList<Name>();
        for (JsonNode entry : file) {
            Type type = type(entry);
            names.add(new Name(entry.path("name").stringValue(), type, unset(entry.path("unset"), type)));
        }
        return Vocabulary.of(names);
    }

    private static Type type(JsonNode entry) {
        Set<String> values = new LinkedHashSet<>();
        entry.path("values").forEach(value -> values.add(value.stringValue()));
        return switch (entry.path("type").stringValue()) {
            case "flag" -> new Type.Flag();
            case "count" -> new Type.Count();
            case "word" -> new Type.Word(values);
            case "words" -> new Type.Words(values);
            default -> throw new IllegalStateException("type of " + entry.path("name"));
        };
    }

    private static Value unset(JsonNode unset, Type type) {
        if (unset.isBoolean()) {
            return new Value.Flag(unset.booleanValue());
        }
        return unset.isString() ? new Value.Word(unset.stringValue()) : type.quiet();
    }
}
