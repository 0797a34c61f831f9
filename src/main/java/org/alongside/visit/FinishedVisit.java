package org.alongside.visit;

import java.util.List;
import java.util.UUID;
import org.alongside.record.Change;
import org.alongside.record.RecordState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A visit that was finished: one trip, and a row for each child whose case this laptop holds.
///
/// @param trip the trip's fields as they were finished
public record FinishedVisit(UUID id, ObjectNode trip, List<Row> rows) {
    public FinishedVisit {
        rows = List.copyOf(rows);
    }

    /// @param row the child's own row
    /// @param state the record in the child's case, with what was added since
    public record Row(UUID child, ObjectNode row, RecordState state) {}

    public String author() {
        return first().author();
    }

    public Change first() {
        return rows.getFirst().state().first();
    }

    /// Whether the council has all of it.
    public boolean councilHasIt() {
        return rows.stream()
                .allMatch(row -> row.state().unsent() == 0 && row.state().parked() == 0);
    }

    public boolean isWithdrawn() {
        return rows.stream().allMatch(row -> row.state().withdrawal().isPresent());
    }

    /// The text at a name of the trip; empty when there is none.
    public String text(String field) {
        JsonNode answer = trip.path(field);
        return answer.isObject() ? answer.path("value").asString("") : answer.asString("");
    }
}
