package org.alongside.central.storage;

import static org.alongside.record.store.jooq.Tables.BLOB_CHUNK;
import static org.alongside.record.store.jooq.Tables.BLOB_MENTION;
import static org.alongside.record.store.jooq.Tables.DECLARED_BLOB;
import static org.alongside.record.store.jooq.Tables.PARKED_OP;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.alongside.record.StreamId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Sealed attachments by stream and name: declared, brought in chunks, checked as a whole. The bytes
/// are as the laptop sealed them; nothing here can open them.
public final class BlobTable {
    /// @param name SHA-256 of the sealed bytes
    public record Blob(StreamId stream, String name, long bytes, int chunkBytes, boolean complete) {}

    private final DSLContext sql;
    private final String tenant;

    BlobTable(DSLContext sql, String tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    public Optional<Blob> find(StreamId stream, String name) {
        return sql.selectFrom(DECLARED_BLOB)
                .where(is(stream, name))
                .fetchOptional(row -> new Blob(
                        StreamId.parse(row.getStream()),
                        row.getBlob(),
                        row.getBytes(),
                        row.getChunkBytes(),
                        row.getCompletedAt() != null));
    }

    /// Declares one; declaring it again changes nothing.
    public void declare(Blob blob, String account, String device, Instant at) {
        sql.insertInto(DECLARED_BLOB)
                .set(DECLARED_BLOB.TENANT, tenant)
                .set(DECLARED_BLOB.STREAM, blob.stream().toString())
                .set(DECLARED_BLOB.BLOB, blob.name())
                .set(DECLARED_BLOB.BYTES, blob.bytes())
                .set(DECLARED_BLOB.CHUNK_BYTES, blob.chunkBytes())
                .set(DECLARED_BLOB.ACCOUNT, account)
                .set(DECLARED_BLOB.DEVICE, device)
                .set(DECLARED_BLOB.DECLARED_AT, at.atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    public List<Integer> chunks(StreamId stream, String name) {
        return sql.select(BLOB_CHUNK.POSITION)
                .from(BLOB_CHUNK)
                .where(isChunk(stream, name))
                .orderBy(BLOB_CHUNK.POSITION)
                .fetch(BLOB_CHUNK.POSITION);
    }

    /// Keeps a chunk; the same one again takes its own place.
    public void put(StreamId stream, String name, int position, byte[] content) {
        sql.deleteFrom(BLOB_CHUNK)
                .where(isChunk(stream, name), BLOB_CHUNK.POSITION.eq(position))
                .execute();
        sql.insertInto(BLOB_CHUNK)
                .set(BLOB_CHUNK.TENANT, tenant)
                .set(BLOB_CHUNK.STREAM, stream.toString())
                .set(BLOB_CHUNK.BLOB, name)
                .set(BLOB_CHUNK.POSITION, position)
                .set(BLOB_CHUNK.CONTENT, content)
                .execute();
    }

    /// The chunks that are there, one after the other.
    public byte[] content(StreamId stream, String name) {
        var whole = new ByteArrayOutputStream();
        sql.select(BLOB_CHUNK.CONTENT)
                .from(BLOB_CHUNK)
                .where(isChunk(stream, name))
                .orderBy(BLOB_CHUNK.POSITION)
                .forEach(row -> whole.writeBytes(row.value1()));
        return whole.toByteArray();
    }

    /// Takes the chunks away, to be brought again.
    public void empty(StreamId stream, String name) {
        sql.deleteFrom(BLOB_CHUNK).where(isChunk(stream, name)).execute();
    }

    public void complete(StreamId stream, String name, Instant at) {
        sql.update(DECLARED_BLOB)
                .set(DECLARED_BLOB.COMPLETED_AT, at.atOffset(ZoneOffset.UTC))
                .where(is(stream, name))
                .execute();
    }

    /// The revision of an event of this stream that names it; empty when none does.
    public Optional<Long> namedAt(StreamId stream, String name) {
        return sql.select(DSL.min(BLOB_MENTION.REVISION))
                .from(BLOB_MENTION)
                .where(BLOB_MENTION.STREAM.eq(stream.toString()), BLOB_MENTION.BLOB.eq(name))
                .fetchOptional(row -> row.value1())
                .filter(revision -> revision != null);
    }

    /// Whether an event of this author names it.
    public boolean isNamedBy(StreamId stream, String name, String account) {
        return sql.fetchExists(
                BLOB_MENTION,
                BLOB_MENTION
                        .STREAM
                        .eq(stream.toString())
                        .and(BLOB_MENTION.BLOB.eq(name))
                        .and(BLOB_MENTION.AUTHOR.eq(account)));
    }

    /// Whether work of this author that is parked names it: it may still be taken into the record.
    public boolean isNamedInParked(StreamId stream, String name, String account) {
        byte[] sought = name.getBytes(StandardCharsets.UTF_8);
        return sql
                .select(PARKED_OP.LINE)
                .from(PARKED_OP)
                .where(
                        PARKED_OP.TENANT.eq(tenant),
                        PARKED_OP.STREAM.eq(stream.toString()),
                        PARKED_OP.AUTHOR.eq(account))
                .stream()
                .anyMatch(row -> contains(row.value1(), sought));
    }

    private static boolean contains(byte[] line, byte[] sought) {
        return new String(line, StandardCharsets.UTF_8).contains(new String(sought, StandardCharsets.UTF_8));
    }

    /// Lets go of what was declared before then and neither an event nor parked work names.
    public int forget(Instant declaredBefore) {
        int forgotten = 0;
        var old = sql.select(DECLARED_BLOB.STREAM, DECLARED_BLOB.BLOB, DECLARED_BLOB.ACCOUNT)
                .from(DECLARED_BLOB)
                .where(
                        DECLARED_BLOB.TENANT.eq(tenant),
                        DECLARED_BLOB.DECLARED_AT.lt(declaredBefore.atOffset(ZoneOffset.UTC)),
                        DSL.notExists(DSL.selectOne()
                                .from(BLOB_MENTION)
                                .where(
                                        BLOB_MENTION.STREAM.eq(DECLARED_BLOB.STREAM),
                                        BLOB_MENTION.BLOB.eq(DECLARED_BLOB.BLOB))))
                .fetch();
        for (var row : old) {
            StreamId stream = StreamId.parse(row.value1());
            if (!isNamedInParked(stream, row.value2(), row.value3())) {
                empty(stream, row.value2());
                forgotten += sql.deleteFrom(DECLARED_BLOB)
                        .where(is(stream, row.value2()))
                        .execute();
            }
        }
        return forgotten;
    }

    /// Every attachment that is whole, by its place.
    public List<Blob> complete() {
        return sql.selectFrom(DECLARED_BLOB)
                .where(DECLARED_BLOB.TENANT.eq(tenant), DECLARED_BLOB.COMPLETED_AT.isNotNull())
                .orderBy(DECLARED_BLOB.STREAM, DECLARED_BLOB.BLOB)
                .fetch(row -> new Blob(
                        StreamId.parse(row.getStream()), row.getBlob(), row.getBytes(), row.getChunkBytes(), true));
    }

    private Condition is(StreamId stream, String name) {
        return DECLARED_BLOB
                .TENANT
                .eq(tenant)
                .and(DECLARED_BLOB.STREAM.eq(stream.toString()))
                .and(DECLARED_BLOB.BLOB.eq(name));
    }

    private Condition isChunk(StreamId stream, String name) {
        return BLOB_CHUNK
                .TENANT
                .eq(tenant)
                .and(BLOB_CHUNK.STREAM.eq(stream.toString()))
                .and(BLOB_CHUNK.BLOB.eq(name));
    }
}
