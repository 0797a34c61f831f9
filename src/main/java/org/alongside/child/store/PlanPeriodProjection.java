package org.alongside.child.store;

import static org.alongside.record.store.jooq.Tables.PLAN_PERIOD;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.child.Plans;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.record.store.Projection;
import org.alongside.record.store.ProjectionTable;
import org.jooq.DSLContext;

/// Times on a plan, one row for each record that began one.
public final class PlanPeriodProjection implements Projection {

    @Override
    public Set<String> types() {
        return Plans.TYPES;
    }

    @Override
    public List<ProjectionTable> tables() {
        return List.of(new ProjectionTable(PLAN_PERIOD, PLAN_PERIOD.STREAM, PLAN_PERIOD.RECORD));
    }

    @Override
    public void delete(DSLContext transaction, StreamId stream, UUID record) {
        transaction
                .deleteFrom(PLAN_PERIOD)
                .where(PLAN_PERIOD.STREAM.eq(stream.toString()), PLAN_PERIOD.RECORD.eq(record))
                .execute();
    }

    @Override
    public void write(DSLContext transaction, RecordState state) {
        if (!state.stream().isCase()) {
            return;
        }
        Plans.period(state)
                .ifPresent(period -> transaction
                        .insertInto(PLAN_PERIOD)
                        .set(PLAN_PERIOD.STREAM, state.stream().toString())
                        .set(PLAN_PERIOD.RECORD, state.record())
                        .set(PLAN_PERIOD.CHILD, state.stream().id())
                        .set(PLAN_PERIOD.KIND, period.kind().name())
                        .set(PLAN_PERIOD.STARTED_ON, period.start())
                        .set(PLAN_PERIOD.ENDED_ON, period.end())
                        .set(PLAN_PERIOD.WITHDRAWN, period.withdrawn())
                        .execute());
    }
}
