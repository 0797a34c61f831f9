package org.alongside.visit.view;

import javafx.scene.layout.VBox;
import org.alongside.rules.content.ContentFile.Prompt.Phase;
import org.alongside.rules.content.Word;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.theme.Icons;
import org.alongside.visit.VisitPrompts;

/// A stop: it fills the screen with the number to ring, also without a network, and needs a confirm. In
/// the family's sight it is headed by a neutral word, and its text is read by holding.
final class StopScreen extends VBox {
    StopScreen(
            RecordVisit visit,
            VisitPrompts.Asked asked,
            String path,
            Phase phase,
            boolean discreet,
            Runnable confirmed) {
        String id = "stop-" + asked.prompt().id();
        setId(id);
        getStyleClass().addAll("gap-4", "stop-screen");
        var council = visit.scene().council();
        String ring = council.dutyPhone().isBlank()
                ? Asking.text("stop-ring-999")
                : Asking.text(
                        "stop-ring",
                        council.dutyName().isBlank() ? Asking.text("duty") : council.dutyName(),
                        council.dutyPhone());
        var number = Boxes.text(ring, "text-page", "strong");
        number.setGraphic(Icons.of("mdoal-local_phone"));
        if (discreet) {
            getChildren()
                    .addAll(
                            Boxes.text(Asking.text("label.call"), "text-page", "strong"),
                            new HoldText(
                                    id + "-text",
                                    Asking.text("label.call"),
                                    asked.text(),
                                    visit.desk().timers()),
                            number);
        } else {
            var title = Boxes.text(Asking.text("stop"), "text-section");
            title.setGraphic(Icons.of("mdomz-warning"));
            getChildren().addAll(title, Boxes.text(asked.text(), "text-page", "reading"), number);
        }
        var confirm = Buttons.of(id + "-confirm", Asking.text("stop-confirm"), () -> {
            visit.writing().put(path + ".phase", Word.of(phase));
            visit.writing().put(path + ".asked", asked.text());
            visit.writing().put(path + ".answer", Asking.text("stop-confirmed"));
            visit.left();
            confirmed.run();
        });
        confirm.getStyleClass().add("accent");
        getChildren().add(Boxes.row(2, confirm));
    }
}
