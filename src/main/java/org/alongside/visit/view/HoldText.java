package org.alongside.visit.view;

import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.form.Timers;

/// A neutral label under which a text is read: held by mouse or Space it is shown for ten seconds, Enter
/// shows it until Esc or Enter hides it (practice 1.5, "Discreet screen"; windows.md D4).
final class HoldText extends VBox {
    private static final Duration SHOWN = Duration.ofSeconds(10);

    private final VBox shown;
    private final Button card;
    private final Timers.Timer hide;

    /// @param more what is shown with the words, such as the answer
    HoldText(String id, String label, String words, Timers timers, Node... more) {
        getStyleClass().add("gap-2");
        Label text = Boxes.text(words, "text-lead", "reading");
        text.setId(id);
        shown = Boxes.column(2, text);
        shown.getChildren().addAll(more);
        card = new Button(label);
        card.setId(id + "-hold");
        card.setAccessibleHelp(Asking.text("hold-help"));
        hide = timers.after(SHOWN, this::over);
        card.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> openForAWhile());
        card.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                openForAWhile();
                event.consume();
            } else if (event.getCode() == KeyCode.ENTER) {
                toggle();
                event.consume();
            }
        });
        getChildren().addAll(card, shown);
        close();
    }

    boolean isOpen() {
        return shown.isVisible();
    }

    private void openForAWhile() {
        Boxes.show(shown, true);
        hide.restart();
    }

    private void toggle() {
        hide.cancel();
        Boxes.show(shown, !isOpen());
    }

    /// Ten seconds are over; while somebody answers, the card stays.
    private void over() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            if (at == shown) {
                hide.restart();
                return;
            }
        }
        close();
    }

    void close() {
        hide.cancel();
        Boxes.show(shown, false);
    }

    void focusCard() {
        card.requestFocus();
    }
}
