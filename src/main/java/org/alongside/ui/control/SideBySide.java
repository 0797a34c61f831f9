package org.alongside.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.alongside.ui.Breadth;

/// Things that belong together: beside each other where there is room, one under the other where not.
/// The reading order is the same both ways.
public final class SideBySide extends VBox {
    private final List<Node> nodes;
    private final Laid laid;

    /// How they lie beside each other.
    private sealed interface Laid {
        /// Each as wide as the other.
        record Equal() implements Laid {}

        /// Each as wide as it likes, the last takes the rest.
        record Natural() implements Laid {}

        /// Two, each with its share of the width, in a wide window only.
        record Shares(int first, int second) implements Laid {}
    }

    private SideBySide(Laid laid, Node... nodes) {
        this.laid = laid;
        this.nodes = List.of(nodes);
        setMinWidth(0);
        Breadth.of(this).subscribe(this::layOut);
    }

    /// Each as wide as the other.
    public static SideBySide equal(Node... nodes) {
        return new SideBySide(new Laid.Equal(), nodes);
    }

    /// Each as wide as it likes, the last takes the rest.
    public static SideBySide of(Node... nodes) {
        return new SideBySide(new Laid.Natural(), nodes);
    }

    /// Two, each with its share of the width, in a wide window; in any other one under the other.
    public static SideBySide shares(int firstShare, Region first, int secondShare, Region second) {
        return new SideBySide(new Laid.Shares(firstShare, secondShare), first, second);
    }

    private void layOut(Breadth breadth) {
        for (Node node : nodes) {
            if (laid instanceof Laid.Equal && node instanceof Region region) {
                region.prefWidthProperty().unbind();
                region.setPrefWidth(USE_COMPUTED_SIZE);
            }
        }
        boolean room = switch (laid) {
            case Laid.Equal _, Laid.Natural _ -> breadth != Breadth.NARROW;
            case Laid.Shares _ -> breadth == Breadth.WIDE;
        };
        getChildren().setAll(List.<Node>of(room ? beside() : Boxes.column(4, nodes.toArray(Node[]::new))));
    }

    private Pane beside() {
        return switch (laid) {
            case Laid.Equal _ -> row(true);
            case Laid.Natural _ -> row(false);
            case Laid.Shares(int first, int second) -> grid(first, second);
        };
    }

    private HBox row(boolean equal) {
        HBox row = Boxes.row(4, nodes.toArray(Node[]::new));
        row.setAlignment(equal ? Pos.TOP_LEFT : Pos.BOTTOM_LEFT);
        for (Node node : nodes) {
            HBox.setHgrow(node, equal || node == nodes.getLast() ? Priority.ALWAYS : Priority.NEVER);
            if (equal && node instanceof Region region) {
                region.prefWidthProperty().bind(row.widthProperty().divide(nodes.size()));
            }
        }
        return row;
    }

    private GridPane grid(int firstShare, int secondShare) {
        var grid = Boxes.styled(new GridPane(), "side-by-side");
        int column = 0;
        for (int share : new int[] {firstShare, secondShare}) {
            var constraints = new ColumnConstraints();
            constraints.setPercentWidth(100.0 * share / (firstShare + secondShare));
            grid.getColumnConstraints().add(constraints);
            Node node = nodes.get(column);
            grid.add(node, column++, 0);
            GridPane.setValignment(node, VPos.TOP);
            if (node instanceof Region region) {
                region.setMaxHeight(Double.MAX_VALUE);
            }
        }
        return grid;
    }
}
