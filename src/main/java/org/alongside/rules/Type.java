package org.alongside.rules;

import java.util.Set;

/// What a name in a condition may hold. The language has no other types.
public sealed interface Type {
    /// Yes or no.
    record Flag() implements Type {}

    /// A whole number.
    record Count() implements Type {}

    /// One word; no values declared means any text.
    record Word(Set<String> values) implements Type {
        public Word {
            values = Set.copyOf(values);
        }
    }

    /// Some of the values; none declared means any texts.
    record Words(Set<String> values) implements Type {
        public Words {
            values = Set.copyOf(values);
        }
    }

    /// What a name of this type holds while nothing has set it: false, 0 or empty (practice 1.5).
    default Value quiet() {
        return switch (this) {
            case Flag _ -> new Value.Flag(false);
            case Count _ -> new Value.Count(0);
            case Word _ -> new Value.Word("");
            case Words _ -> new Value.Words(Set.of());
        };
    }

    /// Whether a name of this type may hold the value. A word may always be empty: not yet known.
    default boolean takes(Value value) {
        return switch (this) {
            case Flag _ -> value instanceof Value.Flag;
            case Count _ -> value instanceof Value.Count;
            case Word(var values) ->
                value instanceof Value.Word(var word) && (values.isEmpty() || word.isEmpty() || values.contains(word));
            case Words(var values) ->
                value instanceof Value.Words(var words) && (values.isEmpty() || values.containsAll(words));
        };
    }
}
