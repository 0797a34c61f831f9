package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.ACTIVITY;
import static org.alongside.record.store.jooq.Tables.LAPTOP_SETTING;
import static org.alongside.record.store.jooq.Tables.LOCAL_DRAFT;
import static org.alongside.record.store.jooq.Tables.OWN_OPERATION;
import static org.alongside.record.store.jooq.Tables.RECORD_ENTRY;
import static org.alongside.record.store.jooq.Tables.REPLICA_EVENT;
import static org.alongside.record.store.jooq.Tables.REPLICA_STREAM;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Chain;
import org.alongside.record.Event;
import org.alongside.record.StreamId;
import org.alongside.store.db.LaptopDatabase;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/// Folds everything again and compares: each stream's chain from its first event, and each row that
/// follows the log. Rows that differed are put right, and told.
public final class Rebuild {
    /// Tables of the laptop's own, and of the service, which follow no log here.
    private static final Set<Table<?>> OWN =
            Set.of(REPLICA_STREAM, REPLICA_EVENT, OWN_OPERATION, LOCAL_DRAFT, LAPTOP_SETTING, ACTIVITY);

    private final LaptopDatabase database;
    private final Histories histories;
    private final String tenant;

    Rebuild(LaptopDatabase database, Histories histories, String tenant) {
        this.database = database;
        this.histories = histories;
        this.tenant = tenant;
    }

    /// @return what was found wrong; empty when all is well
    public List<Problem> run() {
        return database.write(dsl -> {
            var findings = new ArrayList<Problem>();
            List<StreamId> streams = streams(dsl);
            streams.forEach(stream -> chain(dsl, stream, findings));
            Map<String, List<String>> before = rows(dsl);
            streams.forEach(stream -> histories.rewriteAll(dsl, stream));
            Map<String, List<String>> after = rows(dsl);
            after.forEach((table, rows) -> {
                List<String> had = before.getOrDefault(table, List.of());
                if (!had.equals(rows)) {
                    findings.add(Problem.of(
                            "projection-differs",
                            Texts.of("store.projection-differs", table, had.size(), rows.size())));
                }
            });
            return List.copyOf(findings);
        });
    }

    /// Every row that follows the log, by table, in an order that does not depend on when it was written.
    public Map<String, List<String>> rows() {
        return database.read(Rebuild::rows);
    }

    private static Map<String, List<String>> rows(DSLContext dsl) {
        var rows = new TreeMap<String, List<String>>();
        Set<String> present =
                Set.copyOf(dsl.fetch("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'public'")
                        .map(row -> row.get(0, String.class)));
        for (Table<?> table : RECORD_ENTRY.getSchema().getTables()) {
            if (!OWN.contains(table) && present.contains(table.getName())) {
                List<String> lines = new ArrayList<>(dsl.selectFrom(table).fetch(Rebuild::line));
                Collections.sort(lines);
                rows.put(table.getName(), lines);
            }
        }
        return rows;
    }

    private static String line(Record row) {
        var line = new StringBuilder();
        for (Field<?> field : row.fields()) {
            line.append(field.getName()).append('=').append(row.get(field)).append('\u001f');
        }
        return line.toString();
    }

    private static List<StreamId> streams(DSLContext dsl) {
        return dsl.select(REPLICA_STREAM.STREAM)
                .from(REPLICA_STREAM)
                .orderBy(REPLICA_STREAM.STREAM)
                .fetch(row -> StreamId.parse(row.value1()));
    }

    private void chain(DSLContext dsl, StreamId stream, List<Problem> findings) {
        String[] link = {Chain.start(tenant, stream)};
        long[] revision = {0};
        boolean[] gap = {false};
        dsl.select(REPLICA_EVENT.LINE)
                .from(REPLICA_EVENT)
                .where(REPLICA_EVENT.STREAM.eq(stream.toString()))
                .orderBy(REPLICA_EVENT.REVISION)
                .forEach(row -> {
                    link[0] = Chain.next(link[0], row.value1());
                    gap[0] |= Event.parse(row.value1()).rev() != ++revision[0];
                });
        boolean whole = dsl.fetchExists(
                REPLICA_STREAM,
                REPLICA_STREAM
                        .STREAM
                        .eq(stream.toString())
                        .and(REPLICA_STREAM.CHAIN.eq(link[0]))
                        .and(REPLICA_STREAM.REVISION.eq(revision[0])));
        if (gap[0] || !whole) {
            findings.add(Problem.at(stream.toString(), "chain-broken", Texts.of("store.chain-broken")));
        }
    }
}
