package org.alongside.ui.control;

import javafx.scene.control.Button;
import org.alongside.ui.Command;
import org.alongside.ui.theme.Icons;

/// Buttons: one main one a page, plain ones, quiet ones. Their words are verbs. Enter presses the one
/// that has the focus.
public final class Buttons {
    private Buttons() {}

    /// The page's main action, in teal; its command carries Ctrl+Enter.
    public static Button main(Command command) {
        Button button = of(command);
        button.getStyleClass().add("accent");
        return button;
    }

    public static Button of(Command command) {
        Button button = of(command.id(), command.text(), command::run);
        button.setAccessibleHelp(command.keyText());
        button.disableProperty().bind(command.enabledProperty().not());
        return button;
    }

    public static Button of(String id, String words, Runnable action) {
        var button = new Button(words);
        button.setId(id);
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    public static Button of(String id, String words, String icon, Runnable action) {
        Button button = of(id, words, action);
        button.setGraphic(Icons.of(icon));
        return button;
    }

    /// Without an edge, in the colour of links: "Not needed because…".
    public static Button quiet(String id, String words, Runnable action) {
        Button button = of(id, words, action);
        button.getStyleClass().add("flat");
        return button;
    }
}
