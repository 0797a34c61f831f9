package org.alongside.ui.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/// The typeface that comes with the product; nothing depends on what the machine has, names in other
/// scripts apart.
final class Fonts {
    private Fonts() {}

    /// Loads both weights; calling it again does no harm.
    static void load() {
        load("AlongsideText-Regular.ttf");
        load("AlongsideText-Bold.ttf");
    }

    static void load(String file) {
        try (var in = Fonts.class.getResourceAsStream("/ui/fonts/" + file)) {
            if (in == null || Font.loadFont(in, TextSize.ROOT_PX) == null) {
                throw new IllegalStateException("cannot load font " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
