package org.alongside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import org.alongside.rules.clock.State;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.tool.Laptop;
import org.alongside.ui.Fx;
import org.alongside.ui.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// How it stands with children, and the prompts around a visit, in the real window and by keys.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingWindowTest {
    private Path home = Path.of("");
    private OpenWindow open;
    private UUID ellis;
    private UUID romy;

    @BeforeAll
    void signIn(@TempDir Path folder) throws IOException {
        home = folder.resolve("laptop");
        try (var marlbrook = MarlbrookLaptop.asFiled(home, "Joanna")) {
            ellis = marlbrook.child("Ellis");
            romy = marlbrook.child("Romy");
        }
        Path content = Files.createDirectories(home.resolve("content"));
        Files.writeString(content.resolve("prompts.json"), "{\"header\": 7}");
        open = new OpenWindow(home);
        open.signIn();
    }

    @AfterAll
    void close() {
        open.close();
    }

    private Laptop laptop() {
        return Objects.requireNonNull(open.window.session()).laptop();
    }

    private void go(Target target) {
        Fx.run(() -> open.router().go(target));
        open.idle();
    }

    private Target dates(UUID child, String card) {
        return Target.of("child", "child", child.toString())
                .with("tab", "dates")
                .with("card", card);
    }

    private void focus(String id) {
        Fx.run(() -> open.node(id).requestFocus());
        Fx.settle();
    }

    private void press(String id) {
        focus(id);
        Fx.press(KeyCode.SPACE);
        open.idle();
    }

    private String idEnding(String start, String end) {
        return Fx.get(() -> open.window.stage().getScene().getRoot().lookupAll(".button").stream()
                .map(Node::getId)
                .filter(id -> id != null && id.startsWith(start) && id.endsWith(end))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + "…" + end + " of " + open.texts())));
    }

    private State state(UUID child, String rule) {
        return laptop().board().of(child).orElseThrow().clocks().stream()
                .filter(clock -> clock.rule().id().equals(rule))
                .findFirst()
                .orElseThrow()
                .state();
    }

    @Test
    void theHeaderTellsTheDaysAndLeadsToTheVisitsThatWereCounted() {
        go(Target.of("child", "child", ellis.toString()));
        assertThat(open.texts()).contains("98 days since seen alone");
        Fx.run(() -> ((Hyperlink) open.node("child-alone")).fire());
        open.idle();
        assertThat(open.texts())
                .contains("The plan for seeing Ellis alone needs the service manager's decision.")
                .anySatisfy(text -> assertThat(text).startsWith("28 Oct 2026 · Statutory visit · Not alone"))
                .anySatisfy(text -> assertThat(text).contains("here the count ends"));
    }

    @Test
    void aDateIsAnsweredByKeysTheDateStaysAndTheAnswerCanBeTakenBack() {
        go(dates(romy, "core-group-subsequent"));
        press(idEnding("dates-core-group-subsequent", "-not"));
        assertThat(open.texts()).contains("What do you want to say?");
        Fx.run(() -> ((javafx.scene.control.RadioButton) open.node("not-needed-core-group-subsequent-kind-1")).fire());
        focus("not-needed-core-group-subsequent-why-text");
        Fx.type(open.window.stage(), "Half term");
        go(Target.of("today"));
        go(dates(romy, ""));
        assertThat(open.texts()).as("what was typed came back").contains("Half term");
        press("not-needed-core-group-subsequent-save");
        assertThat(state(romy, "core-group-subsequent")).isEqualTo(State.LATE_WITH_REASON);
        assertThat(open.texts()).contains("Late for a reason; date Was 6 Nov 2026", "Late for a reason: Half term");
        press(idEnding("dates-again-", ""));
        assertThat(state(romy, "core-group-subsequent")).isEqualTo(State.OVERDUE);
    }

    @Test
    void todayRaisesWhatIsToBeDoneAndSaysWhomToRing() {
        go(Target.of("today"));
        assertThat(open.texts())
                .contains("Find a way to be alone with Ellis", "Ellis, Romy and Fern: Child protection visit")
                .contains("Was due 11 Nov 2026, 5 working days ago");
        press("today-now-alone-" + ellis + "-head");
        assertThat(open.texts())
                .anySatisfy(text -> assertThat(text).startsWith("4 visits in a row without time alone"));
    }

    @Test
    void theCaseloadTellsEachChildsDatesAndCanBeOrdered() {
        go(Target.of("caseload"));
        List<String> shown =
                open.texts().stream().filter(text -> text.contains("2026")).toList();
        assertThat(shown).contains("Was 11 Nov 2026", "19 Nov 2026");
        focus("caseload-order-choice");
        Fx.press(KeyCode.DOWN);
        Fx.settle();
        List<String> texts = open.texts();
        assertThat(texts.indexOf("Zofia Nowak-Hadley"))
                .as("the baby, who is not asked for time alone, is last")
                .isPositive()
                .isLessThan(texts.indexOf("Fern Teague-Brennock"));
    }

    @Test
    void aMustAsksOnceForItsOneTapReasonAndHoldsNobodyBack() {
        UUID draft = laptop().visits().begin(List.of(ellis)).id();
        go(Target.of("visit-plan", "draft", draft.toString()));
        assertThat(open.texts())
                .contains("Last time you were not alone together (a parent or carer stayed). What will be different"
                        + " this time?");
        focus("prompt-family-PN01-answer-text");
        Fx.type(open.window.stage(), "To see how mornings go");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(open.screen()).isEqualTo("visit-plan");
        press("prompt-rows-0-PN03-skip-somebody_else");
        assertThat(open.texts()).contains("Left out: Somebody else does it");
        focus("plan-main");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        open.idle();
        assertThat(open.screen()).isEqualTo("visit-record");
        var kept = laptop().drafts().find(draft).orElseThrow().body().path("prompts");
        assertThat(kept.path("family").path("PN01").path("answer").stringValue())
                .isEqualTo("To see how mornings go");
        assertThat(kept.path("rows").path(0).path("PN03").path("skipped").stringValue())
                .isEqualTo("somebody_else");
        assertThat(kept.path("rows").path(0).path("PN03").path("asked").stringValue())
                .startsWith("Last time");
    }

    @Test
    void beforeLeavingTheWordsAreUnderANeutralCardAndAStopFillsTheScreen() {
        UUID draft = laptop().visits().begin(List.of(romy)).id();
        go(Target.of("visit-leave", "draft", draft.toString()));
        Node words = open.node("prompt-rows-0-LV01-words");
        assertThat(isShown(words)).isFalse();
        focus("prompt-rows-0-LV01-words-hold");
        Fx.press(KeyCode.SPACE);
        assertThat(isShown(words)).isTrue();
        Fx.run(() -> open.timers.pass(Duration.ofSeconds(10)));
        assertThat(isShown(words)).as("ten seconds later").isFalse();
        Fx.press(KeyCode.ENTER);
        assertThat(isShown(words)).isTrue();
        Fx.press(KeyCode.ESCAPE);
        assertThat(isShown(words)).isFalse();

        Fx.run(() -> ((CheckBox) open.node("leave-tap-0-injury_seen")).setSelected(true));
        open.idle();
        assertThat(open.shows("stop-LV06-confirm")).isTrue();
        assertThat(open.shows("prompt-rows-0-LV01")).as("nothing else").isFalse();
        assertThat(open.texts()).anySatisfy(text -> assertThat(text).startsWith("Ring "));
        Fx.run(() -> ((Button) open.node("stop-LV06-confirm")).fire());
        open.idle();
        assertThat(open.shows("prompt-rows-0-LV01")).isTrue();
    }

    private static boolean isShown(Node node) {
        return Fx.get(() -> {
            for (Node at = node; at != null; at = at.getParent()) {
                if (!at.isVisible()) {
                    return false;
                }
            }
            return true;
        });
    }

    @Test
    void aContentFolderWithAMistakeIsToldOnceInTheWindow() {
        assertThat(open.content().findings()).isNotEmpty();
        assertThat(open.content().tellOnce()).as("it was told at the sign-in").isEmpty();
    }
}
