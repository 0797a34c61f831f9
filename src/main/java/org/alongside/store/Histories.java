package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.OWN_OPERATION;
import static org.alongside.record.store.jooq.Tables.RECORD_ENTRY;
import static org.alongside.record.store.jooq.Tables.REPLICA_EVENT;
import static org.alongside.record.store.jooq.Tables.REPLICA_STREAM;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.record.Change;
import org.alongside.record.Event;
import org.alongside.record.Operation;
import org.alongside.record.StreamId;
import org.alongside.record.store.ProjectionRows;
import org.alongside.record.store.Projector;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What a worker sees: the accepted events of a record, and on top their own operations that have no
/// place in the stream yet. Reads histories and has their rows rewritten.
public final class Histories {
    /// From so many records on, one look at the whole stream is cheaper than one at each.
    private static final int WHOLE_STREAM_FROM = 8;

    private final Projector projector;
    private final String author;
    private final String device;

    Histories(Projector projector, String author, String device) {
        this.projector = projector;
        this.author = author;
        this.device = device;
    }

    /// Every step of one record, accepted first.
    public List<Change> of(DSLContext dsl, StreamId stream, UUID record) {
        return read(dsl, stream, record).getOrDefault(record, List.of());
    }

    /// Every record of a stream with its steps, in the order in which the stream first mentions them.
    public Map<UUID, List<Change>> of(DSLContext dsl, StreamId stream) {
        return read(dsl, stream, null);
    }

    /// The records of several streams, those left out that may not be read; one look for all.
    Map<StreamId, Map<UUID, List<Change>>> ofOpen(DSLContext dsl, Collection<StreamId> streams) {
        List<String> open = dsl.select(REPLICA_STREAM.STREAM)
                .from(REPLICA_STREAM)
                .where(
                        REPLICA_STREAM.STREAM.in(
                                streams.stream().map(StreamId::toString).toList()),
                        REPLICA_STREAM.ACCESS.eq(Access.OPEN.word()))
                .fetch(REPLICA_STREAM.STREAM);
        var all = new LinkedHashMap<StreamId, Map<UUID, List<Change>>>();
        read(
                dsl,
                REPLICA_EVENT.STREAM.in(open),
                OWN_OPERATION.STREAM.in(open),
                change -> add(all.computeIfAbsent(change.operation().stream(), key -> new LinkedHashMap<>()), change));
        return all;
    }

    /// Rewrites the rows of these records from their histories; of a stream that was let go they vanish.
    public void rewrite(DSLContext dsl, StreamId stream, Collection<UUID> records) {
        boolean shown = isOpen(dsl, stream);
        Map<UUID, List<Change>> all = shown && records.size() >= WHOLE_STREAM_FROM ? of(dsl, stream) : new HashMap<>();
        for (UUID record : records) {
            List<Change> history = !shown
                    ? List.of()
                    : records.size() >= WHOLE_STREAM_FROM
                            ? all.getOrDefault(record, List.of())
                            : of(dsl, stream, record);
            projector.rewrite(dsl, stream, record, history);
        }
    }

    /// The rows that are rewritten here.
    ProjectionRows rows() {
        return projector.rows();
    }

    /// Rewrites every record that the stream has, or had rows of.
    public void rewriteAll(DSLContext dsl, StreamId stream) {
        Set<UUID> records = new HashSet<>(dsl.select(RECORD_ENTRY.RECORD)
                .from(RECORD_ENTRY)
                .where(RECORD_ENTRY.STREAM.eq(stream.toString()))
                .fetch(RECORD_ENTRY.RECORD));
        records.addAll(of(dsl, stream).keySet());
        rewrite(dsl, stream, records);
    }

    /// Whether the stream is on this laptop and may be read.
    public static boolean isOpen(DSLContext dsl, StreamId stream) {
        return dsl.fetchExists(
                REPLICA_STREAM,
                REPLICA_STREAM.STREAM.eq(stream.toString()).and(REPLICA_STREAM.ACCESS.eq(Access.OPEN.word())));
    }

    private Map<UUID, List<Change>> read(DSLContext dsl, StreamId stream, @Nullable UUID record) {
        var histories = new LinkedHashMap<UUID, List<Change>>();
        Condition events = REPLICA_EVENT.STREAM.eq(stream.toString());
        Condition own = OWN_OPERATION.STREAM.eq(stream.toString());
        if (record != null) {
            events = events.and(REPLICA_EVENT.RECORD.eq(record));
            own = own.and(OWN_OPERATION.RECORD.eq(record));
        }
        read(dsl, events, own, change -> add(histories, change));
        return histories;
    }

    /// Accepted events in their order, then own operations that are not among them.
    private void read(DSLContext dsl, Condition events, Condition own, Consumer<Change> found) {
        var accepted = new HashSet<UUID>();
        dsl.select(REPLICA_EVENT.LINE)
                .from(REPLICA_EVENT)
                .where(events)
                .orderBy(REPLICA_EVENT.REVISION)
                .fetch(REPLICA_EVENT.LINE)
                .forEach(line -> {
                    Change change = Change.of(Event.parse(line));
                    accepted.add(change.opId());
                    found.accept(change);
                });
        dsl.select(OWN_OPERATION.LINE, OWN_OPERATION.OP_ID, OWN_OPERATION.STATE, OWN_OPERATION.REVISION)
                .from(OWN_OPERATION)
                .where(own)
                .orderBy(OWN_OPERATION.DEVICE_SEQ)
                .forEach(row -> {
                    if (!accepted.contains(row.get(OWN_OPERATION.OP_ID))) {
                        Operation operation = Operation.parse(row.get(OWN_OPERATION.LINE));
                        boolean parked = row.get(OWN_OPERATION.STATE).equals(OwnState.PARKED.word());
                        Long revision = row.get(OWN_OPERATION.REVISION);
                        found.accept(new Change(operation, revision, author, device, operation.deviceTime(), parked));
                    }
                });
    }

    private static void add(Map<UUID, List<Change>> histories, Change change) {
        histories
                .computeIfAbsent(change.operation().record(), key -> new ArrayList<>())
                .add(change);
    }
}
