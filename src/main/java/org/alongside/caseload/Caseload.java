package org.alongside.caseload;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.jspecify.annotations.Nullable;

/// The worker's children in one list.
public interface Caseload {

    /// Households ordered by label, children within them by age, eldest first.
    List<Row> rows();

    /// @param lastSeen the last day a visit that counts saw the child
    /// @param lastAlone the last day the child was counted alone
    /// @param unsent own operations about the child that the council does not have yet
    /// @param conflicts facts with two versions
    /// @param nextVisitOn what the last visit set as the next one
    record Row(
            ChildSummary child,
            @Nullable LocalDate lastSeen,
            @Nullable LocalDate lastAlone,
            @Nullable LocalDate nextVisitOn,
            int unsent,
            int conflicts) {
        public UUID id() {
            return child.id();
        }
    }
}
