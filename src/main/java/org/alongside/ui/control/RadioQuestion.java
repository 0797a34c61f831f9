package org.alongside.ui.control;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.alongside.ui.Breadth;
import org.jspecify.annotations.Nullable;

/// A question with one answer out of a few. Further questions that an answer asks hang from a line
/// under the group; they stay in the picture's order and are hidden, not emptied, under another
/// answer.
public final class RadioQuestion<T> extends Question {
    private final Map<T, RadioButton> buttons = new LinkedHashMap<>();
    private final Map<T, String> hints = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>(this, "value", null);
    private final List<Under<T>> unders = new ArrayList<>();
    private final VBox hanging = Boxes.styled(new VBox(), "conditional");
    private final Pane holder = new VBox();
    private boolean inline;
    private boolean inCell;

    private record Under<T>(List<T> values, Node content) {}

    public RadioQuestion(String id, String words, List<Choice<T>> choices) {
        super(id, words);
        getStyleClass().add("radio-question");
        for (Choice<T> choice : choices) {
            var button = new RadioButton(choice.words());
            button.setId(id + "-" + buttons.size());
            button.setToggleGroup(group);
            button.setUserData(choice.value());
            button.setWrapText(true);
            button.setMinHeight(USE_PREF_SIZE);
            buttons.put(choice.value(), button);
            hints.put(choice.value(), choice.hint());
        }
        group.selectedToggleProperty().subscribe(toggle -> value.set(valueOf(toggle)));
        value.subscribe(this::chosen);
        getChildren().addAll(holder, hanging);
        Boxes.show(hanging, false);
        Breadth.of(this).subscribe(this::layOut);
        describe();
    }

    /// Content that is shown under the group while one of these answers is chosen.
    @SafeVarargs
    public final RadioQuestion<T> under(Node content, T... values) {
        unders.add(new Under<>(List.of(values), content));
        hanging.getChildren().add(content);
        chosen(value.get());
        return this;
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

    @Override
    public RadioQuestion<T> large() {
        super.large();
        return this;
    }

    @Override
    public RadioQuestion<T> hint(String words) {
        super.hint(words);
        return this;
    }

    /// The question beside its short options, when it is one of several small ones.
    public RadioQuestion<T> inline() {
        inline = true;
        layOut(Breadth.of(this).getValue());
        return this;
    }

    /// One under another and without its words above, in a cell of a table whose column says them; who
    /// hears an option hears the whole question.
    public RadioQuestion<T> inCell() {
        inCell = true;
        Boxes.show(title(), false);
        layOut(Breadth.of(this).getValue());
        return this;
    }

    private void layOut(Breadth breadth) {
        Pane options = Options.laidOut(List.copyOf(buttons.values()), inCell ? Breadth.NARROW : breadth);
        getChildren().remove(title());
        if (inline && breadth != Breadth.NARROW) {
            title().setMinWidth(USE_PREF_SIZE);
            holder.getChildren().setAll(Boxes.row(4, title(), Boxes.growing(options)));
        } else {
            title().setMinWidth(0);
            holder.getChildren().setAll(options);
            getChildren().addFirst(title());
        }
    }

    private void chosen(@Nullable T answer) {
        RadioButton button = answer == null ? null : buttons.get(answer);
        if (button != null && !button.isSelected()) {
            button.setSelected(true);
        } else if (answer == null && group.getSelectedToggle() != null) {
            group.selectToggle(null);
        }
        boolean any = false;
        for (Under<T> under : unders) {
            boolean shown = answer != null && under.values().contains(answer);
            Boxes.show(under.content(), shown);
            any |= shown;
        }
        Boxes.show(hanging, any);
        if (answer != null) {
            wrong("");
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable T valueOf(javafx.scene.control.@Nullable Toggle toggle) {
        return toggle == null ? null : (T) toggle.getUserData();
    }

    @Override
    protected Node first() {
        return group.getSelectedToggle() instanceof RadioButton chosen
                ? chosen
                : buttons.values().iterator().next();
    }

    @Override
    protected void mark(boolean isWrong) {
        buttons.values().forEach(b -> markWrong(b, isWrong));
    }

    @Override
    protected void describe() {
        buttons.forEach((answer, button) -> {
            button.setAccessibleText(words() + " " + button.getText());
            String hint = hints.getOrDefault(answer, "");
            button.setAccessibleHelp(hint.isEmpty() ? help() : hint);
        });
    }
}
