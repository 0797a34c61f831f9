package org.alongside.record;

import java.util.List;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What somebody wants to change, before it has an operation's id, time and number. A capability
/// makes these; the [CaseLog] stamps and stores them.
public record Intent(
        StreamId stream,
        UUID record,
        @Nullable String fieldGroup,
        String type,
        List<UUID> supersedes,
        JsonNode value,
        @Nullable String why) {

    public Intent {
        supersedes = List.copyOf(supersedes);
    }

    /// A whole record, one author's statement.
    public static Intent whole(StreamId stream, UUID record, String type, JsonNode value) {
        return new Intent(stream, record, null, type, List.of(), value, null);
    }

    /// A version of one field group, in place of the versions that were on screen.
    public static Intent group(
            StreamId stream, UUID record, String type, String fieldGroup, List<UUID> supersedes, JsonNode value) {
        return new Intent(stream, record, fieldGroup, type, supersedes, value, null);
    }

    public static Intent amendment(StreamId stream, UUID record, JsonNode change, String why) {
        return new Intent(stream, record, Operation.AMENDMENT, Operation.AMENDMENT, List.of(), change, why);
    }

    public static Intent withdrawal(StreamId stream, UUID record, JsonNode value, String why) {
        return new Intent(stream, record, Operation.WITHDRAWAL, Operation.WITHDRAWAL, List.of(), value, why);
    }

    public Intent because(@Nullable String reason) {
        return new Intent(stream, record, fieldGroup, type, supersedes, value, reason);
    }

    /// The operation's body.
    public ObjectNode body() {
        ObjectNode body = Json.object();
        body.set("value", value);
        if (why != null) {
            body.put("why", why);
        }
        return body;
    }
}
