package org.alongside.ui.form;

import java.time.Duration;
import org.alongside.ui.task.Pause;

/// Makes timers; tests hand in their own and let time pass by hand.
@FunctionalInterface
public interface Timers {
    Timer after(Duration time, Runnable action);

    /// Runs its action once its time has passed since the last start.
    interface Timer {
        void restart();

        void cancel();
    }

    /// Timers of the JavaFX thread.
    static Timers ofWindow() {
        return (time, action) -> {
            var pause = new Pause(time, action);
            return new Timer() {
                @Override
                public void restart() {
                    pause.restart();
                }

                @Override
                public void cancel() {
                    pause.cancel();
                }
            };
        };
    }
}
