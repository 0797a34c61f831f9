package org.alongside.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.alongside.access.Account;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.child.People;
import org.alongside.child.PersonAnswers;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.record.Amending;
import org.alongside.record.CaseLog;
import org.alongside.record.Change;
import org.alongside.record.Drafts;
import org.alongside.record.Intent;
import org.alongside.record.Operation;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.rules.References;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Recording a visit, from the first answer to the finished record. The draft is its author's alone;
/// finishing writes each child's row into that child's case, and no other child's, all together.
public final class VisitRecording {
    public static final String TYPE = "visit";

    private final CaseLog log;
    private final Drafts drafts;
    private final Children children;
    private final VisitRules rules;
    private final References references;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Account me;
    private final BooleanSupplier offline;

    /// @param offline whether there is no network now; kept with the record as `made_offline`
    public VisitRecording(
            CaseLog log,
            Drafts drafts,
            Children children,
            VisitRules rules,
            References references,
            Supplier<UUID> ids,
            Clock clock,
            Account me,
            BooleanSupplier offline) {
        this.log = log;
        this.drafts = drafts;
        this.children = children;
        this.rules = rules;
        this.references = references;
        this.ids = ids;
        this.clock = clock;
        this.me = me;
        this.offline = offline;
    }

    /// A new draft with a row for each of the children who can be visited; already kept.
    public Drafts.Draft begin(List<UUID> about) {
        List<ChildFacts> visited = about.stream().map(this::known).toList();
        UUID visit = ids.get();
        VisitForm form = VisitForm.begin(visit, visited, Clocks.today(clock), me.name());
        Instant now = clock.instant();
        return drafts.keep(new Drafts.Draft(visit, TYPE, about, form.tree(), Json.object(), now, now));
    }

    /// Takes a visit from a file as a draft; a `visit_id` seen before continues that draft.
    ///
    /// @throws BadInput when an answer can never be stored; nothing is kept then
    public Drafts.Draft take(ObjectNode file) {
        ObjectNode tree = VisitForm.of(file).mended();
        JsonNode named = tree.path("visit").path("visit_id");
        UUID visit = named.isString() && named.stringValue().matches("[0-9a-fA-F-]{36}")
                ? UUID.fromString(named.stringValue())
                : ids.get();
        if (!log.streamsOf(visit).isEmpty()) {
            throw BadInput.of(
                    "visit-finished", "visit.visit_id", "This visit is finished. Add to it with a reason instead.");
        }
        if (tree.path("visit") instanceof ObjectNode trip) {
            trip.put("visit_id", visit.toString());
        }
        VisitCheck check = check(tree);
        if (!check.wrong().isEmpty()) {
            throw new BadInput(check.wrong());
        }
        Instant now = clock.instant();
        List<UUID> about = check.rows().stream()
                .flatMap(row -> row.child().stream())
                .map(ChildFacts::id)
                .toList();
        Instant begun = drafts.find(visit).map(Drafts.Draft::begunAt).orElse(now);
        return drafts.keep(new Drafts.Draft(visit, TYPE, about, tree, Json.object(), begun, now));
    }

    /// Keeps the newest state of a draft; on disk when it returns.
    public Drafts.Draft keep(Drafts.Draft draft) {
        return drafts.keep(draft);
    }

    /// What the rules say of a visit as it stands.
    public VisitCheck check(JsonNode tree) {
        return rules.check(tree, around(tree));
    }

    /// Makes the draft a finished record.
    ///
    /// @throws BadInput with everything that is still to put right; the draft stays as it was
    public CaseLog.Saved finish(UUID draft) {
        Drafts.Draft kept = drafts.find(draft)
                .orElseThrow(() -> BadInput.of("draft-unknown", "visit", "There is no such draft on this laptop."));
        VisitCheck check = check(VisitForm.of(kept.body()).mended());
        if (!check.isFinished()) {
            throw new BadInput(check.problems());
        }
        return log.save(intents(draft, check), draft);
    }

    private List<Intent> intents(UUID visit, VisitCheck check) {
        List<UUID> about =
                check.rows().stream().map(row -> row.child().orElseThrow().id()).toList();
        var named = new PersonAnswers(children, new People(ids), about);
        var people = new VisitPeople(named);
        VisitForm form = VisitForm.of(check.completed());
        ObjectNode trip = people.trip((ObjectNode) form.get("visit"));
        String now = clock.instant().toString();
        trip.put("made_offline", offline.getAsBoolean());
        trip.put("recorded_at", now);
        trip.put("signed_at", now);
        var intents = new ArrayList<Intent>();
        for (VisitCheck.Row row : check.rows()) {
            UUID child = row.child().orElseThrow().id();
            ObjectNode answers = people.row((ObjectNode) form.get("children[" + row.index() + "]"));
            answers.put("child", child.toString());
            ObjectNode value = Json.object();
            value.set("visit", trip);
            value.set("child", answers);
            intents.add(Intent.whole(StreamId.ofCase(child), visit, TYPE, value));
        }
        intents.addAll(PromptAnswers.intents(
                visit, about, check.completed().path(PromptAnswers.MEMBER), Clocks.today(clock), ids));
        intents.addAll(named.added());
        return intents;
    }

    /// A finished visit, with the rows of the children whose cases this laptop holds.
    public Optional<FinishedVisit> find(UUID visit) {
        var rows = new ArrayList<FinishedVisit.Row>();
        for (StreamId stream : log.streamsOf(visit)) {
            log.find(stream, visit).filter(state -> state.type().equals(TYPE)).ifPresent(state -> rows.add(row(state)));
        }
        rows.sort(Comparator.comparing(row -> born(row.child())));
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        JsonNode trip = rows.getFirst().state().value("record", "visit");
        return Optional.of(new FinishedVisit(visit, trip instanceof ObjectNode object ? object : Json.object(), rows));
    }

    /// The visits on this laptop, newest first.
    ///
    /// @param most at most so many
    public List<FinishedVisit> recent(int most) {
        Map<UUID, Instant> started = new LinkedHashMap<>();
        for (ChildSummary child : children.all()) {
            visitsOf(child.id()).forEach(state -> started.put(state.record(), startedAt(state)));
        }
        return started.entrySet().stream()
                .sorted(Map.Entry.<UUID, Instant>comparingByValue().reversed())
                .limit(most)
                .flatMap(entry -> find(entry.getKey()).stream())
                .toList();
    }

    /// The visits in one child's case, newest first.
    public List<RecordState> visitsOf(UUID child) {
        return log.records(StreamId.ofCase(child)).stream()
                .filter(state -> state.type().equals(TYPE))
                .sorted(Comparator.comparing(VisitRecording::startedAt).reversed())
                .toList();
    }

    /// Adds to a finished visit, or puts something in it right, with the reason.
    ///
    /// @param change in the shape of VISIT.json, only what changes, or `{"text":…}` for words added
    public CaseLog.Saved amend(UUID visit, ObjectNode change, String why) {
        return amend(visit, change, why, null);
    }

    /// As [#amend(UUID, ObjectNode, String)], for what was written in a draft, which goes with it.
    public CaseLog.Saved amend(UUID visit, ObjectNode change, String why, @Nullable UUID draft) {
        FinishedVisit finished =
                find(visit).orElseThrow(() -> BadInput.of("record-unknown", "record", Texts.of("visit.unknown")));
        var wanted = new LinkedHashMap<StreamId, ObjectNode>();
        for (FinishedVisit.Row row : finished.rows()) {
            ObjectNode part = Json.object();
            if (change.has("text")) {
                part.set("text", change.get("text"));
            }
            if (change.path("visit").isObject()) {
                part.set("visit", change.get("visit"));
            }
            rowOf(change, row.child()).ifPresent(answers -> part.set("child", answers));
            if (!part.isEmpty()) {
                checkAmended(finished, row, part);
                wanted.put(StreamId.ofCase(row.child()), part);
            }
        }
        return new Amending(log, ids).finishing(draft).amend(visit, (StreamId stream) -> wanted.get(stream), why);
    }

    /// Putting single answers of a finished visit right.
    public VisitCorrecting correcting() {
        return new VisitCorrecting(this, drafts, ids, clock);
    }

    private Optional<ObjectNode> rowOf(ObjectNode change, UUID child) {
        for (JsonNode row : change.path("children")) {
            Optional<ChildSummary> named = children.findByAnyId(VisitForm.personId(row.path("child")));
            if (named.map(ChildSummary::id).filter(child::equals).isPresent() && row instanceof ObjectNode object) {
                ObjectNode answers = object.deepCopy();
                answers.remove("child");
                return Optional.of(answers);
            }
        }
        return Optional.empty();
    }

    private void checkAmended(FinishedVisit finished, FinishedVisit.Row row, ObjectNode part) {
        ObjectNode tree = Json.object();
        ObjectNode trip = finished.trip().deepCopy();
        Set.of("made_offline", "recorded_at", "signed_at").forEach(trip::remove);
        merge(trip, part.path("visit"));
        ObjectNode answers = row.row().deepCopy();
        merge(answers, part.path("child"));
        tree.set("visit", trip);
        tree.set("children", Json.array().add(answers));
        List<org.alongside.kernel.Problem> wrong = check(tree).wrong();
        if (!wrong.isEmpty()) {
            throw new BadInput(wrong);
        }
    }

    private static void merge(ObjectNode onto, JsonNode change) {
        change.properties().forEach(entry -> onto.set(entry.getKey(), entry.getValue()));
    }

    private FinishedVisit.Row row(RecordState state) {
        JsonNode row = state.value("record", "child");
        return new FinishedVisit.Row(
                state.stream().id(), row instanceof ObjectNode object ? object : Json.object(), state);
    }

    private java.time.LocalDate born(UUID child) {
        return children.find(child).map(ChildSummary::bornOn).orElse(java.time.LocalDate.MAX);
    }

    /// When a visit began, as its record says; the moment it was written where it does not say.
    public static Instant startedAt(RecordState state) {
        JsonNode started = state.value("record", "visit").path("started_at");
        try {
            return started.isString()
                    ? Clocks.moment(started.stringValue())
                    : state.first().at();
        } catch (java.time.DateTimeException e) {
            return state.first().at();
        }
    }

    /// What is known around a visit: the families of the children in its rows.
    private VisitFacts around(JsonNode tree) {
        var family = new LinkedHashMap<UUID, ChildFacts>();
        for (JsonNode row : tree.path("children")) {
            children.findByAnyId(VisitForm.personId(row.path("child")))
                    .ifPresent(child -> children.family(child.id())
                            .forEach(each -> family.computeIfAbsent(each.id(), this::known)));
        }
        return new VisitFacts(List.copyOf(family.values()), Set.of(), references);
    }

    private ChildFacts known(UUID child) {
        ChildSummary summary = children.find(child)
                .orElseThrow(() -> BadInput.of("child-unknown", "child", "There is no such child on this laptop."));
        @Nullable
        Change communication = log.find(summary.stream(), child)
                .flatMap(state -> state.current("communication"))
                .orElse(null);
        return ChildFacts.of(summary, communication == null ? Json.object() : communication.value());
    }

    /// Whether an addition is words added or a correction, and not a withdrawal.
    public static boolean isAmendment(Change addition) {
        return addition.operation().type().equals(Operation.AMENDMENT);
    }
}
