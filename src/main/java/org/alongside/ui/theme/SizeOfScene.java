package org.alongside.ui.theme;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// The text size a scene was last given, so that layouts can follow it.
public final class SizeOfScene {
    private static final Object KEY = SizeOfScene.class;

    private SizeOfScene() {}

    static void set(Scene scene, TextSize size) {
        property(scene).set(size);
    }

    public static ReadOnlyObjectProperty<TextSize> of(Scene scene) {
        return property(scene);
    }

    @SuppressWarnings("unchecked")
    private static ObjectProperty<TextSize> property(Scene scene) {
        return (ObjectProperty<TextSize>)
                scene.getProperties().computeIfAbsent(KEY, k -> new SimpleObjectProperty<>(TextSize.P100));
    }
}
