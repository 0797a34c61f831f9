package org.alongside.record.store;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;

/// A table that follows the log, and the two columns that say whose each of its rows is.
///
/// @param record the record that a row comes from, whatever the table calls it
public record ProjectionTable(Table<?> table, Field<String> stream, Field<UUID> record) {
    public String name() {
        return table.getName();
    }
}
