package org.alongside.ui.control;

import javafx.scene.control.Label;
import org.alongside.ui.theme.Icons;

/// By when, in words with a clock: amber once it is past or today, plain before.
public final class When extends Label {
    public When(String words, boolean calm) {
        super(words, Icons.of("mdomz-schedule"));
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().addAll("when", calm ? "text-when-calm" : "text-when");
    }
}
