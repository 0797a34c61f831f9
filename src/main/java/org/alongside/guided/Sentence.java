package org.alongside.guided;

import java.util.Locale;
import java.util.Optional;

/// The three kinds of sentence, chosen by whoever writes and kept apart (practice 2.1).
public enum Sentence {
    /// Seen or heard by the writer.
    SEEN,
    /// Told by somebody, who is named.
    TOLD,
    /// What the writer thinks.
    THINK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Sentence> find(String word) {
        for (Sentence kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
