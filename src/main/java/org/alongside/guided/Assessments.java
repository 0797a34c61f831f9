package org.alongside.guided;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.chronology.Chronology;
import org.alongside.chronology.Notes;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts;
import org.alongside.record.Intent;
import org.alongside.record.RecordState;
import org.alongside.record.RecordTypes;
import org.alongside.record.SignOff.Step;
import org.alongside.record.StreamId;
import org.alongside.rules.DateText;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.visit.VisitRecording;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Guided records of a family, from the first answer to the sending: drafts, what is missing, and the
/// records that stand. [SigningOff] takes them on from there.
public final class Assessments {
    static final String LEFT_OVER = "left_over";

    private final CaseLog log;
    private final Drafts drafts;
    private final Children children;
    private final VisitRecording visits;
    private final Notes notes;
    private final Chronology chronology;
    private final RecordTypes types;
    private final Forms forms;
    private final GuidedSettings settings;
    private final Surroundings surroundings;
    private final FormFacts facts;
    private final AssessmentIndex index;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final Account me;

    /// What a laptop gives it.
    public record Given(
            CaseLog log,
            Drafts drafts,
            Children children,
            VisitRecording visits,
            Notes notes,
            RecordTypes types,
            Surroundings surroundings,
            AssessmentIndex index,
            Supplier<UUID> ids,
            Clock clock,
            Account me) {}

    public Assessments(Given given, Forms forms, GuidedSettings settings) {
        this.log = given.log();
        this.drafts = given.drafts();
        this.children = given.children();
        this.visits = given.visits();
        this.notes = given.notes();
        this.types = given.types();
        this.surroundings = given.surroundings();
        this.index = given.index();
        this.ids = given.ids();
        this.clock = given.clock();
        this.me = given.me();
        this.forms = forms;
        this.settings = settings;
        this.chronology = new Chronology(log, types);
        this.facts = new FormFacts(log, children, surroundings, settings);
    }

    public Forms forms() {
        return forms;
    }

    CaseLog log() {
        return log;
    }

    Account me() {
        return me;
    }

    LocalDate today() {
        return Clocks.today(clock);
    }

    /// Begins one for some children: its beginning is on their records at once, what is written stays a
    /// draft until it is sent.
    ///
    /// @throws BadInput when the role may not write it, or a child is not here
    public Drafts.Draft begin(String formId, List<UUID> about, LocalDate startedOn) {
        GuidedForm form = forms.inForce(formId);
        mayWrite(form);
        if (about.isEmpty()) {
            throw BadInput.of("child-missing", "child", Texts.of("guided.child-missing"));
        }
        UUID record = ids.get();
        var intents = new ArrayList<Intent>();
        ObjectNode begun = Json.object().put("started_on", startedOn.toString());
        for (UUID child : about) {
            intents.add(Intent.group(
                    StreamId.ofCase(child), record, form.type(), Assessment.RECORD, List.of(), begun.deepCopy()));
        }
        log.save(intents);
        return drafts.keep(draft(record, form, about, startedOn));
    }

    private Drafts.Draft draft(UUID record, GuidedForm form, List<UUID> about, LocalDate startedOn) {
        ObjectNode body = Json.object();
        body.put(AnswersFile.FORM, form.id());
        body.put(AnswersFile.VERSION, form.version());
        body.put(AnswersFile.HAPPENED_AT, startedOn.toString());
        body.set(AnswersFile.ANSWERS, Json.object());
        Instant now = clock.instant();
        return new Drafts.Draft(record, form.id(), about, body, Json.object(), now, now);
    }

    /// Takes answers from a file as a draft. A file that names a `record` goes on with its draft, or with what came
    /// back to its author: what it answers takes the place of what stood there, everything else stays.
    ///
    /// @throws BadInput with everything that can never be stored; nothing is kept then
    public Drafts.Draft take(String formId, List<UUID> about, ObjectNode file) {
        Optional<Drafts.Draft> begun = AnswersFile.record(file).map(this::goOn);
        GuidedForm form = begun.isPresent() ? scene(begun.get()).form() : forms.inForce(formId);
        mayWrite(form);
        List<UUID> children = begun.map(Drafts.Draft::children).orElse(about);
        if (children.isEmpty()) {
            throw BadInput.of("child-missing", "child", Texts.of("guided.child-missing"));
        }
        if (!form.id().equals(formId) || !about.isEmpty() && !Set.copyOf(about).equals(Set.copyOf(children))) {
            throw BadInput.of("record-of-others", "record", Texts.of("guided.record-of-others"));
        }
        UUID record = begun.map(Drafts.Draft::id).orElseGet(ids);
        Family family = Family.of(children, this.children, settings);
        AnswersFile.Result read = AnswersFile.read(form, file, names(family, evidence(family, record)), false);
        if (!read.problems().isEmpty()) {
            throw new BadInput(read.problems());
        }
        ObjectNode body = begun.map(draft -> AnswersFile.over(draft.body(), read.body(), form))
                .orElseGet(read::body);
        if (!body.has(AnswersFile.HAPPENED_AT)) {
            body.put(AnswersFile.HAPPENED_AT, today().toString());
        }
        Instant now = clock.instant();
        return drafts.keep(new Drafts.Draft(
                record,
                form.id(),
                children,
                body,
                begun.map(Drafts.Draft::place).orElseGet(Json::object),
                begun.map(Drafts.Draft::begunAt).orElse(now),
                now));
    }

    AnswersFile.Names names(Family family, Evidence evidence) {
        return new AnswersFile.Names(
                id -> family.child(id)
                        .or(() -> children.findByAnyId(id)
                                .filter(child ->
                                        family.child(child.id().toString()).isPresent()))
                        .map(child -> child.id().toString()),
                id -> family.adult(id)
                        .map(person -> person.person().toString())
                        .or(() -> children.findPerson(id)
                                .map(UUID::toString)
                                .filter(person -> family.adult(person).isPresent())),
                id -> evidence.find(id).isPresent());
    }

    private Evidence evidence(Family family, UUID record) {
        return Evidence.around(family.children(), record, children, visits, notes, chronology);
    }

    private void mayWrite(GuidedForm form) {
        if (!types.get(form.type()).recordedBy().contains(me.role().word())) {
            throw BadInput.of("role-may-not", "form", Texts.of("guided.role-may-not", form.title()));
        }
    }

    /// Goes on with a record that stands: one begun elsewhere, or given back with reasons. A draft of
    /// it that is here already is the one to go on with.
    ///
    /// @throws BadInput when it waits for its manager, or is signed
    public Drafts.Draft goOn(UUID record) {
        Optional<Drafts.Draft> there = drafts.find(record);
        if (there.isPresent()) {
            return there.get();
        }
        Assessment stands = find(record).orElseThrow(Assessments::unknown);
        if (stands.isAuthorised()) {
            throw BadInput.of("record-signed", "record", Texts.of("guided.signed-already"));
        }
        if (stands.isAt(Step.SENT)) {
            throw BadInput.of("record-sent", "record", Texts.of("guided.sent-already"));
        }
        GuidedForm form = forms.ofType(stands.type()).orElseThrow(Assessments::unknown);
        mayWrite(form);
        Drafts.Draft draft = draft(record, form, stands.children(), stands.begun());
        if (stands.hasAnswers()) {
            ObjectNode body = draft.body();
            body.put(AnswersFile.FORM, stands.form());
            body.put(AnswersFile.VERSION, stands.version());
            body.set(AnswersFile.ANSWERS, withoutQuotes(stands.answers()));
            ObjectNode answered = stands.thenAndNow();
            if (!answered.isEmpty()) {
                body.set(AnswersFile.THEN_AND_NOW, answered);
            }
        }
        return drafts.keep(draft);
    }

    static BadInput unknown() {
        return BadInput.of("record-unknown", "record", Texts.of("guided.record-unknown"));
    }

    /// Lines that the record quoted are quoted anew when it is sent again.
    private static ObjectNode withoutQuotes(ObjectNode answers) {
        answers.properties().forEach(entry -> {
            JsonNode answer = entry.getValue();
            if (answer instanceof ObjectNode bySubject
                    && !bySubject.has(GuidedAnswer.VALUE)
                    && !bySubject.has(GuidedAnswer.SAME_AS)) {
                bySubject.properties().forEach(each -> {
                    if (each.getValue().isArray()) {
                        var own = Json.array();
                        each.getValue().forEach(passage -> {
                            if (!passage.path(Passage.QUOTED).booleanValue(false)) {
                                own.add(passage);
                            }
                        });
                        bySubject.set(each.getKey(), own);
                    }
                });
            }
        });
        return answers;
    }

    /// Keeps the newest state of a draft; on disk when it returns.
    public Drafts.Draft keep(Drafts.Draft draft) {
        return drafts.keep(draft);
    }

    /// A draft with everything it is written against; empty when it is not here.
    public Optional<Scene> scene(UUID draft) {
        return drafts.find(draft).map(this::scene);
    }

    /// Reads everything around a draft.
    ///
    /// @throws BadInput when no version of its form can be read
    public Scene scene(Drafts.Draft kept) {
        String formId = kept.body().path(AnswersFile.FORM).asString(kept.kind());
        int version = kept.body().path(AnswersFile.VERSION).intValue(0);
        Optional<GuidedForm> own = forms.find(formId, version);
        GuidedForm form = own.orElseGet(() -> forms.inForce(formId));
        Drafts.Draft draft = own.isPresent() ? kept : carried(kept, form);
        Family family = Family.of(draft.children(), children, settings);
        LocalDate begun = begun(draft);
        Map<UUID, List<VisitLine>> lines = new LinkedHashMap<>();
        family.children().forEach(child -> lines.put(child.id(), VisitLine.of(visits, child.id(), begun)));
        return new Scene(
                draft,
                form,
                own.isPresent() ? 0 : version,
                forms.isInForce(form),
                family,
                facts.around(draft.id(), family, begun, today()),
                evidence(family, draft.id()),
                lines,
                ThenAndNow.of(chronology, family.children(), settings, begun),
                EarlierWork.of(log, family.children(), draft.id(), today()),
                deadline(form.type(), family.children(), begun),
                find(draft.id()).orElse(null));
    }

    private Optional<Surroundings.Deadline> deadline(String type, List<ChildSummary> about, LocalDate begun) {
        String rule = settings.deadlineRules().get(type);
        return rule == null
                ? Optional.empty()
                : about.stream()
                        .flatMap(child -> surroundings.deadline(child, rule, begun).stream())
                        .findFirst();
    }

    /// The day a draft's record began.
    public LocalDate begun(Drafts.Draft draft) {
        return DateText.day(draft.body().path(AnswersFile.HAPPENED_AT).asString(""))
                .orElseGet(this::today);
    }

    /// A draft on a version that can be read no longer goes on with the one in force: answers to
    /// questions that it asks as well stay answers, the others are kept beside them.
    private Drafts.Draft carried(Drafts.Draft draft, GuidedForm form) {
        ObjectNode body = draft.body().deepCopy();
        body.put(AnswersFile.VERSION, form.version());
        ObjectNode leftOver = body.path(LEFT_OVER) instanceof ObjectNode before ? before : Json.object();
        if (body.path(AnswersFile.ANSWERS) instanceof ObjectNode answers) {
            for (var entry : List.copyOf(answers.properties())) {
                boolean asked = form.question(entry.getKey())
                        .filter(question -> fits(question, entry.getValue()))
                        .isPresent();
                if (!asked) {
                    leftOver.set(entry.getKey(), entry.getValue());
                    answers.remove(entry.getKey());
                }
            }
        }
        if (!leftOver.isEmpty()) {
            body.set(LEFT_OVER, leftOver);
        }
        return new Drafts.Draft(
                draft.id(), draft.kind(), draft.children(), body, draft.place(), draft.begunAt(), draft.savedAt());
    }

    /// Whether an answer has the shape that the question's answers have: one, or one a child or adult.
    private static boolean fits(Question question, JsonNode answer) {
        boolean bySubject = answer.isObject()
                && !answer.has(GuidedAnswer.VALUE)
                && !answer.has(GuidedAnswer.SAME_AS)
                && !answer.has(Passage.TEXT);
        return question.isOnce() != bySubject;
    }

    /// How it stands with these answers.
    public GuidedCheck check(Scene scene, ObjectNode body) {
        return GuidedCheck.of(
                scene.form(),
                scene.known(),
                Answered.of(body.path(AnswersFile.ANSWERS)),
                settings,
                child -> !scene.kept(child, body).isEmpty());
    }

    public GuidedCheck.Balance balance(Scene scene, ObjectNode body) {
        return GuidedCheck.balance(scene.form(), Answered.of(body.path(AnswersFile.ANSWERS)));
    }

    /// Everything that stands between a draft and its sending (practice 2.1, point 6), in order.
    public List<Problem> beforeSending(Scene scene, ObjectNode body) {
        var problems = new ArrayList<Problem>();
        if (scene.family().children().isEmpty()) {
            problems.add(Problem.of("children-gone", Texts.of("guided.children-gone")));
            return problems;
        }
        GuidedCheck check = check(scene, body);
        problems.addAll(check.missing());
        if (!check.notAlone().isEmpty() && !scene.isDecidedWithoutAlone()) {
            String where = scene.form()
                    .having(Question.Role.VISITS)
                    .map(question -> GuidedCheck.Line.path(
                            question, check.notAlone().getFirst().id().toString()))
                    .orElse(AnswersFile.ANSWERS);
            problems.add(Problem.at(
                    where,
                    "not-alone-undecided",
                    Texts.of(
                            "guided.not-alone-undecided",
                            check.notAlone().stream()
                                    .map(ChildSummary::shortName)
                                    .collect(java.util.stream.Collectors.joining(", ")))));
        }
        if (me.role() == Role.ASYE && me.supervisor() == null) {
            problems.add(Problem.of("no-supervisor", Texts.of("guided.no-supervisor")));
        }
        return List.copyOf(problems);
    }

    /// A record as it stands in the cases that this laptop holds.
    public Optional<Assessment> find(UUID record) {
        Map<UUID, RecordState> states = new LinkedHashMap<>();
        String type = "";
        for (ChildSummary child : byAge(log.streamsOf(record))) {
            Optional<RecordState> state = log.find(child.stream(), record);
            if (state.isPresent() && types.get(state.get().type()).signOff().isPresent()) {
                states.put(child.id(), state.get());
                type = state.get().type();
            }
        }
        return states.isEmpty() ? Optional.empty() : Optional.of(new Assessment(record, type, states));
    }

    private List<ChildSummary> byAge(List<StreamId> streams) {
        return streams.stream()
                .filter(StreamId::isCase)
                .flatMap(stream -> children.find(stream.id()).stream())
                .sorted(java.util.Comparator.comparing(
                        ChildSummary::bornOn, java.util.Comparator.nullsLast(java.util.Comparator.naturalOrder())))
                .toList();
    }

    /// A child's, the newest first; those entered in error are left out.
    public List<Assessment> of(UUID child) {
        return log.records(StreamId.ofCase(child)).stream()
                .filter(state -> types.find(state.type())
                        .filter(type -> type.signOff().isPresent())
                        .isPresent())
                .flatMap(state -> find(state.record()).stream())
                .filter(found -> !found.isWithdrawn())
                .sorted(java.util.Comparator.comparing(Assessment::begun).reversed())
                .toList();
    }

    /// All on this laptop, those touched last first.
    public List<Assessment> all() {
        return forms.all().stream()
                .map(GuidedForm::type)
                .distinct()
                .flatMap(type -> index.ofType(type).stream())
                .flatMap(record -> find(record).stream())
                .filter(found -> !found.isWithdrawn())
                .toList();
    }

    /// The form that a record's answers are read with: its own version, or the one in force where that
    /// is gone; the questions' words are the record's own in any case.
    public Optional<GuidedForm> formOf(Assessment assessment) {
        return forms.find(assessment.form(), assessment.version()).or(() -> forms.ofType(assessment.type()));
    }

    /// What a record's answers rest on, read from the cases that are here.
    public Evidence evidenceOf(Assessment assessment) {
        return evidence(Family.of(assessment.children(), children, settings), assessment.id());
    }

    /// What is known around a record that stands.
    FormFacts.Known around(Assessment assessment) {
        return facts.around(
                assessment.id(), Family.of(assessment.children(), children, settings), assessment.begun(), today());
    }

    /// Whether the clock that a record is written against has run out.
    public boolean isLate(Assessment assessment) {
        List<ChildSummary> about = assessment.children().stream()
                .flatMap(child -> children.find(child).stream())
                .toList();
        return deadline(assessment.type(), about, assessment.begun())
                .filter(deadline -> deadline.due().isBefore(today()))
                .isPresent();
    }

    GuidedSettings settings() {
        return settings;
    }

    Drafts drafts() {
        return drafts;
    }
}
