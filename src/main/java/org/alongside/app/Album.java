package org.alongside.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.tool.Window.TourOptions;
import org.alongside.ui.picture.Pictures;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The pictures of the tour: one of each screen in every look that was asked for, numbered in the
/// order of the story, and `tour.json` that says what each shows.
final class Album {
    private static final double NANOS = 1_000_000_000.0;

    private final TourOptions options;
    private final Hands hands;
    private final ArrayNode screens = Json.array();
    private final long began = System.nanoTime();
    private int number;

    Album(TourOptions options, Hands hands) {
        this.options = options;
        this.hands = hands;
    }

    /// Takes pictures of what the window shows; it is in the first look afterwards.
    ///
    /// @param name of the screen; its words are in the catalogue
    void take(String name) {
        take(name, () -> {}, () -> {});
    }

    /// As above, for what must not be open while the look changes: a list that hangs down.
    ///
    /// @param before opens it for a picture
    /// @param after closes it again
    void take(String name, Runnable before, Runnable after) {
        number++;
        hands.settle();
        for (String theme : options.themes()) {
            for (int size : options.textSizes()) {
                look(theme, size);
                before.run();
                String file = String.format(Locale.ROOT, "%02d-%s-%s-%d.png", number, name, theme, size);
                hands.atRest(() -> save(file));
                after.run();
                ObjectNode screen = screens.addObject();
                screen.put("picture", file);
                screen.put("number", number);
                screen.put("screen", name);
                screen.put("shows", Texts.of("app.tour-" + name));
                screen.put("theme", theme);
                screen.put("text", size);
                screen.put("seconds", Math.round((System.nanoTime() - began) / NANOS * 10) / 10.0);
                screen.put("key_presses", hands.keys());
            }
        }
        look(options.themes().getFirst(), options.textSizes().getFirst());
    }

    private void look(String theme, int size) {
        Look look = hands.window().look();
        boolean changed = hands.on(() -> {
            Theme wanted = Theme.valueOf(theme.toUpperCase(Locale.ROOT));
            TextSize sized = TextSize.valueOf("P" + size);
            boolean other = look.themeProperty().get() != wanted
                    || look.textSizeProperty().get() != sized;
            look.themeProperty().set(wanted);
            look.textSizeProperty().set(sized);
            return other;
        });
        if (changed) {
            hands.settle();
        }
    }

    private void save(String file) {
        try {
            Pictures.save(hands.window().stage(), options.out().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What was on show when the tour could not go on, for who mends it.
    void stopped() {
        hands.run(() -> save("stopped.png"));
    }

    /// Writes `tour.json`.
    ///
    /// @param council whose invented cases were shown
    void close(String council) throws IOException {
        ObjectNode told = Json.object();
        told.put("council", council);
        told.put("seconds", Math.round((System.nanoTime() - began) / NANOS * 10) / 10.0);
        told.put("key_presses", hands.keys());
        told.set("screens", screens);
        Files.writeString(options.out().resolve("tour.json"), Json.pretty(told) + "\n");
    }
}
