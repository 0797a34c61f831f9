package org.alongside.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// A worker's own unfinished writing (`safety.md` 6). A step is on disk when [#keep] returns. What
/// stands behind it may be the store or, later, the journal.
public interface Drafts {

    /// Keeps the newest state of a draft.
    ///
    /// @throws org.alongside.kernel.BadInput when it passes a limit; what was kept before stays
    Draft keep(Draft draft);

    Optional<Draft> find(UUID id);

    /// Open drafts, the last touched first.
    List<Draft> all();

    /// Throws a draft away; it can be had back for 30 days.
    void discard(UUID id);

    /// Has a thrown-away draft back.
    void restore(UUID id);

    /// @param kind `visit` or `note` or a form's id
    /// @param children the children it is about
    /// @param body what was written, in the shape of the file that the command line takes
    /// @param place where the writer was: part, field, caret, scroll
    record Draft(
            UUID id,
            String kind,
            List<UUID> children,
            ObjectNode body,
            ObjectNode place,
            Instant begunAt,
            Instant savedAt) {
        public Draft {
            children = List.copyOf(children);
        }
    }
}
