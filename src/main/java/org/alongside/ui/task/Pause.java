package org.alongside.ui.task;

import java.time.Duration;
import javafx.animation.PauseTransition;

/// Runs something once the user has paused: each [#restart] puts it off again. The autosave and the
/// search use it. On the JavaFX thread only.
public final class Pause {
    private final PauseTransition timer;
    private final Runnable action;

    public Pause(Duration quiet, Runnable action) {
        this.timer = new PauseTransition(javafx.util.Duration.millis(quiet.toMillis()));
        this.action = action;
        timer.setOnFinished(e -> action.run());
    }

    public void restart() {
        timer.playFromStart();
    }

    /// Runs it now if it was waiting: focus left the field, the page closes.
    public void now() {
        if (timer.getStatus() == javafx.animation.Animation.Status.RUNNING) {
            timer.stop();
            action.run();
        }
    }

    public void cancel() {
        timer.stop();
    }
}
