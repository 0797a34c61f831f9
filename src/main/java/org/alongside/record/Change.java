package org.alongside.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One step of a record's history: an accepted event, or an own operation that has no place in the
/// stream yet.
///
/// @param rev its revision, or null while it has none
/// @param at when its author says it was written
/// @param parked the council holds it, but it is not in the record
public record Change(
        Operation operation, @Nullable Long rev, String author, String device, Instant at, boolean parked) {

    public static Change of(Event event) {
        return new Change(
                event.operation(),
                event.rev(),
                event.author(),
                event.device(),
                event.operation().deviceTime(),
                false);
    }

    public static Change pending(Operation operation, String author, String device, boolean parked) {
        return new Change(operation, null, author, device, operation.deviceTime(), parked);
    }

    public UUID opId() {
        return operation.opId();
    }

    public JsonNode value() {
        return operation.value();
    }

    public @Nullable String why() {
        return operation.why();
    }

    /// Whether only this laptop has it, as far as is known.
    public boolean isUnsent() {
        return rev == null && !parked;
    }

    public boolean isBroughtIn() {
        return device.equals(Event.BROUGHT_IN);
    }
}
