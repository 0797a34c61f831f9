package org.alongside.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.alongside.ui.theme.Icons;

/// An icon and a sentence that wraps beside it.
public final class IconLine extends HBox {
    private final Label words;

    public IconLine(String icon, String sentence, String... styleClasses) {
        getStyleClass().addAll("gap-2", "icon-line");
        getStyleClass().addAll(styleClasses);
        setAlignment(Pos.TOP_LEFT);
        words = Boxes.text(sentence);
        getChildren().addAll(Icons.of(icon), Boxes.growing(words));
    }

    public void say(String icon, String sentence) {
        getChildren().set(0, Icons.of(icon));
        words.setText(sentence);
    }
}
