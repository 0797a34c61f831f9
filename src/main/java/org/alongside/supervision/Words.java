package org.alongside.supervision;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/// Words of the two, opened. What they are is inside the seal; nobody else can tell a worry from an
/// item of the agenda.
///
/// @param author account of who wrote them
/// @param unsent only this laptop has them yet
public record Words(UUID id, Kind kind, String author, Instant at, ObjectNode body, boolean unsent) {
    /// What words can be.
    public enum Kind {
        /// A line of a session: `session`, `slot`, `route`, `text`, perhaps `child`.
        LINE,
        /// Added to the agenda: `text`, perhaps `child`.
        OWN_ITEM,
        /// An own item is taken off again: `of`.
        TAKEN_OFF,
        /// An answer to an item of the agenda: `key`, `answer`, `why`.
        REPLY,
        /// What was on the agenda of a session is over with it: `session`, `of` a list.
        CLOSED,
        /// An action that is no child's: `session`, `text`, `owner`, `due`, `route`.
        ACTION,
        /// What became of one: `of`, and `done_on` or a new `due`, `why`.
        ACTION_LOOKED_AT,
        /// The worker sees it differently: `session`, `text`. It cannot be removed.
        DISSENT,
        /// Added after both had signed: `session`, `text`.
        NOTE;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Kind> find(String word) {
            for (Kind kind : values()) {
                if (kind.word().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    public String text() {
        return text("text");
    }

    public String text(String member) {
        return body.path(member).asString("");
    }

    /// Whether they belong to a session.
    public boolean isOf(UUID session) {
        return text("session").equals(session.toString());
    }
}
