package org.alongside.ui.control;

import javafx.scene.layout.HBox;

/// Nothing to list: one sentence and the next step, no picture.
public final class EmptyState extends HBox {
    public EmptyState(String sentence) {
        getStyleClass().addAll("empty-state", "gap-2");
        setAlignment(javafx.geometry.Pos.BASELINE_LEFT);
        getChildren().add(Boxes.text(sentence, "text-quiet"));
    }

    public EmptyState(String sentence, String id, String step, Runnable action) {
        this(sentence);
        getChildren().add(new Link(id, step, action));
    }
}
