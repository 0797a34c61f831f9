package org.alongside.app;

import java.util.List;
import java.util.UUID;
import org.alongside.caseload.view.Reminder;
import org.alongside.child.Glance;
import org.alongside.kernel.Texts;
import org.alongside.plan.Linter;
import org.alongside.record.Drafts;
import org.alongside.supervision.PlanQuestions;
import org.alongside.supervision.SessionDrafts;
import org.alongside.supervision.view.HeldPage;
import org.alongside.supervision.view.SessionDesk;
import org.alongside.supervision.view.SessionPage;
import org.alongside.supervision.view.SupervisionPage;
import org.alongside.tool.Laptop;
import org.alongside.ui.Place;
import org.alongside.ui.Router;
import org.alongside.ui.Screen;
import org.alongside.ui.Shell;
import org.alongside.ui.Target;
import org.alongside.ui.Words;

/// The windows of supervision, put together with what they need and where they lead.
final class SupervisionPlaces {
    private static final String WORKER = "worker";
    private static final String SESSION = "session";

    private final Laptop laptop;
    private final Shell shell;
    private final Router router;
    private final Session.Parts parts;
    private final Glance glance;

    SupervisionPlaces(Laptop laptop, Shell shell, Session.Parts parts, Glance glance) {
        this.laptop = laptop;
        this.shell = shell;
        this.router = shell.router();
        this.parts = parts;
        this.glance = glance;
    }

    void register() {
        var desk = new SessionDesk(
                laptop.supervising(),
                laptop.sessions(),
                laptop.children(),
                glance,
                new PlanQuestions(Linter.shipped(), laptop.clock()),
                laptop.staff(),
                laptop.me(),
                parts.background(),
                parts.timers(),
                laptop.clock(),
                new Doors());
        router.register(Screen.of(
                SupervisionPage.SCREEN, Texts.of("app.rail-supervision"), target -> new SupervisionPage(desk)));
        router.register(new Screen(
                SessionPage.SCREEN,
                Texts.of("app.screen-session"),
                SupervisionPage.SCREEN,
                target -> new SessionPage(desk, target)));
        router.register(new Screen(
                HeldPage.SCREEN,
                Texts.of("app.screen-held"),
                SupervisionPage.SCREEN,
                target -> new HeldPage(desk, target)));
        shell.addPlace(new Place(4, SupervisionPage.SCREEN, Texts.of("app.rail-supervision"), "mdomz-question_answer"));
    }

    /// Sessions that are to be signed, for Today. On the store's lane.
    List<Reminder> reminders() {
        return laptop.supervising().toSign().stream()
                .map(waiting -> new Reminder(
                        "sign-" + waiting.session().id(),
                        Texts.of(
                                "app.remind-sign",
                                Words.day(waiting.session().held()),
                                laptop.staff()
                                        .displayOf(
                                                waiting.pair().other(laptop.me().name())),
                                Words.day(waiting.by())),
                        held(waiting.pair().worker(), waiting.session().id())))
                .toList();
    }

    private static Target held(String worker, UUID session) {
        return Target.of(HeldPage.SCREEN, WORKER, worker).with(SESSION, session.toString());
    }

    /// Where a draft of supervision is gone on with.
    static Target target(Drafts.Draft draft) {
        String worker = SessionDrafts.worker(draft);
        return draft.kind().equals(SessionDrafts.WORDS)
                ? held(worker, SessionDrafts.session(draft))
                : Target.of(SessionPage.SCREEN, WORKER, worker);
    }

    private final class Doors implements SessionDesk.Doors {
        @Override
        public void openAll() {
            router.go(SupervisionPage.SCREEN);
        }

        @Override
        public void openSession(String worker) {
            router.go(Target.of(SessionPage.SCREEN, WORKER, worker));
        }

        @Override
        public void openHeld(String worker, UUID session) {
            router.go(held(worker, session));
        }

        @Override
        public void openChild(UUID child) {
            router.go(RecordPlaces.target(child, "summary"));
        }

        @Override
        public void again() {
            router.again();
        }

        @Override
        public void back() {
            router.back();
        }
    }
}
