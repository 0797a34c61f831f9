package org.alongside.sync;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;

/// Own work and where it is, as a worker sees it: wider than the outbox of the protocol, which holds
/// only what has no result yet.
public interface Outbox {

    /// The type of an item that is a photograph and no operation.
    String PHOTOGRAPH = "photograph";

    /// Unsent and parked work, and what the council took lately, newest first.
    List<Item> items();

    /// The words of `command-line.md`, `show outbox`.
    enum State {
        ON_THIS_LAPTOP,
        SENDING,
        WITH_THE_COUNCIL,
        PARKED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param opId of an attachment, that of the operation that names it
    /// @param type the record type or `amendment`, `withdrawal`, `photograph`
    /// @param why the reason it was parked
    record Item(
            UUID opId,
            StreamId stream,
            UUID record,
            String type,
            @Nullable String fieldGroup,
            State state,
            Instant since,
            @Nullable String why,
            @Nullable Long revision) {}
}
