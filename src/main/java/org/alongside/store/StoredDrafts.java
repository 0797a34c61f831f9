package org.alongside.store;

import static org.alongside.record.store.jooq.Tables.LOCAL_DRAFT;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import org.alongside.record.Drafts;
import org.alongside.record.store.jooq.tables.records.LocalDraftRecord;
import org.alongside.store.db.LaptopDatabase;
import org.jooq.DSLContext;
import tools.jackson.databind.node.ObjectNode;

/// Drafts straight in the store. The journal of unsent work (`safety.md` 4), when it is there, stands in
/// front of this behind the same [Drafts].
final class StoredDrafts implements Drafts {
    private static final Duration KEPT_AFTER_DISCARD = Duration.ofDays(30);
    private static final int MIB = 1024 * 1024;

    private final LaptopDatabase database;
    private final Changes changes;
    private final FaultPoints faults;
    private final Clock clock;

    StoredDrafts(LaptopDatabase database, Changes changes, FaultPoints faults, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public Draft keep(Draft draft) {
        ObjectNode mended = (ObjectNode) CleanText.mended(draft.body(), "body");
        // Where the writer is, and the answers that another answer made pointless and that may come back.
        var mendedPlace = (ObjectNode) CleanText.mended(draft.place(), "place");
        String body = Json.line(mended);
        String place = Json.line(mendedPlace);
        int bytes = body.getBytes(StandardCharsets.UTF_8).length + place.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Limits.DRAFT_BYTES) {
            throw BadInput.of(
                    "draft-too-long",
                    Texts.of("store.draft-too-long", (bytes + MIB - 1) / MIB, Limits.DRAFT_BYTES / MIB));
        }
        Instant now = clock.instant();
        database.write(dsl -> {
            if (dsl.fetchExists(LOCAL_DRAFT, LOCAL_DRAFT.DRAFT.eq(draft.id()))) {
                update(dsl, draft, body, place, now);
            } else {
                insert(dsl, draft, body, place, now);
            }
            faults.pass(FaultPoints.IN_TRANSACTION);
            return true;
        });
        changes.tell(Set.of());
        return new Draft(draft.id(), draft.kind(), draft.children(), mended, mendedPlace, draft.begunAt(), now);
    }

    private static void update(DSLContext dsl, Draft draft, String body, String place, Instant now) {
        dsl.update(LOCAL_DRAFT)
                .set(LOCAL_DRAFT.CHILDREN, children(draft))
                .set(LOCAL_DRAFT.BODY, body)
                .set(LOCAL_DRAFT.PLACE, place)
                .set(LOCAL_DRAFT.SAVED_AT, now.atOffset(ZoneOffset.UTC))
                .setNull(LOCAL_DRAFT.DISCARDED_AT)
                .where(LOCAL_DRAFT.DRAFT.eq(draft.id()))
                .execute();
    }

    private static void insert(DSLContext dsl, Draft draft, String body, String place, Instant now) {
        int open = dsl.fetchCount(LOCAL_DRAFT, LOCAL_DRAFT.DISCARDED_AT.isNull());
        if (open >= Limits.DRAFTS) {
            throw BadInput.of("drafts-too-many", Texts.of("store.drafts-too-many", open));
        }
        dsl.insertInto(LOCAL_DRAFT)
                .set(LOCAL_DRAFT.DRAFT, draft.id())
                .set(LOCAL_DRAFT.KIND, draft.kind())
                .set(LOCAL_DRAFT.CHILDREN, children(draft))
                .set(LOCAL_DRAFT.BODY, body)
                .set(LOCAL_DRAFT.PLACE, place)
                .set(LOCAL_DRAFT.BEGUN_AT, draft.begunAt().atOffset(ZoneOffset.UTC))
                .set(LOCAL_DRAFT.SAVED_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    @Override
    public Optional<Draft> find(UUID id) {
        return database.read(dsl -> dsl.selectFrom(LOCAL_DRAFT)
                .where(LOCAL_DRAFT.DRAFT.eq(id), LOCAL_DRAFT.DISCARDED_AT.isNull())
                .fetchOptional(StoredDrafts::draft));
    }

    @Override
    public List<Draft> all() {
        return database.read(dsl -> dsl.selectFrom(LOCAL_DRAFT)
                .where(LOCAL_DRAFT.DISCARDED_AT.isNull())
                .orderBy(LOCAL_DRAFT.SAVED_AT.desc())
                .fetch(StoredDrafts::draft));
    }

    @Override
    public void discard(UUID id) {
        mark(id, clock.instant());
    }

    @Override
    public void restore(UUID id) {
        int restored = database.write(dsl -> dsl.update(LOCAL_DRAFT)
                .setNull(LOCAL_DRAFT.DISCARDED_AT)
                .where(LOCAL_DRAFT.DRAFT.eq(id))
                .execute());
        told(restored);
    }

    private void mark(UUID id, Instant at) {
        int marked = database.write(dsl -> dsl.update(LOCAL_DRAFT)
                .set(LOCAL_DRAFT.DISCARDED_AT, at.atOffset(ZoneOffset.UTC))
                .where(LOCAL_DRAFT.DRAFT.eq(id), LOCAL_DRAFT.DISCARDED_AT.isNull())
                .execute());
        told(marked);
    }

    private void told(int rows) {
        if (rows == 0) {
            throw BadInput.of("draft-not-here", Texts.of("store.draft-not-here"));
        }
        changes.tell(Set.of());
    }

    /// Lets go of what was thrown away more than 30 days ago.
    void forgetOld() {
        var before = clock.instant().minus(KEPT_AFTER_DISCARD).atOffset(ZoneOffset.UTC);
        boolean any = database.read(dsl -> dsl.fetchExists(LOCAL_DRAFT, LOCAL_DRAFT.DISCARDED_AT.lt(before)));
        if (any) {
            database.write(dsl -> dsl.deleteFrom(LOCAL_DRAFT)
                    .where(LOCAL_DRAFT.DISCARDED_AT.lt(before))
                    .execute());
        }
    }

    private static String children(Draft draft) {
        return draft.children().stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    private static Draft draft(LocalDraftRecord row) {
        List<UUID> children = row.getChildren().isEmpty()
                ? List.of()
                : Arrays.stream(row.getChildren().split(" "))
                        .map(UUID::fromString)
                        .toList();
        return new Draft(
                row.getDraft(),
                row.getKind(),
                children,
                (ObjectNode) Json.MAPPER.readTree(row.getBody()),
                (ObjectNode) Json.MAPPER.readTree(row.getPlace()),
                row.getBegunAt().toInstant(),
                row.getSavedAt().toInstant());
    }
}
