package org.alongside.plan.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.alongside.plan.PlanDraft;
import org.alongside.plan.Standing;
import org.alongside.testing.HandTimers;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.testing.RecordWindows;
import org.alongside.ui.Fx;
import org.alongside.ui.audit.AccessibilityAudit;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Fault;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The plan of a child in the window, by real keys on a real laptop.
class PlanWindowTest {
    @TempDir
    Path folder;

    private final List<Fault> faults = new ArrayList<>();
    private final HandTimers timers = new HandTimers();
    private MarlbrookLaptop marlbrook;
    private RecordWindows windows;
    private Stage stage;
    private Look look;
    private UUID ellis;
    private UUID zofia;

    @BeforeEach
    void aWindow() {
        marlbrook = MarlbrookLaptop.asFiled(folder.resolve("laptop"), "Joanna");
        look = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
        windows = Fx.get(
                () -> new RecordWindows(marlbrook.laptop(), look, Background.direct(faults::add), timers).registered());
        stage = Fx.show(() -> windows.shell().scene(1280, 800), look);
        ellis = marlbrook.child("Ellis Brennock");
        zofia = marlbrook.child("Zofia Nowak-Hadley");
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            windows.router().leave();
            stage.close();
        });
        marlbrook.close();
        assertThat(faults).extracting(Fault::cause).isEmpty();
    }

    @Test
    void thePlanStandsWithItsMarksAndTheFamilysPageBesideIt() {
        plan(ellis);
        assertThat(shown())
                .contains("Plan, version 3")
                .contains("3 of 5 need a look")
                .contains("Who, by name?")
                .contains("Our plan for Ellis, Romy and Fern")
                .contains("Actions 1 to 3 are not here yet. They do not say who, what and when.")
                .contains("Clear");
        assertThat(marlbrook.laptop().drafts().all()).isEmpty();
    }

    @Test
    void anActionIsMendedByKeysAndItsQuestionsGoAtEveryKey() {
        plan(zofia);
        press("plan-1-change");
        assertThat(shown()).contains("Nobody in particular has it to do.").contains("There is no day on which");
        write("plan-edit-who-text", "Joanna Pritchard");
        assertThat(shown()).doesNotContain("Nobody in particular has it to do.").contains("There is no day on which");
        write("plan-edit-by-text", "2 December");
        assertThat(shown()).doesNotContain("There is no day on which");
        write("plan-edit-text-text", "Joanna asks the county store for a new aid.");
        write("plan-edit-outcome-text", "Zofia uses the aid with 2 adults.");
        write("plan-edit-if_not-text", "Deborah pays for a hire that day.");
        pass();
        assertThat(shown()).contains("Joanna asks the county store for a new aid. ");
        Fx.press(KeyCode.ESCAPE);
        assertThat(shown()).contains("All clear");
        assertThat(marlbrook.laptop().drafts().all())
                .singleElement()
                .satisfies(draft -> assertThat(draft.kind()).isEqualTo(PlanDraft.KIND));

        write("plan-said-seeing-text", "Joanna sees Zofia alone every 10 days.");
        pass();
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        Standing after = marlbrook.laptop().plans().of(zofia).orElseThrow();
        assertThat(after.version()).isEqualTo(5);
        assertThat(after.open().getFirst().value().path("due_on").asString("")).isEqualTo("2026-12-02");
        assertThat(marlbrook.laptop().drafts().all()).isEmpty();
        assertThat(shown()).contains("Plan, version 5");
    }

    @Test
    void whatIsHalfWrittenComesBackAndWhatIsTakenOutToo() {
        plan(zofia);
        press("plan-add");
        Fx.type(stage, "Kofi calls");
        pass();
        Fx.run(() -> windows.router().go(windows.child(zofia, "summary")));
        plan(zofia);
        assertThat(shown()).contains("Kofi calls");
        press("plan-3-change");
        press("plan-edit-remove");
        assertThat(shown()).doesNotContain("Kofi calls").contains("The action is taken out.");
        Fx.press(KeyCode.SPACE);
        assertThat(shown()).contains("Kofi calls");
    }

    @Test
    void aHardQuestionStopsTheAgreementAndLeadsToItsAction() {
        plan(zofia);
        press("plan-add");
        Fx.type(stage, "Kofi calls");
        pass();
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(shown()).contains("Action 1: Who, by name?").contains("Everything you wrote is saved as a draft");
        press("plan-errors-0");
        assertThat(Fx.get(() -> stage.getScene().getFocusOwner().getId())).isEqualTo("plan-edit-text-text");
        assertThat(marlbrook.laptop().plans().of(zofia).orElseThrow().version()).isEqualTo(4);
    }

    @Test
    void aReviewIsFinishedByKeys() {
        plan(zofia);
        press("plan-review");
        press("plan-review-1-1");
        write("plan-review-1-words-text", "The store was closed.");
        press("plan-review-2-0");
        write("plan-review-2-words-text", "The board came.");
        write("plan-review-next-day", "16");
        write("plan-review-next-month", "12");
        write("plan-review-next-year", "2026");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(shown()).doesNotContain("to put right");
        Standing after = marlbrook.laptop().plans().of(zofia).orElseThrow();
        assertThat(after.nextReview()).isEqualTo(java.time.LocalDate.of(2026, 12, 16));
        assertThat(after.open())
                .singleElement()
                .satisfies(entry -> assertThat(
                                entry.value().path("carried_forward").asInt())
                        .isEqualTo(2));
        assertThat(shown()).contains("Done or given up").contains("The board came.");
    }

    @Test
    void aClashOverAnActionIsSaidOnItAndOpensTheDecision() {
        Standing standing = marlbrook.laptop().plans().of(zofia).orElseThrow();
        Standing.Entry first = standing.open().getFirst();
        for (String who : List.of("Kofi", "Deborah")) {
            var value = first.value().deepCopy();
            value.put("who", who);
            marlbrook.arrives(
                    org.alongside.record.Intent.group(
                            org.alongside.record.StreamId.ofCase(zofia),
                            first.record(),
                            "action",
                            "record",
                            first.seen().get(zofia),
                            value),
                    "w_" + who,
                    MarlbrookLaptop.CLOCK.instant().minusSeconds(900));
        }
        plan(zofia);
        press("plan-1-clash");
        assertThat(shown()).contains("Kofi").contains("Deborah").contains("Explore replacement of communication aid.");
    }

    @Test
    void aPlanOfTwoHundredActionsIsOpenedAndWrittenIn() {
        var draft =
                new PlanDraft(marlbrook.laptop().plans().of(zofia).orElseThrow(), org.alongside.kernel.Json.object());
        UUID vague = draft.items().getFirst().record();
        draft.remove(vague);
        draft.why(vague, "Nobody knew what it meant.");
        draft.say("seeing", "Joanna sees Zofia alone every 10 days.");
        while (draft.items().size() < 200) {
            UUID record = marlbrook.laptop().ids().next();
            draft.add(record);
            draft.write(record, "text", "Joanna takes the board to school, as required.");
            draft.write(record, "who", "Joanna Pritchard");
            draft.write(record, "by", "2 December");
            draft.write(record, "outcome", "Zofia uses the board with 2 adults.");
            draft.write(record, "if_not", "Deborah pays for a hire.");
        }
        marlbrook.laptop().planning().agree(draft, MarlbrookLaptop.TODAY, null);
        plan(zofia);
        assertThat(shown()).contains("198 of 199 need a look");
        press("plan-2-change");
        write("plan-edit-text-text", "Joanna takes the board to school on Monday.");
        pass();
        assertThat(shown()).contains("197 of 199 need a look");
        Fx.press(KeyCode.ESCAPE);
        assertThat(shown()).contains("Joanna takes the board to school on Monday.");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,P100", "DARK,P100", "CONTRAST,P100", "LIGHT,P200"})
    void thePlanAndItsEditorPassTheAudit(Theme theme, TextSize size) {
        Fx.run(() -> {
            look.themeProperty().set(theme);
            look.textSizeProperty().set(size);
        });
        plan(ellis);
        assertThat(Fx.get(() -> AccessibilityAudit.of(stage.getScene()))).isEmpty();
        press("plan-1-change");
        assertThat(Fx.get(() -> AccessibilityAudit.of(stage.getScene()))).isEmpty();
    }

    private void plan(UUID child) {
        Fx.run(() -> windows.router().go(windows.child(child, "plan")));
        Fx.settle();
    }

    private void pass() {
        Fx.run(() -> timers.pass(Duration.ofSeconds(2)));
        Fx.settle();
    }

    private Node find(String id) {
        Fx.settle();
        Node node = Fx.get(() -> stage.getScene().lookup("#" + id));
        assertThat(node).as("a node called " + id).isNotNull();
        return node;
    }

    private void press(String id) {
        Node node = find(id);
        Fx.run(node::requestFocus);
        Fx.settle();
        Fx.press(KeyCode.SPACE);
        Fx.settle();
    }

    private void write(String id, String text) {
        Node node = find(id);
        Fx.run(() -> {
            node.requestFocus();
            ((TextInputControl) node).selectAll();
        });
        Fx.type(stage, text);
        Fx.settle();
    }

    private String shown() {
        Fx.settle();
        return Fx.get(() -> {
            var words = new StringBuilder();
            walk(stage.getScene().getRoot(), node -> {
                if (node instanceof Labeled labeled && labeled.getText() != null) {
                    words.append(labeled.getText()).append('\n');
                } else if (node instanceof TextInputControl input) {
                    words.append(input.getText()).append('\n');
                } else if (node instanceof Text text) {
                    words.append(text.getText()).append('\n');
                }
                return true;
            });
            return words.toString();
        });
    }

    private static void walk(Node node, Predicate<Node> visit) {
        if (node.isVisible() && visit.test(node) && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visit));
        }
    }
}
