package org.alongside.supervision.view;

import static org.alongside.supervision.view.SessionPage.text;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.supervision.SessionForm;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.Tag;

/// What is about the worker: private to the two, sealed.
final class PrivatePane {
    private PrivatePane() {}

    static Node of(SessionScene scene) {
        VBox pane = Boxes.column(
                4,
                Boxes.row(
                        3,
                        Boxes.growing(Boxes.section(text("me-words"))),
                        new Tag(text("me-private"), Tag.Kind.PLAIN).icon("mdoal-lock")),
                new NoticeBar("session-not-secret", NoticeBar.Kind.WARNING, text("not-secret")),
                Boxes.text(text("initials"), "text-hint"));
        if (!scene.read().supervisor()) {
            pane.getChildren().add(Boxes.text(text("me-worker"), "text-quiet"));
            return pane;
        }
        for (String slot : SessionForm.PRIVATE) {
            var asked = new LongQuestion(
                    "session-" + slot, text("private." + slot), scene.desk().clock());
            asked.hint(text("private." + slot + "-hint"));
            scene.ties().lines(asked, "private." + slot);
            asked.text().lines(3);
            pane.getChildren().add(asked);
        }
        return pane;
    }
}
