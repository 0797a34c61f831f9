package org.alongside.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// A question with one answer out of many, in a list that opens.
public final class ChoiceField<T> extends Question {
    private final ComboBox<Choice<T>> box = new ComboBox<>();
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>(this, "value", null);

    public ChoiceField(String id, String words, List<Choice<T>> choices) {
        super(id, words);
        box.setId(id + "-choice");
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setPromptText(Texts.of("ui.choose"));
        box.getItems().setAll(choices);
        title().setLabelFor(box);
        box.valueProperty().subscribe(chosen -> value.set(chosen == null ? null : chosen.value()));
        value.subscribe(this::chosen);
        getChildren().add(box);
        describe();
    }

    public void choices(List<Choice<T>> choices) {
        T before = value.get();
        box.getItems().setAll(choices);
        value.set(before);
        chosen(before);
    }

    /// The answer; null while there is none.
    public ObjectProperty<@Nullable T> valueProperty() {
        return value;
    }

    public Optional<T> value() {
        return Optional.ofNullable(value.get());
    }

    public void choose(@Nullable T answer) {
        value.set(answer);
    }

    public ComboBox<Choice<T>> box() {
        return box;
    }

    private void chosen(@Nullable T answer) {
        Choice<T> now = box.getValue();
        if (answer == null) {
            box.setValue(null);
            return;
        }
        if (now == null || !now.value().equals(answer)) {
            box.getItems().stream()
                    .filter(c -> c.value().equals(answer))
                    .findFirst()
                    .ifPresent(box::setValue);
        }
        wrong("");
    }

    @Override
    protected Node first() {
        return box;
    }

    @Override
    protected void mark(boolean isWrong) {
        markWrong(box, isWrong);
    }

    @Override
    protected void describe() {
        box.setAccessibleText(words());
        box.setAccessibleHelp(help());
    }
}
