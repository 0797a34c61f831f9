package org.alongside.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// Gives every window of the program the chosen colours and text size, and changes them all when the
/// choice changes. One for a program run; on the JavaFX thread.
public final class Look {
    private static final String HIGH_CONTRAST = "Windows.SPI.HighContrast";

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.SYSTEM);
    private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(this, "textSize", TextSize.P100);

    public Look(Theme theme, TextSize textSize) {
        Fonts.load();
        this.theme.set(theme);
        this.textSize.set(textSize);
        this.theme.subscribe((was, is) -> everyWindow());
        this.textSize.subscribe((was, is) -> everyWindow());
        Platform.getPreferences().colorSchemeProperty().subscribe((was, is) -> everyWindow());
        Window.getWindows().addListener((ListChangeListener<Window>) change -> everyWindow());
        everyWindow();
    }

    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    public ObjectProperty<TextSize> textSizeProperty() {
        return textSize;
    }

    /// Theme in use now: never [Theme#SYSTEM].
    public Theme effective() {
        if (theme.get() != Theme.SYSTEM) {
            return theme.get();
        }
        if (Boolean.TRUE.equals(Platform.getPreferences().get(HIGH_CONTRAST))) {
            return Theme.CONTRAST;
        }
        return Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
    }

    /// Gives a scene the look at once; windows that open later get it by themselves.
    public void apply(Scene scene) {
        Theme now = effective();
        String base = now == Theme.LIGHT
                ? new PrimerLight().getUserAgentStylesheet()
                : new PrimerDark().getUserAgentStylesheet();
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
        List<String> sheets = List.of(
                sheet("tokens"),
                sheet("alongside"),
                sheet("size-" + textSize.get().percent()));
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
        mark(scene.getRoot(), "dark", now == Theme.DARK);
        mark(scene.getRoot(), "contrast", now == Theme.CONTRAST);
        SizeOfScene.set(scene, textSize.get());
    }

    private void everyWindow() {
        for (Window window : List.copyOf(Window.getWindows())) {
            if (!(window instanceof PopupWindow) && window.getScene() != null) {
                apply(window.getScene());
            }
        }
    }

    private static void mark(Parent root, String styleClass, boolean on) {
        if (on && !root.getStyleClass().contains(styleClass)) {
            root.getStyleClass().add(styleClass);
        } else if (!on) {
            root.getStyleClass().remove(styleClass);
        }
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Look.class.getResource("/ui/" + name + ".css"), name)
                .toExternalForm();
    }
}
