package org.alongside.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A white sheet with rounded corners; lists lie on sheets, questions on the canvas.
public final class Sheet extends VBox {
    public Sheet(Node... lines) {
        getStyleClass().add("sheet");
        for (Node line : lines) {
            line(line);
        }
    }

    /// Adds a line, with a hairline over it unless it is the first.
    public Sheet line(Node content) {
        var line = new StackPane(content);
        line.getStyleClass().add("sheet-line");
        line.setMinHeight(Region.USE_PREF_SIZE);
        if (getChildren().isEmpty()) {
            line.getStyleClass().add("first");
        }
        getChildren().add(line);
        return this;
    }

    public void clear() {
        getChildren().clear();
    }
}
