package org.alongside.sync.store;

import static org.alongside.record.store.jooq.Tables.BLOB_MENTION;
import static org.alongside.record.store.jooq.Tables.OWN_OPERATION;
import static org.alongside.record.store.jooq.Tables.SEALED_BLOB;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.alongside.record.Operation;
import org.alongside.record.Sealing;
import org.alongside.record.StreamId;
import org.alongside.record.store.Reader;
import org.alongside.record.store.jooq.tables.records.OwnOperationRecord;
import org.alongside.store.OwnState;
import org.alongside.sync.Outbox;
import org.jooq.DSLContext;

/// Own work and where it stands, from the laptop's tables.
public final class StoredOutbox implements Outbox {
    private static final int ITEMS_MAX = 1000;

    private final Reader reader;
    private final Set<UUID> sending = ConcurrentHashMap.newKeySet();

    public StoredOutbox(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<Item> items() {
        return reader.read(dsl -> {
            var items = new ArrayList<Item>();
            for (boolean waiting : new boolean[] {true, false}) {
                var state = OWN_OPERATION.STATE;
                String waits = OwnState.ON_THIS_LAPTOP.word();
                dsl.selectFrom(OWN_OPERATION)
                        .where(waiting ? state.eq(waits) : state.ne(waits))
                        .orderBy(OWN_OPERATION.DEVICE_SEQ.desc())
                        .limit(ITEMS_MAX)
                        .forEach(row -> {
                            Item item = item(row);
                            if (!Sealing.isMachinery(item.type())) {
                                items.add(item);
                            }
                        });
            }
            attachments(dsl, items);
            items.sort(Comparator.comparing(Item::since).reversed());
            return List.copyOf(items);
        });
    }

    /// Own photographs: they travel after the words that name them, and are waited for apart.
    private static void attachments(DSLContext dsl, List<Item> items) {
        dsl.select(
                        BLOB_MENTION.OP_ID,
                        BLOB_MENTION.STREAM,
                        BLOB_MENTION.RECORD,
                        SEALED_BLOB.COUNCIL_HAS_IT,
                        SEALED_BLOB.KEPT_AT)
                .from(SEALED_BLOB)
                .join(BLOB_MENTION)
                .on(BLOB_MENTION.STREAM.eq(SEALED_BLOB.STREAM), BLOB_MENTION.BLOB.eq(SEALED_BLOB.BLOB))
                .where(SEALED_BLOB.OWN.isTrue(), SEALED_BLOB.NAMED.isTrue())
                .orderBy(SEALED_BLOB.KEPT_AT.desc())
                .limit(ITEMS_MAX)
                .forEach(row -> items.add(new Item(
                        row.value1(),
                        StreamId.parse(row.value2()),
                        row.value3(),
                        PHOTOGRAPH,
                        null,
                        row.value4() ? State.WITH_THE_COUNCIL : State.ON_THIS_LAPTOP,
                        row.value5().toInstant(),
                        null,
                        null)));
    }

    /// These are on their way and show as sending until [#sent()]. Not kept over a restart: what was on
    /// its way then simply waits again.
    void sending(Set<UUID> operations) {
        sending.clear();
        sending.addAll(operations);
    }

    void sent() {
        sending.clear();
    }

    private Item item(OwnOperationRecord row) {
        State state = State.valueOf(row.getState().toUpperCase(Locale.ROOT));
        OffsetDateTime since = row.getResolvedAt() == null ? row.getSavedAt() : row.getResolvedAt();
        Operation operation = Operation.parse(row.getLine());
        return new Item(
                row.getOpId(),
                StreamId.parse(row.getStream()),
                row.getRecord(),
                operation.type(),
                operation.fieldGroup(),
                state == State.ON_THIS_LAPTOP && sending.contains(row.getOpId()) ? State.SENDING : state,
                since.toInstant(),
                row.getReason(),
                row.getRevision());
    }
}
