package org.alongside.central.directory;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.alongside.central.storage.Transaction;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.record.Event;
import org.alongside.record.Operation;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Events that the service itself writes: orders, the staff directory, allocations.
public final class ServiceEvents {
    /// Stands as the author of what the council's service wrote.
    public static final String AUTHOR = "council";

    /// Stands as the device.
    public static final String DEVICE = "service";

    private final Clock clock;
    private final Ids ids;

    public ServiceEvents(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    public UUID newId() {
        return ids.next();
    }

    /// Appends one version of a record's field group, in place of those that stand.
    ///
    /// @param fieldGroup null for a whole record
    public Event write(
            Transaction transaction,
            StreamId stream,
            UUID record,
            String type,
            @Nullable String fieldGroup,
            JsonNode value) {
        List<UUID> heads =
                fieldGroup == null ? List.of() : transaction.streams().headsOf(stream, record, fieldGroup);
        var body = Json.object();
        body.set("value", value);
        var operation =
                new Operation(ids.next(), stream, record, fieldGroup, type, 1, null, heads, clock.instant(), 0, body);
        Event event = transaction.streams().append(stream, operation.line(), AUTHOR, DEVICE, clock.instant());
        transaction.streams().rewrite(stream, record);
        return event;
    }
}
