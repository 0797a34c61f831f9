package org.alongside.testing;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.alongside.Main;
import org.alongside.kernel.Json;
import tools.jackson.databind.node.ObjectNode;

/// Sits at the real client in this process and works it by keys, step by step as its arguments say:
/// `wait ID`, `tab ID`, `press CONTROL+ENTER`, `type WORDS`, `says ID WORDS`, `until ID WORDS CONTROL+ENTER`
/// (presses until a control says the words), `show` (where the focus is and what stands there, as a line of JSON),
/// `halt` (as a flat battery would) and `close`. Fails with a stack trace and exit code 1.
public final class Typist {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final int TABS_MOST = 120;
    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private Typist() {}

    /// @param arguments the laptop's home, then the steps
    public static void main(String[] arguments) {
        Thread.ofPlatform().name("typist").daemon().start(() -> {
            try {
                Stream.of(arguments).skip(1).forEach(Typist::step);
            } catch (RuntimeException | Error e) {
                e.printStackTrace();
                OUT.println(focus());
                Runtime.getRuntime().halt(1);
            }
        });
        Main.main(new String[] {"client", "--home", arguments[0]});
    }

    private static void step(String step) {
        List<String> words = List.of(step.split(" ", 3));
        switch (words.getFirst()) {
            case "wait" -> until(step, () -> node(words.get(1)) != null);
            case "says" -> until(step, () -> says(words.get(1), words.get(2)));
            case "tab" -> tab(words.get(1));
            case "press" -> press(words.get(1));
            case "type" -> type(step.substring("type ".length()));
            case "until" -> pressUntil(words.get(1), words.get(2));
            case "show" -> OUT.println(focus());
            case "halt" -> Runtime.getRuntime().halt(137);
            case "close" ->
                fx(() -> {
                    window().ifPresent(window ->
                            Event.fireEvent(window, new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST)));
                    return true;
                });
            default -> throw new IllegalArgumentException(step);
        }
    }

    private static void pressUntil(String id, String wordsAndKeys) {
        int cut = wordsAndKeys.lastIndexOf(' ');
        String words = wordsAndKeys.substring(0, cut);
        for (int i = 0; i < TABS_MOST && !fx(() -> says(id, words)); i++) {
            press(wordsAndKeys.substring(cut + 1));
        }
        until(words, () -> says(id, words));
    }

    private static void tab(String id) {
        for (int i = 0; i < TABS_MOST; i++) {
            if (fx(() -> owner() != null && id.equals(owner().getId()))) {
                return;
            }
            press("TAB");
        }
        throw new IllegalStateException("no Tab comes to " + id);
    }

    private static void press(String keys) {
        List<KeyCode> together =
                Stream.of(keys.split("\\+")).map(KeyCode::valueOf).toList();
        fx(() -> {
            var robot = new Robot();
            together.forEach(robot::keyPress);
            together.reversed().forEach(robot::keyRelease);
            return true;
        });
        rest();
    }

    private static void type(String text) {
        text.codePoints()
                .forEach(point -> fx(() -> {
                    Event.fireEvent(
                            owner(),
                            new KeyEvent(
                                    KeyEvent.KEY_TYPED,
                                    Character.toString(point),
                                    "",
                                    KeyCode.UNDEFINED,
                                    false,
                                    false,
                                    false,
                                    false));
                    return true;
                }));
        rest();
    }

    private static String focus() {
        return fx(() -> {
            ObjectNode json = Json.object();
            Node owner = owner();
            json.put("focus", owner == null ? null : owner.getId());
            if (owner instanceof TextInputControl field) {
                json.put("text", field.getText());
                json.put("caret", field.getCaretPosition());
            }
            return Json.line(json);
        });
    }

    private static boolean says(String id, String words) {
        return node(id) instanceof Labeled label && label.getText().contains(words);
    }

    private static Node node(String id) {
        return window().map(window -> window.getScene().lookup("#" + id)).orElse(null);
    }

    private static Node owner() {
        return window().map(window -> window.getScene().getFocusOwner()).orElse(null);
    }

    private static java.util.Optional<Window> window() {
        return Window.getWindows().stream()
                .filter(window -> window.getScene() != null)
                .findFirst();
    }

    private static void until(String what, Callable<Boolean> reached) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!fx(reached)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain: " + what);
            }
            LockSupport.parkNanos(MOMENT_NANOS);
        }
        rest();
    }

    /// A hand is slower than the window.
    private static void rest() {
        LockSupport.parkNanos(MOMENT_NANOS);
        fx(() -> true);
    }

    private static <T> T fx(Callable<T> work) {
        var task = new FutureTask<>(work);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                Platform.runLater(task);
                return task.get();
            } catch (IllegalStateException notStarted) {
                if (System.nanoTime() > end) {
                    throw notStarted;
                }
                LockSupport.parkNanos(MOMENT_NANOS);
            } catch (java.util.concurrent.ExecutionException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
