package org.alongside.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How things stand with the service, as windows say it (`windows.md`, "One vocabulary for sync").
///
/// @param waiting own operations that have no result yet
/// @param parked own operations that the council has, not in the record yet
/// @param checked when everything was last sent and fetched
/// @param clockAhead how far this laptop's clock is ahead of the service's when that is far; nothing is
///     decided by it
public record SyncStatus(
        Link link,
        int waiting,
        int parked,
        @Nullable Instant checked,
        @Nullable Duration clockAhead) {

    /// How the service is to be reached.
    public sealed interface Link {
        /// Nothing is under way; the last sync, if there was one, came through.
        record Resting() implements Link {}

        /// @param done operations of this sync that have a result
        record Sending(int done, int of) implements Link {}

        /// Fetching what is new.
        record Fetching() implements Link {}

        /// The laptop has no network, or the switch is off.
        record Offline(Instant since) implements Link {}

        /// The network is there, the service is not, or something else answers in its place.
        record CannotReach(String code, String words, Duration tryAgainIn) implements Link {}

        /// The service no longer lets this laptop in.
        record Ended(String code) implements Link {}
    }

    SyncStatus with(Link changed) {
        return new SyncStatus(changed, waiting, parked, checked, clockAhead);
    }

    SyncStatus counted(int waitingNow, int parkedNow) {
        return new SyncStatus(link, waitingNow, parkedNow, checked, clockAhead);
    }

    SyncStatus checkedAt(Instant at) {
        return new SyncStatus(link, waiting, parked, at, clockAhead);
    }

    SyncStatus clock(@Nullable Duration ahead) {
        return new SyncStatus(link, waiting, parked, checked, ahead);
    }
}
