package org.alongside.chronology.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.alongside.record.Drafts.Draft;
import org.alongside.testing.Brennocks;
import org.alongside.testing.HandTimers;
import org.alongside.testing.NotesOfBrennocks;
import org.alongside.ui.Fx;
import org.alongside.ui.Shell;
import org.alongside.ui.Target;
import org.alongside.ui.audit.AccessibilityAudit;
import org.alongside.ui.audit.Finding;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A case note in a real window, by real keys.
class NoteWindowTest {
    private static final int TABS_MOST = 60;

    private final HandTimers timers = new HandTimers();
    private Look look;
    private Brennocks family;
    private NotesOfBrennocks notes;
    private Stage stage;

    @BeforeEach
    void window() {
        look = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
        Background direct = Background.direct(fault -> {
            throw new IllegalStateException(fault.cause());
        });
        family = Fx.get(() -> new Brennocks(direct, timers));
        notes = Fx.get(() -> new NotesOfBrennocks(family));
        stage = Fx.show(
                () -> {
                    var shell = new Shell(family.commands, family.router, direct, look);
                    shell.addPlace(family.screens.place());
                    return shell.scene(1280, 800);
                },
                look);
        Fx.run(() -> notes.screens.begin(List.of(family.ellis)));
        Fx.settle();
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            stage.close();
            family.router.leave();
        });
    }

    private Draft draft() {
        return family.laptop.drafts().all().getFirst();
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

    private void write() {
        tabTo("note-kind-0");
        Fx.press(KeyCode.SPACE);
        tabTo("note-text-text");
        Fx.type(stage, "Carly rang about the boiler.");
    }

    @Test
    void aCallIsNotedAndFinishedByKeyboardAlone() {
        write();
        UUID id = draft().id();
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(family.laptop.drafts().find(id)).isEmpty();
        assertThat(notes.desk.notes().of(family.ellis))
                .singleElement()
                .satisfies(note -> assertThat(note.value("record", "text").stringValue())
                        .isEqualTo("Carly rang about the boiler."));
        Label state = (Label) stage.getScene().lookup("#note-state");
        assertThat(Fx.<String>get(state::getText)).isEqualTo("On this laptop, not yet with the council");
    }

    @Test
    void finishingWithoutWordsSaysWhatIsMissingAndKeepsTheDraft() {
        UUID id = draft().id();
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(owner().getId()).isEqualTo("note-errors");
        assertThat(family.laptop.drafts().find(id)).isPresent();
    }

    @Test
    void whatIsWrittenIsKeptWithinASecondAndWhenThePageIsLeft() {
        write();
        Fx.run(() -> timers.pass(java.time.Duration.ofSeconds(1)));
        assertThat(draft().body().path("text").stringValue()).isEqualTo("Carly rang about the boiler.");
        Fx.type(stage, " Again.");
        UUID id = draft().id();
        Fx.run(() -> family.router.go("visits"));
        assertThat(draft().body().path("text").stringValue()).isEqualTo("Carly rang about the boiler. Again.");
        Fx.run(() -> family.router.go(Target.of(NoteScreens.WRITE, "draft", id.toString())));
        Fx.settle();
        assertThat(owner().getId()).isEqualTo("note-text-text");
    }

    @Test
    void aFinishedNoteIsAddedToOnlyWithAReason() {
        write();
        UUID id = draft().id();
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        tabTo("note-add");
        Fx.press(KeyCode.SPACE);
        Fx.type(stage, "It was Tuesday.");
        tabTo("note-add-save");
        Fx.press(KeyCode.SPACE);
        assertThat(notes.desk.notes().of(family.ellis).getFirst().additions()).isEmpty();
        tabTo("note-why-text");
        Fx.type(stage, "I looked it up");
        tabTo("note-add-save");
        Fx.press(KeyCode.SPACE);
        assertThat(notes.desk.notes().of(family.ellis).getFirst().additions())
                .singleElement()
                .satisfies(addition -> assertThat(addition.why()).isEqualTo("I looked it up"));
        assertThat(family.laptop.log().streamsOf(id)).hasSize(1);
    }

    @Test
    void aNoteOfTheWrongChildIsMovedToTheRightOne() {
        write();
        UUID id = draft().id();
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        tabTo("note-in-error");
        Fx.press(KeyCode.SPACE);
        assertThat(owner().getId()).isEqualTo("note-wrong-0");
        tabTo("note-add-save");
        Fx.press(KeyCode.SPACE);
        assertThat(owner().getId()).isEqualTo("note-add-errors");
        tabTo("note-wrong-0");
        Fx.press(KeyCode.SPACE);
        tabTo("note-right-choice");
        Fx.press(KeyCode.DOWN);
        tabTo("note-why-text");
        Fx.type(stage, "Carly rang about Romy");
        tabTo("note-add-save");
        Fx.press(KeyCode.SPACE);
        assertThat(notes.desk.notes().of(family.romy))
                .singleElement()
                .satisfies(note -> assertThat(note.value("record", "text").stringValue())
                        .isEqualTo("Carly rang about the boiler."));
        assertThat(notes.desk.notes().of(family.ellis))
                .singleElement()
                .satisfies(note -> assertThat(note.withdrawal()).isPresent());
        assertThat(family.laptop.log().streamsOf(id)).hasSize(1);
        assertThat(family.laptop.drafts().all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,P100", "DARK,P100", "CONTRAST,P100", "LIGHT,P200"})
    void bothPagesPassTheAudit(Theme theme, TextSize size) {
        Fx.run(() -> {
            look.themeProperty().set(theme);
            look.textSizeProperty().set(size);
            stage.setWidth(size == TextSize.P200 ? 1024 : 1280);
        });
        write();
        audit("writing");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        audit("finished");
    }

    private void audit(String where) {
        Fx.run(() -> timers.pass(java.time.Duration.ofSeconds(1)));
        Fx.settle();
        assertThat(Fx.<List<Finding>>get(() -> AccessibilityAudit.of(stage.getScene())))
                .as(where)
                .isEmpty();
    }
}
