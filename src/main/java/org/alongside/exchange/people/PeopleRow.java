package org.alongside.exchange.people;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One person of a people file, with the values that could be taken.
///
/// @param line the row's first line
/// @param id the council's id of the child or person
/// @param said by column: a checked value in its stored form (days as ISO, yes and no as `true` and
///     `false`, codes as they are), or empty where `-` clears; a column left blank is absent
/// @param relatedChildren an adult's children, by the council's ids
public record PeopleRow(
        int line, boolean adult, String id, Map<String, Optional<String>> said, List<String> relatedChildren) {
    public PeopleRow {
        said = Collections.unmodifiableMap(new LinkedHashMap<>(said));
        relatedChildren = List.copyOf(relatedChildren);
    }

    /// Whether the file says anything of a column, be it that it is to be cleared.
    public boolean says(String column) {
        return said.containsKey(column);
    }

    /// A value, null when it is absent or cleared.
    public @Nullable String value(String column) {
        Optional<String> value = said.get(column);
        return value == null ? null : value.orElse(null);
    }
}
