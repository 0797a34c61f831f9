package org.alongside.testing;

import org.alongside.chronology.Notes;
import org.alongside.chronology.view.NoteDesk;
import org.alongside.chronology.view.NoteScreens;
import org.alongside.rules.References;

/// The windows of case notes over the same laptop in memory.
public final class NotesOfBrennocks {
    public final NoteDesk desk;
    public final NoteScreens screens;

    public NotesOfBrennocks(Brennocks family) {
        desk = new NoteDesk(
                new Notes(
                        family.laptop.log(),
                        family.laptop.drafts(),
                        family.laptop.children(),
                        References.trusted(),
                        family.laptop.ids::next,
                        family.clock,
                        MemoryLaptop.JOANNA),
                family.laptop.drafts(),
                family.laptop.log(),
                family.desk.amending(),
                family.laptop.children(),
                family.laptop.staff(),
                MemoryLaptop.JOANNA,
                family.desk.background(),
                family.desk.timers(),
                family.clock,
                family.router,
                family.laptop.ids::next);
        screens = new NoteScreens(desk, "visits");
        screens.screens().forEach(family.router::register);
    }
}
