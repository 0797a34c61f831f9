package org.alongside.central.storage;

import static org.alongside.record.store.jooq.Tables.OP_RESULT;
import static org.alongside.record.store.jooq.Tables.PARKED_OP;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.sync.wire.OpResult;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// What became of each operation: written in the transaction of its effect, so that an answer that
/// got lost can be asked for again.
public final class ResultTable {
    /// A result as stored.
    ///
    /// @param lineHash SHA-256 of the operation's bytes, to tell a repeat from another operation
    ///     that took the same id
    public record Known(OpResult result, String lineHash) {}

    /// An operation that is kept and not applied.
    ///
    /// @param stream as sent; empty when it could not be read
    /// @param line the bytes as they came
    public record Parked(
            UUID parkedId,
            UUID opId,
            String stream,
            @Nullable UUID record,
            @Nullable UUID atomicGroup,
            String author,
            String device,
            String reason,
            Instant receivedAt,
            @Nullable String decided,
            byte[] line) {}

    private static final int LONGEST_STREAM = 120;

    private final DSLContext sql;
    private final String tenant;

    ResultTable(DSLContext sql, String tenant) {
        this.sql = sql;
        this.tenant = tenant;
    }

    public Map<UUID, Known> find(Collection<UUID> opIds) {
        var known = new HashMap<UUID, Known>();
        if (!opIds.isEmpty()) {
            sql.selectFrom(OP_RESULT)
                    .where(OP_RESULT.TENANT.eq(tenant), OP_RESULT.OP_ID.in(opIds))
                    .forEach(row -> known.put(
                            row.getOpId(),
                            new Known(
                                    new OpResult(
                                            row.getOpId(),
                                            row.getResult(),
                                            row.getRevision(),
                                            row.getConflict(),
                                            row.getReason(),
                                            row.getParkedId(),
                                            null),
                                    row.getLineHash())));
        }
        return known;
    }

    public void put(String stream, OpResult result, String lineHash) {
        sql.insertInto(OP_RESULT)
                .set(OP_RESULT.TENANT, tenant)
                .set(OP_RESULT.OP_ID, result.opId())
                .set(OP_RESULT.STREAM, shortened(stream))
                .set(OP_RESULT.RESULT, result.result())
                .set(OP_RESULT.REVISION, result.rev())
                .set(OP_RESULT.PARKED_ID, result.parkedId())
                .set(OP_RESULT.REASON, result.reason())
                .set(OP_RESULT.CONFLICT, result.conflict())
                .set(OP_RESULT.LINE_HASH, lineHash)
                .execute();
    }

    /// Keeps an operation that is not applied; keeping the same one again changes nothing.
    public void park(Parked parked) {
        sql.insertInto(PARKED_OP)
                .set(PARKED_OP.TENANT, tenant)
                .set(PARKED_OP.PARKED_ID, parked.parkedId())
                .set(PARKED_OP.OP_ID, parked.opId())
                .set(PARKED_OP.STREAM, shortened(parked.stream()))
                .set(PARKED_OP.RECORD, parked.record())
                .set(PARKED_OP.ATOMIC_GROUP, parked.atomicGroup())
                .set(PARKED_OP.AUTHOR, parked.author())
                .set(PARKED_OP.DEVICE, parked.device())
                .set(PARKED_OP.REASON, parked.reason())
                .set(PARKED_OP.RECEIVED_AT, moment(parked.receivedAt()))
                .set(PARKED_OP.LINE, parked.line())
                .onConflictDoNothing()
                .execute();
    }

    /// Whether an operation on this record is parked and nobody has decided about it.
    public boolean isParked(String stream, UUID record) {
        return sql.fetchExists(sql.selectOne()
                .from(PARKED_OP)
                .where(
                        PARKED_OP.TENANT.eq(tenant),
                        PARKED_OP.STREAM.eq(stream),
                        PARKED_OP.RECORD.eq(record),
                        PARKED_OP.DECIDED.isNull()));
    }

    /// Whether a member of this atomic group is parked.
    public boolean isGroupParked(UUID atomicGroup) {
        return sql.fetchExists(sql.selectOne()
                .from(PARKED_OP)
                .where(PARKED_OP.TENANT.eq(tenant), PARKED_OP.ATOMIC_GROUP.eq(atomicGroup)));
    }

    /// Parked work, oldest first.
    public List<Parked> parked() {
        return sql.selectFrom(PARKED_OP)
                .where(PARKED_OP.TENANT.eq(tenant))
                .orderBy(PARKED_OP.RECEIVED_AT, PARKED_OP.PARKED_ID)
                .fetch(row -> new Parked(
                        row.getParkedId(),
                        row.getOpId(),
                        row.getStream(),
                        row.getRecord(),
                        row.getAtomicGroup(),
                        row.getAuthor(),
                        row.getDevice(),
                        row.getReason(),
                        row.getReceivedAt().toInstant(),
                        row.getDecided(),
                        row.getLine()));
    }

    private static String shortened(String stream) {
        return stream.length() <= LONGEST_STREAM ? stream : stream.substring(0, LONGEST_STREAM);
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
