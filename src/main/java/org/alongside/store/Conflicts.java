package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.RECORD_HEAD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.record.Change;
import org.alongside.record.ConflictId;
import org.alongside.record.RecordFold;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.store.db.LaptopDatabase;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Field groups with two or more versions that differ and that nobody has settled yet.
public final class Conflicts {
    private final LaptopDatabase database;
    private final Histories histories;

    /// @param since when the newer version was written
    /// @param before the value that all versions replaced, or null where there was none
    public record Conflict(
            UUID id,
            StreamId stream,
            UUID record,
            String type,
            String fieldGroup,
            Instant since,
            @Nullable JsonNode before,
            List<Version> versions) {}

    /// One side.
    public record Version(UUID opId, String author, String device, Instant at, JsonNode value) {}

    Conflicts(LaptopDatabase database, Histories histories) {
        this.database = database;
        this.histories = histories;
    }

    /// Every clash on this laptop, those waiting longest first.
    public List<Conflict> all() {
        return database.read(dsl -> {
            var found = new ArrayList<Conflict>();
            dsl.select(RECORD_HEAD.STREAM, RECORD_HEAD.RECORD, RECORD_HEAD.FIELD_GROUP)
                    .from(RECORD_HEAD)
                    .groupBy(RECORD_HEAD.STREAM, RECORD_HEAD.RECORD, RECORD_HEAD.FIELD_GROUP)
                    .having(DSL.count().gt(1))
                    .forEach(row -> conflict(dsl, StreamId.parse(row.value1()), row.value2(), row.value3())
                            .ifPresent(found::add));
            found.sort(java.util.Comparator.comparing(Conflict::since).thenComparing(Conflict::id));
            return List.copyOf(found);
        });
    }

    public Optional<Conflict> find(UUID id) {
        return all().stream().filter(conflict -> conflict.id().equals(id)).findFirst();
    }

    private Optional<Conflict> conflict(DSLContext dsl, StreamId stream, UUID record, String group) {
        RecordState state = RecordFold.fold(histories.of(dsl, stream, record));
        if (!state.isInConflict(group)) {
            return Optional.empty();
        }
        List<Change> heads = state.heads().getOrDefault(group, List.of());
        List<Version> versions = heads.stream()
                .map(head -> new Version(head.opId(), head.author(), head.device(), head.at(), head.value()))
                .toList();
        return Optional.of(new Conflict(
                ConflictId.of(stream.toString(), record, group),
                stream,
                record,
                state.type(),
                group,
                versions.stream().map(Version::at).max(Instant::compareTo).orElseThrow(),
                before(state, heads),
                versions));
    }

    /// The newest version that every side replaced, directly or through own steps in between.
    private static @Nullable JsonNode before(RecordState state, List<Change> heads) {
        Set<UUID> common = ancestors(state, heads.getFirst());
        heads.forEach(head -> common.retainAll(ancestors(state, head)));
        JsonNode before = null;
        for (Change change : state.history()) {
            if (common.contains(change.opId())) {
                before = change.value();
            }
        }
        return before;
    }

    private static Set<UUID> ancestors(RecordState state, Change head) {
        var found = new HashSet<UUID>();
        var next = new ArrayList<>(head.operation().supersedes());
        while (!next.isEmpty()) {
            UUID id = next.removeLast();
            if (found.add(id)) {
                state.history().stream()
                        .filter(change -> change.opId().equals(id))
                        .forEach(change -> next.addAll(change.operation().supersedes()));
            }
        }
        return found;
    }
}
