package org.alongside.sync;

import java.time.Instant;
import java.util.List;
import org.alongside.record.Event;
import org.alongside.record.StreamId;
import org.alongside.sync.wire.Manifest;
import org.alongside.sync.wire.OpResult;
import org.alongside.sync.wire.PullLine;

/// The laptop's side of sync: the copies of the council's streams and the own work on its way.
/// Implemented by the store; each call is one transaction, forced to disk.
public interface Replica {

    /// The epoch that the service last named.
    String epoch();

    /// What the laptop holds, for a pull.
    Manifest manifest(long byteBudget);

    /// The oldest own operations without a result, as stored, in order. They show as sending until
    /// [#sendingEnded()].
    ///
    /// @param bytesMax of all lines with their newlines; at least one operation comes whatever its size
    List<byte[]> outbox(int operationsMax, int bytesMax);

    void sendingEnded();

    /// Own operations without a result.
    int outboxSize();

    /// Attachments on their way, and those still to come.
    BlobQueue blobs();

    /// Own operations that the council keeps but that are not in the record.
    int parkedSize();

    /// Keeps what became of operations; an unknown op id is ignored.
    void results(List<OpResult> results, Instant at);

    /// Appends a stream's missing events and its head; rewrites the records they touch. Events that
    /// do not follow without a gap, or whose chain does not come out at the head's, change nothing.
    ///
    /// @param anew the service said to begin this stream again: the copy is replaced, own work is kept
    /// @return whether they were taken; if not the caller asks for the stream anew
    boolean events(StreamId stream, boolean anew, List<Event> events, PullLine.Head head);

    /// Forgets the copy of a stream, keeping own work.
    void reset(StreamId stream);

    /// Takes a stream on, or lets it go: what is let go is not shown any more from here on.
    void order(PullLine.Order order);

    /// Removes what an order to let go left waiting, once own work on it has its results.
    void purgeReleased();

    /// Saves what this laptop owes the sealed streams it holds: its own announcement, keys for others.
    ///
    /// @return how many operations that made, to be sent
    int tendKeys();

    /// The service answered.
    void contact(Instant at);

    /// Everything was sent and fetched.
    void synced(Instant at);

    /// The service has begun another life of its history: what it may have forgotten, own work that it
    /// had taken and that is not known to be durable, is sent again under the same ids.
    void newEpoch(String epoch, Instant at);
}
