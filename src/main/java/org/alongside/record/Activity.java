package org.alongside.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened on this laptop, newest first: saved, sent, received, settled, unlocked. It names
/// kinds and records, never what was written.
public interface Activity {
    /// Between what came and the account of who wrote it: `case_note by w_ffion`.
    String BY = " by ";

    /// @param most lines at most
    List<Line> lines(int most);

    /// Notes that a paper of a case was printed, or kept as a file outside the encrypted store.
    ///
    /// @param kind `printed` or `paper-kept`
    /// @param what kind of paper and its number: `visit 7K2M-4QXN`
    void paper(String kind, StreamId stream, String what);

    /// @param kind a stable word: `saved`, `finished`, `sent`, `parked`, `received`, `settled`, `signed-in` …
    /// @param what the record type or the thing it happened to
    record Line(Instant at, String kind, @Nullable StreamId stream, String what) {}
}
