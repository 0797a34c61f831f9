package org.alongside.ui.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.ui.theme.Icons;

/// A prompt: closed one line, what and by when; open, why and what can be done. A disclosure opens at
/// once, by Enter or Space.
public final class PromptCard extends VBox {
    private final Button head = new Head();
    private final VBox body = Boxes.styled(Boxes.column(2), "prompt-body");
    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", false);
    private final String words;

    /// @param id namespaced and stable
    /// @param what in a few words
    /// @param when by when, in words; may be empty
    /// @param calm whether the date is still to come
    public PromptCard(String id, String what, String when, boolean calm) {
        setId(id);
        getStyleClass().add("prompt-card");
        words = when.isEmpty() ? what : what + ". " + when;
        head.setId(id + "-head");
        head.getStyleClass().setAll("prompt-head");
        head.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        head.setMaxWidth(Double.MAX_VALUE);
        head.setMinWidth(0);
        head.setOnAction(e -> open.set(!open.get()));
        var title = Boxes.growing(Boxes.text(what, "prompt-what"));
        HBox line = Boxes.row(3, Icons.of("mdoal-chevron_right"), title);
        if (!when.isEmpty()) {
            line.getChildren().add(new When(when, calm));
        }
        line.setAlignment(Pos.CENTER_LEFT);
        head.setGraphic(line);
        getChildren().addAll(head, body);
        open.subscribe(is -> {
            line.getChildren().set(0, Icons.of(is ? "mdoal-expand_more" : "mdoal-chevron_right"));
            title.getStyleClass().remove("strong");
            if (is) {
                title.getStyleClass().add("strong");
            }
            Boxes.show(body, is);
            head.setAccessibleText(Texts.of(is ? "ui.card-open" : "ui.card-closed", words));
        });
    }

    /// What is shown while it is open.
    public VBox body() {
        return body;
    }

    public BooleanProperty openProperty() {
        return open;
    }

    /// The line that opens and closes it.
    public Node head() {
        return head;
    }

    /// As tall as its words need at its width; a plain button measures its graphic as one long line.
    private static final class Head extends Button {
        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computePrefHeight(double width) {
            double inside = width < 0 ? -1 : width - snappedLeftInset() - snappedRightInset();
            return snappedTopInset() + getGraphic().prefHeight(inside) + snappedBottomInset();
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }
}
