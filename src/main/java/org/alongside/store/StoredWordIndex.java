package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.SEARCH_ENTRY;

import java.util.List;
import org.alongside.record.StreamId;
import org.alongside.record.WordIndex;
import org.alongside.record.store.Reader;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/// Looks for words in the laptop's own index.
public final class StoredWordIndex implements WordIndex {
    private final Reader reader;

    public StoredWordIndex(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<Hit> find(List<String> words, int most) {
        if (words.isEmpty()) {
            return List.of();
        }
        Condition all = DSL.and(words.stream()
                .map(word -> SEARCH_ENTRY.WORDS.contains(" " + word))
                .toList());
        return reader.read(tables -> tables.selectFrom(SEARCH_ENTRY)
                .where(all)
                .orderBy(SEARCH_ENTRY.HAPPENED_AT.desc().nullsLast(), SEARCH_ENTRY.STREAM, SEARCH_ENTRY.RECORD)
                .limit(most)
                .fetch(row -> new Hit(
                        StreamId.parse(row.getStream()),
                        row.getRecord(),
                        row.getPart(),
                        row.getType(),
                        row.getHappenedAt())));
    }
}
