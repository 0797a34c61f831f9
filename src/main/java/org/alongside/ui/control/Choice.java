package org.alongside.ui.control;

/// One of the answers to choose from.
///
/// @param value what is stored
/// @param words what the user reads
/// @param hint a line under it; may be empty
public record Choice<T>(T value, String words, String hint) {
    public static <T> Choice<T> of(T value, String words) {
        return new Choice<>(value, words, "");
    }

    @Override
    public String toString() {
        return words;
    }
}
