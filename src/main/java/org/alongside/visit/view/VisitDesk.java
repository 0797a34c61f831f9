package org.alongside.visit.view;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.child.Children;
import org.alongside.record.Amending;
import org.alongside.record.Drafts;
import org.alongside.ui.Router;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;
import org.alongside.visit.VisitPrompts;
import org.alongside.visit.VisitRecording;

/// What every window of a visit is given.
///
/// @param me who is signed in
/// @param prompts what is worth thinking about around a visit
/// @param offers what other rooms offer after a visit, for each child
public record VisitDesk(
        VisitRecording recording,
        Drafts drafts,
        Amending amending,
        Children children,
        Staff staff,
        Account me,
        Background background,
        Timers timers,
        Clock clock,
        Router router,
        Supplier<UUID> ids,
        VisitPrompts prompts,
        List<VisitOffer> offers) {
    public VisitDesk {
        offers = List.copyOf(offers);
    }
}
