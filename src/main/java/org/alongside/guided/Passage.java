package org.alongside.guided;

import java.util.ArrayList;
import java.util.List;
import org.alongside.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A few sentences of one kind, with what they rest on.
///
/// @param sentence null while the writer has not said
/// @param toldBy whose words, where somebody told it; may be empty
/// @param sources ids of visits, events, notes, records or people
/// @param quoted a line that the record gave and nobody wrote
public record Passage(String text, @Nullable Sentence sentence, String toldBy, List<String> sources, boolean quoted) {
    static final String TEXT = "text";
    static final String SENTENCE = "sentence";
    static final String TOLD_BY = "told_by";
    static final String SOURCES = "sources";
    static final String QUOTED = "quoted";

    public Passage {
        sources = List.copyOf(sources);
    }

    /// Whatever stands there, read as far as it can be.
    public static Passage read(JsonNode node) {
        var sources = new ArrayList<String>();
        node.path(SOURCES).forEach(source -> sources.add(source.asString("")));
        return new Passage(
                (node.isString() ? node : node.path(TEXT)).asString(""),
                Sentence.find(node.path(SENTENCE).asString("")).orElse(null),
                node.path(TOLD_BY).asString(""),
                sources,
                node.path(QUOTED).booleanValue(false));
    }

    public ObjectNode json() {
        ObjectNode json = Json.object();
        json.put(TEXT, text);
        if (sentence != null) {
            json.put(SENTENCE, sentence.word());
        }
        if (!toldBy.isBlank()) {
            json.put(TOLD_BY, toldBy);
        }
        if (!sources.isEmpty()) {
            var list = json.putArray(SOURCES);
            sources.forEach(list::add);
        }
        if (quoted) {
            json.put(QUOTED, true);
        }
        return json;
    }

    public boolean isBlank() {
        return text.isBlank();
    }
}
