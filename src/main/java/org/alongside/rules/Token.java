package org.alongside.rules;

/// A word of a condition.
record Token(Kind kind, String text, Place at) {
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return (kind == Kind.SYMBOL || kind == Kind.NAME) && text.equals(symbol);
    }
}
