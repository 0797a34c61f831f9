package org.alongside.visit.view;

import javafx.scene.layout.VBox;
import org.alongside.ui.control.Boxes;
import org.alongside.visit.Summaries;
import tools.jackson.databind.JsonNode;

/// A child's row as lines of one summary, before it is finished.
final class ChildLines {
    private ChildLines() {}

    static VBox of(JsonNode row) {
        var box = Boxes.column(1, Boxes.text(Summaries.seen(row)));
        String said = row.path("child_words").asString("");
        if (!said.isBlank()) {
            // The child's words as they are shown everywhere: honey.
            box.getChildren().add(Boxes.text(Summaries.quoted(said), "text-said"));
        }
        String saw = row.path("observed").asString("");
        if (!saw.isBlank()) {
            box.getChildren().add(Boxes.text(saw));
        }
        return box;
    }
}
