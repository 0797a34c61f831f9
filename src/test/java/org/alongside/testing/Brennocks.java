package org.alongside.testing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.alongside.kernel.Clocks;
import org.alongside.record.Amending;
import org.alongside.rules.References;
import org.alongside.ui.Commands;
import org.alongside.ui.Router;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Fault;
import org.alongside.visit.VisitFields;
import org.alongside.visit.VisitRecording;
import org.alongside.visit.VisitRules;
import org.alongside.visit.VisitSettings;
import org.alongside.visit.view.VisitDesk;
import org.alongside.visit.view.VisitOffer;
import org.alongside.visit.view.VisitScreens;

/// Ellis, 9, Romy, 5, and Fern, 8 months, with the adults in their lives, on 18 November 2026; invented
/// people of the demonstration council.
public final class Brennocks {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    public final Clock clock =
            Clock.fixed(TODAY.atTime(12, 6).atZone(Clocks.LONDON).toInstant(), Clocks.LONDON);
    public final MemoryLaptop laptop = new MemoryLaptop(clock);
    public final UUID household = laptop.ids.next();
    public final UUID ellis = laptop.child("Ellis", "Brennock", "M", LocalDate.of(2017, 7, 18), household, "CP");
    public final UUID romy = laptop.child("Romy", "Brennock", "F", LocalDate.of(2021, 4, 18), household, "CP");
    public final UUID fern = laptop.child("Fern", "Teague-Brennock", "F", LocalDate.of(2026, 3, 18), household, "CP");
    public final UUID carly =
            laptop.adult("Carly Brennock", "mother of all three", "yes", "yes", List.of(ellis, romy, fern));
    public final UUID ryan =
            laptop.adult("Ryan Teague", "father of Fern", "yes", "sometimes", List.of(ellis, romy, fern));
    public final Commands commands = new Commands();
    public final Router router = new Router(commands);
    /// What was taken up of what another room offers after a visit: child and visit.
    public final List<String> offered = new ArrayList<>();

    public final VisitDesk desk;
    public final VisitScreens screens;

    public Brennocks(Consumer<Fault> faults, Timers timers) {
        this(Background.direct(faults), timers);
    }

    public Brennocks(Background background, Timers timers) {
        var recording = new VisitRecording(
                laptop.log(),
                laptop.drafts(),
                laptop.children(),
                new VisitRules(VisitFields.shipped(), VisitSettings.shipped()),
                References.trusted(),
                laptop.ids::next,
                clock,
                MemoryLaptop.JOANNA,
                () -> true);
        desk = new VisitDesk(
                recording,
                laptop.drafts(),
                new Amending(laptop.log(), laptop.ids::next),
                laptop.children(),
                laptop.staff(),
                MemoryLaptop.JOANNA,
                background,
                timers,
                clock,
                router,
                laptop.ids::next,
                org.alongside.visit.VisitPrompts.none(),
                List.of(new VisitOffer(
                        "leave-small-thing",
                        name -> "Leave one small thing for " + name,
                        (child, of) -> offered.add(child + " " + of))));
        screens = new VisitScreens(desk);
        screens.screens().forEach(router::register);
    }
}
