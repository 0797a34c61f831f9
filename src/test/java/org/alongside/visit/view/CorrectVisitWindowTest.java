package org.alongside.visit.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.alongside.kernel.Json;
import org.alongside.record.Drafts.Draft;
import org.alongside.record.Intent;
import org.alongside.record.Operation;
import org.alongside.record.StreamId;
import org.alongside.testing.Brennocks;
import org.alongside.testing.HandTimers;
import org.alongside.ui.Fx;
import org.alongside.ui.Shell;
import org.alongside.ui.Target;
import org.alongside.ui.audit.AccessibilityAudit;
import org.alongside.ui.audit.Finding;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.alongside.visit.VisitCorrecting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What can be done to a finished visit, in a real window, by real keys.
class CorrectVisitWindowTest {
    private static final int TABS_MOST = 90;

    private final HandTimers timers = new HandTimers();
    private Look look;
    private Brennocks family;
    private Stage stage;
    private UUID visit;

    @BeforeEach
    void aFinishedVisit() {
        look = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
        Background direct = Background.direct(fault -> {
            throw new IllegalStateException(fault.cause());
        });
        family = Fx.get(() -> new Brennocks(direct, timers));
        stage = Fx.show(
                () -> {
                    var shell = new Shell(family.commands, family.router, direct, look);
                    shell.addPlace(family.screens.place());
                    return shell.scene(1280, 800);
                },
                look);
        Draft draft = family.desk.recording().begin(List.of(family.ellis, family.romy, family.fern));
        family.laptop.drafts().keep(VisitPictures.whole(family, draft));
        family.desk.recording().finish(draft.id());
        visit = draft.id();
        open(VisitScreens.VISIT, visit);
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            stage.close();
            family.router.leave();
        });
    }

    private void open(String screen, UUID of) {
        Fx.run(() -> family.router.go(Target.of(screen, "visit", of.toString())));
        Fx.settle();
    }

    private Node owner() {
        return Fx.get(() -> stage.getScene().getFocusOwner());
    }

    private void tabTo(String id) {
        for (int i = 0; i < TABS_MOST && !id.equals(owner().getId()); i++) {
            Fx.press(KeyCode.TAB);
        }
        assertThat(owner().getId()).isEqualTo(id);
    }

    private void push(String id) {
        tabTo(id);
        Fx.press(KeyCode.SPACE);
    }

    /// From the chosen one of three radios to the one two further on.
    private void chooseInstead(String chosen, KeyCode arrow) {
        tabTo(chosen);
        Fx.press(arrow);
        Fx.press(arrow);
    }

    private String shown() {
        Fx.settle();
        return Fx.get(() -> {
            var words = new StringBuilder();
            collect(stage.getScene().getRoot(), words);
            return words.toString();
        });
    }

    private static void collect(Node node, StringBuilder words) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled) {
            words.append(labeled.getText()).append('\n');
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
        }
    }

    private List<JsonNode> amendments(UUID child) {
        return family.laptop.log().find(StreamId.ofCase(child), visit).orElseThrow().additions().stream()
                .filter(addition -> addition.operation().type().equals(Operation.AMENDMENT))
                .map(addition -> (JsonNode) addition.value())
                .toList();
    }

    @Test
    void afterAVisitOneSmallThingIsOfferedForEachChild() {
        push("leave-small-thing-" + family.romy);
        assertThat(family.offered).containsExactly(family.romy + " " + visit);
        assertThat(shown()).contains("Leave one small thing for Ellis");
    }

    @Test
    void aWrongAnswerIsPutRightByKeysAndBothAnswersStand() {
        push("visit-put-right");
        Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        chooseInstead("visit-children-0-bedroom_seen-2", KeyCode.UP);
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(owner().getId()).isEqualTo("visit-why-text");
        assertThat(shown()).contains("Was: No", "Now: Yes, with the child");
        Fx.type(stage, "I wrote the wrong one.");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);

        assertThat(amendments(family.ellis))
                .singleElement()
                .satisfies(change ->
                        assertThat(change.toString()).isEqualTo("{\"child\":{\"bedroom_seen\":\"yes_with_child\"}}"));
        assertThat(amendments(family.romy)).isEmpty();
        assertThat(shown())
                .contains(
                        "Put right since",
                        "Was: No",
                        "Now: Yes, with the child",
                        "Joanna Pritchard",
                        "I wrote the wrong one.",
                        "Sleeping place not seen");
        assertThat(family.laptop.drafts().all()).isEmpty();
    }

    @Test
    void anAnswerOfTheTripIsPutRightInEveryChildsRecord() {
        push("visit-put-right");
        tabTo("visit-visit-started_at-time-text");
        Fx.press(KeyCode.A, KeyCode.CONTROL);
        Fx.type(stage, "10:15");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        Fx.type(stage, "My diary says so.");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        for (UUID child : List.of(family.ellis, family.romy, family.fern)) {
            assertThat(amendments(child))
                    .singleElement()
                    .satisfies(change -> assertThat(
                                    change.path("visit").path("started_at").asString(""))
                            .startsWith("2026-11-18T10:15"));
        }
        assertThat(shown()).contains("Was: Wednesday 18 November 2026, 10:30");
    }

    @Test
    void lookingAtEveryPartChangesNothingAndLeavesNoDraft() {
        push("visit-put-right");
        for (int i = 0; i < 8; i++) {
            Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        }
        assertThat(shown()).contains("Nothing is different from what the visit says.");
        Fx.run(() -> family.router.go(VisitScreens.VISITS));
        Fx.settle();
        assertThat(family.laptop.drafts().all()).isEmpty();
    }

    @Test
    void withoutAReasonNothingIsChangedAndWhatWasChosenStays() {
        push("visit-put-right");
        Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        chooseInstead("visit-children-0-bedroom_seen-2", KeyCode.UP);
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(owner().getId()).isEqualTo("visit-correct-errors");
        assertThat(amendments(family.ellis)).isEmpty();
        push("visit-correct-errors-0");
        assertThat(owner().getId()).isEqualTo("visit-why-text");
    }

    @Test
    void whatTheNewAnswerAsksForIsAskedBeforeItIsSaved() {
        push("visit-put-right");
        Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        chooseInstead("visit-children-0-seen-0", KeyCode.DOWN);
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        Fx.type(stage, "He was at school.");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(owner().getId()).isEqualTo("visit-correct-errors");
        assertThat(shown()).contains("Ellis: say where the child was");
        assertThat(amendments(family.ellis)).isEmpty();
    }

    @Test
    void aCorrectionHalfMadeIsThereWhenComingBack() {
        push("visit-put-right");
        Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        chooseInstead("visit-children-0-bedroom_seen-2", KeyCode.UP);
        Fx.run(() -> family.router.go(VisitScreens.VISITS));
        Fx.settle();
        assertThat(family.laptop.drafts().all())
                .singleElement()
                .satisfies(draft -> assertThat(draft.kind()).isEqualTo(VisitCorrecting.DRAFT));
        open(VisitScreens.CORRECT, visit);
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(shown()).contains("Now: Yes, with the child");
        push("visit-correct-leave");
        assertThat(family.laptop.drafts().all()).isEmpty();
        assertThat(amendments(family.ellis)).isEmpty();
        push("visit-correct-left-undo");
        assertThat(family.laptop.drafts().all()).hasSize(1);
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(shown()).contains("Now: Yes, with the child");
    }

    @Test
    void aVisitOfTheWrongChildIsMovedToTheRightOne() {
        UUID wrong = family.laptop.ids.next();
        ObjectNode value = Json.object();
        value.set("visit", Json.object().put("visit_id", wrong.toString()).put("started_at", "2026-11-17T10:00"));
        value.set("child", Json.object().put("child", family.romy.toString()).put("observed", "Drew a fox."));
        family.laptop.log().save(List.of(Intent.whole(StreamId.ofCase(family.romy), wrong, "visit", value)));
        open(VisitScreens.VISIT, wrong);
        push("visit-in-error");
        assertThat(shown()).contains("Nothing is deleted.");
        push("visit-wrong-0");
        tabTo("visit-right-choice");
        Fx.press(KeyCode.DOWN);
        assertThat(shown()).contains("The same words are written in that child's record");
        tabTo("visit-why-text");
        Fx.type(stage, "It was Ellis.");
        push("visit-add-save");
        assertThat(family.desk.recording().find(wrong).orElseThrow().isWithdrawn())
                .isTrue();
        assertThat(family.desk.recording().visitsOf(family.ellis))
                .anySatisfy(state -> assertThat(
                                state.value("record", "child").path("observed").asString(""))
                        .isEqualTo("Drew a fox."));
        assertThat(shown()).contains("Entered in error: It was Ellis.");
    }

    @Test
    void aVisitThatTellsOfSeveralChildrenSaysWhyItCannotBeMoved() {
        push("visit-in-error");
        assertThat(shown()).contains("This tells of several children");
        assertThat(stage.getScene().lookup("#visit-right-choice")).isNull();
    }

    @Test
    void wordsBeingAddedAreKeptAndComeBack() {
        push("visit-add");
        Fx.type(stage, "He told me on Thursday");
        Fx.run(() -> family.router.go(VisitScreens.VISITS));
        Fx.settle();
        open(VisitScreens.VISIT, visit);
        assertThat(Fx.<String>get(
                        () -> ((javafx.scene.control.TextArea) stage.getScene().lookup("#visit-added-text")).getText()))
                .isEqualTo("He told me on Thursday");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,P100", "DARK,P100", "LIGHT,P200"})
    void everyPartOfACorrectionPassesTheAudit(Theme theme, TextSize size) {
        Fx.run(() -> {
            look.themeProperty().set(theme);
            look.textSizeProperty().set(size);
            stage.setWidth(size == TextSize.P200 ? 1024 : 1280);
        });
        open(VisitScreens.CORRECT, visit);
        Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        chooseInstead("visit-children-0-bedroom_seen-2", KeyCode.UP);
        audit("a part");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        audit("what changes");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        audit("errors");
        push("visit-correct-errors-0");
        Fx.type(stage, "It was so.");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        audit("put right");
        push("visit-in-error");
        audit("entered in error");
    }

    private void audit(String where) {
        Fx.run(() -> timers.pass(java.time.Duration.ofSeconds(1)));
        Fx.settle();
        assertThat(Fx.<List<Finding>>get(() -> AccessibilityAudit.of(stage.getScene())))
                .as(where)
                .isEmpty();
    }
}
