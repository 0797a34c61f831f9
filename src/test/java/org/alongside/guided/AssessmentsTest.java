package org.alongside.guided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.Drafts;
import org.alongside.record.StreamId;
import org.alongside.rules.Content;
import org.alongside.rules.content.ContentFile.Form;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.rules.content.ContentReader;
import org.alongside.testing.FilledForm;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.tool.Laptop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// A child and family assessment from its first answer to its sending, on a worker's laptop.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessmentsTest {
    private static final String FORM = "child-and-family-assessment";

    private MarlbrookLaptop marlbrook;
    private Laptop laptop;
    private Assessments assessments;
    private UUID ellis;
    private UUID romy;
    private UUID fern;

    @BeforeAll
    void open(@TempDir Path folder) {
        marlbrook = MarlbrookLaptop.of(folder.resolve("laptop"));
        laptop = marlbrook.laptop();
        assessments = laptop.assessments();
        ellis = marlbrook.child("Ellis");
        romy = marlbrook.child("Romy");
        fern = marlbrook.child("Fern");
    }

    @AfterAll
    void close() {
        marlbrook.close();
    }

    private Drafts.Draft begun(int daysAgo) {
        return assessments.begin(FORM, List.of(ellis, romy, fern), MarlbrookLaptop.TODAY.minusDays(daysAgo));
    }

    private List<String> asked(ObjectNode body, Drafts.Draft draft) {
        return assessments.check(assessments.scene(draft), body).lines().stream()
                .filter(GuidedCheck.Line::asked)
                .map(GuidedCheck.Line::path)
                .toList();
    }

    @Test
    void aBlankOneNamesEveryQuestionThatMustBeAnsweredAndOfWhom() {
        Scene scene = assessments.scene(begun(28));
        assertThat(assessments.beforeSending(scene, scene.draft().body()))
                .extracting(Problem::field)
                .contains("answers.CF01", "answers.CF04." + ellis, "answers.CF04." + romy, "answers.CF04." + fern)
                .doesNotContain("answers.CF24")
                .noneMatch(field -> field.startsWith("answers.CF98"));
    }

    @Test
    void itIsDayTwentyOfFortyFiveWhenItBeganFourWeeksAgo() {
        var deadline = assessments.scene(begun(28)).deadline().orElseThrow();
        assertThat(deadline.due()).isEqualTo("2026-12-23");
    }

    @Test
    void aConditionIsAskedOfTheChildItIsAbout() {
        Drafts.Draft draft = begun(28);
        List<String> blank = asked(draft.body(), draft);
        assertThat(blank)
                .contains("answers.CF93." + ellis)
                .doesNotContain("answers.CF93." + romy, "answers.CF71." + ellis);
        ObjectNode ticked = draft.body().deepCopy();
        ticked.withObjectProperty("answers")
                .set("CF70", Json.object().set("value", Json.array().add("da").add("neglect")));
        assertThat(asked(ticked, draft)).contains("answers.CF71." + ellis, "answers.CF73", "answers.CF76." + fern);
    }

    @Test
    void anAnswerThatIsAskedNoLongerIsKeptInTheDraftAndNotSent() {
        Drafts.Draft filled = FilledForm.fill(assessments, begun(130));
        ObjectNode body = filled.body().deepCopy();
        body.withObjectProperty("answers")
                .set("CF73", Json.array().add(Json.object().put("text", "Kept aside.")));
        body.withObjectProperty("answers")
                .set("CF70", Json.object().set("value", Json.array().add("poverty")));
        Drafts.Draft kept = assessments.keep(with(filled, body));
        assertThat(asked(kept.body(), kept)).doesNotContain("answers.CF73");
        assertThat(kept.body().path("answers").has("CF73")).isTrue();
        laptop.signingOff().send(kept.id());
        assertThat(assessments.find(kept.id()).orElseThrow().answers().has("CF73"))
                .isFalse();
    }

    @Test
    void whatIsSentHoldsTheQuestionsAsTheyWereAskedAndEachChildsOwnAnswersOnly() {
        UUID record = FilledForm.sent(laptop, List.of(ellis, romy));
        var own = laptop.log().find(StreamId.ofCase(ellis), record).orElseThrow();
        assertThat(own.value("answers", "version").intValue()).isEqualTo(1);
        assertThat(own.value("answers", "answers").path("CF30").has(ellis.toString()))
                .isTrue();
        assertThat(own.value("answers", "answers").path("CF30").has(romy.toString()))
                .isFalse();
        Assessment sent = assessments.find(record).orElseThrow();
        assertThat(sent.answers().path("CF30").propertyNames()).contains(ellis.toString(), romy.toString());
        assertThat(sent.asked())
                .extracting(Assessment.Asked::question)
                .anyMatch(words -> words.startsWith("Who is this child?"));
        assertThat(laptop.drafts().find(record)).isEmpty();
    }

    @Test
    void visitsAreQuotedAndOneThatWasDroppedIsNot() {
        Drafts.Draft filled = FilledForm.fill(assessments, begun(130));
        Scene scene = assessments.scene(filled);
        List<VisitLine> lines = scene.visits().get(ellis);
        assertThat(lines).hasSizeGreaterThan(1);
        ObjectNode body = filled.body().deepCopy();
        body.withObjectProperty("dropped")
                .set(ellis.toString(), Json.array().add(lines.getFirst().visit().toString()));
        assessments.keep(with(filled, body));
        laptop.signingOff().send(filled.id());
        var quoted = assessments
                .find(filled.id())
                .orElseThrow()
                .answers()
                .path("CF05")
                .path(ellis.toString());
        assertThat(quoted.valueStream().filter(each -> each.path("quoted").booleanValue(false)))
                .hasSize(lines.size() - 1)
                .noneMatch(each -> each.path("sources")
                        .get(0)
                        .stringValue()
                        .equals(lines.getFirst().visit().toString()));
    }

    @Test
    void sameAsIsRefusedWhereEachChildIsAskedAnewAndNeedsItsReason() {
        ObjectNode answers = Json.object();
        answers.putObject("CF30")
                .putObject(romy.toString())
                .put("same_as", ellis.toString())
                .put("why", "alike");
        answers.putObject("CF31").putObject(romy.toString()).put("same_as", ellis.toString());
        ObjectNode file = Json.object().set("answers", answers);
        assertThatThrownBy(() -> assessments.take(FORM, List.of(ellis, romy), file))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactlyInAnyOrder("guided-same-as-refused", "guided-same-as-why"));
    }

    @Test
    void aFileThatNamesWhatIsNotThereIsRefusedWithItsPath() {
        ObjectNode answers = Json.object();
        answers.put("CF00", "no such question");
        answers.put("CF04", "not by child");
        answers.put("CF98", "the manager's");
        answers.putObject("CF01")
                .put("text", "x")
                .put("sentence", "guessed")
                .putArray("sources")
                .add("nowhere");
        answers.put("CF70", "gambling");
        assertThatThrownBy(() ->
                        assessments.take(FORM, List.of(ellis), Json.object().set("answers", answers)))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.field() + " " + problem.code())
                                .containsExactlyInAnyOrder(
                                        "answers.CF00 guided-question-unknown",
                                        "answers.CF04 guided-by-child-expected",
                                        "answers.CF98 guided-question-of-manager",
                                        "answers.CF01.sentence guided-sentence-unknown",
                                        "answers.CF01.sources[0] guided-source-unknown",
                                        "answers.CF70 guided-value-unknown"));
    }

    @Test
    void hintsAreAboutTheTextAndStopNobody() {
        Drafts.Draft draft = begun(28);
        ObjectNode body = draft.body().deepCopy();
        body.withObjectProperty("answers")
                .set(
                        "CF01",
                        Json.array()
                                .add(Json.object()
                                        .put("text", "They are neglectful.")
                                        .put("sentence", "think")));
        body.withObjectProperty("answers")
                .withObjectProperty("CF84")
                .set(
                        ellis.toString(),
                        Json.array()
                                .add(Json.object()
                                        .put("text", "Carly is engaging now.")
                                        .put("sentence", "think")));
        GuidedCheck check = assessments.check(assessments.scene(draft), body);
        assertThat(hints(check, "answers.CF01")).anyMatch(hint -> hint.contains("all of it is what you think"));
        assertThat(hints(check, "answers.CF84." + ellis)).anyMatch(hint -> hint.contains("is engaging"));
        assertThat(check.missing()).extracting(Problem::field).doesNotContain("answers.CF01");
    }

    private static List<String> hints(GuidedCheck check, String path) {
        return check.lines().stream()
                .filter(line -> line.path().equals(path))
                .flatMap(line -> line.hints().stream())
                .toList();
    }

    @Test
    void agreedAloneIsNoAnswerOfAManagerAndNeitherAreTooFewWords() {
        Question asked = Forms.shipped().inForce(FORM).question("CF98").orElseThrow();
        assertThat(GuidedCheck.isAnswer(asked, GuidedAnswer.read(Json.MAPPER.valueToTree("Agreed."))))
                .isFalse();
        assertThat(GuidedCheck.isAnswer(asked, GuidedAnswer.read(Json.MAPPER.valueToTree("I asked about the nights."))))
                .isFalse();
        assertThat(GuidedCheck.isAnswer(
                        asked,
                        GuidedAnswer.read(FilledForm.ofManager().path("answers").path("CF98"))))
                .isTrue();
    }

    @Test
    void earlierWorriesStandBesideTheNewerOneMostLikeThem() {
        ThenAndNow history = assessments.scene(begun(28)).thenAndNow();
        assertThat(history.pairs()).isNotEmpty();
        assertThat(history.pairs()).extracting(pair -> pair.then().entry().on()).isSorted();
        assertThat(history.pairs().getFirst().now()).isNotNull();
        assertThat(history.newer())
                .allSatisfy(event -> assertThat(event.entry().on()).isAfter(MarlbrookLaptop.TODAY.minusDays(28 + 93)));
    }

    @Test
    void aDraftGoesOnWithItsVersionWhileThatCanBeReadAndIsCarriedOverWhenNot() {
        GuidedForm first = Forms.shipped().inForce(FORM);
        GuidedForm second = new GuidedForm(
                (Form) ContentReader.read(Content.text("practice/form-child-and-family-assessment.json")
                        .replace("\"version\": 1", "\"version\": 2")
                        .replaceAll("\\n  \\{\"id\": \"CF02\".*", "")
                        .replace("What happened that means we are doing this now?", "What happened?")),
                first.type());
        Drafts.Draft draft = begun(28);
        ObjectNode body = draft.body().deepCopy();
        body.withObjectProperty("answers")
                .set("CF01", Json.array().add(Json.object().put("text", "Kept.")));
        body.withObjectProperty("answers")
                .set("CF02", Json.array().add(Json.object().put("text", "Also kept.")));
        assessments.keep(with(draft, body));

        Scene own = of(List.of(new Forms.Kept(first, false), new Forms.Kept(second, true)))
                .scene(draft.id())
                .orElseThrow();
        assertThat(own.form().version()).isEqualTo(1);
        assertThat(own.inForce()).isFalse();

        Scene carried =
                of(List.of(new Forms.Kept(second, true))).scene(draft.id()).orElseThrow();
        assertThat(carried.form().version()).isEqualTo(2);
        assertThat(carried.carriedFrom()).isEqualTo(1);
        assertThat(carried.draft()
                        .body()
                        .path("answers")
                        .path("CF01")
                        .get(0)
                        .path("text")
                        .stringValue())
                .isEqualTo("Kept.");
        assertThat(carried.leftOver().path("CF02").get(0).path("text").stringValue())
                .isEqualTo("Also kept.");
    }

    private Assessments of(List<Forms.Kept> forms) {
        return new Assessments(
                new Assessments.Given(
                        laptop.log(),
                        laptop.drafts(),
                        laptop.children(),
                        laptop.visits(),
                        laptop.notes(),
                        laptop.types(),
                        new Surroundings() {
                            @Override
                            public org.alongside.rules.Inputs inputs(org.alongside.child.ChildSummary child) {
                                return org.alongside.rules.Inputs.none(org.alongside.rules.PracticeInputs.vocabulary());
                            }

                            @Override
                            public java.util.Optional<Deadline> deadline(
                                    org.alongside.child.ChildSummary child, String rule, java.time.LocalDate begun) {
                                return java.util.Optional.empty();
                            }
                        },
                        type -> List.of(),
                        laptop.ids()::next,
                        laptop.clock(),
                        laptop.me()),
                Forms.of(forms),
                GuidedSettings.shipped());
    }

    @Test
    void aDraftOfChildrenWhoAreGoneIsKeptAndSaysWhyItCannotBeSent() {
        Drafts.Draft draft = begun(28);
        Drafts.Draft elsewhere = assessments.keep(new Drafts.Draft(
                laptop.ids().next(),
                draft.kind(),
                List.of(laptop.ids().next()),
                draft.body(),
                draft.place(),
                draft.begunAt(),
                draft.savedAt()));
        Scene scene = assessments.scene(elsewhere.id()).orElseThrow();
        assertThat(scene.family().missing()).hasSize(1);
        assertThat(assessments.beforeSending(scene, scene.draft().body()))
                .extracting(Problem::code)
                .containsExactly("children-gone");
        assertThatThrownBy(() -> laptop.signingOff().send(elsewhere.id())).isInstanceOf(BadInput.class);
        assertThat(laptop.drafts().find(elsewhere.id())).isPresent();
    }

    private static Drafts.Draft with(Drafts.Draft draft, ObjectNode body) {
        return new Drafts.Draft(
                draft.id(), draft.kind(), draft.children(), body, draft.place(), draft.begunAt(), draft.savedAt());
    }
}
