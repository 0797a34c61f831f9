package org.alongside.visit.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.alongside.kernel.Limits;
import org.alongside.record.Drafts.Draft;
import org.alongside.testing.Brennocks;
import org.alongside.testing.HandTimers;
import org.alongside.ui.Fx;
import org.alongside.ui.Shell;
import org.alongside.ui.Target;
import org.alongside.ui.audit.AccessibilityAudit;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// The recording of a visit in a real window, by real keys.
class VisitWindowTest {
    private static final int TABS_MOST = 90;

    private final HandTimers timers = new HandTimers();
    private Look look;
    private Brennocks family;
    private Stage stage;
    private Draft draft;

    @BeforeEach
    void window() {
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
        draft = family.desk.recording().begin(List.of(family.ellis, family.romy, family.fern));
        open();
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            stage.close();
            family.router.leave();
        });
    }

    private void open() {
        Fx.run(() -> family.router.go(
                Target.of(VisitScreens.RECORD, "draft", draft.id().toString())));
        Fx.settle();
    }

    private void leave() {
        Fx.run(() -> family.router.go(VisitScreens.VISITS));
        Fx.settle();
    }

    private JsonNode kept() {
        return family.laptop.drafts().find(draft.id()).orElseThrow().body();
    }

    private Node owner() {
        return Fx.get(() -> stage.getScene().getFocusOwner());
    }

    /// Tabs on until a control has the focus: whoever has no mouse must come to it.
    private void tabTo(String id) {
        for (int i = 0; i < TABS_MOST; i++) {
            if (id.equals(owner().getId())) {
                return;
            }
            Fx.press(KeyCode.TAB);
        }
        assertThat(owner().getId()).isEqualTo(id);
    }

    private void tick(String id) {
        tabTo(id);
        Fx.press(KeyCode.SPACE);
    }

    private void write(String id, String words) {
        tabTo(id);
        Fx.type(stage, words);
    }

    @Test
    void twoChildrenAreRecordedByKeyboardAlone() {
        Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        tick("visit-children-0-seen-0");
        tick("visit-children-0-alone-2");
        write("visit-children-0-alone_minutes-text", "15");
        write("visit-children-0-reason_detail-text", "Carly stood on the landing.");
        write("visit-children-0-next_visit-date-day", "20");
        write("visit-children-0-next_visit-date-month", "11");
        write("visit-children-0-next_visit-date-year", "2026");
        write("visit-children-0-child_words-text", "Can we talk at school.");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        tick("visit-children-1-seen-2");
        write("visit-children-1-not_seen_where-text", "At her nan's");
        Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        JsonNode ellis = kept().path("children").path(0);
        assertThat(ellis.path("seen").stringValue()).isEqualTo("awake");
        assertThat(ellis.path("alone").stringValue()).isEqualTo("alone_partial");
        assertThat(ellis.path("alone_minutes").intValue()).isEqualTo(15);
        assertThat(ellis.path("reason_detail").stringValue()).isEqualTo("Carly stood on the landing.");
        assertThat(ellis.path("next_visit").path("date").stringValue()).isEqualTo("2026-11-20");
        assertThat(ellis.path("child_words").stringValue()).isEqualTo("Can we talk at school.");
        JsonNode romy = kept().path("children").path(1);
        assertThat(romy.path("seen").stringValue()).isEqualTo("not_seen");
        assertThat(romy.path("not_seen_where").stringValue()).isEqualTo("At her nan's");
    }

    @Test
    void theHalfSentenceIsThereAgainWithTheCaretWhereItWas() {
        Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        tick("visit-children-0-seen-0");
        write("visit-children-0-observed-text", "Thin jumper, cold ha");
        for (int i = 0; i < 4; i++) {
            Fx.press(KeyCode.LEFT);
        }
        Fx.run(() -> timers.pass(java.time.Duration.ofSeconds(1)));
        Draft onDisk = family.laptop.drafts().find(draft.id()).orElseThrow();
        leave();
        Fx.run(() -> family.laptop.drafts().keep(onDisk));
        open();
        assertThat(owner().getId()).isEqualTo("visit-children-0-observed-text");
        var area = (TextArea) owner();
        assertThat(Fx.<String>get(area::getText)).isEqualTo("Thin jumper, cold ha");
        assertThat(Fx.<Integer>get(area::getCaretPosition)).isEqualTo(16);
        assertThat(stage.getScene().lookup("#visit-came-back")).isNotNull();
    }

    @Test
    void largerTextAndBackLeavesEveryPartOfThePageAsItWas() {
        var first = sizes();
        Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        tick("visit-children-0-seen-0");
        tick("visit-children-0-alone-2");
        var child = sizes();
        textSize(TextSize.P200);
        textSize(TextSize.P100);
        assertThat(sizes()).containsAllEntriesOf(child);
        Fx.press(KeyCode.PAGE_UP, KeyCode.ALT);
        textSize(TextSize.P200);
        textSize(TextSize.P100);
        assertThat(sizes()).containsAllEntriesOf(first);
    }

    private void textSize(TextSize size) {
        Fx.run(() -> look.textSizeProperty().set(size));
        Fx.settle();
    }

    /// Of every question and control that is on show: width × height.
    private java.util.Map<String, String> sizes() {
        Fx.settle();
        return Fx.get(() -> {
            var sizes = new java.util.TreeMap<String, String>();
            for (Node node : stage.getScene().getRoot().lookupAll("*")) {
                String id = node.getId();
                if (id != null && id.startsWith("visit-") && node.isVisible() && !id.startsWith("visit-saved")) {
                    sizes.put(
                            id,
                            Math.round(node.getLayoutBounds().getWidth()) + " x "
                                    + Math.round(node.getLayoutBounds().getHeight()));
                }
            }
            return sizes;
        });
    }

    @Test
    void aDayThatIsNotThereIsNamedAndNothingIsStored() {
        Fx.press(KeyCode.PAGE_UP, KeyCode.ALT);
        write("visit-visit-started_at-day", "31");
        write("visit-visit-started_at-month", "2");
        write("visit-visit-started_at-year", "2026");
        tabTo("visit-visit-started_at-time-text");
        Label wrong = (Label) stage.getScene().lookup("#visit-visit-started_at-wrong");
        assertThat(Fx.<String>get(wrong::getText)).isEqualTo("February 2026 has 28 days, and you wrote 31.");
        assertThat(kept().path("visit").has("started_at")).isFalse();
        leave();
        open();
        assertThat(Fx.<String>get(() -> ((TextField) stage.getScene().lookup("#visit-visit-started_at-day")).getText()))
                .isEqualTo("31");
    }

    @Test
    void whatCannotBeKeptIsRefusedInWordsAndWhatWasTypedStays() {
        Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        tick("visit-children-0-seen-0");
        write("visit-children-0-observed-text", "Before. ");
        var area = (TextInputControl) owner();
        Fx.run(() -> area.insertText(area.getLength(), "x".repeat(Limits.FIELD_BYTES * 4)));
        assertThat(Fx.<String>get(area::getText)).isEqualTo("Before. ");
        Fx.run(() -> area.insertText(area.getLength(), "a\u0007b"));
        assertThat(Fx.<String>get(area::getText)).isEqualTo("Before. ");
        Fx.run(() -> area.insertText(area.getLength(), "O’Neil أمل 🙂"));
        Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        assertThat(kept().path("children").path(0).path("observed").stringValue())
                .isEqualTo("Before. O’Neil أمل 🙂");
    }

    @Test
    void theErrorSummaryTakesTheFocusAndLeadsToTheAnswer() {
        Fx.run(() -> family.router.go(VisitScreens.VISITS));
        family.laptop.drafts().keep(VisitPictures.filled(family, draft));
        open();
        for (int i = 0; i < 7; i++) {
            Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        }
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(owner().getId()).isEqualTo("visit-errors");
        tabTo("visit-errors-0");
        Fx.press(KeyCode.SPACE);
        assertThat(owner().getId()).isEqualTo("visit-children-0-communication_method-0");
        Label wrong = (Label) stage.getScene().lookup("#visit-children-0-communication_method-wrong");
        assertThat(Fx.<Boolean>get(wrong::isVisible)).isTrue();
        Fx.press(KeyCode.SPACE);
        Fx.settle();
        assertThat(Fx.<Boolean>get(wrong::isVisible))
                .as("still called missing after it was answered")
                .isFalse();
    }

    @Test
    void aWholeVisitIsFinishedByItsKeyAndThenOnlyRead() {
        Fx.run(() -> family.router.go(VisitScreens.VISITS));
        family.laptop.drafts().keep(VisitPictures.whole(family, draft));
        open();
        for (int i = 0; i < 7; i++) {
            Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        }
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(family.desk.recording().find(draft.id())).isPresent();
        Label state = (Label) stage.getScene().lookup("#visit-state");
        assertThat(Fx.<String>get(state::getText)).isEqualTo("On this laptop, not yet with the council");
        assertThat(stage.getScene().lookup("#visit-finished").lookupAll(".text-input"))
                .isEmpty();
    }

    @Test
    void aDraftInTheListIsThrownAwayAndComesBackByKeys() {
        leave();
        String line = "visits-draft-" + draft.id();
        tick(line + "-throw");
        assertThat(owner().getId()).isEqualTo(line + "-keep");
        tick(line + "-throw-it");
        assertThat(family.laptop.drafts().find(draft.id())).isEmpty();
        assertThat(owner().getId()).isEqualTo(line + "-undo");
        Fx.press(KeyCode.SPACE);
        assertThat(family.laptop.drafts().find(draft.id())).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,P100", "DARK,P100", "CONTRAST,P100", "LIGHT,P200"})
    void everyPartPassesTheAudit(Theme theme, TextSize size) {
        Fx.run(() -> {
            look.themeProperty().set(theme);
            look.textSizeProperty().set(size);
            family.router.go(VisitScreens.VISITS);
            stage.setWidth(size == TextSize.P200 ? 1024 : 1280);
        });
        audit("visits");
        family.laptop.drafts().keep(VisitPictures.filled(family, draft));
        open();
        for (int i = 0; i < 8; i++) {
            audit("part " + i);
            Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
        }
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        audit("errors");
        Fx.run(() -> family.router.go(VisitScreens.VISITS));
        family.laptop.drafts().keep(VisitPictures.whole(family, draft));
        family.desk.recording().finish(draft.id());
        Fx.run(() -> family.router.go(
                Target.of(VisitScreens.VISIT, "visit", draft.id().toString())));
        audit("finished");
    }

    private void audit(String where) {
        Fx.settle();
        assertThat(Fx.<List<org.alongside.ui.audit.Finding>>get(() -> AccessibilityAudit.of(stage.getScene())))
                .as(where)
                .isEmpty();
    }
}
