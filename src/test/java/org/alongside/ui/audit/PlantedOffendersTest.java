package org.alongside.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.alongside.ui.Fx;
import org.alongside.ui.audit.Finding.Rule;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Each rule of the audit catches the fault it is for, and a window without faults has no finding.
class PlantedOffendersTest {
    private Stage stage;

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    private List<Finding> audit(java.util.concurrent.Callable<Node[]> nodes) {
        Look look = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
        stage = Fx.show(() -> new Scene(new VBox(10, nodes.call()), 500, 400), look);
        return Fx.get(() -> AccessibilityAudit.of(stage.getScene()));
    }

    private static Button button(String id, String words) {
        var button = new Button(words);
        button.setId(id);
        return button;
    }

    private void caught(Rule rule, String id, List<Finding> findings) {
        assertThat(findings).anySatisfy(f -> {
            assertThat(f.rule()).isEqualTo(rule);
            assertThat(f.node()).startsWith(id);
        });
    }

    @Test
    void aWindowWithoutFaultsHasNoFinding() {
        assertThat(audit(() -> new Node[] {button("one", "Send"), button("two", "Leave")}))
                .isEmpty();
    }

    @Test
    void aFocusableRegionWithoutARoleIsCaught() {
        caught(Rule.ROLE, "bare", audit(() -> {
            var bare = new Region();
            bare.setId("bare");
            bare.setFocusTraversable(true);
            bare.setAccessibleText("Something");
            bare.setMinSize(30, 30);
            return new Node[] {bare};
        }));
    }

    @Test
    void aFieldWithoutANameIsCaughtAlsoWhenItHoldsText() {
        caught(Rule.NAME, "field", audit(() -> {
            var field = new TextField("typed");
            field.setId("field");
            return new Node[] {field};
        }));
    }

    @Test
    void twoButtonsThatReadAlikeAreCaught() {
        caught(Rule.UNIQUE, "second", audit(() -> new Node[] {button("first", "Change"), button("second", "Change")}));
    }

    @Test
    void aControlThatKeepsTheFocusIsCaught() {
        caught(Rule.TAB_ORDER, "after", audit(() -> {
            var trap = new Button("Trap") {
                @Override
                public String toString() {
                    return "trap";
                }
            };
            trap.setId("trap");
            trap.focusedProperty().subscribe((was, is) -> {
                if (was && !is) {
                    trap.requestFocus();
                }
            });
            return new Node[] {trap, button("after", "After")};
        }));
    }

    @Test
    void paleWordsAreCaught() {
        caught(Rule.CONTRAST, "pale", audit(() -> {
            var pale = new Label("Hardly seen");
            pale.setId("pale");
            pale.setStyle("-fx-text-fill: #b8b8b8;");
            return new Node[] {pale};
        }));
    }

    @Test
    void aSmallTargetIsCaught() {
        caught(Rule.TARGET, "small", audit(() -> {
            Button small = button("small", "x");
            small.setStyle("-fx-min-height: 10; -fx-max-height: 10; -fx-padding: 0;");
            return new Node[] {small};
        }));
    }

    @Test
    void wordsCutShortAreCaught() {
        caught(Rule.CLIPPED, "cut", audit(() -> {
            var cut = new Label("These words have no room at all");
            cut.setId("cut");
            cut.setMaxWidth(60);
            return new Node[] {cut};
        }));
    }

    @Test
    void wordsBeyondTheWindowAreCaught() {
        caught(Rule.CLIPPED, "outside", audit(() -> {
            var outside = new Label("Off to the right");
            outside.setId("outside");
            outside.setLayoutX(470);
            var pane = new Pane(outside);
            return new Node[] {pane};
        }));
    }

    @Test
    void aTableCellThatSaysNothingIsCaught() {
        caught(Rule.TABLE, "table", audit(() -> {
            var table = new TableView<String>();
            table.setId("table");
            table.setAccessibleText("Children");
            var column = new TableColumn<String, String>("Child");
            column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue()));
            column.setCellFactory(c -> new TableCell<>() {
                @Override
                protected void updateItem(String item, boolean empty) {
                    super.updateItem(item, empty);
                    setGraphic(empty ? null : new Region());
                }
            });
            table.getColumns().add(column);
            table.getItems().add("Ellis");
            return new Node[] {table};
        }));
    }

    @Test
    void oneMnemonicForTwoIsCaught() {
        caught(Rule.MNEMONIC, "second", audit(() -> new Node[] {button("first", "_Send"), button("second", "_Stop")}));
    }
}
