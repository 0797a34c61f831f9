package org.alongside.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.tool.ExitCode;
import org.alongside.tool.Window.ClientOptions;
import org.alongside.tool.Window.Demonstrated;
import org.alongside.tool.Window.TourOptions;
import org.alongside.ui.form.Timers;
import org.alongside.ui.picture.Pictures;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The scripted walk: a real service in a process of its own, a real laptop, and the real window driven
/// by keys on JavaFX's screen-less platform, with a picture of each screen in each look asked for.
final class Tour {
    private static final Duration SETTLING = Duration.ofMillis(350);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TourOptions options;
    private final Background background;
    private final ArrayNode screens = Json.array();
    private final long began = System.nanoTime();
    private int pictures;
    private int keys;

    Tour(TourOptions options, Background background) {
        this.options = options;
        this.background = background;
    }

    int play() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            Files.createDirectories(options.out());
            Path given = options.home();
            Path folder = given == null ? Files.createTempDirectory("alongside-tour") : given;
            Clock clock = Clocks.of(Optional.ofNullable(options.clock()));
            try (TourService service = TourService.start(folder.resolve("service"), options)) {
                String passphrase = Texts.of("tool.demo-passphrase-worker");
                Path laptop = folder.resolve("worker");
                service.enrol(laptop, service.worker(), passphrase, clock);
                walk(laptop, clock, passphrase);
            }
            ObjectNode told = Json.object();
            told.set("screens", screens);
            Files.writeString(options.out().resolve("tour.json"), Json.pretty(told) + "\n");
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void walk(Path laptop, Clock clock, String passphrase) {
        var demonstrated = new Demonstrated("worker", passphrase, List.of());
        var closed = new CompletableFuture<Boolean>();
        var made = new CompletableFuture<ClientWindow>();
        Toolkit.run(background, () -> {
            var window = new ClientWindow(
                    new ClientOptions(laptop, clock, demonstrated),
                    background,
                    Timers.ofWindow(),
                    () -> closed.complete(true));
            window.show();
            window.stage().setX(0);
            window.stage().setY(0);
            window.stage().setWidth(options.width());
            window.stage().setHeight(options.height());
            made.complete(window);
        });
        ClientWindow window = made.join();
        picture(window, "sign-in");
        type(window, passphrase);
        press(KeyCode.ENTER);
        until(() -> onWindow(() -> window.session() != null && window.session().here() != null));
        picture(window, "what-to-try");
        press(KeyCode.CONTROL, KeyCode.DIGIT1);
        picture(window, "today");
        press(KeyCode.CONTROL, KeyCode.DIGIT2);
        picture(window, "caseload");
        press(KeyCode.CONTROL, KeyCode.K);
        type(window, "ellis");
        settle();
        picture(window, "search");
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        picture(window, "child-summary");
        for (String tab : List.of("child-chronology", "child-visits", "child-notes", "child-history")) {
            press(KeyCode.CONTROL, KeyCode.TAB);
            picture(window, tab);
        }
        press(KeyCode.CONTROL, KeyCode.DIGIT1);
        settle();
        onWindow(() -> {
            java.util.Objects.requireNonNull(window.session()).network().set(false);
            return true;
        });
        picture(window, "today-offline");
        press(KeyCode.CONTROL, KeyCode.DIGIT3);
        picture(window, "visits");
        press(KeyCode.CONTROL, KeyCode.DIGIT6);
        picture(window, "conflicts");
        press(KeyCode.CONTROL, KeyCode.DIGIT7);
        picture(window, "activity");
        press(KeyCode.F1);
        picture(window, "help");
        press(KeyCode.CONTROL, KeyCode.L);
        until(() -> onWindow(() -> window.session() == null));
        settle();
        picture(window, "locked");
        onWindow(() -> {
            window.close();
            return true;
        });
        closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /// One picture for each look that was asked for; the window comes back to the first.
    private void picture(ClientWindow window, String name) {
        pictures++;
        for (String theme : options.themes()) {
            for (int size : options.textSizes()) {
                String file = String.format(Locale.ROOT, "%02d-%s-%s-%d.png", pictures, name, theme, size);
                onWindow(() -> {
                    window.look().themeProperty().set(Theme.valueOf(theme.toUpperCase(Locale.ROOT)));
                    window.look().textSizeProperty().set(TextSize.valueOf("P" + size));
                    return true;
                });
                settle();
                onWindow(() -> {
                    try {
                        Pictures.save(window.stage(), options.out().resolve(file));
                        return true;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
                ObjectNode screen = screens.addObject();
                screen.put("picture", file);
                screen.put("shows", name);
                screen.put("seconds", (System.nanoTime() - began) / 1_000_000_000.0);
                screen.put("key_presses", keys);
            }
        }
    }

    /// Presses keys together, as a hand does: the last one while the others are held.
    private void press(KeyCode... together) {
        keys += together.length;
        onWindow(() -> {
            var robot = new Robot();
            for (KeyCode key : together) {
                robot.keyPress(key);
            }
            for (int key = together.length - 1; key >= 0; key--) {
                robot.keyRelease(together[key]);
            }
            return true;
        });
        settle();
    }

    /// Types text as a layout would send it, one character an event, to whatever has the focus.
    private void type(ClientWindow window, String text) {
        keys += text.length();
        text.codePoints()
                .forEach(point -> onWindow(() -> {
                    var focus = window.stage().getScene().getFocusOwner();
                    if (focus != null) {
                        KeyEvent.fireEvent(
                                focus,
                                new KeyEvent(
                                        KeyEvent.KEY_TYPED,
                                        Character.toString(point),
                                        "",
                                        KeyCode.UNDEFINED,
                                        false,
                                        false,
                                        false,
                                        false));
                    }
                    return true;
                }));
    }

    /// Lets what a key began come to rest before the next one.
    private void settle() {
        LockSupport.parkNanos(SETTLING.toNanos());
        onWindow(() -> true);
    }

    private static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the tour waited in vain");
            }
            LockSupport.parkNanos(SETTLING.toNanos());
        }
    }

    private <T> T onWindow(Supplier<T> work) {
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
}
