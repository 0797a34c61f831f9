package org.alongside.rules;

import java.util.Set;

/// What a name in a condition holds.
public sealed interface Value {
    record Flag(boolean on) implements Value {}

    record Count(long number) implements Value {}

    record Word(String text) implements Value {}

    record Words(Set<String> texts) implements Value {
        public Words {
            texts = Set.copyOf(texts);
        }
    }
}
