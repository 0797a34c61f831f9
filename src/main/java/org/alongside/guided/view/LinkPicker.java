package org.alongside.guided.view;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.alongside.guided.Evidence;
import org.alongside.guided.Evidence.Source;
import org.alongside.kernel.TypedText;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.LineQuestion;

/// What an answer can rest on, to tick: visits, events, notes and people, found by a word of theirs.
final class LinkPicker extends VBox {
    /// Shown at once; a word in the field finds the others.
    private static final int SHOWN = 8;

    private final String id;
    private final Evidence evidence;
    private final Predicate<String> linked;
    private final Consumer<String> toggle;
    private final LineQuestion find;
    private final VBox list = Boxes.column(0);

    LinkPicker(String id, Evidence evidence, Predicate<String> linked, Consumer<String> toggle, Runnable close) {
        this.id = id;
        this.evidence = evidence;
        this.linked = linked;
        this.toggle = toggle;
        getStyleClass().addAll("link-picker", "gap-2");
        find = new LineQuestion(id + "-find", AssessmentWords.text("pick-find"));
        find.hint(AssessmentWords.text("pick-hint"));
        find.textProperty().subscribe((was, is) -> draw());
        getChildren().addAll(find, list, Buttons.of(id + "-done", AssessmentWords.text("pick-done"), close));
        draw();
    }

    void focus() {
        find.text().requestFocus();
    }

    private void draw() {
        String wanted = TypedText.folded(find.text().getText());
        List<Source> found = evidence.sources().stream()
                .filter(source -> wanted.isBlank()
                        || List.of(wanted.split("\\s+")).stream()
                                .allMatch(word -> TypedText.folded(AssessmentWords.source(source))
                                        .contains(word)))
                .toList();
        list.getChildren().clear();
        found.stream().limit(SHOWN).forEach(source -> {
            String words = AssessmentWords.source(source);
            var box = new CheckBox(words);
            box.setId(id + "-" + source.id());
            box.setWrapText(true);
            box.setMinHeight(USE_PREF_SIZE);
            box.setSelected(linked.test(source.id()));
            box.setOnAction(e -> toggle.accept(source.id()));
            list.getChildren().add(box);
        });
        if (found.isEmpty()) {
            list.getChildren().add(Boxes.text(AssessmentWords.text("pick-none"), "text-hint"));
        } else if (found.size() > SHOWN) {
            list.getChildren().add(Boxes.text(AssessmentWords.text("pick-more", found.size() - SHOWN), "text-hint"));
        }
    }
}
