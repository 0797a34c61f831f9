package org.alongside.sync;

import java.util.List;
import org.alongside.kernel.Problem;

/// What one sync did (`command-line.md`, `sync`).
///
/// @param waiting operations that still have no result
/// @param problems worth saying, such as a clock that is far off
public record SyncReport(Pushed pushed, Pulled pulled, int waiting, String epoch, List<Problem> problems) {
    /// Operations by what became of them.
    public record Pushed(int accepted, int duplicate, int parked) {}

    public record Pulled(int events, int streams) {}
}
