package org.alongside.visit.store;

import static org.alongside.record.store.jooq.Tables.CHILD_VISIT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.Clocks;
import org.alongside.record.Amended;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.record.store.Cell;
import org.alongside.record.store.Projection;
import org.alongside.record.store.ProjectionTable;
import org.alongside.visit.SeenAlone;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One row for each child of a visit, seen or not: what the caseload, the child's page and, later, the
/// counters read.
public final class ChildVisitProjection implements Projection {
    private static final int KIND = 40;
    private static final int WORD = 20;
    private static final int ALONE = 30;
    private static final int REASON = 60;
    private static final int WORDS = 300_000;

    private final SeenAlone seenAlone;

    public ChildVisitProjection(SeenAlone seenAlone) {
        this.seenAlone = seenAlone;
    }

    @Override
    public Set<String> types() {
        return Set.of("visit");
    }

    @Override
    public List<ProjectionTable> tables() {
        return List.of(new ProjectionTable(CHILD_VISIT, CHILD_VISIT.STREAM, CHILD_VISIT.VISIT));
    }

    @Override
    public void delete(DSLContext transaction, StreamId stream, UUID record) {
        transaction
                .deleteFrom(CHILD_VISIT)
                .where(CHILD_VISIT.STREAM.eq(stream.toString()), CHILD_VISIT.VISIT.eq(record))
                .execute();
    }

    @Override
    public void write(DSLContext transaction, RecordState state) {
        if (!state.stream().isCase()) {
            return;
        }
        JsonNode value = Amended.value(state, "record");
        JsonNode visit = value.path("visit");
        JsonNode child = value.path("child");
        OffsetDateTime started = Cell.moment(visit.path("started_at"));
        transaction
                .insertInto(CHILD_VISIT)
                .set(CHILD_VISIT.STREAM, state.stream().toString())
                .set(CHILD_VISIT.VISIT, state.record())
                .set(CHILD_VISIT.CHILD, state.stream().id())
                .set(CHILD_VISIT.AUTHOR, state.first().author())
                .set(CHILD_VISIT.KIND, Cell.choice(visit.path("kind"), KIND))
                .set(CHILD_VISIT.MODE, Cell.choice(visit.path("mode"), WORD))
                .set(CHILD_VISIT.ACCESS, Cell.choice(visit.path("access"), WORD))
                .set(CHILD_VISIT.PLACE, Cell.choice(visit.path("place"), KIND))
                .set(CHILD_VISIT.STARTED_AT, started)
                .set(CHILD_VISIT.VISIT_DAY, day(started))
                .set(CHILD_VISIT.SEEN, Cell.choice(child.path("seen"), WORD))
                .set(CHILD_VISIT.ALONE, Cell.choice(child.path("alone"), ALONE))
                .set(CHILD_VISIT.ALONE_COUNTED, seenAlone.countsAsAlone(visit, child))
                .set(CHILD_VISIT.COUNTS_AS_VISIT, seenAlone.countsAsVisit(visit, child))
                .set(CHILD_VISIT.REASON_NOT_ALONE, Cell.choice(child.path("reason_not_alone"), REASON))
                .set(CHILD_VISIT.CHILD_WORDS, Cell.text(child.path("child_words"), WORDS))
                .set(
                        CHILD_VISIT.NEXT_VISIT_ON,
                        Cell.day(child.path("next_visit").path("date")))
                .set(CHILD_VISIT.WITHDRAWN, state.withdrawal().isPresent())
                .execute();
    }

    private static @Nullable LocalDate day(@Nullable OffsetDateTime started) {
        return started == null ? null : Clocks.day(started.toInstant());
    }
}
