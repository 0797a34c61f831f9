package org.alongside.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.ui.Breadth;

/// What was answered: key, value, Change. In a narrow window the key stands over its value.
public final class SummaryList extends VBox {
    private final Sheet sheet = new Sheet();

    public SummaryList(String id) {
        setId(id);
        getChildren().add(sheet);
    }

    /// A row that cannot be changed here.
    public SummaryList row(String key, Node value) {
        sheet.line(new Row(key, value));
        return this;
    }

    public SummaryList row(String key, String value) {
        return row(key, Boxes.text(value));
    }

    /// A row with "Change", which a reader of the screen hears as "Change (key)".
    public SummaryList row(String key, Node value, Runnable change) {
        String id = getId() + "-change-" + sheet.getChildren().size();
        Link link = new Link(id, Texts.of("ui.change"), change).called(Texts.of("ui.change-what", key));
        sheet.line(new Row(key, value, link));
        return this;
    }

    public SummaryList row(String key, String value, Runnable change) {
        return row(key, Boxes.text(value), change);
    }

    public void clear() {
        sheet.clear();
    }

    private static final class Row extends VBox {
        private final Label key;
        private final Node value;
        private final Node[] more;

        Row(String key, Node value, Node... more) {
            this.key = Boxes.text(key, "summary-key");
            this.value = Boxes.growing(value);
            this.more = more;
            Breadth.of(this).subscribe(this::layOut);
        }

        private void layOut(Breadth breadth) {
            Pane row;
            if (breadth == Breadth.NARROW) {
                row = Boxes.column(1, key, value);
                row.getChildren().addAll(more);
            } else {
                HBox line = Boxes.row(4, key, value);
                line.setAlignment(Pos.TOP_LEFT);
                line.getChildren().addAll(more);
                row = line;
            }
            getChildren().setAll(row);
        }
    }
}
