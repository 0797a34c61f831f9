package org.alongside.ui.theme;

/// The typeface by which children learn their letters (Andika), for what a child reads. Loaded when it is
/// first wanted: most days nobody reads a life story.
public final class ChildFace {
    private ChildFace() {}

    /// On the JavaFX thread; calling it again does no harm.
    public static void load() {
        Once.loaded();
    }

    private static final class Once {
        static {
            Fonts.load("Andika-Regular.ttf");
            Fonts.load("Andika-Bold.ttf");
        }

        private static void loaded() {
            // The class is made once, and with it the faces.
        }
    }
}
