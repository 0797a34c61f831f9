package org.alongside.document.pdf;

import java.util.Locale;
import org.alongside.kernel.Texts;

/// Whose copy a paper is, and so what may stand on it.
public enum Copy {
    STAFF,
    FAMILY;

    /// The word of the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// "Copy for staff".
    public String words() {
        return Texts.of("document.copy-" + word());
    }
}
