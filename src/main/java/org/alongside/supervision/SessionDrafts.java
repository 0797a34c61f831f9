package org.alongside.supervision;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.kernel.Json;
import org.alongside.record.Drafts;
import org.alongside.record.Drafts.Draft;
import org.alongside.record.Sealing;
import tools.jackson.databind.node.ObjectNode;

/// Sessions that are being written down. All of a draft's words are sealed for this laptop: what of
/// them is private is settled only when it is filed.
public final class SessionDrafts {
    /// The kind of these drafts.
    public static final String KIND = "supervision";

    /// The kind of words about a session that is held already.
    public static final String WORDS = "supervision-words";

    private static final String SEALED = "sealed";
    private static final String WORKER = "worker";
    private static final String SESSION = "session_id";

    private final Drafts drafts;
    private final Sealing sealing;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public SessionDrafts(Drafts drafts, Sealing sealing, Supplier<UUID> ids, Clock clock) {
        this.drafts = drafts;
        this.sealing = sealing;
        this.ids = ids;
        this.clock = clock;
    }

    /// The worker's session that is being written down, or a new one; opened.
    public Draft open(String worker) {
        return find(worker).orElseGet(() -> {
            ObjectNode body = Json.object()
                    .put(WORKER, worker)
                    .put(SESSION, ids.get().toString())
                    .put("at", clock.instant().toString());
            return new Draft(ids.get(), KIND, List.of(), body, Json.object(), clock.instant(), clock.instant());
        });
    }

    /// The one that is being written down with a worker, opened.
    public Optional<Draft> find(String worker) {
        return drafts.all().stream()
                .filter(draft -> draft.kind().equals(KIND)
                        && draft.body().path(WORKER).asString("").equals(worker))
                .findFirst()
                .map(this::opened);
    }

    /// Words of the worker's own about a session, while they are written; opened.
    public Draft openWords(String worker, UUID session) {
        return drafts.all().stream()
                .filter(draft -> draft.kind().equals(WORDS)
                        && draft.body().path(SESSION).asString("").equals(session.toString()))
                .findFirst()
                .map(this::opened)
                .orElseGet(() -> new Draft(
                        ids.get(),
                        WORDS,
                        List.of(),
                        Json.object().put(WORKER, worker).put(SESSION, session.toString()),
                        Json.object(),
                        clock.instant(),
                        clock.instant()));
    }

    /// The same drafts for whoever keeps writing: what is kept through it is sealed.
    public Drafts sealed() {
        return new Drafts() {
            @Override
            public Draft keep(Draft draft) {
                return SessionDrafts.this.keep(draft);
            }

            @Override
            public Optional<Draft> find(UUID id) {
                return drafts.find(id).map(SessionDrafts.this::opened);
            }

            @Override
            public List<Draft> all() {
                return drafts.all();
            }

            @Override
            public void discard(UUID id) {
                drafts.discard(id);
            }

            @Override
            public void restore(UUID id) {
                drafts.restore(id);
            }
        };
    }

    /// Whose session a draft is.
    public static String worker(Draft draft) {
        return draft.body().path(WORKER).asString("");
    }

    /// Keeps the newest state; on disk when it returns.
    public Draft keep(Draft draft) {
        ObjectNode outside = Json.object();
        outside.set(WORKER, draft.body().path(WORKER));
        outside.set(SESSION, draft.body().path(SESSION));
        outside.put(SEALED, sealing.sealHere(draft.body()));
        Draft kept = drafts.keep(new Draft(
                draft.id(), draft.kind(), draft.children(), outside, draft.place(), draft.begunAt(), draft.savedAt()));
        return new Draft(
                kept.id(), kept.kind(), kept.children(), draft.body(), kept.place(), kept.begunAt(), kept.savedAt());
    }

    private Draft opened(Draft draft) {
        ObjectNode body = sealing.openHere(draft.body().path(SEALED).asString(""))
                .orElseGet(() -> draft.body().deepCopy());
        return new Draft(
                draft.id(), draft.kind(), draft.children(), body, draft.place(), draft.begunAt(), draft.savedAt());
    }

    /// The session's id in a draft.
    public static UUID session(Draft draft) {
        return UUID.fromString(draft.body().path(SESSION).asString(""));
    }
}
