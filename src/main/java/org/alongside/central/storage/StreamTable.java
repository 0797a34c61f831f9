package org.alongside.central.storage;

import static org.alongside.record.store.jooq.Tables.EVENT;
import static org.alongside.record.store.jooq.Tables.RECORD_ENTRY;
import static org.alongside.record.store.jooq.Tables.RECORD_HEAD;
import static org.alongside.record.store.jooq.Tables.STREAM_HEAD;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.alongside.record.Chain;
import org.alongside.record.Change;
import org.alongside.record.Event;
import org.alongside.record.RecordFold;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.record.store.ProjectionRows;
import org.alongside.record.store.ProjectionRows.Owner;
import org.alongside.record.store.ProjectionTable;
import org.alongside.record.store.Projector;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.impl.DSL;

/// Streams: gapless revisions under the head's row lock, the events, and the records they make.
public final class StreamTable {
    /// Where a stream stands.
    ///
    /// @param chain the whole link
    public record Head(StreamId stream, long rev, String chain, long durableRev) {}

    /// An event as stored, with the link it makes.
    public record Stored(long rev, String chain, byte[] line) {}

    /// A record's row: its type and state.
    public record Entry(String type, String state) {}

    private final DSLContext sql;
    private final String tenant;
    private final Projector projector;
    private final Map<StreamId, Head> locked = new HashMap<>();

    StreamTable(DSLContext sql, String tenant, Projector projector) {
        this.sql = sql;
        this.tenant = tenant;
        this.projector = projector;
    }

    /// Locks the heads of these streams that exist, in order of their names; until the transaction
    /// ends nobody else gives a revision in them.
    public void lock(Collection<StreamId> streams) {
        var names = streams.stream()
                .filter(stream -> !locked.containsKey(stream))
                .map(StreamId::toString)
                .distinct()
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return;
        }
        sql.selectFrom(STREAM_HEAD)
                .where(STREAM_HEAD.TENANT.eq(tenant), STREAM_HEAD.STREAM.in(names))
                .orderBy(STREAM_HEAD.STREAM)
                .forUpdate()
                .forEach(row -> {
                    StreamId stream = StreamId.parse(row.getStream());
                    locked.put(stream, new Head(stream, row.getRevision(), row.getChain(), row.getDurableRevision()));
                });
    }

    /// Locks a stream, and begins it when it does not exist.
    public Head lockOrBegin(StreamId stream) {
        lock(List.of(stream));
        Head head = locked.get(stream);
        if (head == null) {
            sql.insertInto(STREAM_HEAD)
                    .set(STREAM_HEAD.TENANT, tenant)
                    .set(STREAM_HEAD.STREAM, stream.toString())
                    .set(STREAM_HEAD.KIND, stream.kind().word())
                    .set(STREAM_HEAD.REVISION, 0L)
                    .set(STREAM_HEAD.CHAIN, Chain.start(tenant, stream))
                    .set(STREAM_HEAD.DURABLE_REVISION, 0L)
                    .onConflictDoNothing()
                    .execute();
            lock(List.of(stream));
            head = locked.get(stream);
        }
        if (head == null) {
            throw new CentralDatabase.Restart();
        }
        return head;
    }

    /// Gives an operation the next revision of its stream and stores the event.
    ///
    /// @param operationLine the bytes as they came
    public Event append(StreamId stream, byte[] operationLine, String author, String device, Instant receivedAt) {
        Head head = lockOrBegin(stream);
        Event event = Event.accepted(operationLine, head.rev() + 1, author, device, receivedAt);
        String chain = Chain.next(head.chain(), event.line());
        sql.insertInto(EVENT)
                .set(EVENT.TENANT, tenant)
                .set(EVENT.STREAM, stream.toString())
                .set(EVENT.REVISION, event.rev())
                .set(EVENT.OP_ID, event.operation().opId())
                .set(EVENT.RECORD, event.operation().record())
                .set(EVENT.FIELD_GROUP, event.operation().fieldGroup())
                .set(EVENT.TYPE, event.operation().type())
                .set(EVENT.SCHEMA_VERSION, event.operation().schema())
                .set(EVENT.AUTHOR, author)
                .set(EVENT.DEVICE, device)
                .set(EVENT.RECEIVED_AT, receivedAt.atOffset(ZoneOffset.UTC))
                .set(EVENT.CHAIN, chain)
                .set(EVENT.LINE, event.line())
                .execute();
        sql.update(STREAM_HEAD)
                .set(STREAM_HEAD.REVISION, event.rev())
                .set(STREAM_HEAD.CHAIN, chain)
                .where(STREAM_HEAD.TENANT.eq(tenant), STREAM_HEAD.STREAM.eq(stream.toString()))
                .execute();
        locked.put(stream, new Head(stream, event.rev(), chain, head.durableRev()));
        return event;
    }

    /// Writes a record's rows anew from its events.
    public RecordState rewrite(StreamId stream, UUID record) {
        List<Change> history = history(stream, record);
        projector.rewrite(sql, stream, record, history);
        return RecordFold.fold(history);
    }

    /// A record's rows as they stand, by table, to compare with what a rebuild makes of them.
    public Map<String, List<String>> rows(StreamId stream, UUID record) {
        return projector.rows().of(sql, new Owner(stream.toString(), record));
    }

    /// Rows that the log has no event of, by table.
    public Map<String, List<Owner>> strays() {
        ProjectionRows rows = projector.rows();
        var strays = new TreeMap<String, List<Owner>>();
        for (ProjectionTable table : rows.tables()) {
            strays.put(table.name(), rows.strays(sql, table, this::hasEvent));
        }
        return strays;
    }

    private Condition hasEvent(Field<String> stream, Field<UUID> record) {
        return DSL.exists(DSL.selectOne()
                .from(EVENT)
                .where(EVENT.TENANT.eq(tenant), EVENT.STREAM.eq(stream), EVENT.RECORD.eq(record)));
    }

    /// Every event of a record, oldest first.
    public List<Change> history(StreamId stream, UUID record) {
        return sql.select(EVENT.LINE)
                .from(EVENT)
                .where(EVENT.TENANT.eq(tenant), EVENT.STREAM.eq(stream.toString()), EVENT.RECORD.eq(record))
                .orderBy(EVENT.REVISION)
                .fetch(row -> Change.of(Event.parse(row.value1())));
    }

    public Optional<Entry> entry(StreamId stream, UUID record) {
        return sql.select(RECORD_ENTRY.TYPE, RECORD_ENTRY.STATE)
                .from(RECORD_ENTRY)
                .where(RECORD_ENTRY.STREAM.eq(stream.toString()), RECORD_ENTRY.RECORD.eq(record))
                .fetchOptional(row -> new Entry(row.value1(), row.value2()));
    }

    /// The versions of a field group that nothing has superseded.
    public List<UUID> headsOf(StreamId stream, UUID record, String fieldGroup) {
        return sql.select(RECORD_HEAD.OP_ID)
                .from(RECORD_HEAD)
                .where(
                        RECORD_HEAD.STREAM.eq(stream.toString()),
                        RECORD_HEAD.RECORD.eq(record),
                        RECORD_HEAD.FIELD_GROUP.eq(fieldGroup))
                .orderBy(RECORD_HEAD.OP_ID)
                .fetch(RECORD_HEAD.OP_ID);
    }

    /// The newest version of a field group, as JSON text.
    public Optional<String> headValue(StreamId stream, UUID record, String fieldGroup) {
        return sql.select(RECORD_HEAD.HEAD_VALUE)
                .from(RECORD_HEAD)
                .where(
                        RECORD_HEAD.STREAM.eq(stream.toString()),
                        RECORD_HEAD.RECORD.eq(record),
                        RECORD_HEAD.FIELD_GROUP.eq(fieldGroup))
                .orderBy(RECORD_HEAD.REVISION.desc())
                .limit(1)
                .fetchOptional(RECORD_HEAD.HEAD_VALUE);
    }

    public boolean exists(StreamId stream) {
        return locked.containsKey(stream) || heads(List.of(stream)).containsKey(stream);
    }

    /// The heads of these streams that exist, by name.
    public Map<StreamId, Head> heads(Collection<StreamId> streams) {
        var heads = new TreeMap<StreamId, Head>();
        var names = streams.stream().map(StreamId::toString).toList();
        if (!names.isEmpty()) {
            sql.selectFrom(STREAM_HEAD)
                    .where(STREAM_HEAD.TENANT.eq(tenant), STREAM_HEAD.STREAM.in(names))
                    .forEach(row ->
                            put(heads, row.getStream(), row.getRevision(), row.getChain(), row.getDurableRevision()));
        }
        return heads;
    }

    /// Every stream.
    public Map<StreamId, Head> allHeads() {
        var heads = new TreeMap<StreamId, Head>();
        sql.selectFrom(STREAM_HEAD)
                .where(STREAM_HEAD.TENANT.eq(tenant))
                .forEach(row ->
                        put(heads, row.getStream(), row.getRevision(), row.getChain(), row.getDurableRevision()));
        return heads;
    }

    private static void put(Map<StreamId, Head> heads, String name, long rev, String chain, long durable) {
        StreamId stream = StreamId.parse(name);
        heads.put(stream, new Head(stream, rev, chain, durable));
    }

    /// The link of a stream at a revision, if it has that revision.
    public Optional<String> chainAt(StreamId stream, long rev) {
        if (rev == 0) {
            return Optional.of(Chain.start(tenant, stream));
        }
        return sql.select(EVENT.CHAIN)
                .from(EVENT)
                .where(EVENT.TENANT.eq(tenant), EVENT.STREAM.eq(stream.toString()), EVENT.REVISION.eq(rev))
                .fetchOptional(EVENT.CHAIN);
    }

    /// Events after a revision, oldest first, until they come to so many bytes; at least one if there
    /// is one.
    public List<Stored> eventsAfter(StreamId stream, long rev, long bytesMax) {
        var events = new ArrayList<Stored>();
        long bytes = 0;
        try (var cursor = sql.select(EVENT.REVISION, EVENT.CHAIN, EVENT.LINE)
                .from(EVENT)
                .where(EVENT.TENANT.eq(tenant), EVENT.STREAM.eq(stream.toString()), EVENT.REVISION.gt(rev))
                .orderBy(EVENT.REVISION)
                .fetchSize(100)
                .fetchLazy()) {
            for (var row : cursor) {
                if (!events.isEmpty() && bytes + row.value3().length > bytesMax) {
                    break;
                }
                bytes += row.value3().length;
                events.add(new Stored(row.value1(), row.value2(), row.value3()));
            }
        }
        return events;
    }

    /// Who wrote the first event of a stream.
    public Optional<String> firstAuthor(StreamId stream) {
        return sql.select(EVENT.AUTHOR)
                .from(EVENT)
                .where(EVENT.TENANT.eq(tenant), EVENT.STREAM.eq(stream.toString()), EVENT.REVISION.eq(1L))
                .fetchOptional(EVENT.AUTHOR);
    }

    /// Every record of a stream, by id.
    public List<UUID> records(StreamId stream) {
        return sql.selectDistinct(EVENT.RECORD)
                .from(EVENT)
                .where(EVENT.TENANT.eq(tenant), EVENT.STREAM.eq(stream.toString()))
                .orderBy(EVENT.RECORD)
                .fetch(EVENT.RECORD);
    }

    /// Records of a type in a stream.
    public List<UUID> recordsOf(StreamId stream, String type) {
        return sql.select(RECORD_ENTRY.RECORD)
                .from(RECORD_ENTRY)
                .where(RECORD_ENTRY.STREAM.eq(stream.toString()), RECORD_ENTRY.TYPE.eq(type))
                .orderBy(RECORD_ENTRY.RECORD)
                .fetch(RECORD_ENTRY.RECORD);
    }

    /// The heads of every field group of a stream, sorted: what a canonical dump shows beside events.
    public List<GroupHead> groupHeads(StreamId stream) {
        return sql
                .select(RECORD_HEAD.RECORD, RECORD_HEAD.FIELD_GROUP, RECORD_HEAD.OP_ID, RECORD_HEAD.HEAD_VALUE)
                .from(RECORD_HEAD)
                .where(RECORD_HEAD.STREAM.eq(stream.toString()))
                .fetch(StreamTable::groupHead)
                .stream()
                .sorted()
                .toList();
    }

    private static GroupHead groupHead(Record4<UUID, String, UUID, String> row) {
        return new GroupHead(row.value1(), row.value2(), row.value3());
    }

    /// A version of a field group that nothing has superseded.
    public record GroupHead(UUID record, String fieldGroup, UUID opId) implements Comparable<GroupHead> {
        @Override
        public int compareTo(GroupHead other) {
            int byRecord = record.toString().compareTo(other.record.toString());
            int byGroup = byRecord == 0 ? fieldGroup.compareTo(other.fieldGroup) : byRecord;
            return byGroup == 0 ? opId.toString().compareTo(other.opId.toString()) : byGroup;
        }
    }
}
