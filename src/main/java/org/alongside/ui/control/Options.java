package org.alongside.ui.control;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.alongside.ui.Breadth;

/// Lays out the options of a question: side by side when they are few and short, in two columns when
/// short, one under another otherwise and always when the window is narrow. Order and Tab go along
/// the rows.
final class Options {
    private static final int LINE_CHARACTERS = 45;
    private static final int COLUMN_CHARACTERS = 44;
    private static final int LINE_MOST = 4;

    private Options() {}

    /// The longest line of words decides, never the pixels, so that the shape is the same on every
    /// laptop.
    static Pane laidOut(List<? extends Labeled> options, Breadth breadth) {
        int longest = options.stream().mapToInt(o -> o.getText().length()).max().orElse(0);
        int together = options.stream().mapToInt(o -> o.getText().length()).sum();
        boolean narrow = breadth == Breadth.NARROW;
        if (options.size() <= LINE_MOST && together <= (narrow ? LINE_CHARACTERS / 2 : LINE_CHARACTERS)) {
            var line = new FlowPane();
            line.getStyleClass().add("options-line");
            line.getChildren().setAll(options);
            return line;
        }
        if (narrow || longest > COLUMN_CHARACTERS) {
            var column = new VBox();
            column.getStyleClass().add("options-column");
            column.getChildren().setAll(options);
            return column;
        }
        var grid = new GridPane();
        grid.getStyleClass().add("options-grid");
        for (int i = 0; i < 2; i++) {
            var half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(half);
        }
        for (int i = 0; i < options.size(); i++) {
            Node option = options.get(i);
            grid.add(option, i % 2, i / 2);
        }
        return grid;
    }
}
