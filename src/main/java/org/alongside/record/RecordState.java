package org.alongside.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A record as it stands: the fold of its history.
///
/// @param heads for each field group the versions that nothing has superseded, oldest first: one
///     when people agree, more when they have to decide
/// @param additions amendments and withdrawals, in order
/// @param history every step, in order
public record RecordState(
        StreamId stream,
        UUID record,
        String type,
        Map<String, List<Change>> heads,
        List<Change> additions,
        List<Change> history) {

    /// The states that a list shows (`command-line.md`, `show child`).
    public enum State {
        FINISHED("finished"),
        AMENDED("amended"),
        WITHDRAWN("withdrawn");

        private final String word;

        State(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    public State state() {
        if (withdrawal().isPresent()) {
            return State.WITHDRAWN;
        }
        return additions.isEmpty() ? State.FINISHED : State.AMENDED;
    }

    /// The statement that the record was entered in error, if one stands.
    public Optional<Change> withdrawal() {
        return additions.stream()
                .filter(change -> change.operation().type().equals(Operation.WITHDRAWAL))
                .findFirst();
    }

    /// The version to show first: one's own unsent work on top, else the newest accepted.
    public Optional<Change> current(String fieldGroup) {
        List<Change> versions = heads.getOrDefault(fieldGroup, List.of());
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /// The value of a field in the version shown first.
    public JsonNode value(String fieldGroup, String field) {
        return current(fieldGroup)
                .map(change -> change.value().path(field))
                .orElseGet(() -> tools.jackson.databind.node.MissingNode.getInstance());
    }

    /// Whether a field group has versions that differ and nobody has settled.
    public boolean isInConflict(String fieldGroup) {
        return heads.getOrDefault(fieldGroup, List.of()).stream()
                        .map(Change::value)
                        .distinct()
                        .count()
                > 1;
    }

    /// The stable id of a clash over a field group: the same on laptops and service.
    public static UUID conflictId(StreamId stream, UUID record, String fieldGroup) {
        return UUID.nameUUIDFromBytes(("conflict\n" + stream + "\n" + record + "\n" + fieldGroup)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /// The first step: who made the record, and when.
    public Change first() {
        return history.getFirst();
    }

    public int unsent() {
        return (int) history.stream().filter(Change::isUnsent).count();
    }

    public int parked() {
        return (int) history.stream().filter(Change::parked).count();
    }
}
