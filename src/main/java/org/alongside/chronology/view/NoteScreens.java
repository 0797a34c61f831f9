package org.alongside.chronology.view;

import java.util.List;
import java.util.UUID;
import org.alongside.kernel.Texts;
import org.alongside.ui.Screen;
import org.alongside.ui.Target;
import org.alongside.ui.task.Lane;

/// The screens of a case note, for the router's register, and the way to begin one.
public final class NoteScreens {
    /// Writing one; arguments `draft` and, to go back to, `child`.
    public static final String WRITE = "note-write";

    /// A finished one; argument `note`.
    public static final String NOTE = "note";

    private final NoteDesk desk;
    private final String rail;

    /// @param rail the place that is marked while a note is on show
    public NoteScreens(NoteDesk desk, String rail) {
        this.desk = desk;
        this.rail = rail;
    }

    public List<Screen> screens() {
        return List.of(
                new Screen(
                        WRITE,
                        Texts.of("chronology.view.write"),
                        rail,
                        target -> new WriteNotePage(desk, UUID.fromString(target.get("draft")))),
                new Screen(
                        NOTE,
                        Texts.of("chronology.view.note"),
                        rail,
                        target -> new NotePage(desk, UUID.fromString(target.get("note")))));
    }

    /// Begins a note about these children and opens it.
    public void begin(List<UUID> children) {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> desk.notes().begin(children),
                        draft -> desk.router()
                                .go(Target.of(WRITE, "draft", draft.id().toString())));
    }
}
