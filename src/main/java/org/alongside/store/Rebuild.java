package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.REPLICA_EVENT;
import static org.alongside.record.store.jooq.Tables.REPLICA_STREAM;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Chain;
import org.alongside.record.Event;
import org.alongside.record.StreamId;
import org.alongside.record.store.ProjectionRows;
import org.alongside.record.store.ProjectionRows.Owner;
import org.alongside.record.store.ProjectionTable;
import org.alongside.store.db.LaptopDatabase;
import org.jooq.DSLContext;

/// Folds everything again and compares: each stream's chain from its first event, and each row that
/// follows the log. Rows that differed are put right, and told.
public final class Rebuild {
    private final LaptopDatabase database;
    private final Histories histories;
    private final String tenant;

    Rebuild(LaptopDatabase database, Histories histories, String tenant) {
        this.database = database;
        this.histories = histories;
        this.tenant = tenant;
    }

    /// @return what was found wrong, by table and record; empty when all is well
    public List<Problem> run() {
        return database.write(dsl -> {
            var findings = new ArrayList<Problem>();
            List<StreamId> streams = streams(dsl);
            streams.forEach(stream -> chain(dsl, stream, findings));
            ProjectionRows rows = histories.rows();
            var before = new LinkedHashMap<ProjectionTable, Map<Owner, List<String>>>();
            rows.tables().forEach(table -> before.put(table, rows.all(dsl, table)));
            rows.clear(dsl);
            streams.forEach(stream -> histories.rewriteAll(dsl, stream));
            before.forEach((table, had) -> compare(table.name(), had, rows.all(dsl, table), findings));
            return List.copyOf(findings);
        });
    }

    private static void compare(
            String table, Map<Owner, List<String>> had, Map<Owner, List<String>> now, List<Problem> findings) {
        var owners = new TreeSet<>(had.keySet());
        owners.addAll(now.keySet());
        for (Owner owner : owners) {
            List<String> before = had.getOrDefault(owner, List.of());
            List<String> after = now.getOrDefault(owner, List.of());
            if (!before.equals(after)) {
                findings.add(Problem.at(
                        owner.stream() + " " + owner.record(),
                        "projection-differs",
                        Texts.of(
                                "store.projection-differs",
                                table,
                                before.size(),
                                after.size(),
                                owner.record().toString(),
                                owner.stream())));
            }
        }
    }

    /// Every row that follows the log, by table, in an order that does not depend on when it was written.
    public Map<String, List<String>> rows() {
        return database.read(dsl -> {
            ProjectionRows rows = histories.rows();
            var lines = new TreeMap<String, List<String>>();
            rows.tables()
                    .forEach(table -> lines.put(
                            table.name(),
                            rows.all(dsl, table).values().stream()
                                    .flatMap(List::stream)
                                    .sorted()
                                    .toList()));
            return lines;
        });
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
