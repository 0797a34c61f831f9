package org.alongside.caseload.view;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.caseload.Caseload;
import org.alongside.caseload.NotNeeded;
import org.alongside.caseload.StandingBoard;
import org.alongside.caseload.Today;
import org.alongside.record.Drafts;
import org.alongside.ui.Sending;
import org.alongside.ui.form.Timers;
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
        StandingBoard board,
        NotNeeded notNeeded,
        Account me,
        Timers timers,
        Supplier<UUID> ids,
        Doors doors) {

    /// Where these pages lead.
    public interface Doors {
        void openChild(UUID child);

        /// Begins a visit to these children and opens its page.
        void startVisit(List<UUID> children);

        /// The prompts before a visit to these children; the visit is begun with it.
        void planVisit(List<UUID> children);

        /// The child's page of dates, with one of its cards open.
        ///
        /// @param card id of a rule, or `alone`
        void openDates(UUID child, String card);

        void openDraft(Drafts.Draft draft);

        /// What other parts of the product ask for. On the store's lane.
        List<Reminder> reminders();

        void follow(Reminder reminder);

        void showOutbox();

        void syncNow();
    }
}
