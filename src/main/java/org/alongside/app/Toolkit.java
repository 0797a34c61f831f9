package org.alongside.app;

import javafx.application.Platform;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.alongside.ui.task.Background;

/// Starts JavaFX, once for a program run. `Application.launch` is not used: the tour opens two windows
/// in one process.
final class Toolkit {
    private Toolkit() {}

    /// Runs something on the JavaFX thread, starting JavaFX when it is not running yet.
    ///
    /// @throws BadInput `no-display` when there is no screen to open a window on
    static void run(Background background, Runnable first) {
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                // What fails in a key's or a control's handler; JavaFX would print it with its message.
                Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> background.fault(fault));
                background.later(first);
            });
        } catch (IllegalStateException running) {
            background.later(first);
        } catch (UnsupportedOperationException noScreen) {
            throw BadInput.of("no-display", Texts.of("app.no-display"));
        }
    }
}
