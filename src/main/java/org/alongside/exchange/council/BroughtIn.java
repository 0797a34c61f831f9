package org.alongside.exchange.council;

import java.time.Instant;
import java.util.UUID;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;

/// One step of history as it was kept elsewhere, still without an operation's id and number. The
/// service stores it with the device [org.alongside.record.Event#BROUGHT_IN].
///
/// @param author the account that did it, or [#COUNCIL] where the file does not say who
/// @param keptAt when it was kept: stands as the operation's device time
/// @param atomicGroup shared by steps that stand or fall together, such as one visit to three children
public record BroughtIn(
        Intent intent,
        String author,
        Instant keptAt,
        @Nullable UUID atomicGroup) {
    /// The author of what the council itself knows.
    public static final String COUNCIL = "council";

    public StreamId stream() {
        return intent.stream();
    }
}
