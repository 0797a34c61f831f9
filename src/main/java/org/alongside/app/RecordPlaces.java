package org.alongside.app;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.caseload.ChildGlance;
import org.alongside.caseload.Search;
import org.alongside.caseload.view.CaseloadDesk;
import org.alongside.caseload.view.DatesTab;
import org.alongside.caseload.view.GlanceWords;
import org.alongside.caseload.view.SearchDesk;
import org.alongside.caseload.view.SearchPage;
import org.alongside.caseload.view.VisitsTab;
import org.alongside.child.Age;
import org.alongside.child.Glance;
import org.alongside.child.view.ActivityPage;
import org.alongside.child.view.AddPersonPage;
import org.alongside.child.view.ChildDesk;
import org.alongside.child.view.ChildPage;
import org.alongside.child.view.ChildTab;
import org.alongside.child.view.ConflictsPage;
import org.alongside.child.view.RecordWords;
import org.alongside.chronology.Chronology;
import org.alongside.chronology.ChronologySettings;
import org.alongside.chronology.view.ChronologyDesk;
import org.alongside.chronology.view.ChronologyTab;
import org.alongside.chronology.view.EventWords;
import org.alongside.chronology.view.NoteScreens;
import org.alongside.chronology.view.NotesTab;
import org.alongside.guided.AddingTypes;
import org.alongside.guided.view.AddToRecordPage;
import org.alongside.guided.view.AmendPage;
import org.alongside.guided.view.GuidedDesk;
import org.alongside.guided.view.RecordPage;
import org.alongside.guided.view.RecordsTab;
import org.alongside.guided.view.TypedEventPage;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;
import org.alongside.lifestory.view.LifeStoryScreens;
import org.alongside.plan.view.PlanDesk;
import org.alongside.plan.view.PlanReviewPage;
import org.alongside.plan.view.PlanTab;
import org.alongside.record.StreamId;
import org.alongside.sync.Outbox;
import org.alongside.sync.SyncLoop;
import org.alongside.sync.view.OutboxDesk;
import org.alongside.sync.view.OutboxPage;
import org.alongside.tool.Laptop;
import org.alongside.ui.Command;
import org.alongside.ui.Place;
import org.alongside.ui.Router;
import org.alongside.ui.Screen;
import org.alongside.ui.SearchResult;
import org.alongside.ui.Shell;
import org.alongside.ui.Target;
import org.alongside.ui.print.PreviewPage;
import org.alongside.ui.print.Saving;
import org.alongside.ui.print.SystemPrinters;
import org.alongside.visit.VisitSettings;
import org.alongside.visit.view.VisitScreens;

/// The windows of a child's record, the conflicts and the lists of own work: put together with what
/// they need and where they lead.
final class RecordPlaces {
    /// As many records as the palette lists before the page of all.
    private static final int WORDS_IN_PALETTE = 12;

    private final Laptop laptop;
    private final Shell shell;
    private final Router router;
    private final Session.Parts parts;
    private final Feed feed;
    private final SyncLoop loop;
    private final VisitScreens visits;
    private final NoteScreens notes;
    private final LifeStoryScreens life;
    private final SearchDesk.Asked asked = new SearchDesk.Asked();
    private final Place conflicts =
            new Place(6, ConflictsPage.SCREEN, Texts.of("app.rail-conflicts"), "mdoal-call_split");

    RecordPlaces(
            Laptop laptop,
            Shell shell,
            Session.Parts parts,
            Feed feed,
            SyncLoop loop,
            VisitScreens visits,
            NoteScreens notes,
            LifeStoryScreens life) {
        this.laptop = laptop;
        this.shell = shell;
        this.router = shell.router();
        this.parts = parts;
        this.feed = feed;
        this.loop = loop;
        this.visits = visits;
        this.notes = notes;
        this.life = life;
    }

    /// @param lists what Today and the caseload work with
    void register(CaseloadDesk lists) {
        GuidedDesk guided = guided();
        var assessments = new AssessmentPlaces(laptop, router, parts);
        assessments.register(shell);
        ChildDesk child = child(guided, lists, assessments);
        router.register(new Screen(
                ChildPage.SCREEN, Texts.of("app.screen-child"), "caseload", target -> new ChildPage(child, target)));
        router.register(new Screen(
                AddPersonPage.SCREEN,
                Texts.of("app.screen-add-person"),
                "caseload",
                target -> new AddPersonPage(child, target)));
        router.register(new Screen(
                TypedEventPage.SCREEN,
                Texts.of("app.screen-event"),
                "caseload",
                target -> new TypedEventPage(guided, target)));
        router.register(new Screen(
                AddToRecordPage.SCREEN,
                Texts.of("app.screen-add-record"),
                "caseload",
                target -> new AddToRecordPage(guided, target)));
        router.register(new Screen(
                RecordPage.SCREEN,
                Texts.of("app.screen-record"),
                "caseload",
                target -> new RecordPage(guided, target)));
        router.register(new Screen(
                AmendPage.SCREEN, Texts.of("app.screen-amend"), "caseload", target -> new AmendPage(guided, target)));
        PlanDesk plans = plans();
        router.register(new Screen(
                PlanReviewPage.SCREEN,
                Texts.of("plan.screen-review"),
                "caseload",
                target -> new PlanReviewPage(plans, target)));
        router.register(Screen.of(
                ConflictsPage.SCREEN, Texts.of("app.rail-conflicts"), target -> new ConflictsPage(child, target)));
        router.register(Screen.of("activity", Texts.of("app.rail-activity"), target -> new ActivityPage(child)));
        router.register(new Screen(
                OutboxPage.SCREEN, Texts.of("app.screen-outbox"), "today", target -> new OutboxPage(outbox())));
        router.register(Screen.of(
                SearchPage.SCREEN,
                Texts.of("app.screen-search"),
                target -> new SearchPage(new SearchDesk(laptop.search(), parts.background(), asked, this::open))));
        shell.commands()
                .add(Command.of(
                        "search-page",
                        Texts.of("caseload.search.command"),
                        "Ctrl+Shift+K",
                        () -> router.go(SearchPage.SCREEN)));
        router.register(new Printouts(laptop)
                .screen(new PreviewPage.Desk(parts.background(), new SystemPrinters(), Saving.dialog())));
        shell.addSearch(this::names);
        shell.addLastSearch(this::words);
        shell.addPlace(conflicts);
        shell.addPlace(new Place(7, "activity", Texts.of("app.rail-activity"), "mdoal-history"));
    }

    /// Children and people on this laptop whose names or numbers these are.
    private List<SearchResult> names(String typed) {
        return laptop.search().names(typed, Limits.SEARCH_RESULTS).stream()
                .map(this::result)
                .toList();
    }

    /// Places and records with these words; the last line lists them all on a page.
    private List<SearchResult> words(String typed) {
        List<SearchResult> found = new ArrayList<>(laptop.search().words(typed, WORDS_IN_PALETTE).stream()
                .map(this::result)
                .toList());
        if (!found.isEmpty()) {
            found.add(new SearchResult(
                    Texts.of("caseload.search.all"), "", Texts.of("ui.kind-command"), "Ctrl+Shift+K", () -> {
                        asked.ask(typed);
                        router.go(SearchPage.SCREEN);
                    }));
        }
        return found;
    }

    private SearchResult result(Search.Found found) {
        return new SearchResult(found.title(), why(found), found.kind().words(), "", () -> open(found));
    }

    /// A child's name is told apart from its like by age and home.
    private String why(Search.Found found) {
        if (found.kind() != Search.Kind.CHILD) {
            return found.why();
        }
        String who = laptop.children()
                .find(found.child())
                .map(child -> Age.words(child.bornOn(), Clocks.today(laptop.clock()))
                        + (child.addressWithheld() || child.addressLine().isEmpty() ? "" : ", " + child.addressLine()))
                .orElse("");
        return found.why().isEmpty() ? who : who + " · " + found.why();
    }

    /// Opens a result at its place.
    private void open(Search.Found found) {
        switch (found.kind()) {
            case CHILD, PERSON -> router.go(target(found.child(), "summary"));
            case PLACE -> {
                if (found.type().equals("child_details")) {
                    router.go(target(found.child(), "summary"));
                } else {
                    router.go(record(found.child(), found.id()));
                }
            }
            case VISIT -> router.go(Target.of("visit", "visit", found.id().toString()));
            case NOTE ->
                router.go(Target.of(NoteScreens.NOTE, "note", found.id().toString()));
            case CHRONOLOGY, ASSESSMENT, PLAN, LIFE_STORY, RECORD ->
                router.go(
                        found.type().equals("child_details")
                                ? target(found.child(), "summary")
                                : record(found.child(), found.id()));
        }
    }

    /// Says in the rail what waits for a decision.
    void toDecide(int clashes) {
        conflicts.toDoProperty().set(clashes == 0 ? "" : Texts.of("app.to-decide", clashes));
    }

    /// A tab of a child's record.
    static Target target(UUID child, String tab) {
        return Target.of(ChildPage.SCREEN, "child", child.toString()).with("tab", tab);
    }

    /// One record in words.
    static Target record(UUID child, UUID record) {
        return Target.of(RecordPage.SCREEN, "child", child.toString()).with("record", record.toString());
    }

    private ChildDesk child(GuidedDesk guided, CaseloadDesk caseload, AssessmentPlaces assessments) {
        ChronologyDesk chronology = chronology();
        PlanDesk plans = plans();
        List<ChildTab.Offer> tabs = List.of(
                new ChildTab.Offer(
                        "chronology", Texts.of("app.tab-chronology"), one -> new ChronologyTab(chronology, one)),
                new ChildTab.Offer(
                        "visits",
                        Texts.of("app.tab-visits"),
                        one -> new VisitsTab(
                                laptop.visits(),
                                laptop.staff(),
                                parts.background(),
                                laptop.clock(),
                                visit -> router.go(Target.of("visit", "visit", visit.toString())),
                                one)),
                new ChildTab.Offer(
                        "dates", Texts.of("caseload.dates.tab"), one -> new DatesTab(caseload, one, opened(one.id()))),
                assessments.tab(),
                new ChildTab.Offer("plan", Texts.of("plan.tab"), one -> new PlanTab(plans, one)),
                new ChildTab.Offer("notes", Texts.of("app.tab-notes"), one -> new NotesTab(chronology, one)),
                new ChildTab.Offer("records", Texts.of("guided.records.tab"), one -> new RecordsTab(guided, one)),
                life.tab());
        return new ChildDesk(
                laptop.children(),
                laptop.facts(),
                laptop.factRules(),
                glance(),
                laptop.log(),
                laptop.drafts(),
                laptop.clashes(),
                laptop.settling(),
                laptop.activity(),
                laptop.staff(),
                laptop.me(),
                laptop.ids()::next,
                parts.background(),
                parts.timers(),
                laptop.clock(),
                feed.checked(),
                VisitSettings.shipped().seenAloneMinAgeYears(),
                tabs,
                new ChildDoors());
    }

    /// Which card of the page of dates was asked for.
    private String opened(UUID child) {
        Router.Shown now = router.shownProperty().get();
        boolean here =
                now != null && child.toString().equals(now.target().arguments().get("child"));
        return now != null && here ? now.target().arguments().getOrDefault("card", "") : "";
    }

    /// The page of dates with a card open.
    void openDates(UUID child, String card) {
        router.go(target(child, "dates").with("card", card));
    }

    private PlanDesk plans() {
        return new PlanDesk(
                laptop.plans(),
                laptop.planning(),
                laptop.drafts(),
                laptop.staff(),
                laptop.ids()::next,
                parts.background(),
                parts.timers(),
                laptop.clock(),
                new PlanDesk.Doors() {
                    @Override
                    public void print(UUID child) {
                        router.go(Printouts.familyPage(child));
                    }

                    @Override
                    public void openConflict(UUID conflict) {
                        router.go(Target.of(ConflictsPage.SCREEN, "conflict", conflict.toString()));
                    }

                    @Override
                    public void review(UUID child) {
                        router.go(Target.of(PlanReviewPage.SCREEN, "child", child.toString()));
                    }

                    @Override
                    public void openPlan(UUID child) {
                        router.go(target(child, "plan"));
                    }

                    @Override
                    public void back() {
                        router.back();
                    }
                });
    }

    ChildGlance glance() {
        return new ChildGlance(
                laptop.caseload(),
                laptop.visits(),
                laptop.notes(),
                new Chronology(laptop.log(), laptop.types()),
                entry -> new Glance.Event(entry.on(), EventWords.kind(entry), EventWords.what(entry)),
                new GlanceWords(laptop.board(), laptop.staff(), laptop.me(), laptop.clock())::of);
    }

    private ChronologyDesk chronology() {
        return new ChronologyDesk(
                new Chronology(laptop.log(), laptop.types()),
                ChronologySettings.shipped(),
                laptop.notes(),
                laptop.children(),
                laptop.staff(),
                parts.background(),
                laptop.clock(),
                new ChronologyDesk.Doors() {
                    @Override
                    public void addEvent(UUID child) {
                        router.go(Target.of(TypedEventPage.SCREEN, "child", child.toString()));
                    }

                    @Override
                    public void newNote(UUID child) {
                        notes.begin(List.of(child));
                    }

                    @Override
                    public void openNote(UUID note) {
                        router.go(Target.of(NoteScreens.NOTE, "note", note.toString()));
                    }

                    @Override
                    public void print(UUID child, String kind) {
                        router.go(Printouts.chronology(child, kind));
                    }

                    @Override
                    public void amend(UUID child, UUID record) {
                        router.go(Target.of(AmendPage.SCREEN, "child", child.toString())
                                .with("record", record.toString()));
                    }
                });
    }

    private GuidedDesk guided() {
        return new GuidedDesk(
                laptop.events(),
                laptop.types(),
                laptop.log(),
                laptop.amending(),
                laptop.drafts(),
                laptop.children(),
                laptop.staff(),
                laptop.ids()::next,
                parts.background(),
                parts.timers(),
                laptop.clock(),
                new GuidedDesk.Doors() {
                    @Override
                    public boolean ownPage(UUID child, String type) {
                        switch (AddingTypes.ownPage(type)) {
                            case "visit" -> visits.begin(List.of(child));
                            case "note" -> notes.begin(List.of(child));
                            case "people" -> router.go(Target.of(AddPersonPage.SCREEN, "child", child.toString()));
                            default -> {
                                return false;
                            }
                        }
                        return true;
                    }

                    @Override
                    public void add(UUID child, String type) {
                        router.go(
                                type.isEmpty()
                                        ? Target.of(AddToRecordPage.SCREEN, "child", child.toString())
                                        : Target.of(TypedEventPage.SCREEN, "child", child.toString())
                                                .with("type", type));
                    }

                    @Override
                    public void fillIn(UUID child, UUID record, String type) {
                        router.go(Target.of(TypedEventPage.SCREEN, "child", child.toString())
                                .with("type", type)
                                .with("record", record.toString()));
                    }

                    @Override
                    public void openRecord(UUID child, UUID record) {
                        router.go(record(child, record));
                    }

                    @Override
                    public void amend(UUID child, UUID record) {
                        router.go(Target.of(AmendPage.SCREEN, "child", child.toString())
                                .with("record", record.toString()));
                    }

                    @Override
                    public void openTab(UUID child, String tab) {
                        router.go(target(child, tab));
                    }

                    @Override
                    public void back() {
                        router.back();
                    }
                });
    }

    private OutboxDesk outbox() {
        return new OutboxDesk(
                laptop.outbox(),
                feed.sending(),
                parts.background(),
                laptop.clock(),
                new OutboxDesk.Called() {
                    @Override
                    public String whom(StreamId stream) {
                        return stream.isCase()
                                ? laptop.children()
                                        .find(stream.id())
                                        .map(one -> one.name())
                                        .orElse("")
                                : "";
                    }

                    @Override
                    public String what(Outbox.Item item) {
                        return RecordWords.what(item.type(), item.fieldGroup() == null ? "record" : item.fieldGroup());
                    }

                    @Override
                    public String why(String reason) {
                        return RecordWords.parked(reason);
                    }

                    @Override
                    public String then(String reason) {
                        return RecordWords.parkedThen(reason);
                    }
                },
                new OutboxDesk.Doors() {
                    @Override
                    public void openRecord(StreamId stream, UUID record) {
                        if (stream.isCase()) {
                            router.go(target(stream.id(), "history"));
                        }
                    }

                    @Override
                    public void syncNow() {
                        loop.now();
                    }
                });
    }

    private final class ChildDoors implements ChildDesk.Doors {
        @Override
        public void openChild(UUID child) {
            router.go(target(child, "summary"));
        }

        @Override
        public void openTab(UUID child, String tab) {
            router.go(target(child, tab));
        }

        @Override
        public void openDates(UUID child, String card) {
            RecordPlaces.this.openDates(child, card);
        }

        @Override
        public void startVisit(List<UUID> children) {
            visits.begin(children);
        }

        @Override
        public void newNote(UUID child) {
            notes.begin(List.of(child));
        }

        @Override
        public void addEvent(UUID child) {
            router.go(Target.of(AddToRecordPage.SCREEN, "child", child.toString()));
        }

        @Override
        public void addPerson(UUID child) {
            router.go(Target.of(AddPersonPage.SCREEN, "child", child.toString()));
        }

        @Override
        public void printChronology(UUID child) {
            router.go(Printouts.chronology(child, ""));
        }

        @Override
        public void printFamilyPage(UUID child) {
            router.go(Printouts.familyPage(child));
        }

        @Override
        public void openConflict(UUID conflict) {
            router.go(Target.of(ConflictsPage.SCREEN, "conflict", conflict.toString()));
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
