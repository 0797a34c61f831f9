package org.alongside.rules;

/// A name that conditions may use.
///
/// @param unset what it holds while nothing has set it
public record Name(String id, Type type, Value unset) {
    public Name {
        if (!type.takes(unset)) {
            throw new IllegalArgumentException("unset value of " + id);
        }
    }

    /// A name that is quiet while unset.
    public static Name of(String id, Type type) {
        return new Name(id, type, type.quiet());
    }
}
