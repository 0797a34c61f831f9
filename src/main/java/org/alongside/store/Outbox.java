package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.OWN_OPERATION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.record.Operation;
import org.alongside.record.StreamId;
import org.alongside.store.db.LaptopDatabase;
import org.jspecify.annotations.Nullable;

/// Own work and where it stands: what waits, what is parked, what the council lately received.
public final class Outbox {
    private static final int ITEMS_MAX = 1000;

    private final LaptopDatabase database;
    private final Set<UUID> sending = ConcurrentHashMap.newKeySet();

    /// @param what the type of the record
    /// @param since when it came to stand there
    /// @param why the reason of a parked one
    /// @param revision its place in the stream, once it has one
    public record Item(
            UUID opId,
            StreamId stream,
            UUID record,
            String what,
            OwnState state,
            Instant since,
            @Nullable String why,
            @Nullable Long revision) {}

    Outbox(LaptopDatabase database) {
        this.database = database;
    }

    /// What has no result first, in the order of saving; then parked and received, newest first.
    public List<Item> items() {
        return database.read(dsl -> {
            var waiting = dsl.selectFrom(OWN_OPERATION)
                    .where(OWN_OPERATION.STATE.eq(OwnState.ON_THIS_LAPTOP.word()))
                    .orderBy(OWN_OPERATION.DEVICE_SEQ)
                    .limit(ITEMS_MAX)
                    .fetch(this::item);
            var settled = dsl.selectFrom(OWN_OPERATION)
                    .where(OWN_OPERATION.STATE.ne(OwnState.ON_THIS_LAPTOP.word()))
                    .orderBy(OWN_OPERATION.DEVICE_SEQ.desc())
                    .limit(ITEMS_MAX)
                    .fetch(this::item);
            return java.util.stream.Stream.concat(waiting.stream(), settled.stream())
                    .toList();
        });
    }

    /// Operations without a result.
    public int waiting() {
        return count(OwnState.ON_THIS_LAPTOP);
    }

    public int parked() {
        return count(OwnState.PARKED);
    }

    /// These are on their way; until [#sent()] they show as sending. Not kept over a restart: what was
    /// on its way then simply waits again.
    public void sending(Set<UUID> operations) {
        sending.addAll(operations);
    }

    public void sent() {
        sending.clear();
    }

    private int count(OwnState state) {
        return database.read(dsl -> dsl.fetchCount(OWN_OPERATION, OWN_OPERATION.STATE.eq(state.word())));
    }

    private Item item(org.alongside.record.store.jooq.tables.records.OwnOperationRecord row) {
        OwnState state = OwnState.of(row.getState());
        OffsetDateTime since = row.getResolvedAt() == null ? row.getSavedAt() : row.getResolvedAt();
        return new Item(
                row.getOpId(),
                StreamId.parse(row.getStream()),
                row.getRecord(),
                Operation.parse(row.getLine()).type(),
                state == OwnState.ON_THIS_LAPTOP && sending.contains(row.getOpId()) ? OwnState.SENDING : state,
                since.toInstant(),
                row.getReason(),
                row.getRevision());
    }
}
