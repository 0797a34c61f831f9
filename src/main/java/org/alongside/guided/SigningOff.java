package org.alongside.guided;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.record.CaseLog;
import org.alongside.record.Intent;
import org.alongside.record.RecordTypes;
import org.alongside.record.SignOff;
import org.alongside.record.SignOff.Step;
import org.alongside.record.StreamId;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.rules.content.ContentFile.Question.About;
import org.alongside.rules.content.ContentFile.Question.Role;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The way of a guided record from its author to its manager and back: asked and decided, sent, returned
/// with reasons, sent again, authorised. Each step is an operation in each child's case, together.
public final class SigningOff {
    private static final int CHAIN_OF_SUPERVISORS = 5;

    private final Assessments assessments;
    private final Staff staff;
    private final CaseLog log;
    private final Account me;

    public SigningOff(Assessments assessments, Staff staff) {
        this.assessments = assessments;
        this.staff = staff;
        this.log = assessments.log();
        this.me = assessments.me();
    }

    /// Sends a draft for sign-off. It becomes the record's answers, with the form's version and the
    /// questions as they were asked; the draft goes in the same transaction.
    ///
    /// @throws BadInput with everything in the way; the draft stays as it was
    public CaseLog.Saved send(UUID draft) {
        Scene scene = assessments
                .scene(draft)
                .orElseThrow(() -> BadInput.of("draft-unknown", "record", Texts.of("guided.draft-unknown")));
        ObjectNode body = scene.draft().body();
        List<Problem> problems = assessments.beforeSending(scene, body);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        Assessment before = scene.assessment();
        if (before != null && (before.isAuthorised() || before.isAt(Step.SENT))) {
            throw BadInput.of("record-sent", "record", Texts.of("guided.sent-already"));
        }
        GuidedCheck check = assessments.check(scene, body);
        var intents = new ArrayList<Intent>();
        for (ChildSummary child : scene.family().children()) {
            ObjectNode dates = value(before, child.id(), Assessment.RECORD);
            dates.put("started_on", assessments.begun(scene.draft()).toString());
            dates.put("authorisation_requested_on", assessments.today().toString());
            copy(body, "review_point_on", dates);
            copy(body, "referral", dates);
            intents.add(group(before, scene.form().type(), draft, child.id(), Assessment.RECORD, dates));
            intents.add(group(
                    before,
                    scene.form().type(),
                    draft,
                    child.id(),
                    Assessment.ANSWERS,
                    answers(scene, check, body, child)));
            intents.add(step(before, scene.form().type(), draft, child.id(), Step.SENT, ""));
        }
        return log.save(intents, draft);
    }

    private static void copy(ObjectNode from, String member, ObjectNode to) {
        if (from.path(member).isString()) {
            to.set(member, from.get(member));
        }
    }

    /// What stands in one child's case: the family's answers and the child's own, no other child's.
    private static ObjectNode answers(Scene scene, GuidedCheck check, ObjectNode body, ChildSummary child) {
        ObjectNode value = Json.object();
        value.put(AnswersFile.FORM, scene.form().id());
        value.put(AnswersFile.VERSION, scene.form().version());
        ArrayNode asked = value.putArray(Assessment.ASKED);
        ObjectNode answers = value.putObject(AnswersFile.ANSWERS);
        var adults = value.putArray(Assessment.ADULTS);
        scene.family()
                .adults()
                .forEach(adult ->
                        adults.addObject().put("id", adult.person().toString()).put("name", adult.name()));
        var told = new HashSet<String>();
        for (GuidedCheck.Line line : check.lines()) {
            Question question = line.question();
            boolean own = question.about() != About.CHILD
                    || line.subject().equals(child.id().toString());
            if (!line.asked() || !own || question.about() == About.MANAGER) {
                continue;
            }
            if (told.add(question.id())) {
                asked.addObject()
                        .put("id", question.id())
                        .put("section", question.section())
                        .put("question", question.question())
                        .put("for", question.about().name().toLowerCase(java.util.Locale.ROOT));
            }
            JsonNode answer = answer(scene, body, question, line.subject());
            if (!answer.isMissingNode() && question.isOnce()) {
                answers.set(question.id(), answer);
            } else if (!answer.isMissingNode()) {
                answers.withObjectProperty(question.id()).set(line.subject(), answer);
            }
        }
        JsonNode history = body.path(AnswersFile.THEN_AND_NOW).path(child.id().toString());
        if (history.isObject()) {
            value.putObject(AnswersFile.THEN_AND_NOW).set(child.id().toString(), history.deepCopy());
        }
        return value;
    }

    /// The answer as it is frozen: quoted visits first, where the question quotes them.
    private static JsonNode answer(Scene scene, ObjectNode body, Question question, String subject) {
        JsonNode given = body.path(AnswersFile.ANSWERS).path(question.id());
        JsonNode own = question.isOnce() ? given : given.path(subject);
        GuidedAnswer read = GuidedAnswer.read(own);
        if (question.is(Role.VISITS)) {
            ArrayNode passages = Json.array();
            scene.kept(UUID.fromString(subject), body)
                    .forEach(line -> passages.add(line.passage().json()));
            read.passages().stream()
                    .filter(passage -> !passage.isBlank())
                    .forEach(passage -> passages.add(passage.json()));
            return passages;
        }
        if (read.isBlank()) {
            return tools.jackson.databind.node.MissingNode.getInstance();
        }
        if (read instanceof GuidedAnswer.Written(var passages)) {
            ArrayNode kept = Json.array();
            passages.stream().filter(passage -> !passage.isBlank()).forEach(passage -> kept.add(passage.json()));
            return kept;
        }
        return own.deepCopy();
    }

    /// Asks the manager to decide, before it can be sent, whether it is safe to decide though a child
    /// was not seen alone. The draft stays with its author.
    public CaseLog.Saved ask(UUID draft, String why) {
        Scene scene = assessments
                .scene(draft)
                .orElseThrow(() -> BadInput.of("draft-unknown", "record", Texts.of("guided.draft-unknown")));
        String reason = needed(why, "why", "guided.ask-why");
        Assessment before = scene.assessment();
        if (before != null && (before.isAuthorised() || before.isAt(Step.SENT))) {
            throw BadInput.of("record-sent", "record", Texts.of("guided.sent-already"));
        }
        var intents = new ArrayList<Intent>();
        for (ChildSummary child : scene.family().children()) {
            if (before == null) {
                ObjectNode dates = Json.object()
                        .put("started_on", assessments.begun(scene.draft()).toString());
                intents.add(group(null, scene.form().type(), draft, child.id(), Assessment.RECORD, dates));
            }
            intents.add(step(before, scene.form().type(), draft, child.id(), Step.ASKED, reason));
        }
        if (intents.isEmpty()) {
            throw BadInput.of("children-gone", Texts.of("guided.children-gone"));
        }
        return log.save(intents);
    }

    /// The manager's decision on what was asked (CF83).
    public CaseLog.Saved decide(UUID record, String decision) {
        return decide(record, decision, null);
    }

    /// The same, for what was written in a draft, which goes with it.
    public CaseLog.Saved decide(UUID record, String decision, @Nullable UUID draft) {
        Assessment asked = forMe(record, Step.ASKED);
        Question question = form(asked)
                .having(Role.NOT_ALONE_REASON)
                .orElseThrow(() -> BadInput.of("form-unknown", "form", Texts.of("guided.record-unknown")));
        String text = needed(decision, AnswersFile.ANSWERS + "." + question.id(), "guided.decide-why");
        ObjectNode answers = Json.object();
        answers.set(question.id(), Json.array().add(Json.object().put(Passage.TEXT, text)));
        var intents = new ArrayList<Intent>();
        for (UUID child : asked.children()) {
            intents.add(group(asked, asked.type(), record, child, Assessment.MANAGER, manager(asked, answers)));
            decidedOn(asked, child).ifPresent(intents::add);
            intents.add(step(asked, asked.type(), record, child, Step.DECIDED, ""));
        }
        return log.save(intents, draft);
    }

    /// The day of the decision stands with the child it was about.
    private Optional<Intent> decidedOn(Assessment assessment, UUID child) {
        boolean about = assessments.around(assessment).notAlone().stream()
                .anyMatch(one -> one.id().equals(child));
        ObjectNode dates = assessment.value(child, Assessment.RECORD);
        if (!about || dates.has("decided_without_alone_on")) {
            return Optional.empty();
        }
        dates.put("decided_without_alone_on", assessments.today().toString());
        return Optional.of(group(assessment, assessment.type(), assessment.id(), child, Assessment.RECORD, dates));
    }

    /// Gives it back to its author, with reasons.
    public CaseLog.Saved giveBack(UUID record, String why) {
        return giveBack(record, why, null);
    }

    /// The same, for what was written in a draft, which goes with it.
    public CaseLog.Saved giveBack(UUID record, String why, @Nullable UUID draft) {
        Assessment sent = forMe(record, Step.SENT);
        String reasons = needed(why, "why", "guided.return-why");
        var intents = new ArrayList<Intent>();
        for (UUID child : sent.children()) {
            intents.add(step(sent, sent.type(), record, child, Step.RETURNED, reasons));
        }
        return log.save(intents, draft);
    }

    /// What the manager's answers still miss; empty when it can be authorised.
    public List<Problem> beforeAuthorising(Assessment sent, ObjectNode answers) {
        return GuidedCheck.of(
                        form(sent),
                        assessments.around(sent),
                        Answered.of(merged(sent, answers)),
                        assessments.settings(),
                        _ -> true)
                .missingOfManager();
    }

    /// The author's and the manager's answers side by side.
    private static ObjectNode merged(Assessment sent, ObjectNode answers) {
        ObjectNode all = sent.answers();
        all.setAll(sent.manager());
        all.setAll(answers);
        return all;
    }

    private static ObjectNode manager(Assessment assessment, ObjectNode answers) {
        ObjectNode manager = assessment.manager();
        manager.setAll(answers);
        return Json.object().set(Assessment.MANAGER, manager);
    }

    /// Authorises it: the manager's own answers, the outcome for each child, and the end of all change.
    ///
    /// @param file answers to the manager's questions in the shape of ANSWERS.json, and `late_reason`
    /// @throws BadInput with everything in the way; nothing is stored then
    public CaseLog.Saved authorise(UUID record, ObjectNode file) {
        return authorise(record, file, null);
    }

    /// The same, for what was written in a draft, which goes with it.
    public CaseLog.Saved authorise(UUID record, ObjectNode file, @Nullable UUID draft) {
        Assessment sent = forMe(record, Step.SENT);
        if (sent.isInConflict()) {
            throw BadInput.of("record-in-conflict", "record", Texts.of("guided.in-conflict"));
        }
        AnswersFile.Result read = AnswersFile.read(form(sent), file, AnswersFile.Names.trusted(), true);
        if (!read.problems().isEmpty()) {
            throw new BadInput(read.problems());
        }
        ObjectNode answers = read.body().withObjectProperty(AnswersFile.ANSWERS);
        List<Problem> missing = beforeAuthorising(sent, answers);
        if (!missing.isEmpty()) {
            throw new BadInput(missing);
        }
        LocalDate today = assessments.today();
        boolean reasoned = form(sent)
                .having(Role.NOT_ALONE_REASON)
                .filter(question -> answers.has(question.id()))
                .isPresent();
        var intents = new ArrayList<Intent>();
        for (UUID child : sent.children()) {
            ObjectNode authorised = sent.value(child, Assessment.AUTHORISED);
            authorised.put("authorised_on", today.toString()).put("authorised_by", me.name());
            outcome(sent, child).ifPresent(outcome -> authorised.put("outcome", outcome));
            if (read.body().has(AnswersFile.LATE_REASON)) {
                authorised.set(AnswersFile.LATE_REASON, read.body().get(AnswersFile.LATE_REASON));
            }
            intents.add(group(sent, sent.type(), record, child, Assessment.MANAGER, manager(sent, answers)));
            if (reasoned) {
                decidedOn(sent, child).ifPresent(intents::add);
            }
            intents.add(group(sent, sent.type(), record, child, Assessment.AUTHORISED, authorised));
            intents.add(step(sent, sent.type(), record, child, Step.AUTHORISED, ""));
        }
        return log.save(intents, draft);
    }

    /// The answer for a child, where the record type knows such an outcome.
    private Optional<String> outcome(Assessment sent, UUID child) {
        List<String> known = RecordTypes.shipped()
                .get(sent.type())
                .field("outcome")
                .map(org.alongside.record.Field::values)
                .orElse(List.of());
        return form(sent)
                .having(Role.OUTCOME)
                .map(question -> Answered.of(sent.answers()).get(question, child.toString()))
                .filter(GuidedAnswer.Chosen.class::isInstance)
                .map(GuidedAnswer.Chosen.class::cast)
                .flatMap(chosen ->
                        chosen.values().stream().filter(known::contains).findFirst());
    }

    /// What waits for this account: sent, or asked, by somebody it supervises.
    public List<Assessment> waiting() {
        return assessments.all().stream()
                .filter(one -> one.isAt(Step.SENT) || one.isAt(Step.ASKED))
                .filter(one -> refusal(one).isEmpty())
                .toList();
    }

    /// What was given back to this account, or decided for it, and waits to be gone on with.
    public List<Assessment> backWithMe() {
        return assessments.all().stream()
                .filter(one -> one.isAt(Step.RETURNED) || one.isAt(Step.DECIDED))
                .filter(one -> one.author().filter(me.name()::equals).isPresent())
                .toList();
    }

    /// What this account sent and its manager has.
    public List<Assessment> away() {
        return assessments.all().stream()
                .filter(one -> one.isAt(Step.SENT) || one.isAt(Step.ASKED))
                .filter(one -> one.author().filter(me.name()::equals).isPresent())
                .toList();
    }

    /// Why this account may not sign it off; empty when it may.
    public Optional<Problem> refusal(Assessment assessment) {
        boolean role = RecordTypes.shipped()
                .get(assessment.type())
                .signOff()
                .filter(rule -> rule.roles().contains(me.role().word()))
                .isPresent();
        if (assessment.writers().contains(me.name())) {
            return Optional.of(Problem.at("record", "own-work", Texts.of("guided.own-work")));
        }
        if (!role || !isAbove(assessment.author().orElse(""))) {
            return Optional.of(Problem.at("record", "not-supervisor", Texts.of("guided.not-supervisor")));
        }
        return Optional.empty();
    }

    /// Whether this account supervises another, directly or through others. One whom the directory does
    /// not know, or who has nobody, may be taken on by any manager who holds the case.
    private boolean isAbove(String author) {
        Optional<Account> at = staff.find(author);
        if (at.isEmpty() || at.get().supervisor() == null) {
            return true;
        }
        for (int i = 0; i < CHAIN_OF_SUPERVISORS && at.isPresent(); i++) {
            String supervisor = at.get().supervisor();
            if (supervisor == null) {
                return false;
            }
            if (supervisor.equals(me.name())) {
                return true;
            }
            at = staff.find(supervisor);
        }
        return false;
    }

    private Assessment forMe(UUID record, Step expected) {
        Assessment found = assessments.find(record).orElseThrow(Assessments::unknown);
        if (!found.isAt(expected)) {
            throw BadInput.of("record-not-" + expected.word(), "record", Texts.of("guided.not-at-" + expected.word()));
        }
        refusal(found).ifPresent(problem -> {
            throw new BadInput(List.of(problem));
        });
        return found;
    }

    private GuidedForm form(Assessment assessment) {
        return assessments.formOf(assessment).orElseThrow(Assessments::unknown);
    }

    private static String needed(String text, String field, String key) {
        String mended = TypedText.mended(text).strip();
        TypedText.problem(mended).ifPresent(problem -> {
            throw new BadInput(List.of(problem.under(field)));
        });
        if (mended.isEmpty()) {
            throw BadInput.of("answer-missing", field, Texts.of(key));
        }
        return mended;
    }

    private static ObjectNode value(@Nullable Assessment before, UUID child, String group) {
        return before == null ? Json.object() : before.value(child, group);
    }

    private static Intent group(
            @Nullable Assessment before, String type, UUID record, UUID child, String group, ObjectNode value) {
        List<UUID> seen = before == null ? List.of() : before.heads(child, group);
        return Intent.group(StreamId.ofCase(child), record, type, group, seen, value);
    }

    private static Intent step(
            @Nullable Assessment before, String type, UUID record, UUID child, Step step, String why) {
        ObjectNode value = Json.object().put(SignOff.STEP, step.word());
        return group(before, type, record, child, Assessment.SIGN_OFF, value).because(why.isEmpty() ? null : why);
    }
}
