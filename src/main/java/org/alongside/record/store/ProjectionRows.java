package org.alongside.record.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// Every row that follows the log, in the general tables and in the typed ones, to be compared with
/// what a rebuild makes of them.
public final class ProjectionRows {
    private final List<ProjectionTable> tables;

    ProjectionRows(List<ProjectionTable> tables) {
        this.tables = List.copyOf(tables);
    }

    public List<ProjectionTable> tables() {
        return tables;
    }

    /// Whose a row is.
    public record Owner(String stream, UUID record) implements Comparable<Owner> {
        @Override
        public int compareTo(Owner other) {
            int byStream = stream.compareTo(other.stream);
            return byStream == 0 ? record.toString().compareTo(other.record.toString()) : byStream;
        }
    }

    /// A record's rows by table, those of each in an order that does not depend on when they were
    /// written. Every table is there, with no rows where it has none.
    public Map<String, List<String>> of(DSLContext sql, Owner owner) {
        var rows = new TreeMap<String, List<String>>();
        for (ProjectionTable table : tables) {
            rows.put(table.name(), lines(sql, table, is(table, owner)));
        }
        return rows;
    }

    /// Every row of a table, by whose it is.
    public Map<Owner, List<String>> all(DSLContext sql, ProjectionTable table) {
        var rows = new TreeMap<Owner, List<String>>();
        sql.selectFrom(table.table())
                .forEach(row -> rows.computeIfAbsent(
                                new Owner(row.get(table.stream()), row.get(table.record())), key -> new ArrayList<>())
                        .add(line(row)));
        rows.values().forEach(Collections::sort);
        return rows;
    }

    /// Whose rows of a table have no event.
    ///
    /// @param isEvent of a row's stream and record: whether the log has an event of them
    public List<Owner> strays(DSLContext sql, ProjectionTable table, EventCondition isEvent) {
        return sql
                .selectDistinct(table.stream(), table.record())
                .from(table.table())
                .where(DSL.not(isEvent.of(table.stream(), table.record())))
                .fetch(row -> new Owner(row.value1(), row.value2()))
                .stream()
                .sorted()
                .toList();
    }

    /// Says in SQL whether the log has an event of a record.
    @FunctionalInterface
    public interface EventCondition {
        Condition of(Field<String> stream, Field<UUID> record);
    }

    /// Takes every row away, for a rebuild in the same transaction.
    public void clear(DSLContext sql) {
        tables.forEach(table -> sql.deleteFrom(table.table()).execute());
    }

    private static Condition is(ProjectionTable table, Owner owner) {
        return table.stream().eq(owner.stream()).and(table.record().eq(owner.record()));
    }

    private static List<String> lines(DSLContext sql, ProjectionTable table, Condition condition) {
        var lines =
                new ArrayList<>(sql.selectFrom(table.table()).where(condition).fetch(ProjectionRows::line));
        Collections.sort(lines);
        return lines;
    }

    private static String line(Record row) {
        var line = new StringBuilder();
        for (Field<?> field : row.fields()) {
            line.append(field.getName()).append('=').append(row.get(field)).append('\u001f');
        }
        return line.toString();
    }
}
