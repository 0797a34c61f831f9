package org.alongside.caseload.store;

import static org.alongside.record.store.jooq.Tables.CHILD_VISIT;
import static org.alongside.record.store.jooq.Tables.RECORD_ENTRY;
import static org.alongside.record.store.jooq.Tables.RECORD_HEAD;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.caseload.Caseload;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.record.StreamId;
import org.alongside.record.store.Reader;

/// Reads the caseload from the projections.
public final class StoredCaseload implements Caseload {
    private final Reader reader;
    private final Children children;

    public StoredCaseload(Reader reader, Children children) {
        this.reader = reader;
        this.children = children;
    }

    @Override
    public List<Row> rows() {
        List<ChildSummary> all = children.all();
        return reader.read(tables -> {
            Map<UUID, LocalDate> seen = tables.select(CHILD_VISIT.CHILD, max(CHILD_VISIT.VISIT_DAY))
                    .from(CHILD_VISIT)
                    .where(CHILD_VISIT.COUNTS_AS_VISIT.isTrue(), CHILD_VISIT.WITHDRAWN.isFalse())
                    .groupBy(CHILD_VISIT.CHILD)
                    .fetchMap(CHILD_VISIT.CHILD, max(CHILD_VISIT.VISIT_DAY));
            Map<UUID, LocalDate> alone = tables.select(CHILD_VISIT.CHILD, max(CHILD_VISIT.VISIT_DAY))
                    .from(CHILD_VISIT)
                    .where(CHILD_VISIT.ALONE_COUNTED.isTrue(), CHILD_VISIT.WITHDRAWN.isFalse())
                    .groupBy(CHILD_VISIT.CHILD)
                    .fetchMap(CHILD_VISIT.CHILD, max(CHILD_VISIT.VISIT_DAY));
            var next = new HashMap<UUID, LocalDate>();
            tables.select(CHILD_VISIT.CHILD, CHILD_VISIT.NEXT_VISIT_ON)
                    .from(CHILD_VISIT)
                    .where(CHILD_VISIT.WITHDRAWN.isFalse())
                    .orderBy(CHILD_VISIT.VISIT_DAY)
                    .forEach(row -> next.put(row.value1(), row.value2()));
            Map<String, BigDecimal> unsent = tables.select(RECORD_ENTRY.STREAM, sum(RECORD_ENTRY.UNSENT))
                    .from(RECORD_ENTRY)
                    .where(RECORD_ENTRY.UNSENT.gt(0))
                    .groupBy(RECORD_ENTRY.STREAM)
                    .fetchMap(RECORD_ENTRY.STREAM, sum(RECORD_ENTRY.UNSENT));
            var conflicts = new HashMap<String, Integer>();
            tables.select(RECORD_HEAD.STREAM)
                    .from(RECORD_HEAD)
                    .groupBy(RECORD_HEAD.STREAM, RECORD_HEAD.RECORD, RECORD_HEAD.FIELD_GROUP)
                    .having(countDistinct(RECORD_HEAD.HEAD_VALUE).gt(1))
                    .forEach(row -> conflicts.merge(row.value1(), 1, Integer::sum));
            return all.stream()
                    .map(child -> {
                        String stream = StreamId.ofCase(child.id()).toString();
                        return new Row(
                                child,
                                seen.get(child.id()),
                                alone.get(child.id()),
                                next.get(child.id()),
                                unsent.getOrDefault(stream, BigDecimal.ZERO).intValue(),
                                conflicts.getOrDefault(stream, 0));
                    })
                    .toList();
        });
    }
}
