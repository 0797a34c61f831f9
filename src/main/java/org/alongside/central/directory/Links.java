package org.alongside.central.directory;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.alongside.record.RecordState;
import tools.jackson.databind.JsonNode;

/// Which people a relationship record names.
public final class Links {
    private Links() {}

    /// Whom a value names: an id, or an object that holds one.
    public static Optional<UUID> personOf(JsonNode value) {
        JsonNode person = value.path("person").isObject() ? value.path("person").path("person") : value.path("person");
        try {
            return person.isString() ? Optional.of(UUID.fromString(person.stringValue())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Everybody whom the record links as it stands; both versions of a clash do, a withdrawn one none.
    public static Set<UUID> personsOf(RecordState relationship) {
        var persons = new TreeSet<UUID>();
        if (relationship.state() != RecordState.State.WITHDRAWN) {
            relationship
                    .heads()
                    .values()
                    .forEach(versions -> versions.forEach(
                            version -> personOf(version.value()).ifPresent(persons::add)));
        }
        return persons;
    }
}
