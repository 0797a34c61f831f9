package org.alongside.supervision.view;

import java.time.Clock;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.child.Children;
import org.alongside.child.Glance;
import org.alongside.supervision.ActionQuestions;
import org.alongside.supervision.SessionDrafts;
import org.alongside.supervision.Supervising;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;

/// What the pages of supervision are given to work with.
///
/// @param glance what children said, for the head of a family
/// @param questions hints about the words of a decision
public record SessionDesk(
        Supervising supervising,
        SessionDrafts sessions,
        Children children,
        Glance glance,
        ActionQuestions questions,
        Staff staff,
        Account me,
        Background background,
        Timers timers,
        Clock clock,
        Doors doors) {

    /// Where these pages lead.
    public interface Doors {
        /// The list of supervisions.
        void openAll();

        /// The session with a worker that is being prepared or written down.
        void openSession(String worker);

        /// One that was held.
        void openHeld(String worker, UUID session);

        void openChild(UUID child);

        void again();

        void back();
    }
}
