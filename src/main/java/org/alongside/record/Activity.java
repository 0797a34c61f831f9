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

    /// @param kind a stable word: `saved`, `finished`, `sent`, `parked`, `received`, `settled`, `signed-in` …
    /// @param what the record type or the thing it happened to
    record Line(Instant at, String kind, @Nullable StreamId stream, String what) {}
}
