package org.alongside.chronology.view;

import java.time.Clock;
import java.util.UUID;
import org.alongside.access.Staff;
import org.alongside.child.Children;
import org.alongside.chronology.Chronology;
import org.alongside.chronology.ChronologySettings;
import org.alongside.chronology.Notes;
import org.alongside.ui.task.Background;

/// What the tabs Chronology and Notes of a child's record are given.
public record ChronologyDesk(
        Chronology chronology,
        ChronologySettings settings,
        Notes notes,
        Children children,
        Staff staff,
        Background background,
        Clock clock,
        Doors doors) {

    /// Where these windows lead.
    public interface Doors {
        void addEvent(UUID child);

        void newNote(UUID child);

        /// A finished note, where it is read whole and added to.
        void openNote(UUID note);

        /// To print the chronology.
        ///
        /// @param kind the kind that the list shows, in its words; empty for all
        void print(UUID child, String kind);

        /// To add to a finished event, put it right, or say that it was entered in error.
        void amend(UUID child, UUID record);
    }
}
