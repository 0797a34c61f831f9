package org.alongside.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBoxBase;
import org.alongside.ui.theme.SizeOfScene;
import org.alongside.ui.theme.TextSize;

/// How much room a window has for its text: the width divided by the text size, so that 200 % in a
/// wide window counts as a narrow one. Pages ask this, never the width in pixels.
public enum Breadth {
    /// One column; the rail is a menu, parts are a chooser, radios stack.
    NARROW,
    /// The right panel lies under the list; key hints leave the header.
    MEDIUM,
    /// Everything side by side.
    WIDE;

    private static final double MEDIUM_FROM = 900;
    private static final double WIDE_FROM = 1_100;

    /// Breadth of a scene, following it.
    @SuppressWarnings("unchecked")
    public static ReadOnlyObjectProperty<Breadth> of(Scene scene) {
        return (ReadOnlyObjectProperty<Breadth>) scene.getProperties().computeIfAbsent(Breadth.class, k -> {
            var breadth = new SimpleObjectProperty<>(measured(scene));
            scene.widthProperty().subscribe(() -> measure(scene, breadth));
            SizeOfScene.of(scene).subscribe(() -> measure(scene, breadth));
            return breadth;
        });
    }

    /// What lies side by side is put elsewhere by a change and would lose the focus on the way: somebody
    /// who makes the text larger in the middle of a sentence goes on writing it.
    private static void measure(Scene scene, SimpleObjectProperty<Breadth> breadth) {
        Breadth now = measured(scene);
        if (now == breadth.get()) {
            return;
        }
        Node owner = scene.getFocusOwner();
        if (owner instanceof ComboBoxBase<?> box) {
            box.hide();
        }
        breadth.set(now);
        if (owner != null && owner.getScene() == scene && scene.getFocusOwner() != owner) {
            owner.requestFocus();
        }
    }

    /// Breadth of the scene that a node is in; wide while it is in none.
    public static ObservableValue<Breadth> of(Node node) {
        return node.sceneProperty().flatMap(scene -> of(scene)).orElse(WIDE);
    }

    private static Breadth measured(Scene scene) {
        if (scene.getWidth() <= 0) {
            return WIDE;
        }
        TextSize size = SizeOfScene.of(scene).get();
        double room = scene.getWidth() * 100 / size.percent();
        return size == TextSize.P200 || room < MEDIUM_FROM ? NARROW : room < WIDE_FROM ? MEDIUM : WIDE;
    }
}
