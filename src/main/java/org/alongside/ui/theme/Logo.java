package org.alongside.ui.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.SVGPath;

/// The logo: two arches and the word, drawn in the colours of the theme. Its height follows the text:
/// 1.6 em of its own font.
public final class Logo extends Label {
    private static final double DRAWN_HEIGHT = 32;
    private static final double HEIGHT_EM = 1.6;

    public Logo(String name) {
        getStyleClass().add("logo");
        var drawing = new Group(path("tall"), path("small"), path("wordmark"));
        var scaled = new Group(drawing);
        setGraphic(scaled);
        setAccessibleText(name);
        fontProperty().subscribe(font -> {
            double scale = font.getSize() * HEIGHT_EM / DRAWN_HEIGHT;
            drawing.setScaleX(scale);
            drawing.setScaleY(scale);
        });
    }

    private static SVGPath path(String part) {
        var path = new SVGPath();
        path.setContent(Objects.requireNonNull(DRAWING.getProperty(part), part));
        path.getStyleClass().add("logo-" + part);
        return path;
    }

    private static final Properties DRAWING = load();

    private static Properties load() {
        var drawing = new Properties();
        try (var in = Objects.requireNonNull(Logo.class.getResourceAsStream("/ui/logo.properties"))) {
            drawing.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drawing;
    }
}
