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

    Manifest manifest(long byteBudget);

    /// The oldest own operations without a result, as stored, in order.
    List<byte[]> outbox(int operationsMax, int bytesMax);

    int outboxSize();

    /// Keeps what became of operations; an unknown op id is ignored.
    void results(List<OpResult> results, Instant at);

    /// Appends a stream's missing events and its head; rewrites the records they touch. Events that
    /// do not follow without a gap, or whose chain does not come out at the head's, change nothing.
    ///
    /// @return whether they were taken; if not the caller asks for a reset
    boolean events(StreamId stream, List<Event> events, PullLine.Head head);

    /// Forgets the copy of a stream, keeping own work.
    void reset(StreamId stream);

    void order(PullLine.Order order);

    /// Removes what an order to let go left waiting, once own work on it has its results.
    void purgeReleased();
}
