package org.alongside.ui.control;

import javafx.scene.control.Label;
import org.alongside.ui.theme.Icons;

/// A status in a few words, 13 px; never a button.
public final class Tag extends Label {
    /// Colour of a tag; the words carry the meaning.
    public enum Kind {
        PLAIN,
        ACCENT,
        WARNING,
        SUCCESS,
        DANGER
    }

    public Tag(String words, Kind kind) {
        super(words);
        getStyleClass().add("state-tag");
        setMinWidth(USE_PREF_SIZE);
        switch (kind) {
            case PLAIN -> {}
            case ACCENT -> getStyleClass().add("accent");
            case WARNING -> getStyleClass().add("warning");
            case SUCCESS -> getStyleClass().add("success");
            case DANGER -> getStyleClass().add("danger");
        }
    }

    public Tag icon(String literal) {
        setGraphic(Icons.small(literal));
        return this;
    }
}
