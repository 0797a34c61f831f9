package org.alongside.sync;

import java.util.List;
import org.alongside.kernel.Problem;

/// What one sync did (`command-line.md`, `sync`).
///
/// @param blobs attachments that travelled
/// @param waiting operations that still have no result, and attachments that are still here only
/// @param problems worth saying, such as a clock that is far off
public record SyncReport(Pushed pushed, Pulled pulled, Blobs blobs, int waiting, String epoch, List<Problem> problems) {
    /// Operations by what became of them.
    public record Pushed(int accepted, int duplicate, int parked) {}

    public record Pulled(int events, int streams) {}

    /// @param awaited named by records here and not with the council yet
    public record Blobs(int sent, int fetched, int awaited) {}
}
