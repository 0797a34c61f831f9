package org.alongside.testing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Window;
import org.alongside.caseload.ChildGlance;
import org.alongside.caseload.Today;
import org.alongside.caseload.store.StoredRecentChanges;
import org.alongside.caseload.view.CaseloadDesk;
import org.alongside.caseload.view.CaseloadPage;
import org.alongside.caseload.view.TodayPage;
import org.alongside.caseload.view.VisitsTab;
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
import org.alongside.chronology.view.NotesTab;
import org.alongside.guided.view.AddToRecordPage;
import org.alongside.guided.view.AmendPage;
import org.alongside.guided.view.GuidedDesk;
import org.alongside.guided.view.RecordPage;
import org.alongside.guided.view.RecordsTab;
import org.alongside.guided.view.TypedEventPage;
import org.alongside.kernel.Clocks;
import org.alongside.lifestory.view.LifeStoryDesk;
import org.alongside.lifestory.view.LifeStoryScreens;
import org.alongside.lifestory.view.PictureSource;
import org.alongside.plan.view.PlanDesk;
import org.alongside.plan.view.PlanReviewPage;
import org.alongside.plan.view.PlanTab;
import org.alongside.record.Drafts;
import org.alongside.record.StreamId;
import org.alongside.sync.Outbox;
import org.alongside.sync.view.OutboxDesk;
import org.alongside.sync.view.OutboxPage;
import org.alongside.tool.Laptop;
import org.alongside.ui.Commands;
import org.alongside.ui.Place;
import org.alongside.ui.Router;
import org.alongside.ui.Screen;
import org.alongside.ui.Sending;
import org.alongside.ui.Shell;
import org.alongside.ui.SignedIn;
import org.alongside.ui.Target;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;

/// The windows of records, wired to a laptop and to each other as the program does it.
public final class RecordWindows {
    public final SimpleObjectProperty<Sending> sending = new SimpleObjectProperty<>(
            new Sending(new Sending.Link.Offline(MarlbrookLaptop.CLOCK.instant().minusSeconds(10_440)), 0, 0, 0));
    /// Where a door led that leads out of these windows: `visit`, `note`, `draft` with ids.
    public final List<String> opened = new ArrayList<>();

    private final Laptop laptop;
    private final Background background;
    private final Timers timers;
    private final Shell shell;
    private final LifeStoryScreens life;

    /// What the file chooser and the clipboard of these windows hold.
    public final Pictures pictures = new Pictures();

    /// A file chooser and a clipboard that hold what a test puts there.
    public static final class Pictures implements PictureSource {
        public Path chosen;
        public Copied copied;

        @Override
        public Optional<Path> choose(Window owner) {
            return Optional.ofNullable(chosen);
        }

        @Override
        public Optional<Copied> copied() {
            return Optional.ofNullable(copied);
        }
    }

    public RecordWindows(Laptop laptop, Look look, Background background, Timers timers) {
        this.laptop = laptop;
        this.background = background;
        this.timers = timers;
        shell = shell(look);
        life = new LifeStoryScreens(
                new LifeStoryDesk(
                        laptop.lifeStory(),
                        laptop.log(),
                        laptop.drafts(),
                        laptop.amending(),
                        laptop.children(),
                        laptop.staff(),
                        laptop.ids()::next,
                        background,
                        timers,
                        laptop.clock(),
                        shell.router(),
                        pictures,
                        one -> router().go(child(one, LifeStoryScreens.TAB))),
                "caseload");
    }

    private Shell shell(Look look) {
        var commands = new Commands();
        var made = new Shell(commands, new Router(commands), background, look);
        made.signedInProperty().set(new SignedIn(laptop.me().display(), "Social worker", "Marlbrook Council"));
        made.status().sendingProperty().bind(sending);
        return made;
    }

    public Shell shell() {
        return shell;
    }

    public Router router() {
        return shell.router();
    }

    /// Registers every screen; once, after the shell stands.
    public RecordWindows registered() {
        ChildDesk child = child();
        GuidedDesk guided = guided();
        CaseloadDesk caseload = caseload();
        Router router = router();
        life.screens().forEach(router::register);
        router.register(Screen.of("today", "Today", target -> new TodayPage(caseload)));
        router.register(Screen.of("caseload", "My caseload", target -> new CaseloadPage(caseload)));
        router.register(new Screen(ChildPage.SCREEN, "Record", "caseload", target -> new ChildPage(child, target)));
        router.register(new Screen(
                AddPersonPage.SCREEN, "Add a person", "caseload", target -> new AddPersonPage(child, target)));
        router.register(new Screen(
                AddToRecordPage.SCREEN, "Add to record", "caseload", target -> new AddToRecordPage(guided, target)));
        router.register(
                new Screen(RecordPage.SCREEN, "A record", "caseload", target -> new RecordPage(guided, target)));
        router.register(new Screen(
                TypedEventPage.SCREEN, "Add an event", "caseload", target -> new TypedEventPage(guided, target)));
        router.register(new Screen(AmendPage.SCREEN, "Add", "caseload", target -> new AmendPage(guided, target)));
        router.register(
                new Screen(PlanReviewPage.SCREEN, "Review", "caseload", target -> new PlanReviewPage(plans(), target)));
        router.register(Screen.of(ConflictsPage.SCREEN, "Conflicts", target -> new ConflictsPage(child, target)));
        router.register(Screen.of("activity", "Activity", target -> new ActivityPage(child)));
        router.register(new Screen(OutboxPage.SCREEN, "Your work", "today", target -> new OutboxPage(outbox())));
        shell.addPlace(new Place(1, "today", "Today", "mdomz-today"));
        shell.addPlace(new Place(2, "caseload", "My caseload", "mdomz-people_outline"));
        shell.addPlace(new Place(6, ConflictsPage.SCREEN, "Conflicts", "mdoal-call_split"));
        shell.addPlace(new Place(7, "activity", "Activity", "mdoal-history"));
        return this;
    }

    public Target child(UUID id, String tab) {
        return Target.of(ChildPage.SCREEN, "child", id.toString()).with("tab", tab);
    }

    private PlanDesk plans() {
        return new PlanDesk(
                laptop.plans(),
                laptop.planning(),
                laptop.drafts(),
                laptop.staff(),
                laptop.ids()::next,
                background,
                timers,
                laptop.clock(),
                new PlanDesk.Doors() {
                    @Override
                    public void print(UUID child) {
                        opened.add("print family-page " + child);
                    }

                    @Override
                    public void openConflict(UUID conflict) {
                        router().go(Target.of(ConflictsPage.SCREEN, "conflict", conflict.toString()));
                    }

                    @Override
                    public void review(UUID child) {
                        router().go(Target.of(PlanReviewPage.SCREEN, "child", child.toString()));
                    }

                    @Override
                    public void openPlan(UUID child) {
                        router().go(child(child, "plan"));
                    }

                    @Override
                    public void back() {
                        router().back();
                    }
                });
    }

    private ChildDesk child() {
        ChronologyDesk chronology = chronology();
        List<ChildTab.Offer> tabs = List.of(
                new ChildTab.Offer("chronology", "Chronology", one -> new ChronologyTab(chronology, one)),
                new ChildTab.Offer(
                        "visits",
                        "Visits",
                        one -> new VisitsTab(
                                laptop.visits(),
                                laptop.staff(),
                                background,
                                laptop.clock(),
                                visit -> opened.add("visit " + visit),
                                one)),
                new ChildTab.Offer(
                        "dates",
                        "Dates",
                        one -> new org.alongside.caseload.view.DatesTab(
                                caseload(),
                                one,
                                router().shownProperty()
                                        .get()
                                        .target()
                                        .arguments()
                                        .getOrDefault("card", ""))),
                new ChildTab.Offer("plan", "Plan", one -> new PlanTab(plans(), one)),
                new ChildTab.Offer("notes", "Notes", one -> new NotesTab(chronology, one)),
                new ChildTab.Offer("records", "Records", one -> new RecordsTab(guided(), one)),
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
                background,
                timers,
                laptop.clock(),
                checked(),
                4,
                tabs,
                new ChildDoors());
    }

    private static ReadOnlyObjectWrapper<Instant> checked() {
        return new ReadOnlyObjectWrapper<>(
                MarlbrookLaptop.TODAY.atTime(8, 55).atZone(Clocks.LONDON).toInstant());
    }

    private ChildGlance glance() {
        return new ChildGlance(
                laptop.caseload(),
                laptop.visits(),
                laptop.notes(),
                new Chronology(laptop.log(), laptop.types()),
                entry -> new Glance.Event(entry.on(), EventWords.kind(entry), EventWords.what(entry)),
                new org.alongside.caseload.view.GlanceWords(laptop.board(), laptop.staff(), laptop.me(), laptop.clock())
                        ::of);
    }

    private ChronologyDesk chronology() {
        return new ChronologyDesk(
                new Chronology(laptop.log(), laptop.types()),
                ChronologySettings.shipped(),
                laptop.notes(),
                laptop.children(),
                laptop.staff(),
                background,
                laptop.clock(),
                new ChronologyDesk.Doors() {
                    @Override
                    public void addEvent(UUID child) {
                        router().go(Target.of(TypedEventPage.SCREEN, "child", child.toString()));
                    }

                    @Override
                    public void newNote(UUID child) {
                        opened.add("note " + child);
                    }

                    @Override
                    public void openNote(UUID note) {
                        opened.add("open-note " + note);
                    }

                    @Override
                    public void print(UUID child, String kind) {
                        opened.add("print chronology " + child + kind);
                    }

                    @Override
                    public void amend(UUID child, UUID record) {
                        router().go(Target.of(AmendPage.SCREEN, "child", child.toString())
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
                background,
                timers,
                laptop.clock(),
                new GuidedDesk.Doors() {
                    @Override
                    public boolean ownPage(UUID child, String type) {
                        return false;
                    }

                    @Override
                    public void add(UUID child, String type) {
                        router().go(
                                        type.isEmpty()
                                                ? Target.of(AddToRecordPage.SCREEN, "child", child.toString())
                                                : Target.of(TypedEventPage.SCREEN, "child", child.toString())
                                                        .with("type", type));
                    }

                    @Override
                    public void fillIn(UUID child, UUID record, String type) {
                        router().go(Target.of(TypedEventPage.SCREEN, "child", child.toString())
                                .with("type", type)
                                .with("record", record.toString()));
                    }

                    @Override
                    public void openRecord(UUID child, UUID record) {
                        router().go(Target.of(RecordPage.SCREEN, "child", child.toString())
                                .with("record", record.toString()));
                    }

                    @Override
                    public void amend(UUID child, UUID record) {
                        router().go(Target.of(AmendPage.SCREEN, "child", child.toString())
                                .with("record", record.toString()));
                    }

                    @Override
                    public void openTab(UUID child, String tab) {
                        router().go(child(child, tab));
                    }

                    @Override
                    public void back() {
                        router().back();
                    }
                });
    }

    private CaseloadDesk caseload() {
        var today = new Today(
                laptop.caseload(),
                laptop.drafts(),
                laptop.children(),
                new StoredRecentChanges(laptop.store(), laptop.me().name()),
                laptop.clock());
        return new CaseloadDesk(
                today,
                laptop.caseload(),
                laptop.drafts(),
                laptop.staff(),
                laptop.clock(),
                background,
                sending,
                checked(),
                4,
                laptop.board(),
                laptop.notNeeded(),
                laptop.me(),
                timers,
                laptop.ids()::next,
                new CaseloadDesk.Doors() {
                    @Override
                    public void planVisit(List<UUID> children) {
                        opened.add("plan " + children);
                    }

                    @Override
                    public void openDates(UUID child, String card) {
                        router().go(child(child, "dates").with("card", card));
                    }

                    @Override
                    public List<org.alongside.caseload.view.Reminder> reminders() {
                        return List.of();
                    }

                    @Override
                    public void follow(org.alongside.caseload.view.Reminder reminder) {}

                    @Override
                    public void openChild(UUID child) {
                        router().go(child(child, "summary"));
                    }

                    @Override
                    public void startVisit(List<UUID> children) {
                        opened.add("start " + children);
                    }

                    @Override
                    public void openDraft(Drafts.Draft draft) {
                        opened.add("draft " + draft.id());
                    }

                    @Override
                    public void showOutbox() {
                        router().go(OutboxPage.SCREEN);
                    }

                    @Override
                    public void syncNow() {
                        opened.add("sync");
                    }
                });
    }

    private OutboxDesk outbox() {
        return new OutboxDesk(
                laptop.outbox(),
                sending,
                background,
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
                            router().go(child(stream.id(), "history"));
                        }
                    }

                    @Override
                    public void syncNow() {
                        opened.add("sync");
                    }
                });
    }

    private final class ChildDoors implements ChildDesk.Doors {
        @Override
        public void printChronology(UUID child) {
            opened.add("print chronology " + child);
        }

        @Override
        public void printFamilyPage(UUID child) {
            opened.add("print family-page " + child);
        }

        @Override
        public void openChild(UUID child) {
            router().go(child(child, "summary"));
        }

        @Override
        public void openTab(UUID child, String tab) {
            router().go(child(child, tab));
        }

        @Override
        public void openDates(UUID child, String card) {
            router().go(child(child, "dates").with("card", card));
        }

        @Override
        public void startVisit(List<UUID> children) {
            opened.add("start " + children);
        }

        @Override
        public void newNote(UUID child) {
            opened.add("note " + child);
        }

        @Override
        public void addEvent(UUID child) {
            router().go(Target.of(TypedEventPage.SCREEN, "child", child.toString()));
        }

        @Override
        public void addPerson(UUID child) {
            router().go(Target.of(AddPersonPage.SCREEN, "child", child.toString()));
        }

        @Override
        public void openConflict(UUID conflict) {
            router().go(Target.of(ConflictsPage.SCREEN, "conflict", conflict.toString()));
        }

        @Override
        public void again() {
            router().again();
        }

        @Override
        public void back() {
            router().back();
        }
    }
}
