package org.alongside.guided.view;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.child.Children;
import org.alongside.guided.Assessments;
import org.alongside.guided.SigningOff;
import org.alongside.record.Drafts;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;

/// What the windows of guided records are given.
///
/// @param me who is signed in
public record AssessmentDesk(
        Assessments assessments,
        SigningOff signingOff,
        Drafts drafts,
        Children children,
        Staff staff,
        Account me,
        Supplier<UUID> ids,
        Background background,
        Timers timers,
        Clock clock,
        Doors doors) {

    /// Where these windows lead.
    public interface Doors {
        void openTab(UUID child, String tab);

        void openVisit(UUID visit);

        void openNote(UUID note);

        /// A draft, to go on writing.
        void write(UUID draft);

        /// A record, to read or to sign.
        void read(UUID record);

        /// Words added to a signed record.
        void amend(UUID child, UUID record);

        void back();
    }
}
