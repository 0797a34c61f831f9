package org.alongside.tool;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.access.Staff;
import org.alongside.access.store.StoredStaff;
import org.alongside.caseload.CasePrompts;
import org.alongside.caseload.Caseload;
import org.alongside.caseload.NotNeeded;
import org.alongside.caseload.Search;
import org.alongside.caseload.StandingBoard;
import org.alongside.caseload.store.StoredCaseload;
import org.alongside.caseload.store.StoredSwipes;
import org.alongside.child.Children;
import org.alongside.child.FactRules;
import org.alongside.child.Facts;
import org.alongside.child.Settling;
import org.alongside.child.store.ChildProjection;
import org.alongside.child.store.PlanPeriodProjection;
import org.alongside.child.store.RelationshipProjection;
import org.alongside.child.store.StoredChildren;
import org.alongside.chronology.Notes;
import org.alongside.guided.Assessments;
import org.alongside.guided.Forms;
import org.alongside.guided.GuidedSettings;
import org.alongside.guided.SigningOff;
import org.alongside.guided.TypedEvents;
import org.alongside.guided.store.StoredAssessmentIndex;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Texts;
import org.alongside.lifestory.LifeStory;
import org.alongside.plan.PlanBook;
import org.alongside.plan.Planning;
import org.alongside.record.Activity;
import org.alongside.record.Amending;
import org.alongside.record.CaseLog;
import org.alongside.record.Clashes;
import org.alongside.record.Drafts;
import org.alongside.record.Passages;
import org.alongside.record.RecordTypes;
import org.alongside.record.store.Projector;
import org.alongside.rules.References;
import org.alongside.rules.content.ContentInUse;
import org.alongside.store.FaultPoints;
import org.alongside.store.LaptopHome;
import org.alongside.store.LaptopStore;
import org.alongside.store.SearchProjection;
import org.alongside.store.StoredWordIndex;
import org.alongside.supervision.SessionDrafts;
import org.alongside.supervision.Supervising;
import org.alongside.sync.Outbox;
import org.alongside.sync.store.LaptopReplica;
import org.alongside.sync.store.StoredOutbox;
import org.alongside.visit.SeenAlone;
import org.alongside.visit.VisitFields;
import org.alongside.visit.VisitRecording;
import org.alongside.visit.VisitRules;
import org.alongside.visit.VisitSettings;
import org.alongside.visit.store.ChildVisitProjection;

/// An unlocked laptop with every capability wired to its store: the composition root that commands
/// and windows share. Closing it locks the laptop.
public final class Laptop implements AutoCloseable {
    private static final Passages PASSAGES =
            new Passages(RecordTypes.shipped(), VisitFields.shipped().worded());

    private final AutoCloseable home;
    private final LaptopStore store;
    private final Clock clock;
    private final Ids ids;
    private final RecordTypes types = RecordTypes.shipped();
    private final StoredOutbox outbox;
    private final LaptopReplica replica;
    private final Staff staff;
    private final Account me;
    private final Children children;
    private final Caseload caseload;
    private final ContentInUse content;
    private final StandingBoard board;
    private final CasePrompts prompts;
    private final Facts facts;
    private final FactRules factRules;
    private final VisitRecording visits;
    private final Notes notes;
    private final TypedEvents events;
    private final Assessments assessments;
    private final SigningOff signingOff;
    private final LifeStory lifeStory;
    private final Amending amending;
    private final Settling settling;
    private final Search search;
    private final Supervising supervising;
    private final SessionDrafts sessions;
    private final PlanBook plans;
    private final Planning planning;

    private Laptop(AutoCloseable home, LaptopStore store, Clock clock, BooleanSupplier offline, ContentInUse content) {
        this.home = home;
        this.store = store;
        this.clock = clock;
        this.ids = new Ids(clock);
        this.outbox = new StoredOutbox(store);
        this.replica = new LaptopReplica(store, outbox);
        var directory = new StoredStaff(store);
        this.staff = directory;
        this.me = account(store, staff);
        CaseLog log = store.caseLog();
        this.children = new StoredChildren(store, clock);
        this.caseload = new StoredCaseload(store, children);
        this.content = content;
        this.board = new StandingBoard(log, children, staff, directory, content, clock);
        store.changes().listen(board::changed);
        this.prompts = new CasePrompts(
                board,
                children,
                log,
                staff,
                me,
                new StoredSwipes(store),
                new NotNeeded(log, ids::next, clock, me),
                clock);
        this.facts = new Facts(log, types);
        References references = new KnownReferences(children, staff, log);
        this.factRules = new FactRules(references);
        this.visits = new VisitRecording(
                log,
                store.drafts(),
                children,
                new VisitRules(VisitFields.shipped(), VisitSettings.shipped()),
                references,
                ids::next,
                clock,
                me,
                offline);
        this.notes = new Notes(log, store.drafts(), children, references, ids::next, clock, me);
        this.events = new TypedEvents(log, types, children, references, ids::next, me);
        this.assessments = new Assessments(
                new Assessments.Given(
                        log,
                        store.drafts(),
                        children,
                        visits,
                        notes,
                        types,
                        new CaseSurroundings(board, children, log, me.name(), clock),
                        new StoredAssessmentIndex(store),
                        ids::next,
                        clock,
                        me),
                Forms.of(content.library(), () -> Clocks.today(clock)),
                GuidedSettings.shipped());
        this.signingOff = new SigningOff(assessments, staff);
        this.lifeStory = new LifeStory(log, store.drafts(), store.blobs(), children, references, ids::next, clock, me);
        this.amending = new Amending(log, ids::next);
        this.settling = new Settling(log, store.clashes(), me.name());
        this.search = new Search(children, new StoredWordIndex(store), log, types, PASSAGES);
        this.supervising =
                new Supervising(log, store.sealing(), board, children, staff, directory, types, me, ids::next, clock);
        this.sessions = new SessionDrafts(store.drafts(), store.sealing(), ids::next, clock);
        this.plans = new PlanBook(log, children, ids::next, clock);
        this.planning = new Planning(log, types, ids::next, clock, me);
    }

    /// The projections that a laptop keeps.
    public static Projector projector() {
        return new Projector(
                RecordTypes.shipped(),
                List.of(
                        new ChildProjection(),
                        new RelationshipProjection(),
                        new PlanPeriodProjection(),
                        new ChildVisitProjection(new SeenAlone(VisitSettings.shipped())),
                        new SearchProjection(RecordTypes.shipped(), PASSAGES)));
    }

    public static LaptopHome.Parts parts(Clock clock) {
        return LaptopHome.Parts.of(projector(), clock, FaultPoints.none());
    }

    /// Opens the laptop of a command's `--home` with its `--passphrase-file`.
    static Laptop open(Invocation invocation) {
        char[] passphrase = invocation.passphrase();
        try {
            LaptopHome home = home(invocation);
            try {
                sitOut(home, invocation);
                ContentInUse content = invocation.content();
                return unlock(home, passphrase, invocation.clock(), () -> true, content);
            } catch (RuntimeException e) {
                home.close();
                throw e;
            }
        } finally {
            java.util.Arrays.fill(passphrase, '\0');
        }
    }

    /// After too many wrong tries each new program begins the waiting anew, so a command waits in itself
    /// as long as its `--wait` allows, or says how long that must be.
    private static void sitOut(LaptopHome home, Invocation invocation) {
        Duration left = home.waitBeforeTry();
        if (left.isZero()) {
            return;
        }
        // Part of a command to type: no comma in it.
        String seconds = Long.toString(left.plusMillis(999).toSeconds());
        if (left.compareTo(invocation.patience()) > 0) {
            throw BadInput.of("passphrase-wait", "passphrase", Texts.of("tool.passphrase-wait", seconds));
        }
        invocation.warn(Texts.of("tool.passphrase-waiting", seconds));
        long end = System.nanoTime() + left.toNanos();
        while (end - System.nanoTime() > 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    /// Takes the folder of a command's `--home`, locked.
    static LaptopHome home(Invocation invocation) {
        return LaptopHome.open(invocation.home(), parts(invocation), invocation.patience());
    }

    static LaptopHome.Parts parts(Invocation invocation) {
        LaptopHome.Parts parts = LaptopHome.Parts.of(projector(), invocation.clock(), invocation.faults());
        return Boolean.getBoolean(FaultPoints.ALLOWED) ? parts.atLeastCost() : parts;
    }

    /// Takes a laptop's folder, locked.
    public static LaptopHome home(Path folder, Clock clock, Duration wait) {
        return LaptopHome.open(folder, parts(clock), wait);
    }

    /// Unlocks a folder; closing the laptop lets the folder go as well.
    ///
    /// @param offline whether there is no network now
    public static Laptop unlock(LaptopHome home, char[] passphrase, Clock clock, BooleanSupplier offline) {
        return unlock(home, passphrase, clock, offline, ContentInUse.of(home.folder(), null));
    }

    /// @param content by which it works until it is locked
    public static Laptop unlock(
            LaptopHome home, char[] passphrase, Clock clock, BooleanSupplier offline, ContentInUse content) {
        LaptopStore store = home.unlock(passphrase);
        expectClock(store, clock);
        return new Laptop(home, store, clock, offline, content);
    }

    /// @throws BadInput when a clock was asked for and the laptop is a council's own; it is locked again
    private static void expectClock(LaptopStore store, Clock clock) {
        if (Clocks.isAsked(clock) && !store.enrolled().demonstration()) {
            store.close();
            throw BadInput.of("clock-refused", "clock", Texts.of("store.clock-refused"));
        }
    }

    /// A laptop whose store is open already: right after its making.
    public static Laptop of(AutoCloseable home, LaptopStore store, Clock clock, BooleanSupplier offline) {
        return new Laptop(home, store, clock, offline, ContentInUse.shipped());
    }

    private static Account account(LaptopStore store, Staff staff) {
        LaptopStoreAccount named = new LaptopStoreAccount(store);
        return staff.find(named.name())
                .orElseGet(() -> new Account(named.name(), named.display(), named.role(), null, null));
    }

    /// What enrolment said of the worker, for when the directory is not there yet.
    private record LaptopStoreAccount(LaptopStore store) {
        String name() {
            return store.enrolled().account();
        }

        String display() {
            return store.enrolled().display();
        }

        Role role() {
            return Role.find(store.enrolled().role()).orElse(Role.SOCIAL_WORKER);
        }
    }

    public LaptopStore store() {
        return store;
    }

    public Clock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public RecordTypes types() {
        return types;
    }

    public Staff staff() {
        return staff;
    }

    public Account me() {
        return me;
    }

    public CaseLog log() {
        return store.caseLog();
    }

    public Drafts drafts() {
        return store.drafts();
    }

    public Clashes clashes() {
        return store.clashes();
    }

    public Outbox outbox() {
        return outbox;
    }

    /// The laptop's side of sync.
    public LaptopReplica replica() {
        return replica;
    }

    public Activity activity() {
        return store.activity();
    }

    public Children children() {
        return children;
    }

    public Caseload caseload() {
        return caseload;
    }

    /// The content it works by.
    public ContentInUse content() {
        return content;
    }

    /// How it stands with the children.
    public StandingBoard board() {
        return board;
    }

    /// What is said of a date or prompt instead of meeting it.
    public NotNeeded notNeeded() {
        return new NotNeeded(log(), ids::next, clock, me);
    }

    /// What is worth thinking about around a visit.
    public CasePrompts prompts() {
        return prompts;
    }

    public Facts facts() {
        return facts;
    }

    public FactRules factRules() {
        return factRules;
    }

    public VisitRecording visits() {
        return visits;
    }

    public Notes notes() {
        return notes;
    }

    public TypedEvents events() {
        return events;
    }

    public Assessments assessments() {
        return assessments;
    }

    public SigningOff signingOff() {
        return signingOff;
    }

    public LifeStory lifeStory() {
        return lifeStory;
    }

    public Amending amending() {
        return amending;
    }

    /// Supervisions that are being written down.
    public SessionDrafts sessions() {
        return sessions;
    }

    public Supervising supervising() {
        return supervising;
    }

    public Settling settling() {
        return settling;
    }

    public Search search() {
        return search;
    }

    /// The plans that children are on.
    public PlanBook plans() {
        return plans;
    }

    public Planning planning() {
        return planning;
    }

    @Override
    public void close() {
        store.close();
        try {
            home.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the folder could not be let go", e);
        }
    }
}
