package org.alongside.ui.control;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.alongside.ui.Breadth;

/// A question with any number of answers.
public final class CheckQuestion<T> extends Question {
    private final Map<T, CheckBox> boxes = new LinkedHashMap<>();
    private final ObservableSet<T> values = FXCollections.observableSet(new LinkedHashSet<>());
    /// Held here: it hears of changes only weakly, and its listeners would be lost with it.
    private final ObservableSet<T> seen = FXCollections.unmodifiableObservableSet(values);

    private final VBox holder = new VBox();

    public CheckQuestion(String id, String words, List<Choice<T>> choices) {
        super(id, words);
        for (Choice<T> choice : choices) {
            var box = new CheckBox(choice.words());
            box.setId(id + "-" + boxes.size());
            box.setWrapText(true);
            box.setMinHeight(USE_PREF_SIZE);
            box.selectedProperty().subscribe((was, is) -> ticked(choice.value(), is));
            boxes.put(choice.value(), box);
        }
        getChildren().add(holder);
        Breadth.of(this)
                .subscribe(
                        breadth -> holder.getChildren().setAll(Options.laidOut(List.copyOf(boxes.values()), breadth)));
        describe();
    }

    /// What is ticked; look only, [#choose] changes it.
    public ObservableSet<T> values() {
        return seen;
    }

    public void choose(Collection<T> answers) {
        Set<T> asked = Set.copyOf(answers);
        boxes.forEach((answer, box) -> box.setSelected(asked.contains(answer)));
    }

    private void ticked(T answer, boolean is) {
        if (is) {
            values.add(answer);
            wrong("");
        } else {
            values.remove(answer);
        }
    }

    @Override
    protected Node first() {
        return boxes.values().iterator().next();
    }

    @Override
    protected void mark(boolean isWrong) {
        boxes.values().forEach(b -> markWrong(b, isWrong));
    }

    @Override
    protected void describe() {
        boxes.values().forEach(box -> {
            box.setAccessibleText(words() + " " + box.getText());
            box.setAccessibleHelp(help());
        });
    }
}
