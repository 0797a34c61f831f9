package org.alongside.ui.control;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A question with its answer: the words, a hint, what is wrong, and below them the control. Every
/// control in it is named by the question, so a reader of the screen needs no sight of the layout.
public abstract class Question extends VBox implements Answer {
    private final Label title;
    private final Label hint = Boxes.text("", "text-hint");
    private final Label wrong = Boxes.text("", "wrong-text");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");

    /// @param id namespaced and stable: `visit-alone`; also the field path until [#named] gives another
    /// @param words the question
    protected Question(String id, String words) {
        setId(id);
        field = id;
        title = Boxes.text(words, "text-label");
        title.setId(id + "-title");
        hint.setId(id + "-hint");
        wrong.setId(id + "-wrong");
        getStyleClass().add("question");
        getChildren().addAll(title, hint, wrong);
        Boxes.show(hint, false);
        Boxes.show(wrong, false);
    }

    private String field;

    /// The path that problems of this answer carry.
    public Question named(String fieldPath) {
        field = fieldPath;
        return this;
    }

    /// Words of help under the question.
    public Question hint(String words) {
        hint.setText(words);
        Boxes.show(hint, !words.isEmpty());
        describe();
        return this;
    }

    /// The larger title of a page's own question, 17 px.
    public Question large() {
        title.getStyleClass().setAll("label", "text-question");
        return this;
    }

    public String words() {
        return title.getText();
    }

    /// Another wording, when the child's name or the first answer changes it.
    public void ask(String words) {
        title.setText(words);
        describe();
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public void wrong(String message) {
        problem.set(message);
        wrong.setText(message);
        Boxes.show(wrong, !message.isEmpty());
        mark(!message.isEmpty());
        describe();
    }

    /// What is shown as wrong now; empty when nothing is.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public void focusAnswer() {
        first().requestFocus();
    }

    protected Label title() {
        return title;
    }

    /// Where the focus goes.
    protected abstract Node first();

    /// Gives the edges of what is wrong their colour, or takes it off.
    protected abstract void mark(boolean isWrong);

    /// Names the controls anew after words changed. Called by the constructor of a subclass, too.
    protected abstract void describe();

    /// Help for a control's accessible description: the hint, then what is wrong.
    protected String help() {
        if (wrong.getText().isEmpty()) {
            return hint.getText();
        }
        return hint.getText().isEmpty() ? wrong.getText() : wrong.getText() + " " + hint.getText();
    }

    protected static void markWrong(Node control, boolean isWrong) {
        control.getStyleClass().remove("wrong");
        if (isWrong) {
            control.getStyleClass().add("wrong");
        }
    }
}
