package org.alongside.caseload.view;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javafx.beans.value.ObservableValue;
import org.alongside.access.Staff;
import org.alongside.caseload.Caseload;
import org.alongside.caseload.Today;
import org.alongside.record.Drafts;
import org.alongside.ui.Sending;
import org.alongside.ui.task.Background;
import org.jspecify.annotations.Nullable;

/// What Today and My caseload are given to work with.
///
/// @param settings the number of children too young to be counted alone, from content
/// @param checked when this laptop last had everything from the council; null for never
public record CaseloadDesk(
        Today today,
        Caseload caseload,
        Drafts drafts,
        Staff staff,
        Clock clock,
        Background background,
        ObservableValue<Sending> sending,
        ObservableValue<@Nullable Instant> checked,
        int seenAloneMinAgeYears,
        Doors doors) {

    /// Where these pages lead.
    public interface Doors {
        void openChild(UUID child);

        /// Begins a visit to these children and opens its page.
        void startVisit(List<UUID> children);

        void openDraft(Drafts.Draft draft);

        void showOutbox();

        void syncNow();
    }
}
