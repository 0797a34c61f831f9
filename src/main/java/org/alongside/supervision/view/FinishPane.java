package org.alongside.supervision.view;

import static org.alongside.supervision.view.SessionPage.text;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.supervision.SessionForm;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.DateBounds;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.TimeField;

/// When it was held, and what becomes of it.
final class FinishPane {
    private FinishPane() {}

    static Node of(SessionScene scene) {
        var day = new DateField("session-at", text("held-on"), scene.desk().clock());
        var time = new TimeField("session-at-time", text("held-at"));
        scene.ties().moment(day, time, "at");
        day.within(DateBounds.until(scene.read().today())).quick(0, -1);
        // What is with the children's records already says when it was.
        boolean filed = scene.kept()
                .writing()
                .get("families")
                .valueStream()
                .anyMatch(family -> family.path("agreed").booleanValue(false));
        Boxes.show(day, !filed);
        Boxes.show(time, !filed);
        var personal = scene.ties()
                .yesNo(
                        new RadioQuestion<>(
                                "session-personal",
                                text("personal"),
                                java.util.List.of(
                                        Choice.of(Boolean.TRUE, text("personal-yes")),
                                        Choice.of(Boolean.FALSE, text("personal-no")))),
                        "personal");
        if (personal.value().isEmpty()) {
            personal.choose(Boolean.TRUE);
        }
        long families = scene.kept()
                .writing()
                .get("families")
                .valueStream()
                .filter(SessionForm::isWritten)
                .count();
        VBox pane = Boxes.column(4, Boxes.section(text("write-down")), day, time, personal);
        var sign = scene.read().rules().sign();
        pane.getChildren()
                .addAll(
                        Boxes.text(text("finish-families", families)),
                        Boxes.text(text(
                                "finish-sign",
                                scene.desk()
                                        .staff()
                                        .displayOf(scene.read().pair().worker()),
                                sign.worker())),
                        Boxes.text(Texts.of("supervision.view.finish-lock"), "text-quiet"));
        return pane;
    }
}
