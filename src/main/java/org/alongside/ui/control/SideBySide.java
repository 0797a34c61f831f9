package org.alongside.ui.control;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.alongside.ui.Breadth;

/// Two things beside each other, each with its share of the width, in a wide window; one under the
/// other in any other. The order is the same both ways.
public final class SideBySide extends VBox {
    private final int firstShare;
    private final Region first;
    private final int secondShare;
    private final Region second;

    public SideBySide(int firstShare, Region first, int secondShare, Region second) {
        this.firstShare = firstShare;
        this.first = first;
        this.secondShare = secondShare;
        this.second = second;
        Breadth.of(this).subscribe(this::layOut);
    }

    private void layOut(Breadth breadth) {
        getChildren().setAll(List.<Node>of(breadth == Breadth.WIDE ? grid() : Boxes.column(4, first, second)));
    }

    private Pane grid() {
        var grid = Boxes.styled(new GridPane(), "side-by-side");
        for (int share : new int[] {firstShare, secondShare}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(100.0 * share / (firstShare + secondShare));
            grid.getColumnConstraints().add(column);
        }
        grid.add(first, 0, 0);
        grid.add(second, 1, 0);
        GridPane.setValignment(first, VPos.TOP);
        GridPane.setValignment(second, VPos.TOP);
        first.setMaxHeight(Double.MAX_VALUE);
        second.setMaxHeight(Double.MAX_VALUE);
        return grid;
    }
}
