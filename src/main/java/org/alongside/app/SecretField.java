package org.alongside.app;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import org.alongside.kernel.Texts;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Question;

/// A passphrase: dots, or letters when asked to show. It can be pasted.
final class SecretField extends Question {
    private final PasswordField hidden = new PasswordField();
    private final TextField shown = new TextField();
    private final Button show;

    SecretField(String id, String words) {
        super(id, words);
        hidden.setId(id + "-hidden");
        shown.setId(id + "-shown");
        shown.textProperty().bindBidirectional(hidden.textProperty());
        show = Buttons.of(id + "-show", Texts.of("app.secret-show"), "mdomz-visibility", this::turn);
        Boxes.show(shown, false);
        var fields = new StackPane(hidden, shown);
        HBox.setHgrow(fields, Priority.ALWAYS);
        getChildren().add(Boxes.row(2, fields, show));
        title().setLabelFor(hidden);
        describe();
    }

    @Override
    protected Node first() {
        return hidden.isVisible() ? hidden : shown;
    }

    @Override
    protected void mark(boolean isWrong) {
        markWrong(hidden, isWrong);
        markWrong(shown, isWrong);
    }

    @Override
    protected void describe() {
        hidden.setAccessibleText(words());
        hidden.setAccessibleHelp(help());
        shown.setAccessibleText(words());
        shown.setAccessibleHelp(help());
        show.setAccessibleText(Texts.of("app.secret-show-what", words()));
    }

    private void turn() {
        boolean visible = hidden.isVisible();
        Boxes.show(hidden, !visible);
        Boxes.show(shown, visible);
        show.setText(Texts.of(visible ? "app.secret-hide" : "app.secret-show"));
        first().requestFocus();
    }

    String typed() {
        return hidden.getText();
    }

    /// Puts in what was suggested, and shows it.
    void suggest(String words) {
        hidden.setText(words);
        if (hidden.isVisible()) {
            turn();
        }
    }

    void clear() {
        hidden.clear();
    }

    void onEnter(Runnable action) {
        hidden.setOnAction(e -> action.run());
        shown.setOnAction(e -> action.run());
    }
}
