package org.alongside.ui.control;

import java.time.Clock;
import javafx.scene.Node;

/// A question answered in sentences.
public final class LongQuestion extends Question {
    private final LongText text;

    public LongQuestion(String id, String words, Clock clock) {
        super(id, words);
        text = new LongText(id + "-text", clock);
        title().setLabelFor(text);
        text.refusalProperty().subscribe(why -> wrong(why));
        getChildren().add(text);
        describe();
    }

    public LongText text() {
        return text;
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
