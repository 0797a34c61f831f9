package org.alongside.rules.content;

import org.alongside.rules.Content;

/// The timescale rules shipped with the program, read once.
public final class RuleBooks {
    private RuleBooks() {}

    public static ContentFile.RuleBook shipped() {
        return Shipped.BOOK;
    }

    private static final class Shipped {
        private static final ContentFile.RuleBook BOOK =
                (ContentFile.RuleBook) ContentReader.read(Content.text("timescale-rules.json"));
    }
}
