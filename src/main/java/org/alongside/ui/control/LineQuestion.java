package org.alongside.ui.control;

import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import org.alongside.kernel.TypedText;

/// A question answered on one line: a place, a name.
public final class LineQuestion extends Question {
    private final TextField text = new TextField();

    public LineQuestion(String id, String words) {
        super(id, words);
        text.setId(id + "-text");
        text.setMinWidth(0);
        title().setLabelFor(text);
        text.setTextFormatter(new TextFormatter<>(new TextGuard(this::wrong)));
        getChildren().add(text);
        describe();
    }

    public TextField text() {
        return text;
    }

    public StringProperty textProperty() {
        return text.textProperty();
    }

    /// What was typed, in the form that is stored.
    public String typed() {
        return TypedText.mended(text.getText());
    }

    @Override
    protected Node first() {
        return text;
    }

    @Override
    protected void mark(boolean isWrong) {
        markWrong(text, isWrong);
    }

    @Override
    protected void describe() {
        text.setAccessibleText(words());
        text.setAccessibleHelp(help());
    }
}
