package org.alongside.chronology.view;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.child.Children;
import org.alongside.chronology.Notes;
import org.alongside.record.Amending;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts;
import org.alongside.ui.Router;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;

/// What every window of a case note is given.
///
/// @param me who is signed in
public record NoteDesk(
        Notes notes,
        Drafts drafts,
        CaseLog log,
        Amending amending,
        Children children,
        Staff staff,
        Account me,
        Background background,
        Timers timers,
        Clock clock,
        Router router,
        Supplier<UUID> ids) {}
