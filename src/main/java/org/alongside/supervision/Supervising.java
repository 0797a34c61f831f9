package org.alongside.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Account;
import org.alongside.access.CouncilNumbers;
import org.alongside.access.Staff;
import org.alongside.caseload.Standing;
import org.alongside.caseload.StandingBoard;
import org.alongside.child.Children;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.CaseLog;
import org.alongside.record.Change;
import org.alongside.record.Intent;
import org.alongside.record.RecordState;
import org.alongside.record.RecordTypes;
import org.alongside.record.Sealing;
import org.alongside.record.StreamId;
import org.alongside.rules.alone.AloneWords;
import org.alongside.rules.clock.WorkingDays;
import org.alongside.rules.content.ContentFile.SupervisionRules;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Supervision between the person of this laptop and those they supervise, or who supervises them: the
/// agenda, writing a session down, actions, signing.
public final class Supervising {
    private static final String ACTION = "action";
    private static final String CHALLENGE = "challenge";

    private final CaseLog log;
    private final Sealing sealing;
    private final StandingBoard board;
    private final Children children;
    private final Staff staff;
    private final CouncilNumbers numbers;
    private final RecordTypes types;
    private final Account me;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Filing filing;

    public Supervising(
            CaseLog log,
            Sealing sealing,
            StandingBoard board,
            Children children,
            Staff staff,
            CouncilNumbers numbers,
            RecordTypes types,
            Account me,
            Supplier<UUID> ids,
            Clock clock) {
        this.log = log;
        this.sealing = sealing;
        this.board = board;
        this.children = children;
        this.staff = staff;
        this.numbers = numbers;
        this.types = types;
        this.me = me;
        this.ids = ids;
        this.clock = clock;
        this.filing = new Filing(log, sealing, staff);
    }

    /// The numbers in force today.
    public SupervisionRules rules() {
        return board.content()
                .find("supervision", SupervisionRules.class, Clocks.today(clock))
                .orElseThrow();
    }

    public WorkingDays calendar() {
        return board.standings().calendar();
    }

    /// Everybody with whom the person of this laptop keeps a private record: those they supervise first.
    public List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (StreamId stream : log.streams(StreamId.Kind.SUPERVISION)) {
            log.records(stream).stream()
                    .filter(state -> state.type().equals(Sealing.PAIR))
                    .findFirst()
                    .map(state -> new Pair(
                            stream,
                            state.value(PairRecord.RECORD, "worker").asString(""),
                            state.value(PairRecord.RECORD, "supervisor").asString("")))
                    .filter(pair -> pair.has(me.name()))
                    .ifPresent(pairs::add);
        }
        pairs.sort(java.util.Comparator.comparing((Pair pair) -> pair.worker().equals(me.name()))
                .thenComparing(pair -> staff.displayOf(pair.worker()))
                .thenComparing(pair -> !isNow(pair)));
        return List.copyOf(pairs);
    }

    /// Whether they are together today; a worker keeps what was between them and a former supervisor.
    public boolean isNow(Pair pair) {
        return staff.find(pair.worker())
                .filter(worker -> pair.supervisor().equals(worker.supervisor()))
                .isPresent();
    }

    /// The record with a worker.
    ///
    /// @throws BadInput when this laptop holds none
    public Pair with(String worker) {
        return pairs().stream()
                .filter(pair -> pair.worker().equals(worker))
                .findFirst()
                .orElseThrow(() -> BadInput.of("worker-unknown", "worker", Texts.of("supervision.worker-unknown")));
    }

    /// Between the person of this laptop and their own supervisor now.
    public Optional<Pair> mine() {
        return pairs().stream()
                .filter(pair -> pair.worker().equals(me.name()) && isNow(pair))
                .findFirst();
    }

    public boolean isSupervisor(Pair pair) {
        return pair.supervisor().equals(me.name());
    }

    public PairRecord record(Pair pair) {
        return PairRecord.read(pair, log, sealing);
    }

    /// How it stands with each child whom the worker has, as far as this laptop holds it.
    public Map<UUID, Standing> cases(Pair pair) {
        Map<UUID, Standing> held = new LinkedHashMap<>();
        Map<UUID, Standing> all = board.all();
        all.forEach((child, standing) -> {
            if (FactsReader.isHeldBy(standing.view(), pair.worker())) {
                held.put(child, standing);
            }
        });
        return held.isEmpty() && pair.worker().equals(me.name()) ? all : held;
    }

    public Agenda agenda(Pair pair) {
        LocalDate today = Clocks.today(clock);
        SupervisionRules rules = rules();
        Map<UUID, Standing> cases = cases(pair);
        var reader = new FactsReader(rules, calendar());
        PairRecord record = record(pair);
        List<ChildFacts> facts = cases.values().stream()
                .map(standing -> reader.read(standing, today))
                .toList();
        Map<UUID, List<UUID>> unsigned = new LinkedHashMap<>();
        record.sessions().stream()
                .filter(session -> session.isUnsignedTooLong(rules.sign(), calendar(), today))
                .forEach(session -> unsigned.put(session.id(), discussed(session.id(), cases.values())));
        return new AgendaMaker(rules, numbers)
                .make(facts, childActions(cases.values()), unsigned, record.said(), today);
    }

    /// The children who were talked through in a session.
    private static List<UUID> discussed(UUID session, Collection<Standing> cases) {
        return cases.stream()
                .filter(standing -> standing.view()
                        .of("case_discussion")
                        .anyMatch(entry -> entry.path("session").asString("").equals(session.toString())))
                .map(Standing::id)
                .toList();
    }

    private static List<ActionItem> childActions(Collection<Standing> cases) {
        return cases.stream()
                .flatMap(standing -> FactsReader.actions(standing.view()).stream())
                .toList();
    }

    /// Every action that was agreed in supervision with this worker: the open ones first, then by date.
    public List<ActionItem> actions(Pair pair) {
        var actions = new ArrayList<>(childActions(cases(pair).values()));
        actions.addAll(record(pair).actions(staff::displayOf));
        actions.sort(java.util.Comparator.comparing((ActionItem action) -> !action.isOpen())
                .thenComparing(ActionItem::due, java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder()))
                .thenComparing(ActionItem::text));
        return List.copyOf(actions);
    }

    /// Adds something to the agenda; both see it.
    public CaseLog.Saved addOwnItem(Pair pair, String text, @Nullable UUID child) {
        ObjectNode body = words(Words.Kind.OWN_ITEM).put("text", asked(text, "text"));
        if (child != null) {
            body.put("child", child.toString());
        }
        return seal(pair, body);
    }

    /// Takes an own item off the agenda again; who added it may.
    public CaseLog.Saved takeOff(Pair pair, Agenda.OwnItem item) {
        return seal(pair, words(Words.Kind.TAKEN_OFF).put("of", item.id().toString()));
    }

    /// Answers an item: `done`, `new_date`, `drop` or `park`.
    ///
    /// @throws BadInput when a sentence is needed and there is none
    public CaseLog.Saved reply(Pair pair, Agenda.Item item, String answer, String why) {
        boolean needed =
                !answer.equals("done") && (item.score() >= rules().parkingNeedsWordsFrom() || !answer.equals("park"));
        if (needed && why.isBlank()) {
            throw BadInput.of("why-missing", "why", Texts.of("supervision.why-missing"));
        }
        return seal(
                pair,
                words(Words.Kind.REPLY)
                        .put("key", item.key())
                        .put("answer", answer)
                        .put("why", why.strip()));
    }

    /// Puts an item back that was answered.
    public CaseLog.Saved putBack(Pair pair, Agenda.Item item) {
        return seal(pair, words(Words.Kind.REPLY).put("key", item.key()).put("answer", PairRecord.BACK));
    }

    /// Looks at an action: it is done (or dropped, with the reason as its result).
    public CaseLog.Saved done(Pair pair, ActionItem action, LocalDate on, String result) {
        if (action.child() == null) {
            return seal(
                    pair,
                    words(Words.Kind.ACTION_LOOKED_AT)
                            .put("of", action.record().toString())
                            .put("done_on", on.toString())
                            .put("why", result.strip()));
        }
        return change(action, value -> {
            value.put("done_on", on.toString());
            if (!result.isBlank()) {
                value.put("result", result.strip());
            }
        });
    }

    /// It is not done: another date and the reason. From the council's number of times on the supervisor
    /// decides what becomes of it, and nobody else can give it another date.
    public CaseLog.Saved again(Pair pair, ActionItem action, LocalDate due, String why) {
        if (why.isBlank()) {
            throw BadInput.of("why-missing", "why", Texts.of("supervision.why-missing"));
        }
        if (!due.isAfter(Clocks.today(clock))) {
            throw BadInput.of("date-past", "due", Texts.of("supervision.date-past"));
        }
        if (action.notDone() + 1 >= rules().notDone().supervisorDecides() && !isSupervisor(pair)) {
            throw BadInput.of("supervisor-decides", "due", Texts.of("supervision.supervisor-decides"));
        }
        if (action.child() == null) {
            return seal(
                    pair,
                    words(Words.Kind.ACTION_LOOKED_AT)
                            .put("of", action.record().toString())
                            .put("due", due.toString())
                            .put("why", why.strip()));
        }
        return change(
                action,
                value -> value.put("due_on", due.toString())
                        .put("carried_forward", action.notDone() + 1)
                        .put("result", why.strip()));
    }

    private CaseLog.Saved change(ActionItem action, java.util.function.Consumer<ObjectNode> how) {
        StreamId stream = StreamId.ofCase(java.util.Objects.requireNonNull(action.child(), "a child's action"));
        RecordState state = log.find(stream, action.record())
                .orElseThrow(() -> BadInput.of("record-unknown", "record", Texts.of("supervision.record-unknown")));
        ObjectNode value = state.current(PairRecord.RECORD)
                .map(now -> (ObjectNode) now.value().deepCopy())
                .orElseGet(Json::object);
        how.accept(value);
        List<UUID> seen = state.heads().getOrDefault(PairRecord.RECORD, List.of()).stream()
                .map(Change::opId)
                .toList();
        return log.save(List.of(Intent.group(stream, action.record(), ACTION, PairRecord.RECORD, seen, value)));
    }

    /// What a file says, and what it still lacks.
    public record Checked(SessionFile file, List<Problem> missing) {
        public Checked {
            missing = List.copyOf(missing);
        }
    }

    /// Reads and checks a `SESSION.json`.
    ///
    /// @throws BadInput for what cannot be understood
    public Checked check(ObjectNode json) {
        SessionReading.Read read = new SessionReading(rules(), children, staff, clock).read(json, ids.get());
        return new Checked(read.file(), read.missing());
    }

    /// Files what belongs to some children's records, each child's to its own, all or none.
    ///
    /// @return empty when it is there already
    public Optional<CaseLog.Saved> fileChildren(Pair pair, SessionFile file) {
        mayWriteDown(pair);
        List<Intent> intents = filing.childPart(file, alone(pair));
        return intents.isEmpty() ? Optional.empty() : Optional.of(log.save(intents));
    }

    private Map<UUID, String> alone(Pair pair) {
        var words = new HashMap<UUID, String>();
        cases(pair).forEach((child, standing) -> words.put(child, AloneWords.days(standing.alone())));
        return words;
    }

    /// Files a whole session: each child's part first, then, apart from it, what is private. Only the
    /// supervisor writes a session down; the worker adds words of their own to it.
    ///
    /// @param finishedDraft the draft that this makes whole
    public CaseLog.Saved file(Pair pair, SessionFile file, @Nullable UUID finishedDraft) {
        PairRecord record = record(pair);
        Optional<Session> there = record.session(file.session());
        Optional<CaseLog.Saved> childPart = Optional.empty();
        if (!file.children().isEmpty()) {
            childPart = fileChildren(pair, file);
        }
        boolean locked = there.filter(Session::isLocked).isPresent();
        var intents = new ArrayList<Intent>();
        if (there.isEmpty()) {
            mayWriteDown(pair);
            intents.add(filing.held(pair, file));
        }
        intents.addAll(filing.privatePart(pair, file, locked, there.isEmpty() ? record.onAgenda() : List.of()));
        if (intents.isEmpty()) {
            return childPart.orElseGet(() -> new CaseLog.Saved(List.of(), clock.instant()));
        }
        return log.save(intents, finishedDraft);
    }

    private void mayWriteDown(Pair pair) {
        if (!isSupervisor(pair)) {
            throw BadInput.of("supervisor-writes", "session_id", Texts.of("supervision.supervisor-writes"));
        }
    }

    /// Signs for the person of this laptop.
    ///
    /// @throws BadInput when there is no such session, or they have signed
    public CaseLog.Saved sign(Pair pair, UUID id) {
        Session session = session(pair, id);
        if (session.isSignedBy(pair, me.name())) {
            throw BadInput.of("signed-already", "session_id", Texts.of("supervision.signed-already"));
        }
        String today = Clocks.today(clock).toString();
        ObjectNode value = Json.object();
        String group;
        if (isSupervisor(pair)) {
            group = "supervisor_signed";
            value.put("supervisor_signed_on", today);
            if (session.workerSigned() != null) {
                value.put("both_signed_on", today);
            }
        } else {
            group = "worker_signed";
            value.put("worker_signed_on", today);
        }
        return log.save(List.of(Intent.group(pair.stream(), id, PairRecord.SESSION, group, List.of(), value)));
    }

    /// The worker's own words about a session, which nobody can take away; after both have signed, a
    /// later note of either.
    public CaseLog.Saved add(Pair pair, UUID id, String text) {
        Session session = session(pair, id);
        Words.Kind kind = session.isLocked() || isSupervisor(pair) ? Words.Kind.NOTE : Words.Kind.DISSENT;
        return seal(pair, words(kind).put("session", id.toString()).put("text", asked(text, "text")));
    }

    /// "I disagree, and want it looked at": asks for an answer by the supervisor's manager, in the child's
    /// record, with a date; the words themselves stay between the two and cannot be removed.
    public CaseLog.Saved disagree(Pair pair, UUID id, UUID child, String text) {
        session(pair, id);
        LocalDate today = Clocks.today(clock);
        boolean may = types.get(CHALLENGE).recordedBy().contains(me.role().word());
        if (may) {
            ObjectNode value = Json.object()
                    .put("raised_on", today.toString())
                    .put("by_role", "worker")
                    .put("formal", false)
                    .put("stage", 1)
                    .put(
                            "due_on",
                            calendar().plus(today, rules().sign().lookAt()).toString());
            log.save(List.of(
                    Intent.group(StreamId.ofCase(child), ids.get(), CHALLENGE, PairRecord.RECORD, List.of(), value)));
        }
        return seal(
                pair,
                words(Words.Kind.DISSENT)
                        .put("session", id.toString())
                        .put("child", child.toString())
                        .put("text", asked(text, "text")));
    }

    /// @throws BadInput when there is no such session
    public Session session(Pair pair, UUID id) {
        return record(pair)
                .session(id)
                .orElseThrow(
                        () -> BadInput.of("session-unknown", "session_id", Texts.of("supervision.session-unknown")));
    }

    /// Sessions that the person of this laptop has still to sign.
    public List<Waiting> toSign() {
        var waiting = new ArrayList<Waiting>();
        SupervisionRules.Sign sign = rules().sign();
        for (Pair pair : pairs()) {
            for (Session session : record(pair).sessions()) {
                if (!session.isSignedBy(pair, me.name())) {
                    waiting.add(new Waiting(pair, session, session.signBy(pair, me.name(), sign, calendar())));
                }
            }
        }
        return List.copyOf(waiting);
    }

    /// @param by the last day to sign it
    public record Waiting(Pair pair, Session session, LocalDate by) {}

    /// Each child's own entries from a session, as they stand in the records.
    public List<RecordState> entries(Pair pair, UUID session) {
        var entries = new ArrayList<RecordState>();
        cases(pair)
                .values()
                .forEach(standing -> standing.view().records().stream()
                        .filter(record ->
                                record.fields().path("session").asString("").equals(session.toString()))
                        .forEach(record -> entries.add(record.state())));
        return List.copyOf(entries);
    }

    private CaseLog.Saved seal(Pair pair, ObjectNode body) {
        return log.save(sealing.seal(pair.stream(), ids.get(), body));
    }

    private static ObjectNode words(Words.Kind kind) {
        return Json.object().put("kind", kind.word());
    }

    private static String asked(String text, String field) {
        if (text.isBlank()) {
            throw BadInput.of("text-missing", field, Texts.of("supervision.text-missing"));
        }
        return text.strip();
    }

    /// The value of a member as text, for who reads an entry.
    public static String text(JsonNode value, String member) {
        return value.path(member).asString("");
    }
}
