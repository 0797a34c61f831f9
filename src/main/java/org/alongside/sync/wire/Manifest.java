package org.alongside.sync.wire;

import java.util.List;

/// What a laptop holds (`sync.md` 2.3): one [Line] a stream, then the [End].
public record Manifest(List<Line> streams, End end) {

    /// @param chain the first 16 hex digits of the chain at that revision
    public record Line(String stream, long rev, String chain) {}

    /// @param userRev its place in its own user stream
    public record End(long userRev, List<String> wantBlobs, long byteBudget) {}
}
