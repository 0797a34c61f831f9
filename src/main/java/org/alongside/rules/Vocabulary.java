package org.alongside.rules;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The names a condition may use. A name outside it is a mistake in the content, not a false.
public final class Vocabulary {
    private final Map<String, Name> names;

    private Vocabulary(Map<String, Name> names) {
        this.names = Map.copyOf(names);
    }

    public static Vocabulary of(Collection<Name> names) {
        var byId = new LinkedHashMap<String, Name>();
        for (Name name : names) {
            if (byId.put(name.id(), name) != null) {
                throw new IllegalArgumentException("declared twice: " + name.id());
            }
        }
        return new Vocabulary(byId);
    }

    public static Vocabulary of(Name... names) {
        return of(java.util.List.of(names));
    }

    /// These names and the others; where both declare one, the other's declaration counts.
    public Vocabulary and(Vocabulary other) {
        var all = new LinkedHashMap<>(names);
        all.putAll(other.names);
        return new Vocabulary(all);
    }

    public Optional<Name> find(String id) {
        return Optional.ofNullable(names.get(id));
    }

    public Set<String> ids() {
        return names.keySet();
    }
}
