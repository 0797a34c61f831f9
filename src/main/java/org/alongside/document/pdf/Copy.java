package org.alongside.document.pdf;

import java.util.List;
import java.util.Locale;
import org.alongside.kernel.Texts;

/// Whose copy a paper is, and so what may stand on it.
public enum Copy {
    STAFF,
    FAMILY,
    /// A page that is the family's from the first word: it says so by itself.
    OWN;

    /// The word of the command line.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// "Copy for staff"; empty on a page of the family's own.
    public String words() {
        return this == OWN ? "" : Texts.of("document.copy-" + word());
    }

    /// Sizes of its text, the usual one first.
    public List<PaperSize> sizes() {
        return List.of(this == STAFF ? PaperSize.STAFF : PaperSize.FAMILY, PaperSize.LARGE, PaperSize.LARGEST);
    }
}
