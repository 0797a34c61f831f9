package org.alongside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.alongside.record.StreamId;
import org.alongside.supervision.SessionDrafts;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.ui.Fx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The supervisor's window, from the rail to both records.
class SupervisionWindowTest {
    private static final String PRIVATE = "Sat in the car after it. 5508";

    private OpenWindow open;

    private void focus(String id) {
        Fx.run(() -> open.node(id).requestFocus());
    }

    private void type(String id, String words) {
        focus(id);
        Fx.type(open.window.stage(), words);
        open.timers.pass(java.time.Duration.ofSeconds(1));
        open.idle();
    }

    private String text(String id) {
        return Fx.get(() -> open.node(id) instanceof TextInputControl field ? field.getText() : "");
    }

    private void push(String id) {
        Fx.run(() -> {
            if (open.node(id) instanceof ButtonBase button) {
                button.fire();
            }
        });
        open.idle();
    }

    @Test
    void aSessionIsWrittenDownByKeysAndNothingOfItIsLostOnTheWay(@TempDir Path folder) {
        MarlbrookLaptop.asFiled(folder, "Deborah").close();
        open = new OpenWindow(folder);
        open.signIn();
        Fx.press(KeyCode.DIGIT4, KeyCode.CONTROL);
        open.until("the list", () -> open.shows("supervision-open-w_joanna"));
        push("supervision-open-w_joanna");
        open.until("the family", () -> open.shows("session-what-text"));

        type("session-what-text", "See Ellis alone at school.");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        open.until("what is missing", () -> open.shows("session-errors-0"));
        assertThat(open.texts()).contains("Who, by name?", "By what date?");
        Fx.press(KeyCode.DIGIT1, KeyCode.CONTROL);
        open.idle();
        Fx.press(KeyCode.DIGIT4, KeyCode.CONTROL);
        open.until("the list", () -> open.shows("supervision-open-w_joanna"));
        push("supervision-open-w_joanna");
        open.until("the family again", () -> open.shows("session-what-text"));
        assertThat(text("session-what-text")).isEqualTo("See Ellis alone at school.");

        type("session-why-text", "He asked for it.");
        Fx.run(() -> {
            if (open.node("session-who-choice") instanceof ComboBox<?> box) {
                box.getSelectionModel().select(0);
            }
        });
        type("session-by-day", "20");
        type("session-by-month", "11");
        type("session-by-year", "2026");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        open.until("the filed family", () -> open.shows("session-filed"));

        push("session-parts-me");
        type("session-arrive-text", PRIVATE);
        assertThat(store().drafts().all().toString()).doesNotContain(PRIVATE);
        push("session-parts-finish");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        open.until("the session that was held", () -> open.shows("held-standing"));

        assertThat(open.texts()).contains(PRIVATE, "See Ellis alone at school.");
        assertThat(store().drafts().all()).noneMatch(draft -> draft.kind().equals(SessionDrafts.KIND));
        assertThat(store().rebuild().rows().toString())
                .contains("See Ellis alone at school.")
                .doesNotContain(PRIVATE);
        assertThat(cases("case_discussion")).as("one entry for each child").isEqualTo(3);
        assertThat(open.faults).isEmpty();
        open.close();
    }

    private org.alongside.store.LaptopStore store() {
        return java.util.Objects.requireNonNull(open.window.session()).laptop().store();
    }

    private long cases(String type) {
        List<StreamId> cases = store().caseLog().streams(StreamId.Kind.CASE);
        return cases.stream()
                .flatMap(stream -> store().caseLog().records(stream).stream())
                .filter(state -> state.type().equals(type)
                        && state.value("record", "decision").asString("").startsWith("See Ellis alone"))
                .count();
    }
}
