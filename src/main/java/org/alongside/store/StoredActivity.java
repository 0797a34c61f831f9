package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.ACTIVITY;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.alongside.kernel.Limits;
import org.alongside.record.Activity;
import org.alongside.record.StreamId;
import org.alongside.store.db.LaptopDatabase;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What happened on this laptop, newest first: the last [Limits#ACTIVITY_LINES] lines.
public final class StoredActivity implements Activity {
    private final LaptopDatabase database;
    private final Clock clock;

    /// What a line tells.
    public enum Kind {
        ENROLLED,
        SIGNED_IN,
        SAVED,
        RECEIVED,
        SENT,
        PARKED,
        TWO_VERSIONS,
        ACCESS_GIVEN,
        ACCESS_ENDED,
        COPY_RENEWED,
        PRINTED,
        PAPER_KEPT,
        NEW_EPOCH;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    StoredActivity(LaptopDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void paper(String kind, StreamId stream, String what) {
        Kind of = kind.equals(Kind.PRINTED.word()) ? Kind.PRINTED : Kind.PAPER_KEPT;
        database.write(dsl -> {
            add(dsl, clock.instant(), of, stream, what);
            return Boolean.TRUE;
        });
    }

    @Override
    public List<Line> lines(int most) {
        return database.read(dsl -> dsl.selectFrom(ACTIVITY)
                .orderBy(ACTIVITY.POSITION.desc())
                .limit(Math.min(most, Limits.ACTIVITY_LINES))
                .fetch(row -> new Line(
                        row.getHappenedAt().toInstant(),
                        row.getKind(),
                        row.getStream() == null ? null : StreamId.parse(row.getStream()),
                        row.getWhat())));
    }

    /// Adds a line inside a transaction and lets the oldest go.
    ///
    /// @param what the type of the record, or the reason of a parked one: a code, never typed text
    public static void add(DSLContext dsl, Instant at, Kind kind, @Nullable StreamId stream, String what) {
        Long last = dsl.select(DSL.max(ACTIVITY.POSITION)).from(ACTIVITY).fetchOneInto(Long.class);
        long position = last == null ? 1 : last + 1;
        dsl.insertInto(ACTIVITY)
                .set(ACTIVITY.POSITION, position)
                .set(ACTIVITY.HAPPENED_AT, at.atOffset(ZoneOffset.UTC))
                .set(ACTIVITY.KIND, kind.word())
                .set(ACTIVITY.STREAM, stream == null ? null : stream.toString())
                .set(ACTIVITY.WHAT, what)
                .execute();
        dsl.deleteFrom(ACTIVITY)
                .where(ACTIVITY.POSITION.le(position - Limits.ACTIVITY_LINES))
                .execute();
    }
}
