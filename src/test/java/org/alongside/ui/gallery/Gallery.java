package org.alongside.ui.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.alongside.ui.Target;
import org.alongside.ui.picture.Pictures;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;

/// Saves pictures of the frame and of every control, to be held beside the mock-ups:
/// `Gallery FOLDER`.
public final class Gallery {
    private Gallery() {}

    public static void main(String[] args) {
        Application.launch(Drawing.class, args);
    }

    /// Apart from `main`, since a main class that is an Application does not start from a class path.
    public static final class Drawing extends Application {
        private final Deque<Step> steps = new ArrayDeque<>();
        private Stage stage;
        private SampleShell sample;
        private Path folder;
        private int pulses;

        @FunctionalInterface
        private interface Step {
            void run() throws IOException;
        }

        @Override
        public void start(Stage stage) {
            this.stage = stage;
            folder = Path.of(getParameters().getRaw().getFirst());
            var look = new Look(Theme.LIGHT, TextSize.P100);
            sample = new SampleShell(
                    look, Background.direct(fault -> fault.cause().printStackTrace()));
            stage.setScene(sample.shell().scene(1280, 768));
            stage.setTitle("Alongside");
            stage.setX(0);
            stage.setY(0);
            stage.show();
            pages("light");
            steps.add(
                    () -> sample.shell().commands().find("search").orElseThrow().run());
            save("light-palette");
            steps.add(() -> look.themeProperty().set(Theme.DARK));
            pages("dark");
            steps.add(() -> look.themeProperty().set(Theme.CONTRAST));
            pages("contrast");
            steps.add(() -> look.themeProperty().set(Theme.LIGHT));
            steps.add(() -> stage.setWidth(1000));
            pages("light-1000");
            steps.add(() -> stage.setWidth(1280));
            steps.add(() -> look.textSizeProperty().set(TextSize.P200));
            pages("light-200");
            steps.add(() -> look.textSizeProperty().set(TextSize.P150));
            pages("light-150");
            steps.add(Platform::exit);
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (++pulses % 3 == 0) {
                        next();
                    }
                }
            }.start();
        }

        private void next() {
            try {
                steps.removeFirst().run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void pages(String name) {
            for (String screen : List.of("today", "caseload", "visits")) {
                page(screen, name);
            }
            steps.add(() -> stage.getScene().lookup("#visit-alone-1").requestFocus());
            steps.add(() -> press(KeyCode.DOWN));
            save(name + "-visits-focus");
            steps.add(() -> ((ComboBox<?>) stage.getScene().lookup("#visit-why-choice")).show());
            save(name + "-visits-open");
            steps.add(() -> ((ComboBox<?>) stage.getScene().lookup("#visit-why-choice")).hide());
            for (String screen : List.of("check", "child", "controls")) {
                page(screen, name);
            }
        }

        private void page(String screen, String name) {
            steps.add(() -> sample.router().go(Target.of(screen)));
            save(name + "-" + screen);
        }

        private void press(KeyCode code) {
            var robot = new Robot();
            robot.keyType(code);
        }

        private void save(String name) {
            steps.add(() -> Pictures.save(stage, folder.resolve(name + ".png")));
        }
    }
}
