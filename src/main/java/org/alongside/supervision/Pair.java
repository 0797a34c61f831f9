package org.alongside.supervision;

import org.alongside.record.StreamId;

/// A worker and the supervisor with whom they keep a private record.
///
/// @param worker account of who is supervised
/// @param supervisor account of who supervises
public record Pair(StreamId stream, String worker, String supervisor) {
    /// Whether an account is one of the two.
    public boolean has(String account) {
        return worker.equals(account) || supervisor.equals(account);
    }

    /// The other of the two.
    public String other(String account) {
        return worker.equals(account) ? supervisor : worker;
    }
}
