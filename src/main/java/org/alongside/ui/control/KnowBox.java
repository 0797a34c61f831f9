package org.alongside.ui.control;

import java.time.Clock;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.alongside.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/// One of the three kinds of knowledge, always in the same colour and always named: what I saw
/// (slate), what the child said (honey), what I think (heather). Honey is for a child's own words and
/// nothing else.
public final class KnowBox extends VBox implements Answer {
    /// The kind; never colour alone, the title names it.
    public enum Kind {
        SAW("saw", "mdomz-visibility"),
        WORDS("words", "mdoal-format_quote"),
        THINK("think", "mdomz-psychology");

        private final String styleClass;
        private final String icon;

        Kind(String styleClass, String icon) {
            this.styleClass = styleClass;
            this.icon = icon;
        }
    }

    private final Label title;
    private final HBox head;
    private final Label hint = Boxes.text("", "text-hint");
    private final Label wrong = Boxes.text("", "wrong-text");
    private @Nullable LongText text;
    private String field;

    private KnowBox(String id, Kind kind, String words) {
        setId(id);
        field = id;
        getStyleClass().addAll("know", kind.styleClass);
        setMinWidth(0);
        title = Boxes.text(words, "know-title");
        title.setGraphic(Icons.of(kind.icon));
        title.setId(id + "-title");
        head = Boxes.row(2, Boxes.growing(title));
        title.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(head, hint, wrong);
        Boxes.show(hint, false);
        Boxes.show(wrong, false);
    }

    /// A box to write in.
    ///
    /// @param words "What Ellis said"
    public static KnowBox asking(String id, Kind kind, String words, String hint, Clock clock) {
        var box = new KnowBox(id, kind, words);
        var text = new LongText(id + "-text", clock);
        box.text = text;
        box.title.setLabelFor(text);
        text.setAccessibleText(words);
        text.setAccessibleHelp(hint);
        text.refusalProperty().subscribe(box::wrong);
        text.getStyleClass().add("know-field");
        box.hint.setText(hint);
        Boxes.show(box.hint, !hint.isEmpty());
        box.getChildren().add(text);
        return box;
    }

    /// A box to read, with whatever stands in it.
    public static KnowBox reading(String id, Kind kind, String words, Node... content) {
        var box = new KnowBox(id, kind, words);
        box.getChildren().addAll(content);
        return box;
    }

    /// Who wrote it and when, at the end of the title's line.
    public KnowBox by(String words) {
        head.getChildren().add(Boxes.word(words, "text-by"));
        return this;
    }

    /// The path that problems of this answer carry.
    public KnowBox named(String fieldPath) {
        field = fieldPath;
        return this;
    }

    /// The field to write in.
    ///
    /// @throws IllegalStateException in a box to read
    public LongText text() {
        if (text == null) {
            throw new IllegalStateException("box to read: " + getId());
        }
        return text;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public void wrong(String message) {
        wrong.setText(message);
        Boxes.show(wrong, !message.isEmpty());
        if (text != null) {
            Question.markWrong(text, !message.isEmpty());
            text.setAccessibleHelp(message.isEmpty() ? hint.getText() : message + " " + hint.getText());
        }
    }

    @Override
    public void focusAnswer() {
        text().requestFocus();
    }
}
