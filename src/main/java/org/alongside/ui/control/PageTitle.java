package org.alongside.ui.control;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;

/// Title of a page and its first focusable element: JavaFX has no headings, so a reader of the screen
/// learns where it is by the focus coming here.
public final class PageTitle extends Label {
    public PageTitle(String id, String words) {
        super(words);
        setId(id);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        getStyleClass().addAll("text-page", "page-title");
        setOnMousePressed(e -> requestFocus());
    }
}
