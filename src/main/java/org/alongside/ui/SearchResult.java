package org.alongside.ui;

/// One line of the palette. The whole sentence is what a screen reader says.
///
/// @param title what was found: a name, "Go to Team"
/// @param detail why it matched or where it is, in words; may be empty
/// @param kind "child", "person", "place", "command"
/// @param key its key, or empty
/// @param open what Enter does
public record SearchResult(String title, String detail, String kind, String key, Runnable open) {
    public String sentence() {
        var sentence = new StringBuilder(title);
        if (!detail.isEmpty()) {
            sentence.append(", ").append(detail);
        }
        sentence.append(", ").append(kind);
        if (!key.isEmpty()) {
            sentence.append(", ").append(key);
        }
        return sentence.toString();
    }
}
