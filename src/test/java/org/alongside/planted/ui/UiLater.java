package org.alongside.planted.ui;

import javafx.application.Platform;

/// Offends 8: crosses threads beside ui.task.
public class UiLater {
    public void later(Runnable work) {
        Platform.runLater(work);
    }
}
