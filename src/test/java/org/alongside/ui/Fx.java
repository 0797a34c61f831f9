package org.alongside.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.alongside.ui.theme.Look;

/// Real windows for tests: starts JavaFX once, runs work on its thread, presses real keys, waits for
/// pulses and never for time.
public final class Fx {
    private static final long SECONDS = 30;
    private static final int SETTLE_PULSES = 3;

    private Fx() {}

    static {
        var up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException alreadyUp) {
            up.countDown();
        }
        Platform.setImplicitExit(false);
        try {
            if (!up.await(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("JavaFX did not start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static <T> T get(Callable<T> work) {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }

    /// Waits until what was changed has been laid out and drawn.
    public static void settle() {
        var done = new CountDownLatch(1);
        run(() -> new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses > SETTLE_PULSES) {
                    stop();
                    done.countDown();
                }
            }
        }.start());
        try {
            if (!done.await(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no pulse");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A window with a scene in a look, shown at 0,0.
    public static Stage show(Callable<Scene> scene, Look look) {
        Stage stage = get(() -> {
            var window = new Stage();
            window.setTitle("Alongside");
            Scene content = scene.call();
            look.apply(content);
            window.setScene(content);
            window.setX(0);
            window.setY(0);
            window.show();
            return window;
        });
        settle();
        return stage;
    }

    /// Presses and lets go a key, with others held.
    public static void press(KeyCode code, KeyCode... held) {
        run(() -> {
            var robot = new Robot();
            for (KeyCode key : held) {
                robot.keyPress(key);
            }
            robot.keyType(code);
            for (KeyCode key : held) {
                robot.keyRelease(key);
            }
        });
        settle();
    }

    /// Types characters to what has the focus, as a keyboard layout would have sent them.
    public static void type(Stage stage, String text) {
        run(() -> text.codePoints()
                .forEach(point -> KeyEvent.fireEvent(
                        stage.getScene().getFocusOwner(),
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                Character.toString(point),
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false))));
        settle();
    }
}
