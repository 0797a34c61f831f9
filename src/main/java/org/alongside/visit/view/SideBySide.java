package org.alongside.visit.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.alongside.ui.Breadth;
import org.alongside.ui.control.Boxes;

/// Answers that belong together: side by side where there is room, one under another where not. The
/// reading order is the same.
final class SideBySide extends VBox {
    private final List<Node> nodes;
    private final boolean equal;

    private SideBySide(boolean equal, Node... nodes) {
        this.nodes = List.of(nodes);
        this.equal = equal;
        setMinWidth(0);
        Breadth.of(this).subscribe(this::layOut);
    }

    /// Each as wide as the other.
    static SideBySide equal(Node... nodes) {
        return new SideBySide(true, nodes);
    }

    /// Each as wide as it likes, the last takes the rest.
    static SideBySide of(Node... nodes) {
        return new SideBySide(false, nodes);
    }

    private void layOut(Breadth breadth) {
        Pane pane;
        if (breadth == Breadth.NARROW) {
            pane = Boxes.column(4, nodes.toArray(Node[]::new));
        } else {
            HBox row = Boxes.row(4, nodes.toArray(Node[]::new));
            row.setAlignment(equal ? Pos.TOP_LEFT : Pos.BOTTOM_LEFT);
            for (Node node : nodes) {
                boolean grows = equal || node == nodes.getLast();
                HBox.setHgrow(node, grows ? Priority.ALWAYS : Priority.NEVER);
                if (equal && node instanceof javafx.scene.layout.Region region) {
                    region.prefWidthProperty().bind(row.widthProperty().divide(nodes.size()));
                }
            }
            pane = row;
        }
        if (breadth == Breadth.NARROW) {
            for (Node node : nodes) {
                if (node instanceof javafx.scene.layout.Region region) {
                    region.prefWidthProperty().unbind();
                    region.setPrefWidth(USE_COMPUTED_SIZE);
                }
            }
        }
        getChildren().setAll(pane);
    }
}
