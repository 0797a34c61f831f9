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

    /// Where these pages lead.
    public interface Doors {
        /// The child's record at one of its tabs.
        void openTab(UUID child, String tab);

        void back();
    }
}
