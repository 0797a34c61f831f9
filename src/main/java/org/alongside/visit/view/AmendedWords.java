package org.alongside.visit.view;

import java.util.ArrayList;
import org.alongside.visit.Words;
import tools.jackson.databind.JsonNode;

/// A correction in words: each answer that it changes, with its new value.
final class AmendedWords {
    private AmendedWords() {}

    static String of(JsonNode change) {
        var lines = new ArrayList<String>();
        for (String part : new String[] {"visit", "child"}) {
            change.path(part).properties().forEach(entry -> {
                JsonNode value = entry.getValue();
                String shown = value.isString() ? Words.value(entry.getKey(), value.stringValue()) : value.toString();
                lines.add(Words.field(entry.getKey()) + ": " + shown);
            });
        }
        return String.join("\n", lines);
    }
}
