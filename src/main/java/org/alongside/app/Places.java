package org.alongside.app;

import java.util.List;
import java.util.UUID;
import org.alongside.caseload.Today;
import org.alongside.caseload.store.StoredRecentChanges;
import org.alongside.caseload.view.CaseloadDesk;
import org.alongside.caseload.view.CaseloadPage;
import org.alongside.caseload.view.TodayPage;
import org.alongside.kernel.Texts;
import org.alongside.record.Drafts;
import org.alongside.sync.SyncLoop;
import org.alongside.tool.Laptop;
import org.alongside.ui.Place;
import org.alongside.ui.Router;
import org.alongside.ui.Screen;
import org.alongside.ui.Shell;
import org.alongside.ui.Target;
import org.alongside.visit.VisitSettings;
import org.alongside.visit.view.VisitDesk;
import org.alongside.visit.view.VisitScreens;

/// Every screen of a session, put together with what it needs and where it leads.
final class Places implements CaseloadDesk.Doors {
    static final String TODAY = "today";
    static final String CASELOAD = "caseload";
    static final String HELP = "help";
    static final String ABOUT = "about";
    static final String PASSPHRASE = "passphrase";
    static final String TRY = "try";
    private static final String CHILD = "child";

    private final Laptop laptop;
    private final Shell shell;
    private final Router router;
    private final Session.Parts parts;
    private final Feed feed;
    private final SyncLoop loop;
    private final Session.Opened opened;
    private final VisitScreens visits;

    Places(Laptop laptop, Shell shell, Session.Parts parts, Feed feed, SyncLoop loop, Session.Opened opened) {
        this.laptop = laptop;
        this.shell = shell;
        this.router = shell.router();
        this.parts = parts;
        this.feed = feed;
        this.loop = loop;
        this.opened = opened;
        this.visits = new VisitScreens(new VisitDesk(
                laptop.visits(),
                laptop.drafts(),
                laptop.amending(),
                laptop.children(),
                laptop.staff(),
                laptop.me(),
                parts.background(),
                parts.timers(),
                laptop.clock(),
                router));
    }

    void register() {
        var changes = new StoredRecentChanges(laptop.store(), laptop.me().name());
        var desk = new CaseloadDesk(
                new Today(laptop.caseload(), laptop.drafts(), laptop.children(), changes, laptop.clock()),
                laptop.caseload(),
                laptop.staff(),
                laptop.clock(),
                parts.background(),
                feed.sending(),
                feed.checked(),
                VisitSettings.shipped().seenAloneMinAgeYears(),
                this);
        router.register(Screen.of(TODAY, Texts.of("app.rail-today"), target -> new TodayPage(desk)));
        router.register(Screen.of(CASELOAD, Texts.of("app.rail-caseload"), target -> new CaseloadPage(desk)));
        visits.screens().forEach(router::register);
        own();
        shell.addPlace(new Place(1, TODAY, Texts.of("app.rail-today"), "mdomz-today"));
        shell.addPlace(new Place(2, CASELOAD, Texts.of("app.rail-caseload"), "mdomz-people_outline"));
        shell.addPlace(visits.place());
    }

    /// Pages of the window itself.
    private void own() {
        router.register(Screen.of(HELP, Texts.of("app.help"), target -> new HelpPage(() -> router.go(ABOUT))));
        router.register(Screen.of(ABOUT, Texts.of("app.about-title"), target -> new AboutPage()));
        router.register(Screen.of(
                PASSPHRASE,
                Texts.of("app.passphrase-title"),
                target -> new PassphrasePage(opened.home(), laptop.me(), parts.background(), router)));
        var demonstrated = parts.options().demonstration();
        if (demonstrated != null) {
            router.register(Screen.of(
                    TRY,
                    Texts.of("app.try-title"),
                    target -> new TryPage(demonstrated, laptop, opened.network(), parts.background(), router)));
        }
    }

    void toDecide(int clashes) {}

    @Override
    public void openChild(UUID child) {
        if (router.has(CHILD)) {
            router.go(Target.of(CHILD, CHILD, child.toString()));
        }
    }

    @Override
    public void startVisit(List<UUID> children) {
        visits.begin(children);
    }

    @Override
    public void openDraft(Drafts.Draft draft) {
        if (draft.kind().equals("visit")) {
            router.go(Target.of(VisitScreens.RECORD, "draft", draft.id().toString()));
        }
    }

    @Override
    public void showOutbox() {
        if (router.has("outbox")) {
            router.go("outbox");
        }
    }

    @Override
    public void syncNow() {
        loop.now();
    }
}
