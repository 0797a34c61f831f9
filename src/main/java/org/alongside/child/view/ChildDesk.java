package org.alongside.child.view;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.child.Children;
import org.alongside.child.FactRules;
import org.alongside.child.Facts;
import org.alongside.child.Glance;
import org.alongside.child.Settling;
import org.alongside.record.Activity;
import org.alongside.record.CaseLog;
import org.alongside.record.Clashes;
import org.alongside.record.Drafts;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;
import org.jspecify.annotations.Nullable;

/// What the windows of a child's record, and the lists of conflicts and of activity, are given.
///
/// @param checked when this laptop last had everything from the council; null for never
/// @param seenAloneMinAgeYears children younger than this are not counted alone, from content
/// @param tabs what stands between Summary and History
public record ChildDesk(
        Children children,
        Facts facts,
        FactRules factRules,
        Glance glance,
        CaseLog log,
        Drafts drafts,
        Clashes clashes,
        Settling settling,
        Activity activity,
        Staff staff,
        Account me,
        Supplier<UUID> ids,
        Background background,
        Timers timers,
        Clock clock,
        ObservableValue<@Nullable Instant> checked,
        int seenAloneMinAgeYears,
        List<ChildTab.Offer> tabs,
        Doors doors) {
    public ChildDesk {
        tabs = List.copyOf(tabs);
    }

    /// Where these windows lead.
    public interface Doors {
        void openChild(UUID child);

        /// The same child's record at one of its tabs.
        void openTab(UUID child, String tab);

        /// The child's page of dates, with one of its cards open: a rule's, or `alone`.
        void openDates(UUID child, String card);

        /// Begins a visit to these children and opens its page.
        void startVisit(List<UUID> children);

        /// Begins a note about this child and opens its page.
        void newNote(UUID child);

        void addEvent(UUID child);

        void addPerson(UUID child);

        /// To the pages of the child's chronology, before they are printed.
        void printChronology(UUID child);

        /// To the family's page of the plan the child is on, before it is printed.
        void printFamilyPage(UUID child);

        /// The list of conflicts, at this one.
        void openConflict(UUID conflict);

        /// Makes the page on show anew, after its data changed under it.
        void again();

        void back();
    }
}
