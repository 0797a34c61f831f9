package org.alongside.caseload.store;

import static org.alongside.record.store.jooq.Tables.RECORD_ENTRY;
import static org.alongside.record.store.jooq.Tables.RECORD_HEAD;

import java.util.List;
import org.alongside.caseload.RecentChanges;
import org.alongside.record.Event;
import org.alongside.record.StreamId;
import org.alongside.record.store.Reader;

/// Reads what others wrote from the projections.
public final class StoredRecentChanges implements RecentChanges {
    private final Reader reader;
    private final String me;

    /// @param me the account that is signed in
    public StoredRecentChanges(Reader reader, String me) {
        this.reader = reader;
        this.me = me;
    }

    @Override
    public List<Line> byOthers(int most) {
        return reader.read(tables -> tables.select(
                        RECORD_HEAD.WRITTEN_AT,
                        RECORD_HEAD.STREAM,
                        RECORD_HEAD.RECORD,
                        RECORD_ENTRY.TYPE,
                        RECORD_HEAD.FIELD_GROUP,
                        RECORD_HEAD.AUTHOR)
                .from(RECORD_HEAD)
                .join(RECORD_ENTRY)
                .on(RECORD_ENTRY.STREAM.eq(RECORD_HEAD.STREAM), RECORD_ENTRY.RECORD.eq(RECORD_HEAD.RECORD))
                .where(RECORD_HEAD.AUTHOR.ne(me))
                .and(RECORD_HEAD.DEVICE.ne(Event.BROUGHT_IN))
                .and(RECORD_HEAD.STREAM.like(StreamId.Kind.CASE.word() + "/%"))
                .orderBy(RECORD_HEAD.WRITTEN_AT.desc())
                .limit(most)
                .fetch(row -> new Line(
                        row.value1().toInstant(),
                        StreamId.parse(row.value2()).id(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6())));
    }
}
