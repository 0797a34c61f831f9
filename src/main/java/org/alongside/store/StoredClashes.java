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
import org.alongside.record.Clashes;
import org.alongside.record.RecordFold;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.store.db.LaptopDatabase;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Field groups with two or more versions that differ and that nobody has settled yet.
final class StoredClashes implements Clashes {
    private final LaptopDatabase database;
    private final Histories histories;

    StoredClashes(LaptopDatabase database, Histories histories) {
        this.database = database;
        this.histories = histories;
    }

    /// Every clash on this laptop, those waiting longest first.
    @Override
    public List<Clash> all() {
        return database.read(dsl -> {
            var found = new ArrayList<Clash>();
            dsl.select(RECORD_HEAD.STREAM, RECORD_HEAD.RECORD, RECORD_HEAD.FIELD_GROUP)
                    .from(RECORD_HEAD)
                    .groupBy(RECORD_HEAD.STREAM, RECORD_HEAD.RECORD, RECORD_HEAD.FIELD_GROUP)
                    .having(DSL.count().gt(1))
                    .forEach(row -> conflict(dsl, StreamId.parse(row.value1()), row.value2(), row.value3())
                            .ifPresent(found::add));
            found.sort(java.util.Comparator.comparing(Clash::since).thenComparing(Clash::id));
            return List.copyOf(found);
        });
    }

    private Optional<Clash> conflict(DSLContext dsl, StreamId stream, UUID record, String group) {
        RecordState state = RecordFold.fold(histories.of(dsl, stream, record));
        if (!state.isInConflict(group)) {
            return Optional.empty();
        }
        List<Change> heads = state.heads().getOrDefault(group, List.of());
        return Optional.of(new Clash(
                RecordState.conflictId(stream, record, group),
                stream,
                record,
                state.type(),
                group,
                heads.stream().map(Change::at).max(Instant::compareTo).orElseThrow(),
                before(state, heads),
                heads));
    }

    /// The newest version that every side replaced, directly or through own steps in between.
    private static JsonNode before(RecordState state, List<Change> heads) {
        Set<UUID> common = ancestors(state, heads.getFirst());
        heads.forEach(head -> common.retainAll(ancestors(state, head)));
        JsonNode before = MissingNode.getInstance();
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
