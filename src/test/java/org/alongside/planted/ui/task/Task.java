package org.alongside.planted.ui.task;

import javafx.application.Platform;

/// Innocent: where threads are crossed.
public class Task {
    public void later(Runnable work) {
        Platform.runLater(work);
    }
}
