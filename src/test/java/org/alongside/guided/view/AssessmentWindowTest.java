package org.alongside.guided.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.alongside.access.Account;
import org.alongside.access.Role;
import org.alongside.guided.Assessments;
import org.alongside.guided.Forms;
import org.alongside.guided.GuidedSettings;
import org.alongside.guided.SigningOff;
import org.alongside.guided.Surroundings;
import org.alongside.record.Drafts;
import org.alongside.record.SignOff.Step;
import org.alongside.rules.Inputs;
import org.alongside.rules.PracticeInputs;
import org.alongside.testing.FilledForm;
import org.alongside.testing.HandTimers;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.testing.RecordWindows;
import org.alongside.tool.Laptop;
import org.alongside.ui.Fx;
import org.alongside.ui.Screen;
import org.alongside.ui.Target;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Fault;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The guided assessment in its window, by its keys, on a worker's laptop and on her manager's.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessmentWindowTest {
    private final List<Fault> faults = new ArrayList<>();
    private final HandTimers timers = new HandTimers();
    private MarlbrookLaptop marlbrook;
    private Laptop laptop;
    private RecordWindows windows;
    private Stage stage;
    private UUID draft;
    private UUID ellis;

    @BeforeAll
    void open(@TempDir Path folder) {
        marlbrook = MarlbrookLaptop.of(folder.resolve("laptop"));
        laptop = marlbrook.laptop();
        ellis = marlbrook.child("Ellis");
        draft = laptop.assessments()
                .begin(
                        "child-and-family-assessment",
                        List.of(ellis, marlbrook.child("Romy")),
                        MarlbrookLaptop.TODAY.minusDays(28))
                .id();
        Look look = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
        Background background = Background.direct(faults::add);
        windows = Fx.get(() -> new RecordWindows(laptop, look, background, timers).registered());
        Fx.run(() -> {
            register(desk(background, laptop.assessments(), laptop.signingOff(), laptop.me()), "");
            Account deborah = new Account("m_deborah", "Deborah Achterberg", Role.TEAM_MANAGER, "North", null);
            Assessments hers = hers(deborah);
            register(desk(background, hers, new SigningOff(hers, laptop.staff()), deborah), "-hers");
        });
        stage = Fx.show(() -> windows.shell().scene(1280, 800), look);
    }

    private void register(AssessmentDesk desk, String whose) {
        windows.router()
                .register(Screen.of(AssessmentPage.SCREEN + whose, "Assessment", t -> new AssessmentPage(desk, t)));
        windows.router()
                .register(Screen.of(
                        AssessmentReadPage.SCREEN + whose, "Assessment", t -> new AssessmentReadPage(desk, t)));
        windows.router().register(Screen.of(SignOffsPage.SCREEN + whose, "Sign-offs", t -> new SignOffsPage(desk)));
    }

    /// The same record as her manager's laptop has it.
    private Assessments hers(Account deborah) {
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
                            public Inputs inputs(org.alongside.child.ChildSummary child) {
                                return Inputs.none(PracticeInputs.vocabulary());
                            }

                            @Override
                            public java.util.Optional<Deadline> deadline(
                                    org.alongside.child.ChildSummary child, String rule, java.time.LocalDate begun) {
                                return java.util.Optional.empty();
                            }
                        },
                        type -> laptop.assessments().all().stream()
                                .map(org.alongside.guided.Assessment::id)
                                .toList(),
                        laptop.ids()::next,
                        laptop.clock(),
                        deborah),
                Forms.shipped(),
                GuidedSettings.shipped());
    }

    private AssessmentDesk desk(Background background, Assessments assessments, SigningOff signing, Account me) {
        return new AssessmentDesk(
                assessments,
                signing,
                laptop.drafts(),
                laptop.children(),
                laptop.staff(),
                me,
                laptop.ids()::next,
                background,
                timers,
                laptop.clock(),
                new Doors(me.name().equals("m_deborah") ? "-hers" : ""));
    }

    private final class Doors implements AssessmentDesk.Doors {
        private final String whose;

        Doors(String whose) {
            this.whose = whose;
        }

        @Override
        public void openTab(UUID child, String tab) {
            windows.router().go(windows.child(child, tab));
        }

        @Override
        public void openVisit(UUID visit) {
            windows.opened.add("visit " + visit);
        }

        @Override
        public void openNote(UUID note) {
            windows.opened.add("note " + note);
        }

        @Override
        public void write(UUID id) {
            windows.router().go(Target.of(AssessmentPage.SCREEN + whose, "draft", id.toString()));
        }

        @Override
        public void read(UUID id) {
            windows.router().go(Target.of(AssessmentReadPage.SCREEN + whose, "record", id.toString()));
        }

        @Override
        public void amend(UUID child, UUID id) {
            windows.opened.add("amend " + id);
        }

        @Override
        public void back() {
            windows.router().back();
        }
    }

    @AfterAll
    void close() {
        Fx.run(() -> {
            windows.router().leave();
            stage.close();
        });
        marlbrook.close();
        assertThat(faults).extracting(Fault::cause).isEmpty();
    }

    private Node node(String id) {
        return java.util.Objects.requireNonNull(stage.getScene().lookup("#" + id), id);
    }

    private void write() {
        Fx.run(() -> windows.router().go(Target.of("assessment", "draft", draft.toString())));
        Fx.settle();
    }

    private void part(String id) {
        Fx.run(() -> ((ToggleButton) node("assessment-parts-" + id)).fire());
        Fx.settle();
    }

    private JsonNode kept() {
        Fx.run(() -> timers.pass(Duration.ofSeconds(2)));
        Fx.settle();
        return laptop.drafts().find(draft).map(Drafts.Draft::body).orElseThrow();
    }

    @Test
    void oneKeySaysWhichKindOfSentenceItIsAndEveryKeyIsKept() {
        write();
        part("s0");
        Fx.run(() -> node("assess-CF03-0-text").requestFocus());
        Fx.type(stage, "She agreed on the doorstep");
        Fx.press(KeyCode.DIGIT3, KeyCode.ALT);
        Fx.settle();
        JsonNode passage = kept().path("answers").path("CF03").get(0);
        assertThat(passage.path("text").stringValue()).isEqualTo("She agreed on the doorstep");
        assertThat(passage.path("sentence").stringValue()).isEqualTo("think");
        Fx.press(KeyCode.DIGIT1, KeyCode.ALT);
        assertThat(kept().path("answers").path("CF03").get(0).path("sentence").stringValue())
                .isEqualTo("seen");
    }

    @Test
    void whoComesBackIsAtTheCaretAgain() {
        write();
        part("s0");
        Fx.run(() -> {
            var text = (TextInputControl) node("assess-CF02-0-text");
            text.requestFocus();
            text.setText("Is Ellis safe at night?");
            text.selectRange(3, 3);
        });
        Fx.settle();
        kept();
        Fx.run(() -> windows.router().go("today"));
        Fx.settle();
        write();
        assertThat(Fx.get(() -> {
                    var owner = stage.getScene().getFocusOwner();
                    return owner instanceof TextInputControl text ? text.getId() + " " + text.getCaretPosition() : "";
                }))
                .isEqualTo("assess-CF02-0-text 3");
    }

    @Test
    void aTickAsksFurtherQuestionsAndTakingItBackKeepsWhatWasWritten() {
        write();
        part("s7");
        assertThat(Fx.get(() -> node("assess-question-CF73").isVisible())).isFalse();
        Fx.run(() -> ((CheckBox) node("assess-CF70-value-0")).fire());
        Fx.settle();
        assertThat(Fx.get(() -> node("assess-question-CF73").isVisible())).isTrue();
        Fx.run(() -> node("assess-CF73-0-text").requestFocus());
        Fx.type(stage, "He shouts");
        Fx.run(() -> ((CheckBox) node("assess-CF70-value-0")).fire());
        Fx.settle();
        assertThat(Fx.get(() -> node("assess-question-CF73").isVisible())).isFalse();
        assertThat(kept().path("answers").path("CF73").get(0).path("text").stringValue())
                .isEqualTo("He shouts");
    }

    @Test
    void anEarlierWorryIsAnsweredAndTheAnswerIsKept() {
        write();
        part("s2");
        Fx.run(() -> stage.getScene().getRoot().lookupAll(".radio-button").stream()
                .filter(node -> String.valueOf(node.getId()).matches("assess-same-.*-2"))
                .findFirst()
                .map(RadioButton.class::cast)
                .orElseThrow()
                .fire());
        Fx.settle();
        assertThat(kept().path("then_and_now")
                        .path(ellis.toString())
                        .valueStream()
                        .map(each -> each.path("answer").asString("")))
                .contains("cannot_tell");
    }

    @Test
    void aLinkIsFoundByAWordAndStandsUnderTheSentence() {
        write();
        part("s0");
        Fx.run(() -> node("assess-CF01-0-text").requestFocus());
        Fx.press(KeyCode.E, KeyCode.CONTROL);
        Fx.type(stage, "teeth");
        Fx.settle();
        Fx.run(() -> stage.getScene().getRoot().lookupAll(".link-picker .check-box").stream()
                .findFirst()
                .map(CheckBox.class::cast)
                .orElseThrow()
                .fire());
        Fx.settle();
        assertThat(kept().path("answers").path("CF01").get(0).path("sources")).hasSize(1);
        Fx.press(KeyCode.ESCAPE);
        assertThat(Fx.get(() -> windows.router().shownProperty().get().screen().id()))
                .isEqualTo("assessment");
    }

    @Test
    void sendingSaysWhatIsMissingAndLeadsThere() {
        write();
        part("send");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        Fx.settle();
        assertThat(Fx.get(() -> node("assessment-errors").isVisible())).isTrue();
        Fx.run(() -> ((Hyperlink) node("assess-missing-1")).fire());
        Fx.settle();
        assertThat(Fx.get(() -> stage.getScene().lookup("#assess-CF01-0-text") != null))
                .isTrue();
    }

    @Test
    void theManagerFindsItAnswersAndAuthorisesByKeys() {
        UUID record = FilledForm.sent(laptop, List.of(ellis));
        Fx.run(() -> windows.router().go("sign-offs-hers"));
        Fx.settle();
        Fx.run(() -> ((javafx.scene.control.Button) node("sign-offs-waiting-" + record)).fire());
        Fx.settle();
        Fx.run(() -> ((ToggleButton) node("assessment-read-parts-sign")).fire());
        Fx.settle();
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        Fx.settle();
        assertThat(Fx.get(() -> node("sign-errors").isVisible())).isTrue();
        JsonNode answers = FilledForm.ofManager().path("answers");
        Fx.run(() -> {
            ((TextInputControl) node("sign-CF98-text"))
                    .setText(answers.path("CF98").stringValue());
            ((TextInputControl) node("sign-CF99-text"))
                    .setText(answers.path("CF99").stringValue());
        });
        Fx.settle();
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        Fx.settle();
        assertThat(laptop.assessments().find(record).orElseThrow().manager().has("CF98"))
                .isTrue();
    }

    @Test
    void givingBackNeedsReasonsAndTheAuthorReadsThemFirst() {
        UUID record = FilledForm.sent(laptop, List.of(ellis));
        Fx.run(() -> windows.router().go(Target.of("assessment-read-hers", "record", record.toString())));
        Fx.settle();
        Fx.run(() -> ((ToggleButton) node("assessment-read-parts-sign")).fire());
        Fx.settle();
        Fx.run(() -> ((javafx.scene.control.Button) node("sign-return")).fire());
        Fx.settle();
        assertThat(laptop.assessments().find(record).orElseThrow().isAt(Step.SENT))
                .isTrue();
        Fx.run(() -> ((TextInputControl) node("sign-why-text")).setText("Ask Ellis alone about the nights."));
        Fx.settle();
        Fx.run(() -> ((javafx.scene.control.Button) node("sign-return")).fire());
        Fx.settle();
        assertThat(laptop.assessments().find(record).orElseThrow().isAt(Step.RETURNED))
                .isTrue();
        UUID again = laptop.assessments().goOn(record).id();
        Fx.run(() -> windows.router().go(Target.of("assessment", "draft", again.toString())));
        Fx.settle();
        assertThat(Fx.get(() -> ((org.alongside.ui.control.NoticeBar) node("assessment-returned")).sentence()))
                .contains("Ask Ellis alone about the nights.");
    }
}
