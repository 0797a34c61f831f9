package org.alongside.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Rows and columns whose gaps are steps of the 4-px base (`gap-1` is 4 px at 100 %, `gap-6` 24), so
/// that no view holds a size in px, and labels in the type sizes of the look.
public final class Boxes {
    private Boxes() {}

    public static VBox column(int gap, Node... nodes) {
        var box = new VBox(nodes);
        box.getStyleClass().add("gap-" + gap);
        return box;
    }

    public static HBox row(int gap, Node... nodes) {
        var box = new HBox(nodes);
        box.getStyleClass().add("gap-" + gap);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /// A row whose texts stand on one line whatever their sizes.
    public static HBox lineOfText(int gap, Node... nodes) {
        HBox box = row(gap, nodes);
        box.setAlignment(Pos.BASELINE_LEFT);
        return box;
    }

    /// Takes what room is left.
    public static Region space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        VBox.setVgrow(space, Priority.ALWAYS);
        return space;
    }

    /// Gives a node what room is left beside or under it.
    public static <T extends Node> T growing(T node) {
        if (node instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        return node;
    }

    public static <T extends Node> T styled(T node, String... styleClasses) {
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    /// A text that wraps.
    public static Label text(String words, String... styleClasses) {
        var label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// A text on one line that keeps its width: a date, a number, a name of a key.
    public static Label word(String words, String... styleClasses) {
        var label = new Label(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styleClasses);
        return label;
    }

    /// Section title, 20 px bold.
    public static Label section(String words) {
        return text(words, "text-section");
    }

    /// Small title, 15 px bold.
    public static Label heading(String words) {
        return text(words, "text-label");
    }

    /// Takes a node out of picture and layout together.
    public static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
