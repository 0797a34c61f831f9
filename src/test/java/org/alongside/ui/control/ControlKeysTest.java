package org.alongside.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.alongside.ui.Fx;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The controls under real keys in a real window.
class ControlKeysTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-18T10:52:00Z"), ZoneOffset.UTC);

    private Stage stage;

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    private <T extends Node> T shown(Supplier<T> control) {
        Look look = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
        T node = Fx.get(control::get);
        var before = new Object[1];
        stage = Fx.show(
                () -> {
                    var first = new TextField();
                    first.setId("before");
                    var last = new TextField();
                    last.setId("after");
                    before[0] = first;
                    return new Scene(new VBox(8, first, node, last), 900, 600);
                },
                look);
        Fx.run(((TextField) before[0])::requestFocus);
        return node;
    }

    private <T> T find(String id, Class<T> kind) {
        return kind.cast(Fx.get(() -> stage.getScene().lookup("#" + id)));
    }

    private String focus() {
        return Fx.get(() -> stage.getScene().getFocusOwner().getId());
    }

    private void focus(String id) {
        Fx.run(() -> stage.getScene().lookup("#" + id).requestFocus());
        Fx.settle();
    }

    private void copy(String text) {
        Fx.run(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private static void digits(String number) {
        number.chars().forEach(c -> Fx.press(KeyCode.valueOf("DIGIT" + (char) c)));
    }

    private static String words(LongText text) {
        return Fx.<String>get(text::typed);
    }

    private DateField date() {
        return shown(() -> new DateField("d", "When?", CLOCK).quick(0, -1));
    }

    @Test
    void threeFieldsFilledByKeysAreReadBackInWords() {
        DateField date = date();
        Fx.press(KeyCode.TAB);
        digits("3");
        Fx.press(KeyCode.TAB);
        Fx.press(KeyCode.F);
        Fx.press(KeyCode.E);
        Fx.press(KeyCode.B);
        Fx.press(KeyCode.TAB);
        digits("2026");
        assertThat(Fx.get(date::date)).contains(LocalDate.of(2026, 2, 3));
        assertThat(find("d-echo", Label.class).getText()).isEqualTo("Tuesday 3 February 2026");
    }

    @Test
    void aShortYearIsNamedWhenTheFocusLeavesAndNothingIsRead() {
        DateField date = date();
        Fx.press(KeyCode.TAB);
        digits("3");
        Fx.press(KeyCode.TAB);
        digits("2");
        Fx.press(KeyCode.TAB);
        digits("26");
        assertThat(find("d-wrong", Label.class).isVisible()).isFalse();
        Fx.press(KeyCode.TAB);
        assertThat(find("d-wrong", Label.class).getText()).contains("year", "four digits", "26");
        assertThat(find("d-year", TextField.class).getStyleClass()).contains("wrong");
        assertThat(find("d-day", TextField.class).getStyleClass()).doesNotContain("wrong");
        assertThat(Fx.get(date::date)).isEmpty();
        assertThat(Fx.get(date::typed)).isEqualTo(new DateTyped("3", "2", "26"));
        Fx.run(date::focusAnswer);
        assertThat(focus()).isEqualTo("d-year");
    }

    @Test
    void aWholeDateTypedIntoTheDayIsNamedAndNotGuessed() {
        DateField date = date();
        Fx.press(KeyCode.TAB);
        Fx.type(stage, "3/2/26");
        focus("after");
        assertThat(find("d-wrong", Label.class).getText()).contains("day", "3/2/26");
        assertThat(Fx.get(date::date)).isEmpty();
    }

    @Test
    void aWholeDatePastedGoesIntoTheThreeFields() {
        DateField date = date();
        copy("3/2/2026");
        Fx.press(KeyCode.TAB);
        Fx.press(KeyCode.V, KeyCode.CONTROL);
        assertThat(Fx.get(date::typed)).isEqualTo(new DateTyped("3", "2", "2026"));
        assertThat(Fx.get(date::date)).contains(LocalDate.of(2026, 2, 3));
    }

    @Test
    void aDayThatTheMonthDoesNotHaveIsNamed() {
        DateField date = date();
        Fx.run(() -> date.bring(new DateTyped("31", "2", "2026")));
        assertThat((boolean) Fx.get(date::check)).isFalse();
        assertThat(find("d-wrong", Label.class).getText()).isEqualTo("February 2026 has 28 days, and you wrote 31.");
        assertThat(find("d-echo", Label.class).getText()).isEmpty();
    }

    @Test
    void theFaultGoesOnceTheDateIsRight() {
        DateField date = date();
        Fx.run(() -> date.bring(new DateTyped("31", "2", "2026")));
        Fx.run(date::check);
        focus("d-day");
        Fx.press(KeyCode.A, KeyCode.CONTROL);
        digits("28");
        assertThat(find("d-wrong", Label.class).isVisible()).isFalse();
        assertThat(Fx.get(date::date)).contains(LocalDate.of(2026, 2, 28));
    }

    @Test
    void yesterdayIsReachedByKeys() {
        DateField date = date();
        focus("d-yesterday");
        Fx.press(KeyCode.SPACE);
        assertThat(Fx.get(date::date)).contains(LocalDate.of(2026, 11, 17));
    }

    @Test
    void tabLeavesALongTextBothWaysAndTypesNothing() {
        LongText text = shown(() -> new LongText("t", CLOCK));
        focus("t");
        Fx.press(KeyCode.TAB);
        assertThat(focus()).isEqualTo("after");
        Fx.press(KeyCode.TAB, KeyCode.SHIFT);
        assertThat(focus()).isEqualTo("t");
        Fx.press(KeyCode.TAB, KeyCode.SHIFT);
        assertThat(focus()).isEqualTo("before");
        assertThat(words(text)).isEmpty();
    }

    @Test
    void controlPeriodPutsInTheTimeAndControlZTakesItBack() {
        LongText text = shown(() -> new LongText("t", CLOCK));
        focus("t");
        Fx.press(KeyCode.A);
        Fx.press(KeyCode.SPACE);
        Fx.press(KeyCode.PERIOD, KeyCode.CONTROL);
        assertThat(words(text)).isEqualTo("a 10:52 ");
        assertThat(text.getCaretPosition()).isEqualTo(8);
        Fx.press(KeyCode.Z, KeyCode.CONTROL);
        // One step of taking back may hold the space typed just before.
        assertThat(words(text).strip()).isEqualTo("a");
    }

    @Test
    void aPasteWithControlCharactersIsRefusedInWordsAndWhatWasTypedStays() {
        LongQuestion question = shown(() -> new LongQuestion("q", "What happened?", CLOCK));
        focus("q-text");
        Fx.press(KeyCode.H);
        copy("bad\u0007text");
        Fx.press(KeyCode.V, KeyCode.CONTROL);
        assertThat(words(question.text())).isEqualTo("h");
        assertThat(find("q-wrong", Label.class).getText()).contains("cannot be kept");
        Fx.press(KeyCode.I);
        assertThat(words(question.text())).isEqualTo("hi");
        assertThat(find("q-wrong", Label.class).isVisible()).isFalse();
    }

    @Test
    void aPasteBeyondTheLimitIsRefusedInWordsAndWhatWasTypedStays() {
        LongQuestion question = shown(() -> new LongQuestion("q", "What happened?", CLOCK));
        focus("q-text");
        Fx.press(KeyCode.H);
        copy("é".repeat(Limits.FIELD_BYTES / 2));
        Fx.press(KeyCode.V, KeyCode.CONTROL);
        assertThat(words(question.text())).isEqualTo("h");
        assertThat(find("q-wrong", Label.class).getText()).contains("256 KB");
    }

    @Test
    void lettersOfEveryScriptArriveLetterForLetter() {
        LongText text = shown(() -> new LongText("t", CLOCK));
        focus("t");
        Fx.type(stage, "Zoë Łukasz ’ 😀 ز");
        assertThat(words(text)).isEqualTo("Zoë Łukasz ’ 😀 ز");
    }

    @Test
    void arrowsChooseARadioAndItsFurtherQuestionAppears() {
        var why = new LineQuestion[1];
        RadioQuestion<String> question = shown(() -> {
            why[0] = new LineQuestion("why", "Why not?");
            return new RadioQuestion<>("r", "Alone?", List.of(Choice.of("yes", "Yes"), Choice.of("no", "No")))
                    .under(why[0], "no");
        });
        focus("r-0");
        Fx.press(KeyCode.SPACE);
        assertThat(Fx.get(question::value)).contains("yes");
        assertThat(why[0].isVisible()).isFalse();
        Fx.press(KeyCode.RIGHT);
        assertThat(Fx.get(question::value)).contains("no");
        assertThat(why[0].isVisible()).isTrue();
        Fx.press(KeyCode.TAB);
        assertThat(focus()).isEqualTo("why-text");
    }

    @Test
    void whatWasWrittenUnderAnAnswerIsHiddenAndNotEmptied() {
        var why = new LineQuestion[1];
        RadioQuestion<String> question = shown(() -> {
            why[0] = new LineQuestion("why", "Why not?");
            return new RadioQuestion<>("r", "Alone?", List.of(Choice.of("yes", "Yes"), Choice.of("no", "No")))
                    .under(why[0], "no");
        });
        Fx.run(() -> {
            question.choose("no");
            why[0].text().setText("asleep");
            question.choose("yes");
            question.choose("no");
        });
        assertThat(why[0].typed()).isEqualTo("asleep");
    }

    @Test
    void aTimeIsReadHoweverItIsWritten() {
        TimeField time = shown(() -> new TimeField("t", "From?"));
        for (var example : Map.of(
                        "10:30",
                        LocalTime.of(10, 30),
                        "1030",
                        LocalTime.of(10, 30),
                        "9.05",
                        LocalTime.of(9, 5),
                        "9",
                        LocalTime.of(9, 0),
                        "3.15 pm",
                        LocalTime.of(15, 15),
                        "12am",
                        LocalTime.of(0, 0))
                .entrySet()) {
            Fx.run(() -> time.bring(example.getKey()));
            assertThat(Fx.get(time::time)).as(example.getKey()).contains(example.getValue());
        }
        for (String wrong : List.of("25:00", "10:61", "noon", "13pm", "1:2:3")) {
            Fx.run(() -> time.bring(wrong));
            assertThat(Fx.get(time::time)).as(wrong).isEmpty();
            assertThat((boolean) Fx.get(time::check)).as(wrong).isFalse();
            assertThat(find("t-wrong", Label.class).getText()).contains(wrong);
        }
    }

    @Test
    void theErrorSummaryTakesTheFocusAndItsLinkLeadsToTheField() {
        var place = new LineQuestion[1];
        var summary = new ErrorSummary[1];
        shown(() -> {
            summary[0] = new ErrorSummary("errors");
            place[0] = new LineQuestion("place", "Where?");
            place[0].named("place_detail");
            return new VBox(summary[0], place[0]);
        });
        Fx.run(() -> summary[0].show(
                List.of(Problem.at("place_detail", "missing", "Write where it was")),
                List.of(place[0]),
                "Everything you wrote is saved as a draft on this laptop."));
        Fx.settle();
        assertThat(focus()).isEqualTo("errors");
        assertThat(summary[0].getAccessibleText()).contains("One thing", "Write where it was", "saved as a draft");
        assertThat(find("place-wrong", Label.class).getText()).isEqualTo("Write where it was");
        Fx.press(KeyCode.TAB);
        assertThat(focus()).isEqualTo("errors-0");
        Fx.press(KeyCode.SPACE);
        assertThat(focus()).isEqualTo("place-text");
        assertThat(find("place-text", TextInputControl.class).getAccessibleHelp())
                .contains("Write where it was");
    }
}
