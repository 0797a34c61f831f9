package org.alongside.guided.store;

import static org.alongside.record.store.jooq.Tables.RECORD_ENTRY;
import static org.alongside.record.store.jooq.Tables.RECORD_HEAD;
import static org.jooq.impl.DSL.max;

import java.util.List;
import java.util.UUID;
import org.alongside.guided.AssessmentIndex;
import org.alongside.record.RecordState;
import org.alongside.record.store.Reader;

/// Reads it from the entries that every record has.
public final class StoredAssessmentIndex implements AssessmentIndex {
    private final Reader reader;

    public StoredAssessmentIndex(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<UUID> ofType(String type) {
        return reader.read(tables -> tables.select(RECORD_ENTRY.RECORD, max(RECORD_HEAD.WRITTEN_AT))
                .from(RECORD_ENTRY)
                .join(RECORD_HEAD)
                .on(RECORD_HEAD.STREAM.eq(RECORD_ENTRY.STREAM), RECORD_HEAD.RECORD.eq(RECORD_ENTRY.RECORD))
                .where(RECORD_ENTRY.TYPE.eq(type), RECORD_ENTRY.STATE.ne(RecordState.State.WITHDRAWN.word()))
                .groupBy(RECORD_ENTRY.RECORD)
                .orderBy(max(RECORD_HEAD.WRITTEN_AT).desc(), RECORD_ENTRY.RECORD)
                .fetch(row -> row.value1()));
    }
}
