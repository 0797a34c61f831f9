package org.alongside.sync.store;

import static org.alongside.record.store.jooq.Tables.OWN_OPERATION;
import static org.alongside.record.store.jooq.Tables.RECORD_HEAD;
import static org.alongside.record.store.jooq.Tables.REPLICA_EVENT;
import static org.alongside.record.store.jooq.Tables.REPLICA_STREAM;
import static org.alongside.record.store.jooq.Tables.SEALED_BLOB;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.record.Chain;
import org.alongside.record.Event;
import org.alongside.record.Sealing;
import org.alongside.record.StreamId;
import org.alongside.record.store.jooq.tables.records.ReplicaStreamRecord;
import org.alongside.store.Access;
import org.alongside.store.LaptopSettings;
import org.alongside.store.LaptopStore;
import org.alongside.store.OwnState;
import org.alongside.store.StoredActivity;
import org.alongside.sync.BlobQueue;
import org.alongside.sync.Replica;
import org.alongside.sync.wire.Manifest;
import org.alongside.sync.wire.OpResult;
import org.alongside.sync.wire.PullLine;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The copies of the council's streams in the laptop's own tables, and the own operations beside them.
public final class LaptopReplica implements Replica {
    private final LaptopStore store;
    private final StoredOutbox outbox;
    private final LaptopBlobs blobs;
    private final String tenant;

    public LaptopReplica(LaptopStore store, StoredOutbox outbox) {
        this.store = store;
        this.outbox = outbox;
        this.blobs = new LaptopBlobs(store);
        this.tenant = store.enrolled().tenant();
    }

    @Override
    public String epoch() {
        return store.settings().epoch();
    }

    @Override
    public Manifest manifest(long byteBudget) {
        return store.read(dsl -> {
            var lines = dsl.selectFrom(REPLICA_STREAM)
                    .where(REPLICA_STREAM.REVISION.gt(0L), REPLICA_STREAM.ACCESS.eq(Access.OPEN.word()))
                    .orderBy(REPLICA_STREAM.STREAM)
                    .fetch(row -> new Manifest.Line(row.getStream(), row.getRevision(), Chain.brief(row.getChain())));
            return new Manifest(
                    List.copyOf(lines), new Manifest.End(LaptopSettings.userRev(dsl), List.of(), byteBudget));
        });
    }

    @Override
    public List<byte[]> outbox(int operationsMax, int bytesMax) {
        var ids = new HashSet<UUID>();
        List<byte[]> lines = store.read(dsl -> {
            var batch = new ArrayList<byte[]>();
            int bytes = 0;
            var waiting = dsl.select(OWN_OPERATION.LINE, OWN_OPERATION.OP_ID)
                    .from(OWN_OPERATION)
                    .where(OWN_OPERATION.STATE.eq(OwnState.ON_THIS_LAPTOP.word()))
                    .orderBy(OWN_OPERATION.DEVICE_SEQ)
                    .limit(operationsMax);
            for (var row : waiting) {
                bytes += row.value1().length + 1;
                if (!batch.isEmpty() && bytes > bytesMax) {
                    break;
                }
                batch.add(row.value1());
                ids.add(row.value2());
            }
            return batch;
        });
        outbox.sending(ids);
        return lines;
    }

    @Override
    public void sendingEnded() {
        outbox.sent();
    }

    @Override
    public int outboxSize() {
        return count(OwnState.ON_THIS_LAPTOP);
    }

    @Override
    public BlobQueue blobs() {
        return blobs;
    }

    @Override
    public int parkedSize() {
        return count(OwnState.PARKED);
    }

    private int count(OwnState state) {
        return store.read(dsl -> dsl.fetchCount(OWN_OPERATION, OWN_OPERATION.STATE.eq(state.word())));
    }

    @Override
    public void results(List<OpResult> results, Instant at) {
        Map<StreamId, Set<UUID>> touched = store.write(dsl -> {
            Map<StreamId, Set<UUID>> records = new LinkedHashMap<>();
            for (OpResult given : results) {
                OpResult result = given.effective();
                boolean parked = result.result().equals(OpResult.PARKED);
                var row = dsl.selectFrom(OWN_OPERATION)
                        .where(OWN_OPERATION.OP_ID.eq(given.opId()))
                        .fetchOne();
                if (row == null || !row.getState().equals(OwnState.ON_THIS_LAPTOP.word())) {
                    continue;
                }
                StreamId stream = StreamId.parse(row.getStream());
                settle(dsl, given.opId(), parked, result, at);
                StoredActivity.add(
                        dsl,
                        at,
                        parked ? StoredActivity.Kind.PARKED : StoredActivity.Kind.SENT,
                        stream,
                        parked && result.reason() != null
                                ? result.reason()
                                : org.alongside.record.Operation.parse(row.getLine())
                                        .type());
                records.computeIfAbsent(stream, key -> new LinkedHashSet<>()).add(row.getRecord());
            }
            records.keySet().forEach(stream -> letRestrictedGo(dsl, stream));
            records.forEach((stream, each) -> store.histories().rewrite(dsl, stream, each));
            return records;
        });
        if (!touched.isEmpty()) {
            store.changes().tell(touched.keySet());
        }
    }

    /// A restricted record leaves this laptop as soon as the council has it; what was parked stays until
    /// its writer has seen why (decision 8).
    private static void letRestrictedGo(DSLContext dsl, StreamId stream) {
        if (stream.kind() != StreamId.Kind.CASE_RESTRICTED) {
            return;
        }
        dsl.deleteFrom(OWN_OPERATION)
                .where(
                        OWN_OPERATION.STREAM.eq(stream.toString()),
                        OWN_OPERATION.STATE.eq(OwnState.WITH_THE_COUNCIL.word()))
                .execute();
    }

    private static void settle(DSLContext dsl, UUID opId, boolean parked, OpResult result, @Nullable Instant at) {
        dsl.update(OWN_OPERATION)
                .set(OWN_OPERATION.STATE, (parked ? OwnState.PARKED : OwnState.WITH_THE_COUNCIL).word())
                .set(OWN_OPERATION.REVISION, result.rev())
                .set(OWN_OPERATION.PARKED_ID, result.parkedId())
                .set(OWN_OPERATION.REASON, result.reason())
                .set(OWN_OPERATION.RESOLVED_AT, at == null ? null : at.atOffset(ZoneOffset.UTC))
                .where(OWN_OPERATION.OP_ID.eq(opId))
                .execute();
    }

    @Override
    public boolean events(StreamId stream, boolean anew, List<Event> events, PullLine.Head head) {
        boolean taken = store.write(dsl -> append(dsl, stream, anew, events, head));
        if (taken) {
            store.changes().tell(Set.of(stream));
        }
        return taken;
    }

    private boolean append(DSLContext dsl, StreamId stream, boolean anew, List<Event> events, PullLine.Head head) {
        ReplicaStreamRecord held = held(dsl, stream);
        long revision = anew ? 0 : held.getRevision();
        String chain = anew ? Chain.start(tenant, stream) : held.getChain();
        for (Event event : events) {
            if (event.rev() != ++revision || !event.operation().stream().equals(stream)) {
                return false;
            }
            chain = Chain.next(chain, event.line());
        }
        if (revision != head.rev() || !chain.equals(head.chain())) {
            return false;
        }
        Set<String> clashes = clashes(dsl, stream);
        if (anew) {
            dsl.deleteFrom(REPLICA_EVENT)
                    .where(REPLICA_EVENT.STREAM.eq(stream.toString()))
                    .execute();
        }
        events.forEach(event -> insert(dsl, event));
        dsl.update(REPLICA_STREAM)
                .set(REPLICA_STREAM.REVISION, revision)
                .set(REPLICA_STREAM.CHAIN, chain)
                .set(REPLICA_STREAM.DURABLE_REVISION, head.durableRev())
                .where(REPLICA_STREAM.STREAM.eq(stream.toString()))
                .execute();
        if (anew) {
            store.histories().rewriteAll(dsl, stream);
        } else {
            store.histories().rewrite(dsl, stream, records(events));
        }
        tell(dsl, stream, anew, events, clashes);
        return true;
    }

    private ReplicaStreamRecord held(DSLContext dsl, StreamId stream) {
        var held = dsl.selectFrom(REPLICA_STREAM)
                .where(REPLICA_STREAM.STREAM.eq(stream.toString()))
                .fetchOne();
        return held == null ? LaptopStore.begin(dsl, tenant, stream, "full") : held;
    }

    /// An own operation that comes back as an event has its result with it: a lost answer, or parked
    /// work that a records officer has accepted.
    private void insert(DSLContext dsl, Event event) {
        dsl.insertInto(REPLICA_EVENT)
                .set(REPLICA_EVENT.STREAM, event.operation().stream().toString())
                .set(REPLICA_EVENT.REVISION, event.rev())
                .set(REPLICA_EVENT.OP_ID, event.operation().opId())
                .set(REPLICA_EVENT.RECORD, event.operation().record())
                .set(REPLICA_EVENT.LINE, event.line())
                .execute();
        boolean mine = event.device().equals(store.enrolled().device());
        if (mine) {
            dsl.update(OWN_OPERATION)
                    .set(OWN_OPERATION.STATE, OwnState.WITH_THE_COUNCIL.word())
                    .set(OWN_OPERATION.REVISION, event.rev())
                    .setNull(OWN_OPERATION.REASON)
                    .set(OWN_OPERATION.RESOLVED_AT, event.receivedAt().atOffset(ZoneOffset.UTC))
                    .where(
                            OWN_OPERATION.OP_ID.eq(event.operation().opId()),
                            OWN_OPERATION.STATE.ne(OwnState.WITH_THE_COUNCIL.word()))
                    .execute();
        }
    }

    private void tell(DSLContext dsl, StreamId stream, boolean anew, List<Event> events, Set<String> clashesBefore) {
        Instant now = store.clock().instant();
        if (anew) {
            StoredActivity.add(dsl, now, StoredActivity.Kind.COPY_RENEWED, stream, "stream");
        }
        events.stream()
                .filter(event -> !event.device().equals(store.enrolled().device())
                        && !Sealing.isMachinery(event.operation().type()))
                .reduce((first, last) -> last)
                .ifPresent(last -> StoredActivity.add(
                        dsl,
                        now,
                        StoredActivity.Kind.RECEIVED,
                        stream,
                        last.operation().type() + org.alongside.record.Activity.BY + last.author()));
        Set<String> clashes = clashes(dsl, stream);
        clashes.removeAll(clashesBefore);
        clashes.forEach(group -> StoredActivity.add(dsl, now, StoredActivity.Kind.TWO_VERSIONS, stream, group));
    }

    private static Set<String> clashes(DSLContext dsl, StreamId stream) {
        return new HashSet<>(dsl.select(RECORD_HEAD.FIELD_GROUP)
                .from(RECORD_HEAD)
                .where(RECORD_HEAD.STREAM.eq(stream.toString()))
                .groupBy(RECORD_HEAD.RECORD, RECORD_HEAD.FIELD_GROUP)
                .having(DSL.countDistinct(RECORD_HEAD.HEAD_VALUE).gt(1))
                .fetch(RECORD_HEAD.FIELD_GROUP));
    }

    private static Set<UUID> records(List<Event> events) {
        var records = new LinkedHashSet<UUID>();
        events.forEach(event -> records.add(event.operation().record()));
        return records;
    }

    @Override
    public void reset(StreamId stream) {
        store.write(dsl -> {
            dsl.update(REPLICA_STREAM)
                    .set(REPLICA_STREAM.REVISION, 0L)
                    .set(REPLICA_STREAM.CHAIN, Chain.start(tenant, stream))
                    .set(REPLICA_STREAM.DURABLE_REVISION, 0L)
                    .where(REPLICA_STREAM.STREAM.eq(stream.toString()))
                    .execute();
            dsl.deleteFrom(REPLICA_EVENT)
                    .where(REPLICA_EVENT.STREAM.eq(stream.toString()))
                    .execute();
            store.histories().rewriteAll(dsl, stream);
            return true;
        });
        store.changes().tell(Set.of(stream));
    }

    @Override
    public void order(PullLine.Order order) {
        StreamId stream = StreamId.parse(order.stream());
        boolean add = order.kind().equals("add");
        store.write(dsl -> {
            LaptopSettings.userRev(dsl, order.rev());
            boolean here = dsl.fetchExists(REPLICA_STREAM, REPLICA_STREAM.STREAM.eq(stream.toString()));
            if (!add && !here) {
                return false;
            }
            Access access = add ? Access.OPEN : Access.RELEASED;
            boolean changes = !held(dsl, stream).getAccess().equals(access.word()) || !here;
            dsl.update(REPLICA_STREAM)
                    .set(REPLICA_STREAM.ACCESS, access.word())
                    .set(REPLICA_STREAM.DEPTH, order.depth())
                    .where(REPLICA_STREAM.STREAM.eq(stream.toString()))
                    .execute();
            if (changes) {
                store.histories().rewriteAll(dsl, stream);
                StoredActivity.add(
                        dsl,
                        store.clock().instant(),
                        add ? StoredActivity.Kind.ACCESS_GIVEN : StoredActivity.Kind.ACCESS_ENDED,
                        stream,
                        "stream");
            }
            return changes;
        });
        store.changes().tell(Set.of(stream));
    }

    @Override
    public void purgeReleased() {
        List<String> released = store.read(dsl -> dsl.select(REPLICA_STREAM.STREAM)
                .from(REPLICA_STREAM)
                .where(
                        REPLICA_STREAM.ACCESS.eq(Access.RELEASED.word()),
                        DSL.notExists(DSL.selectOne()
                                .from(OWN_OPERATION)
                                .where(
                                        OWN_OPERATION.STREAM.eq(REPLICA_STREAM.STREAM),
                                        OWN_OPERATION.STATE.eq(OwnState.ON_THIS_LAPTOP.word()))),
                        DSL.not(LaptopBlobs.waits(REPLICA_STREAM.STREAM)))
                .fetch(REPLICA_STREAM.STREAM));
        for (String stream : released) {
            store.write(dsl -> {
                dsl.deleteFrom(REPLICA_EVENT)
                        .where(REPLICA_EVENT.STREAM.eq(stream))
                        .execute();
                dsl.deleteFrom(OWN_OPERATION)
                        .where(OWN_OPERATION.STREAM.eq(stream))
                        .execute();
                dsl.deleteFrom(SEALED_BLOB).where(SEALED_BLOB.STREAM.eq(stream)).execute();
                store.histories().rewriteAll(dsl, StreamId.parse(stream));
                return dsl.deleteFrom(REPLICA_STREAM)
                        .where(REPLICA_STREAM.STREAM.eq(stream))
                        .execute();
            });
        }
    }

    @Override
    public int tendKeys() {
        return store.sealing().tend();
    }

    @Override
    public void contact(Instant at) {
        store.write(dsl -> {
            LaptopSettings.contact(dsl, at);
            return true;
        });
    }

    @Override
    public void synced(Instant at) {
        store.write(dsl -> {
            LaptopSettings.synced(dsl, at);
            return true;
        });
    }

    @Override
    public void newEpoch(String epoch, Instant at) {
        store.write(dsl -> {
            LaptopSettings.epoch(dsl, epoch);
            dsl.update(OWN_OPERATION)
                    .set(OWN_OPERATION.STATE, OwnState.ON_THIS_LAPTOP.word())
                    .setNull(OWN_OPERATION.REVISION)
                    .setNull(OWN_OPERATION.RESOLVED_AT)
                    .where(
                            OWN_OPERATION.STATE.eq(OwnState.WITH_THE_COUNCIL.word()),
                            DSL.coalesce(OWN_OPERATION.REVISION, DSL.inline(Long.MAX_VALUE))
                                    .gt(DSL.field(DSL.select(REPLICA_STREAM.DURABLE_REVISION)
                                            .from(REPLICA_STREAM)
                                            .where(REPLICA_STREAM.STREAM.eq(OWN_OPERATION.STREAM)))))
                    .execute();
            dsl.update(SEALED_BLOB)
                    .set(SEALED_BLOB.COUNCIL_HAS_IT, false)
                    .where(SEALED_BLOB.OWN.isTrue())
                    .execute();
            StoredActivity.add(dsl, at, StoredActivity.Kind.NEW_EPOCH, null, "epoch");
            return true;
        });
        store.changes().tell(Set.of());
    }
}
