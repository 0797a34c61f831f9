package org.alongside.child.view;

import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.record.Drafts;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import tools.jackson.databind.JsonNode;

/// A draft in a list of drafts to finish: what it is, the way to it, and throwing it away. That is asked
/// once, with what would be lost, and can be undone for as long as the page is open.
public final class DraftLine extends VBox {
    private final Drafts drafts;
    private final Background background;
    private final What what;
    private final Node[] open;
    private final String id;
    private boolean held;

    /// @param name "Visit record, Ellis and Romy", for whoever hears the buttons and in the question
    /// @param saved when it was last saved, in words
    /// @param body what was written
    public record What(UUID draft, String name, String saved, JsonNode body) {}

    /// @param id prefix of the controls' ids
    /// @param open what stands in the line before "Throw away"
    public DraftLine(String id, Drafts drafts, Background background, What what, Node... open) {
        this.id = id + "-" + what.draft();
        this.drafts = drafts;
        this.background = background;
        this.what = what;
        this.open = open.clone();
        getStyleClass().add("gap-2");
        line();
    }

    /// Whether it asks or can be undone: the page is not made anew meanwhile.
    public boolean isHeld() {
        return held;
    }

    /// Esc: keeps the draft after all, where that was asked.
    public boolean keepIt() {
        if (lookup("#" + id + "-keep") == null) {
            return false;
        }
        line();
        focus("-throw");
        return true;
    }

    private void line() {
        held = false;
        Button away = Buttons.quiet(id + "-throw", Texts.of("child.drafts.throw"), this::ask);
        away.setAccessibleText(Texts.of("child.drafts.throw-what", what.name()));
        HBox line = Boxes.row(3, open);
        line.getChildren().add(away);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line);
    }

    private void ask() {
        held = true;
        var buttons = new FlowPane(
                Buttons.of(id + "-throw-it", Texts.of("child.drafts.throw-it"), this::throwAway),
                Buttons.quiet(id + "-keep", Texts.of("child.drafts.keep"), this::keepIt));
        buttons.getStyleClass().add("buttons");
        getChildren()
                .setAll(
                        Boxes.text(Texts.of("child.drafts.ask", what.name()), "text-label"),
                        Boxes.text(Texts.of("child.drafts.lost", words(what.body()), what.saved())),
                        buttons);
        focus("-keep");
    }

    private void throwAway() {
        background.ask(
                Lane.STORE,
                () -> {
                    drafts.discard(what.draft());
                    return Boolean.TRUE;
                },
                gone -> {
                    getChildren()
                            .setAll(Boxes.lineOfText(
                                    3,
                                    Boxes.growing(Boxes.text(Texts.of("child.drafts.gone", what.name()))),
                                    Buttons.of(id + "-undo", Texts.of("child.drafts.undo"), this::undo)));
                    focus("-undo");
                });
    }

    private void undo() {
        background.ask(
                Lane.STORE,
                () -> {
                    drafts.restore(what.draft());
                    return Boolean.TRUE;
                },
                back -> {
                    line();
                    focus("-throw");
                });
    }

    private void focus(String end) {
        Node goal = lookup("#" + id + end);
        if (goal != null) {
            goal.requestFocus();
        }
    }

    /// How many words were written: of texts, not of ids, chosen answers and dates.
    static int words(JsonNode written) {
        if (written.isContainer()) {
            int words = 0;
            for (JsonNode part : written) {
                words += words(part);
            }
            return words;
        }
        String text = written.asString("").strip();
        return written.isString() && text.matches("(?s).*\\s.*") ? text.split("\\s+").length : 0;
    }
}
