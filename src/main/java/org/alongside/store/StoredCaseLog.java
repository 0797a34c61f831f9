package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.LOCAL_DRAFT;
import static org.alongside.record.store.jooq.Tables.OWN_OPERATION;
import static org.alongside.record.store.jooq.Tables.RECORD_ENTRY;
import static org.alongside.record.store.jooq.Tables.REPLICA_STREAM;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Texts;
import org.alongside.record.CaseLog;
import org.alongside.record.Change;
import org.alongside.record.Intent;
import org.alongside.record.Operation;
import org.alongside.record.RecordFold;
import org.alongside.record.RecordState;
import org.alongside.record.Sealing;
import org.alongside.record.StreamId;
import org.alongside.store.db.LaptopDatabase;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// The record on the laptop: own operations and the rows that follow them, in one transaction.
final class StoredCaseLog implements CaseLog {
    private static final int SCHEMA = 1;

    private final LaptopDatabase database;
    private final Histories histories;
    private final Changes changes;
    private final FaultPoints faults;
    private final String tenant;
    private final Clock clock;
    private final Ids ids;

    StoredCaseLog(
            LaptopDatabase database,
            Histories histories,
            Changes changes,
            FaultPoints faults,
            String tenant,
            Clock clock,
            Ids ids) {
        this.database = database;
        this.histories = histories;
        this.changes = changes;
        this.faults = faults;
        this.tenant = tenant;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Saved save(List<Intent> intents, @Nullable UUID finishedDraft) {
        if (intents.isEmpty()) {
            throw new IllegalArgumentException("nothing to save");
        }
        List<ObjectNode> bodies = new ArrayList<>();
        for (Intent intent : intents) {
            bodies.add((ObjectNode) CleanText.mended(intent.body(), ""));
        }
        List<Operation> operations = database.write(dsl -> store(dsl, intents, bodies, finishedDraft));
        var touched = new LinkedHashSet<StreamId>();
        operations.forEach(operation -> touched.add(operation.stream()));
        changes.tell(touched);
        return new Saved(operations, clock.instant());
    }

    private List<Operation> store(
            DSLContext dsl, List<Intent> intents, List<ObjectNode> bodies, @Nullable UUID finishedDraft) {
        Instant now = clock.instant();
        UUID together = intents.size() > 1 ? ids.next() : null;
        var operations = new ArrayList<Operation>();
        Map<StreamId, Set<UUID>> touched = new LinkedHashMap<>();
        for (int i = 0; i < intents.size(); i++) {
            Intent intent = intents.get(i);
            var operation = new Operation(
                    ids.next(),
                    intent.stream(),
                    intent.record(),
                    intent.fieldGroup(),
                    intent.type(),
                    SCHEMA,
                    together,
                    intent.supersedes(),
                    now,
                    LaptopSettings.nextDeviceSeq(dsl),
                    bodies.get(i));
            admit(dsl, operation.stream());
            insert(dsl, operation, now);
            StoredBlobs.named(dsl, operation);
            operations.add(operation);
            touched.computeIfAbsent(operation.stream(), key -> new LinkedHashSet<>())
                    .add(operation.record());
        }
        faults.pass(FaultPoints.IN_TRANSACTION);
        touched.forEach((stream, records) -> histories.rewrite(dsl, stream, records));
        operations.stream()
                .filter(operation -> !Sealing.isMachinery(operation.type()))
                .forEach(operation ->
                        StoredActivity.add(dsl, now, StoredActivity.Kind.SAVED, operation.stream(), operation.type()));
        if (finishedDraft != null) {
            dsl.deleteFrom(LOCAL_DRAFT)
                    .where(LOCAL_DRAFT.DRAFT.eq(finishedDraft))
                    .execute();
        }
        return operations;
    }

    /// A stream that is not here yet begins with this save: a new adult, an unborn child. One that was
    /// let go takes no more.
    private void admit(DSLContext dsl, StreamId stream) {
        Optional<String> access = dsl.select(REPLICA_STREAM.ACCESS)
                .from(REPLICA_STREAM)
                .where(REPLICA_STREAM.STREAM.eq(stream.toString()))
                .fetchOptional(REPLICA_STREAM.ACCESS);
        if (access.isEmpty()) {
            LaptopStore.begin(dsl, tenant, stream, "full");
        } else if (!access.get().equals(Access.OPEN.word())) {
            throw BadInput.of("stream-not-here", "stream", Texts.of("store.stream-not-here"));
        }
    }

    private static void insert(DSLContext dsl, Operation operation, Instant now) {
        dsl.insertInto(OWN_OPERATION)
                .set(OWN_OPERATION.DEVICE_SEQ, operation.deviceSeq())
                .set(OWN_OPERATION.OP_ID, operation.opId())
                .set(OWN_OPERATION.STREAM, operation.stream().toString())
                .set(OWN_OPERATION.RECORD, operation.record())
                .set(OWN_OPERATION.LINE, operation.line())
                .set(OWN_OPERATION.SAVED_AT, now.atOffset(ZoneOffset.UTC))
                .set(OWN_OPERATION.STATE, OwnState.ON_THIS_LAPTOP.word())
                .execute();
    }

    @Override
    public Optional<RecordState> find(StreamId stream, UUID record) {
        return database.read(dsl -> {
            List<Change> history =
                    Histories.isOpen(dsl, stream) ? histories.of(dsl, stream, record) : List.<Change>of();
            return history.isEmpty() ? Optional.<RecordState>empty() : Optional.of(RecordFold.fold(history));
        });
    }

    @Override
    public List<RecordState> records(StreamId stream) {
        return database.read(dsl -> Histories.isOpen(dsl, stream)
                ? histories.of(dsl, stream).values().stream()
                        .map(RecordFold::fold)
                        .toList()
                : List.of());
    }

    @Override
    public Map<StreamId, List<RecordState>> records(Collection<StreamId> streams) {
        return database.read(dsl -> {
            var all = new LinkedHashMap<StreamId, List<RecordState>>();
            streams.forEach(stream -> all.put(stream, List.of()));
            histories
                    .ofOpen(dsl, streams)
                    .forEach((stream, records) -> all.put(
                            stream,
                            records.values().stream().map(RecordFold::fold).toList()));
            return all;
        });
    }

    @Override
    public List<StreamId> streamsOf(UUID record) {
        return database.read(dsl -> dsl.select(RECORD_ENTRY.STREAM)
                .from(RECORD_ENTRY)
                .where(RECORD_ENTRY.RECORD.eq(record))
                .orderBy(RECORD_ENTRY.STREAM)
                .fetch(row -> StreamId.parse(row.value1())));
    }

    @Override
    public List<StreamId> streams(StreamId.Kind kind) {
        return database.read(dsl -> dsl.select(REPLICA_STREAM.STREAM)
                .from(REPLICA_STREAM)
                .where(REPLICA_STREAM.KIND.eq(kind.word()), REPLICA_STREAM.ACCESS.eq(Access.OPEN.word()))
                .orderBy(REPLICA_STREAM.STREAM)
                .fetch(row -> StreamId.parse(row.value1())));
    }
}
