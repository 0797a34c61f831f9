package org.alongside.app;

import java.util.List;
import java.util.UUID;
import org.alongside.caseload.Today;
import org.alongside.caseload.store.StoredRecentChanges;
import org.alongside.caseload.view.CaseloadDesk;
import org.alongside.caseload.view.CaseloadPage;
import org.alongside.caseload.view.Reminder;
import org.alongside.caseload.view.TodayPage;
import org.alongside.child.view.AddPersonPage;
import org.alongside.child.view.AddingTo;
import org.alongside.child.view.ChildPage;
import org.alongside.child.view.ConflictsPage;
import org.alongside.chronology.view.NoteDesk;
import org.alongside.chronology.view.NoteScreens;
import org.alongside.guided.view.AmendPage;
import org.alongside.guided.view.AssessmentPage;
import org.alongside.guided.view.AssessmentReadPage;
import org.alongside.guided.view.TypedEventPage;
import org.alongside.kernel.Texts;
import org.alongside.lifestory.EntryDraft;
import org.alongside.lifestory.view.LifeStoryDesk;
import org.alongside.lifestory.view.LifeStoryScreens;
import org.alongside.lifestory.view.PictureSource;
import org.alongside.plan.PlanDraft;
import org.alongside.plan.view.PlanReviewPage;
import org.alongside.record.Drafts;
import org.alongside.supervision.SessionDrafts;
import org.alongside.sync.SyncLoop;
import org.alongside.sync.view.OutboxPage;
import org.alongside.tool.Laptop;
import org.alongside.ui.Place;
import org.alongside.ui.Router;
import org.alongside.ui.Screen;
import org.alongside.ui.Shell;
import org.alongside.ui.Target;
import org.alongside.visit.VisitCorrecting;
import org.alongside.visit.VisitSettings;
import org.alongside.visit.view.VisitDesk;
import org.alongside.visit.view.VisitOffer;
import org.alongside.visit.view.VisitScreens;

/// Every screen of a session, put together with what it needs and where it leads.
final class Places implements CaseloadDesk.Doors {
    static final String TODAY = "today";
    static final String CASELOAD = "caseload";
    static final String HELP = "help";
    static final String ABOUT = "about";
    static final String PASSPHRASE = "passphrase";
    static final String TRY = "try";

    private final Laptop laptop;
    private final Shell shell;
    private final Router router;
    private final Session.Parts parts;
    private final Feed feed;
    private final SyncLoop loop;
    private final Session.Opened opened;
    private final VisitScreens visits;
    private final NoteScreens notes;
    private final LifeStoryScreens life;
    private final RecordPlaces records;
    private final SupervisionPlaces supervision;

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
                router,
                laptop.ids()::next,
                laptop.prompts(),
                List.of(new VisitOffer(
                        "leave-small-thing",
                        name -> Texts.of("lifestory.view.leave-small-thing", name),
                        (child, visit) -> router.go(LifeStoryScreens.leave(child, visit))))));
        this.life = new LifeStoryScreens(
                new LifeStoryDesk(
                        laptop.lifeStory(),
                        laptop.log(),
                        laptop.drafts(),
                        laptop.amending(),
                        laptop.children(),
                        laptop.staff(),
                        laptop.ids()::next,
                        parts.background(),
                        parts.timers(),
                        laptop.clock(),
                        router,
                        PictureSource.desktop(),
                        child -> router.go(RecordPlaces.target(child, LifeStoryScreens.TAB))),
                CASELOAD);
        this.notes = new NoteScreens(
                new NoteDesk(
                        laptop.notes(),
                        laptop.drafts(),
                        laptop.log(),
                        laptop.amending(),
                        laptop.children(),
                        laptop.staff(),
                        laptop.me(),
                        parts.background(),
                        parts.timers(),
                        laptop.clock(),
                        router,
                        laptop.ids()::next),
                CASELOAD);
        this.records = new RecordPlaces(laptop, shell, parts, feed, loop, visits, notes, life);
        this.supervision = new SupervisionPlaces(laptop, shell, parts, records.glance());
    }

    void register() {
        var changes = new StoredRecentChanges(laptop.store(), laptop.me().name());
        var desk = new CaseloadDesk(
                new Today(laptop.caseload(), laptop.drafts(), laptop.children(), changes, laptop.clock()),
                laptop.caseload(),
                laptop.drafts(),
                laptop.staff(),
                laptop.clock(),
                parts.background(),
                feed.sending(),
                feed.checked(),
                VisitSettings.shipped().seenAloneMinAgeYears(),
                laptop.board(),
                laptop.notNeeded(),
                laptop.me(),
                parts.timers(),
                laptop.ids()::next,
                this);
        router.register(Screen.of(TODAY, Texts.of("app.rail-today"), target -> new TodayPage(desk)));
        router.register(Screen.of(CASELOAD, Texts.of("app.rail-caseload"), target -> new CaseloadPage(desk)));
        visits.screens().forEach(router::register);
        notes.screens().forEach(router::register);
        life.screens().forEach(router::register);
        own();
        shell.addPlace(new Place(1, TODAY, Texts.of("app.rail-today"), "mdomz-today"));
        shell.addPlace(new Place(2, CASELOAD, Texts.of("app.rail-caseload"), "mdomz-people_outline"));
        shell.addPlace(visits.place());
        supervision.register();
        records.register(desk);
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

    void toDecide(int clashes) {
        records.toDecide(clashes);
    }

    @Override
    public void openChild(UUID child) {
        router.go(RecordPlaces.target(child, "summary"));
    }

    @Override
    public void startVisit(List<UUID> children) {
        visits.begin(children);
    }

    @Override
    public void planVisit(List<UUID> children) {
        visits.plan(children);
    }

    @Override
    public void openDates(UUID child, String card) {
        records.openDates(child, card);
    }

    @Override
    public void openDraft(Drafts.Draft draft) {
        String child =
                draft.children().isEmpty() ? "" : draft.children().getFirst().toString();
        router.go(
                switch (draft.kind()) {
                    case "visit" ->
                        Target.of(VisitScreens.RECORD, "draft", draft.id().toString());
                    case VisitCorrecting.DRAFT ->
                        Target.of(
                                VisitScreens.CORRECT,
                                "visit",
                                VisitCorrecting.of(draft).toString());
                    case AddingTo.DRAFT -> adding(draft);
                    case SessionDrafts.KIND, SessionDrafts.WORDS -> SupervisionPlaces.target(draft);
                    case "note" ->
                        Target.of(NoteScreens.WRITE, "draft", draft.id().toString());
                    case EntryDraft.KIND ->
                        Target.of(LifeStoryScreens.WRITE, "child", child)
                                .with("draft", draft.id().toString());
                    case "event" ->
                        Target.of(TypedEventPage.SCREEN, "child", child)
                                .with("type", draft.body().path("type").asString("chronology_entry"));
                    case "not-needed" ->
                        RecordPlaces.target(draft.children().getFirst(), "dates")
                                .with("card", draft.body().path("of").asString(""));
                    case "child-and-family-assessment" ->
                        Target.of(AssessmentPage.SCREEN, "draft", draft.id().toString());
                    case "sign-off" ->
                        Target.of(
                                AssessmentReadPage.SCREEN,
                                "record",
                                draft.body().path("record").asString(""));
                    case "person" -> Target.of(AddPersonPage.SCREEN, "child", child);
                    case "amend" ->
                        Target.of(AmendPage.SCREEN, "child", child)
                                .with("record", draft.body().path("record").asString(""));
                    case "decision" ->
                        Target.of(
                                ConflictsPage.SCREEN,
                                "conflict",
                                draft.body().path("conflict").asString(""));
                    case PlanDraft.KIND -> RecordPlaces.target(draft.children().getFirst(), "plan");
                    case PlanReviewPage.DRAFT -> Target.of(PlanReviewPage.SCREEN, "child", child);
                    default -> Target.of(ChildPage.SCREEN, "child", child).with("tab", "summary");
                });
    }

    /// What is being added to a finished record stands on that record's page.
    private static Target adding(Drafts.Draft draft) {
        String record = draft.body().path("record").asString("");
        return switch (draft.body().path("of").asString("")) {
            case "note" -> Target.of(NoteScreens.NOTE, "note", record);
            case "life" ->
                Target.of(
                                LifeStoryScreens.ENTRY,
                                "child",
                                draft.children().getFirst().toString())
                        .with("entry", record);
            default -> Target.of(VisitScreens.VISIT, "visit", record);
        };
    }

    @Override
    public List<Reminder> reminders() {
        return supervision.reminders();
    }

    @Override
    public void follow(Reminder reminder) {
        router.go(reminder.goal());
    }

    @Override
    public void showOutbox() {
        router.go(OutboxPage.SCREEN);
    }

    @Override
    public void syncNow() {
        loop.now();
    }
}
