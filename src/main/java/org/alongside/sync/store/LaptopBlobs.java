package org.alongside.sync.store;

import static org.alongside.record.store.jooq.Tables.BLOB_MENTION;
import static org.alongside.record.store.jooq.Tables.REPLICA_STREAM;
import static org.alongside.record.store.jooq.Tables.SEALED_BLOB;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.alongside.record.StreamId;
import org.alongside.store.Access;
import org.alongside.store.LaptopStore;
import org.alongside.store.keys.SealedBlob;
import org.alongside.sync.BlobQueue;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// Sealed attachments that travel, in the laptop's own tables.
public final class LaptopBlobs implements BlobQueue {
    private static final Condition TO_SEND =
            SEALED_BLOB.OWN.isTrue().and(SEALED_BLOB.NAMED.isTrue()).and(SEALED_BLOB.COUNCIL_HAS_IT.isFalse());

    private static final OffsetDateTime NEVER = OffsetDateTime.of(1970, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private final LaptopStore store;

    public LaptopBlobs(LaptopStore store) {
        this.store = store;
    }

    /// For the end of a case: one of its attachments is still to go out.
    static Condition waits(org.jooq.Field<String> stream) {
        return DSL.exists(DSL.selectOne().from(SEALED_BLOB).where(SEALED_BLOB.STREAM.eq(stream), TO_SEND));
    }

    @Override
    public List<Named> toSend(int most) {
        return store.read(dsl -> dsl.select(SEALED_BLOB.STREAM, SEALED_BLOB.BLOB)
                .from(SEALED_BLOB)
                .where(TO_SEND)
                .orderBy(SEALED_BLOB.KEPT_AT, SEALED_BLOB.BLOB)
                .limit(most)
                .fetch(row -> new Named(StreamId.parse(row.value1()), row.value2())));
    }

    @Override
    public int waiting() {
        return store.read(dsl -> dsl.fetchCount(SEALED_BLOB, TO_SEND));
    }

    @Override
    public byte[] sealed(Named blob) {
        return store.read(dsl -> dsl.select(SEALED_BLOB.SEALED)
                        .from(SEALED_BLOB)
                        .where(is(blob), SEALED_BLOB.SEALED.isNotNull())
                        .fetchOptional(SEALED_BLOB.SEALED))
                .orElseThrow();
    }

    @Override
    public void sent(Named blob) {
        store.write(dsl -> dsl.update(SEALED_BLOB)
                .set(SEALED_BLOB.COUNCIL_HAS_IT, true)
                .where(is(blob))
                .execute());
        store.changes().tell(Set.of(blob.stream()));
    }

    @Override
    public List<Named> toFetch(int most) {
        return store.read(dsl -> dsl.selectDistinct(
                        BLOB_MENTION.STREAM,
                        BLOB_MENTION.BLOB,
                        DSL.coalesce(SEALED_BLOB.ASKED_AT, DSL.inline(NEVER)).as("asked"))
                .from(BLOB_MENTION)
                .join(REPLICA_STREAM)
                .on(REPLICA_STREAM.STREAM.eq(BLOB_MENTION.STREAM), REPLICA_STREAM.ACCESS.eq(Access.OPEN.word()))
                .leftJoin(SEALED_BLOB)
                .on(SEALED_BLOB.STREAM.eq(BLOB_MENTION.STREAM), SEALED_BLOB.BLOB.eq(BLOB_MENTION.BLOB))
                .where(BLOB_MENTION.REVISION.isNotNull(), SEALED_BLOB.SEALED.isNull())
                .orderBy(DSL.field("asked"), BLOB_MENTION.BLOB)
                .limit(most)
                .fetch(row -> new Named(StreamId.parse(row.value1()), row.value2())));
    }

    @Override
    public void notThereYet(Named blob) {
        put(blob, null);
    }

    @Override
    public boolean fetched(Named blob, byte[] sealed) {
        if (!SealedBlob.name(sealed).equals(blob.name())) {
            return false;
        }
        put(blob, sealed);
        store.changes().tell(Set.of(blob.stream()));
        return true;
    }

    private void put(Named blob, byte @org.jspecify.annotations.Nullable [] sealed) {
        OffsetDateTime now = store.clock().instant().atOffset(ZoneOffset.UTC);
        store.write(dsl -> {
            int there = dsl.update(SEALED_BLOB)
                    .set(SEALED_BLOB.SEALED, sealed)
                    .set(SEALED_BLOB.COUNCIL_HAS_IT, sealed != null)
                    .set(SEALED_BLOB.ASKED_AT, now)
                    .where(is(blob))
                    .execute();
            return there > 0
                    ? there
                    : dsl.insertInto(SEALED_BLOB)
                            .set(SEALED_BLOB.STREAM, blob.stream().toString())
                            .set(SEALED_BLOB.BLOB, blob.name())
                            .set(SEALED_BLOB.SEALED, sealed)
                            .set(SEALED_BLOB.OWN, false)
                            .set(SEALED_BLOB.NAMED, true)
                            .set(SEALED_BLOB.COUNCIL_HAS_IT, sealed != null)
                            .set(SEALED_BLOB.KEPT_AT, now)
                            .set(SEALED_BLOB.ASKED_AT, now)
                            .execute();
        });
    }

    private static Condition is(Named blob) {
        return SEALED_BLOB.STREAM.eq(blob.stream().toString()).and(SEALED_BLOB.BLOB.eq(blob.name()));
    }
}
