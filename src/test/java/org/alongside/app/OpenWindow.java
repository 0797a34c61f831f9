package org.alongside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.alongside.rules.content.ContentInUse;
import org.alongside.testing.HandTimers;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.tool.Window.ClientOptions;
import org.alongside.tool.Window.Demonstrated;
import org.alongside.ui.Fx;
import org.alongside.ui.Router;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Fault;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/// A client's real window on a folder, for tests: real threads, real keys, timers that are moved by hand.
final class OpenWindow implements AutoCloseable {
    private static final int SETTLES_MOST = 400;
    /// One for a program run. Not made while this class is: the JavaFX thread would wait for the class.
    private static final AtomicReference<@Nullable Look> LOOK = new AtomicReference<>();

    final HandTimers timers = new HandTimers();
    final List<Fault> faults = new CopyOnWriteArrayList<>();
    final Background background = Background.onThreads(faults::add);
    final ClientWindow window;
    private volatile boolean closed;

    private final ClientOptions options;

    OpenWindow(Path folder) {
        options = new ClientOptions(
                folder, MarlbrookLaptop.CLOCK, new Demonstrated("worker", "not this one", List.of("Homes")));
        window = Fx.get(() -> {
            var opened = new ClientWindow(options, background, timers, look(), () -> closed = true);
            opened.show();
            opened.stage().setX(0);
            opened.stage().setY(0);
            return opened;
        });
        Fx.settle();
    }

    private static Look look() {
        return Objects.requireNonNull(
                LOOK.updateAndGet(made -> made == null ? new Look(Theme.LIGHT, TextSize.P100) : made));
    }

    /// Waits for pulses, never for time alone.
    void until(String what, BooleanSupplier reached) {
        for (int i = 0; i < SETTLES_MOST; i++) {
            if (Fx.get(reached::getAsBoolean)) {
                Fx.settle();
                return;
            }
            Fx.settle();
        }
        throw new AssertionError("waited in vain for " + what + "; shown: " + texts() + "; faults: " + faults);
    }

    /// By which the window works.
    ContentInUse content() {
        return options.content();
    }

    boolean shows(String id) {
        return window.stage().getScene().lookup("#" + id) != null;
    }

    Node node(String id) {
        return Objects.requireNonNull(window.stage().getScene().lookup("#" + id), id);
    }

    Router router() {
        return Objects.requireNonNull(window.session()).router();
    }

    String screen() {
        return Objects.requireNonNull(router().shownProperty().get()).screen().id();
    }

    /// Types the passphrase and Enter, and waits for the first page.
    void signIn() {
        until("the field of the passphrase", () -> shows("sign-in-passphrase-hidden"));
        Fx.type(window.stage(), MarlbrookLaptop.PASSPHRASE);
        Fx.press(javafx.scene.input.KeyCode.ENTER);
        until(
                "the unlocked laptop",
                () -> window.session() != null
                        && Objects.requireNonNull(window.session()).here() != null);
        idle();
    }

    void idle() {
        until("rest", () -> background.runningProperty().get() == 0);
    }

    /// Every text in the window's scene, also what is not visible.
    List<String> texts() {
        return Fx.get(() -> {
            var texts = new ArrayList<String>();
            collect(window.stage().getScene().getRoot(), texts);
            return texts;
        });
    }

    private static void collect(Node node, List<String> texts) {
        switch (node) {
            case Text text -> texts.add(text.getText());
            case Labeled labeled -> texts.add(String.valueOf(labeled.getText()));
            case TextInputControl field -> texts.add(String.valueOf(field.getText()));
            default -> {}
        }
        texts.add(String.valueOf(node.getAccessibleText()));
        texts.add(String.valueOf(node.getAccessibleHelp()));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    @Override
    public void close() {
        Fx.run(window::close);
        for (int i = 0; i < SETTLES_MOST && !closed; i++) {
            Fx.settle();
        }
        assertThat(closed).isTrue();
        background.close();
    }
}
