package org.alongside.sync;

import java.util.List;
import org.alongside.record.StreamId;

/// The laptop's side of attachments that travel: own ones on their way, and those that its records name
/// and that are not here yet. Implemented by the store; each call is one transaction, forced to disk.
public interface BlobQueue {

    /// An attachment by its place.
    ///
    /// @param name SHA-256 of its sealed bytes
    record Named(StreamId stream, String name) {}

    /// Own attachments that a saved record names and that the council does not have, oldest first.
    List<Named> toSend(int most);

    int waiting();

    byte[] sealed(Named blob);

    /// The council has it.
    void sent(Named blob);

    /// Attachments that records here name and that are not here, those not asked for lately first.
    List<Named> toFetch(int most);

    /// The council does not have it yet: another laptop's still to send.
    void notThereYet(Named blob);

    /// @return whether these are the bytes it is named by; if not nothing is kept
    boolean fetched(Named blob, byte[] sealed);
}
