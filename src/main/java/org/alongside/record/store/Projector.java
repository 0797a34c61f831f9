package org.alongside.record.store;

import static org.alongside.record.store.jooq.Tables.BLOB_MENTION;
import static org.alongside.record.store.jooq.Tables.RECORD_ADDITION;
import static org.alongside.record.store.jooq.Tables.RECORD_ENTRY;
import static org.alongside.record.store.jooq.Tables.RECORD_HEAD;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.record.Blobs;
import org.alongside.record.Change;
import org.alongside.record.RecordFold;
import org.alongside.record.RecordState;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/// Rewrites the rows of a record from its history: the general tables itself, the typed ones through
/// the projections it was given. No code writes a projection any other way.
public final class Projector {
    private final RecordTypes types;
    private final List<Projection> projections;
    private final Map<String, List<Projection>> byType = new HashMap<>();

    public Projector(RecordTypes types, List<Projection> projections) {
        this.types = types;
        this.projections = List.copyOf(projections);
        for (Projection projection : projections) {
            for (String type : projection.types()) {
                byType.computeIfAbsent(type, key -> new ArrayList<>()).add(projection);
            }
        }
    }

    /// The rows that this writes, to be compared with what a rebuild makes of them.
    public ProjectionRows rows() {
        var tables = new ArrayList<ProjectionTable>();
        tables.add(new ProjectionTable(RECORD_ENTRY, RECORD_ENTRY.STREAM, RECORD_ENTRY.RECORD));
        tables.add(new ProjectionTable(RECORD_HEAD, RECORD_HEAD.STREAM, RECORD_HEAD.RECORD));
        tables.add(new ProjectionTable(RECORD_ADDITION, RECORD_ADDITION.STREAM, RECORD_ADDITION.RECORD));
        tables.add(new ProjectionTable(BLOB_MENTION, BLOB_MENTION.STREAM, BLOB_MENTION.RECORD));
        projections.forEach(projection -> tables.addAll(projection.tables()));
        return new ProjectionRows(tables);
    }

    /// @param history every step of the record; empty removes its rows
    public void rewrite(DSLContext transaction, StreamId stream, UUID record, List<Change> history) {
        delete(transaction, stream, record);
        if (history.isEmpty()) {
            return;
        }
        RecordState state = RecordFold.fold(history);
        writeEntry(transaction, state);
        state.heads().forEach((unit, versions) -> versions.forEach(head -> writeHead(transaction, state, unit, head)));
        state.additions().forEach(addition -> writeAddition(transaction, state, addition));
        state.history().forEach(change -> writeMentions(transaction, state, change));
        byType.getOrDefault(state.type(), List.of()).forEach(projection -> projection.write(transaction, state));
    }

    private void delete(DSLContext transaction, StreamId stream, UUID record) {
        String name = stream.toString();
        transaction
                .deleteFrom(RECORD_ENTRY)
                .where(RECORD_ENTRY.STREAM.eq(name), RECORD_ENTRY.RECORD.eq(record))
                .execute();
        transaction
                .deleteFrom(RECORD_HEAD)
                .where(RECORD_HEAD.STREAM.eq(name), RECORD_HEAD.RECORD.eq(record))
                .execute();
        transaction
                .deleteFrom(RECORD_ADDITION)
                .where(RECORD_ADDITION.STREAM.eq(name), RECORD_ADDITION.RECORD.eq(record))
                .execute();
        transaction
                .deleteFrom(BLOB_MENTION)
                .where(BLOB_MENTION.STREAM.eq(name), BLOB_MENTION.RECORD.eq(record))
                .execute();
        projections.forEach(projection -> projection.delete(transaction, stream, record));
    }

    private void writeEntry(DSLContext transaction, RecordState state) {
        Change first = state.first();
        Long revision = state.history().stream()
                .map(Change::rev)
                .filter(java.util.Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
        transaction
                .insertInto(RECORD_ENTRY)
                .set(RECORD_ENTRY.STREAM, state.stream().toString())
                .set(RECORD_ENTRY.RECORD, state.record())
                .set(RECORD_ENTRY.TYPE, state.type())
                .set(RECORD_ENTRY.STATE, state.state().word())
                .set(RECORD_ENTRY.AUTHOR, first.author())
                .set(RECORD_ENTRY.HAPPENED_AT, happenedAt(state))
                .set(RECORD_ENTRY.RECORDED_AT, first.at().atOffset(ZoneOffset.UTC))
                .set(RECORD_ENTRY.REVISION, revision)
                .set(RECORD_ENTRY.UNSENT, state.unsent())
                .set(RECORD_ENTRY.PARKED, state.parked())
                .set(RECORD_ENTRY.BROUGHT_IN, first.isBroughtIn())
                .execute();
    }

    /// The date or moment, as written, of the field that the type names; of a visit, its trip's.
    private @org.jspecify.annotations.Nullable String happenedAt(RecordState state) {
        String field = types.find(state.type()).map(type -> type.happened()).orElse("");
        for (List<Change> versions : state.heads().values()) {
            for (Change version : versions) {
                JsonNode value = version.value().path(field);
                if (!value.isString()) {
                    value = version.value().path("visit").path(field);
                }
                if (value.isString()) {
                    return value.stringValue();
                }
            }
        }
        return null;
    }

    private static void writeHead(DSLContext transaction, RecordState state, String unit, Change head) {
        transaction
                .insertInto(RECORD_HEAD)
                .set(RECORD_HEAD.STREAM, state.stream().toString())
                .set(RECORD_HEAD.RECORD, state.record())
                .set(RECORD_HEAD.FIELD_GROUP, unit)
                .set(RECORD_HEAD.OP_ID, head.opId())
                .set(RECORD_HEAD.AUTHOR, head.author())
                .set(RECORD_HEAD.DEVICE, head.device())
                .set(RECORD_HEAD.WRITTEN_AT, moment(head))
                .set(RECORD_HEAD.REVISION, head.rev())
                .set(RECORD_HEAD.PARKED, head.parked())
                .set(RECORD_HEAD.WHY, head.why())
                .set(RECORD_HEAD.HEAD_VALUE, Json.line(head.value()))
                .execute();
    }

    private static void writeAddition(DSLContext transaction, RecordState state, Change addition) {
        transaction
                .insertInto(RECORD_ADDITION)
                .set(RECORD_ADDITION.STREAM, state.stream().toString())
                .set(RECORD_ADDITION.RECORD, state.record())
                .set(RECORD_ADDITION.OP_ID, addition.opId())
                .set(RECORD_ADDITION.KIND, addition.operation().type())
                .set(RECORD_ADDITION.AUTHOR, addition.author())
                .set(RECORD_ADDITION.DEVICE, addition.device())
                .set(RECORD_ADDITION.WRITTEN_AT, moment(addition))
                .set(RECORD_ADDITION.REVISION, addition.rev())
                .set(RECORD_ADDITION.PARKED, addition.parked())
                .set(RECORD_ADDITION.WHY, addition.why())
                .set(RECORD_ADDITION.ADDITION, Json.line(addition.value()))
                .execute();
    }

    /// Every step that names an attachment, also one that later steps have put another in place of.
    private static void writeMentions(DSLContext transaction, RecordState state, Change change) {
        for (String blob : Blobs.namedIn(change.value())) {
            transaction
                    .insertInto(BLOB_MENTION)
                    .set(BLOB_MENTION.STREAM, state.stream().toString())
                    .set(BLOB_MENTION.RECORD, state.record())
                    .set(BLOB_MENTION.OP_ID, change.opId())
                    .set(BLOB_MENTION.BLOB, blob)
                    .set(BLOB_MENTION.AUTHOR, change.author())
                    .set(BLOB_MENTION.REVISION, change.rev())
                    .execute();
        }
    }

    private static OffsetDateTime moment(Change change) {
        return change.at().atOffset(ZoneOffset.UTC);
    }
}
