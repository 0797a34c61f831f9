package org.alongside.ui;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the windows say about sending and receiving, as one plain fact. Whoever syncs sets it; status
/// line and panel only show it.
///
/// @param link how things stand with the service
/// @param toSend changes on this laptop, not yet with the council
/// @param parked changes the council has that are not in the record yet
/// @param toDecide two versions that need a decision
public record Sending(Link link, int toSend, int parked, int toDecide) {
    public static final Sending NEVER = new Sending(new Link.InTouch(null), 0, 0, 0);

    /// How things stand with the service.
    public sealed interface Link {
        /// Reached; when it last confirmed or brought something.
        record InTouch(@Nullable Instant at) implements Link {}

        /// No network, since when.
        record Offline(Instant since) implements Link {}

        /// The network is there, the service is not; when it is tried again.
        record CannotReach(Duration tryAgainIn) implements Link {}

        /// Sending now.
        record Passing(int done, int of) implements Link {}

        /// This laptop or worker no longer has access; in the service's words.
        record Ended(String words) implements Link {}
    }

    public Sending with(Link changed) {
        return new Sending(changed, toSend, parked, toDecide);
    }

    public Sending withCounts(int toSendNow, int parkedNow, int toDecideNow) {
        return new Sending(link, toSendNow, parkedNow, toDecideNow);
    }
}
