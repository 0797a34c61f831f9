package org.alongside.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.alongside.ui.theme.Icons;

/// A sentence with an icon in the layout, never over it. A reader of the screen hears it when the focus
/// comes: what must be heard moves the focus itself.
public final class NoticeBar extends HBox {
    /// What kind of notice; also its colour.
    public enum Kind {
        PLAIN("mdoal-info", ""),
        ACCENT("mdoal-lightbulb", "accent"),
        WARNING("mdomz-warning", "warning");

        private final String icon;
        private final String styleClass;

        Kind(String icon, String styleClass) {
            this.icon = icon;
            this.styleClass = styleClass;
        }
    }

    private final Label words;

    public NoticeBar(String id, Kind kind, String sentence, Node... actions) {
        setId(id);
        getStyleClass().add("notice");
        if (!kind.styleClass.isEmpty()) {
            getStyleClass().add(kind.styleClass);
        }
        words = Boxes.text(sentence);
        var text = Boxes.growing(Boxes.column(1, words));
        getChildren().addAll(Icons.of(kind.icon), text);
        getChildren().addAll(actions);
    }

    public void say(String sentence) {
        words.setText(sentence);
    }

    public String sentence() {
        return words.getText();
    }
}
