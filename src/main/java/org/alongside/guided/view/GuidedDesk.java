package org.alongside.guided.view;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Staff;
import org.alongside.child.Children;
import org.alongside.guided.TypedEvents;
import org.alongside.record.Amending;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;

/// What the pages drawn from definitions are given.
public record GuidedDesk(
        TypedEvents events,
        RecordTypes types,
        CaseLog log,
        Amending amending,
        Drafts drafts,
        Children children,
        Staff staff,
        Supplier<UUID> ids,
        Background background,
        Timers timers,
        Clock clock,
        Doors doors) {

    /// Whether this user may record a type.
    boolean mayRecord(RecordType type) {
        return type.recordedBy().contains(events.role().word());
    }

    /// Where these pages lead.
    public interface Doors {
        /// The page of a record type that has one of its own.
        ///
        /// @return whether there is one
        boolean ownPage(UUID child, String type);

        /// The page that adds a record of a type.
        void add(UUID child, String type);

        /// The page that fills in an open record.
        void fillIn(UUID child, UUID record, String type);

        /// One record in words.
        void openRecord(UUID child, UUID record);

        /// The page that adds to a finished record.
        void amend(UUID child, UUID record);

        /// The child's record at one of its tabs.
        void openTab(UUID child, String tab);

        void back();
    }
}
