package org.alongside.ui.theme;

import org.kordamp.ikonli.javafx.FontIcon;

/// Icons by their Material2 literals (`mdomz-today`), outlined only, never without words. Their size
/// comes from the sheet of the text size, in px.
public final class Icons {
    private Icons() {}

    public static FontIcon of(String literal, String... styleClasses) {
        var icon = new FontIcon(literal);
        icon.getStyleClass().addAll(styleClasses);
        icon.setMouseTransparent(true);
        return icon;
    }

    /// The smaller icon of status line and tags: 16 px at 100 %.
    public static FontIcon small(String literal, String... styleClasses) {
        FontIcon icon = of(literal, styleClasses);
        icon.getStyleClass().add("small");
        return icon;
    }
}
