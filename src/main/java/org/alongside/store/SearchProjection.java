package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.SEARCH_ENTRY;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.Limits;
import org.alongside.kernel.SearchWords;
import org.alongside.record.Change;
import org.alongside.record.Passages;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.alongside.record.store.Projection;
import org.alongside.record.store.ProjectionTable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The index of words: it follows the log as every other table does, so nothing is found that was let
/// go, and what was saved is found in the same moment. Inside the encrypted file like all else.
public final class SearchProjection implements Projection {
    private final RecordTypes types;
    private final Passages passages;

    public SearchProjection(RecordTypes types, Passages passages) {
        this.types = types;
        this.passages = passages;
    }

    /// What is about a child; nothing about workers, and no private stream.
    @Override
    public Set<String> types() {
        var indexed = new HashSet<String>();
        for (RecordType type : types.all()) {
            if (!type.restricted()
                    && type.madeByPerson()
                    && (type.per().equals("child") || type.per().equals("family"))) {
                indexed.add(type.id());
            }
        }
        return Set.copyOf(indexed);
    }

    @Override
    public List<ProjectionTable> tables() {
        return List.of(new ProjectionTable(SEARCH_ENTRY, SEARCH_ENTRY.STREAM, SEARCH_ENTRY.RECORD));
    }

    @Override
    public void delete(DSLContext transaction, StreamId stream, UUID record) {
        transaction
                .deleteFrom(SEARCH_ENTRY)
                .where(SEARCH_ENTRY.STREAM.eq(stream.toString()), SEARCH_ENTRY.RECORD.eq(record))
                .execute();
    }

    @Override
    public void write(DSLContext transaction, RecordState state) {
        passages.of(state).forEach((part, found) -> {
            String words = SearchWords.between(
                    found.stream().map(Passages.Passage::text).toList());
            transaction
                    .insertInto(SEARCH_ENTRY)
                    .set(SEARCH_ENTRY.STREAM, state.stream().toString())
                    .set(SEARCH_ENTRY.RECORD, state.record())
                    .set(SEARCH_ENTRY.PART, part)
                    .set(SEARCH_ENTRY.TYPE, state.type())
                    .set(SEARCH_ENTRY.HAPPENED_AT, happenedAt(state))
                    .set(SEARCH_ENTRY.WORDS, words.substring(0, Math.min(words.length(), Limits.SEARCH_WORDS)))
                    .execute();
        });
    }

    private @Nullable String happenedAt(RecordState state) {
        if (state.stream().isCase() && state.record().equals(state.stream().id())) {
            // The summary of a child happens on no day; its declaration names the birth.
            return null;
        }
        String field = types.get(state.type()).happened();
        for (List<Change> versions : state.heads().values()) {
            JsonNode value = versions.getLast().value();
            JsonNode at = value.path(field).isString()
                    ? value.path(field)
                    : value.path("visit").path(field);
            if (at.isString() && at.stringValue().length() <= 40) {
                return at.stringValue();
            }
        }
        return null;
    }
}
