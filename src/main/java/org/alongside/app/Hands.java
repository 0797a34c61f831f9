package org.alongside.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import org.alongside.ui.control.Choice;
import org.alongside.ui.task.Background;
import org.jspecify.annotations.Nullable;

/// The hands of the tour on the keyboard: every key goes through JavaFX's robot, as from a keyboard;
/// what the robot's layout lacks comes as the event that an input method would have sent. A question is
/// reached with Tab, as somebody without a mouse reaches it.
final class Hands {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final int SETTLE_PULSES = 4;
    private static final int TABS_MOST = 250;
    private static final int CHOICES_MOST = 60;
    private static final Map<Integer, Stroke> STROKES = strokes();

    private final Background background;
    private @Nullable ClientWindow window;
    private int keys;

    private record Stroke(KeyCode key, boolean shifted) {}

    Hands(Background background) {
        this.background = background;
    }

    /// The window that the keys go to.
    void at(ClientWindow shown) {
        window = shown;
    }

    ClientWindow window() {
        if (window == null) {
            throw new IllegalStateException("no window yet");
        }
        return window;
    }

    int keys() {
        return keys;
    }

    /// Works something out on the JavaFX thread.
    <T> T on(Supplier<T> work) {
        var done = new CompletableFuture<T>();
        background.later(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.join();
    }

    void run(Runnable work) {
        on(() -> {
            work.run();
            return true;
        });
    }

    /// Presses keys together: the last one while the others are held; then waits for what it began.
    void press(KeyCode... together) {
        stroke(together);
        settle();
    }

    private void stroke(KeyCode... together) {
        keys++;
        run(() -> {
            var robot = new Robot();
            for (KeyCode key : together) {
                robot.keyPress(key);
            }
            for (int key = together.length - 1; key >= 0; key--) {
                robot.keyRelease(together[key]);
            }
        });
    }

    /// Types text to what has the focus.
    void type(String text) {
        text.codePoints().forEach(point -> {
            Stroke stroke = STROKES.get(point);
            if (stroke == null) {
                keys++;
                run(() -> send(Character.toString(point)));
            } else if (stroke.shifted()) {
                stroke(KeyCode.SHIFT, stroke.key());
            } else {
                stroke(stroke.key());
            }
        });
        settle();
    }

    private void send(String character) {
        Node focus = window().stage().getScene().getFocusOwner();
        if (focus != null) {
            KeyEvent.fireEvent(
                    focus,
                    new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
        }
    }

    /// Goes to a question, button or block by Tab.
    ///
    /// @throws IllegalStateException when the keyboard does not reach it: a fault of a page, told with the
    ///     ids that were met
    void tabTo(String id) {
        var met = new ArrayList<String>();
        for (int i = 0; i < TABS_MOST; i++) {
            if (on(() -> isAt(id))) {
                settle();
                return;
            }
            stroke(KeyCode.TAB);
            met.add(on(this::focusedId));
        }
        throw new IllegalStateException("the keyboard does not reach " + id + " but "
                + met.stream().distinct().toList());
    }

    private boolean isAt(String id) {
        for (Node at = window().stage().getScene().getFocusOwner(); at != null; at = at.getParent()) {
            if (id.equals(at.getId())) {
                return true;
            }
        }
        return false;
    }

    private String focusedId() {
        Node owner = window().stage().getScene().getFocusOwner();
        return owner == null ? "nothing" : String.valueOf(owner.getId());
    }

    /// Presses a button or follows a link.
    void push(String id) {
        tabTo(id);
        press(KeyCode.SPACE);
    }

    /// Types into a question.
    void write(String id, String text) {
        tabTo(id);
        type(text);
    }

    /// Chooses an answer by the arrow keys.
    void choose(String id, String value) {
        tabTo(id);
        for (int i = 0; i < CHOICES_MOST; i++) {
            switch (on(() -> standing(value))) {
                case CHOSEN -> {
                    settle();
                    return;
                }
                case HERE -> press(KeyCode.SPACE);
                case ELSEWHERE -> stroke(KeyCode.DOWN);
            }
        }
        throw new IllegalStateException(id + " has no answer " + value);
    }

    private enum Standing {
        CHOSEN,
        HERE,
        ELSEWHERE
    }

    private Standing standing(String value) {
        return switch (window().stage().getScene().getFocusOwner()) {
            case RadioButton radio
            when value.equals(String.valueOf(radio.getUserData())) ->
                radio.isSelected() ? Standing.CHOSEN : Standing.HERE;
            case ComboBox<?> box
            when box.getValue() instanceof Choice<?> choice && value.equals(String.valueOf(choice.value())) ->
                Standing.CHOSEN;
            case null, default -> Standing.ELSEWHERE;
        };
    }

    /// Ticks a box unless it is ticked.
    void tick(String id) {
        tabTo(id);
        boolean ticked =
                on(() -> window().stage().getScene().getFocusOwner() instanceof CheckBox box && box.isSelected());
        if (!ticked) {
            press(KeyCode.SPACE);
        }
    }

    /// Whether something is on the page.
    boolean shows(String id) {
        return on(() -> {
            Node found = window().stage().getScene().lookup("#" + id);
            for (Node at = found; at != null; at = at.getParent()) {
                if (!at.isVisible()) {
                    return false;
                }
            }
            return found != null;
        });
    }

    /// Waits for something to be so.
    void until(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!on(reached::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the tour waited in vain for " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        settle();
    }

    /// Does something at a moment at which nothing runs and all is drawn: a sync may have made the page on
    /// show anew since the keys came to rest.
    void atRest(Runnable work) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!on(() -> {
                    boolean rest = background.runningProperty().get() == 0;
                    if (rest) {
                        work.run();
                    }
                    return rest;
                })
                && System.nanoTime() < end) {
            settle();
        }
    }

    /// Lets what a key began come to rest: nothing runs, and what changed is laid out and drawn.
    void settle() {
        pulses();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!on(() -> background.runningProperty().get() == 0) && System.nanoTime() < end) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        pulses();
    }

    private void pulses() {
        var done = new CompletableFuture<Boolean>();
        background.later(() -> new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses > SETTLE_PULSES) {
                    stop();
                    done.complete(true);
                }
            }
        }.start());
        done.join();
    }

    /// What the robot's keyboard (US layout) types, and how.
    private static Map<Integer, Stroke> strokes() {
        var strokes = new HashMap<Integer, Stroke>();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            KeyCode key = KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter)));
            strokes.put((int) letter, new Stroke(key, false));
            strokes.put((int) Character.toUpperCase(letter), new Stroke(key, true));
        }
        List<KeyCode> digits = List.of(
                KeyCode.DIGIT0,
                KeyCode.DIGIT1,
                KeyCode.DIGIT2,
                KeyCode.DIGIT3,
                KeyCode.DIGIT4,
                KeyCode.DIGIT5,
                KeyCode.DIGIT6,
                KeyCode.DIGIT7,
                KeyCode.DIGIT8,
                KeyCode.DIGIT9);
        for (int digit = 0; digit < digits.size(); digit++) {
            strokes.put('0' + digit, new Stroke(digits.get(digit), false));
        }
        strokes.put((int) ' ', new Stroke(KeyCode.SPACE, false));
        strokes.put((int) ',', new Stroke(KeyCode.COMMA, false));
        strokes.put((int) '.', new Stroke(KeyCode.PERIOD, false));
        strokes.put((int) '?', new Stroke(KeyCode.SLASH, true));
        strokes.put((int) '/', new Stroke(KeyCode.SLASH, false));
        strokes.put((int) '-', new Stroke(KeyCode.MINUS, false));
        strokes.put((int) ':', new Stroke(KeyCode.SEMICOLON, true));
        strokes.put((int) ';', new Stroke(KeyCode.SEMICOLON, false));
        return Map.copyOf(strokes);
    }
}
