package org.alongside.caseload;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What others changed in the cases on this laptop, newest first.
public interface RecentChanges {

    /// @param most lines at most
    List<Line> byOthers(int most);

    /// @param type the record type
    /// @param fieldGroup what of it changed; `record` where it is the whole
    /// @param author account of who wrote it
    record Line(Instant at, UUID child, UUID record, String type, String fieldGroup, String author) {}
}
