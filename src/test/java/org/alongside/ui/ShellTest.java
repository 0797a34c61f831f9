package org.alongside.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.alongside.ui.gallery.SampleShell;
import org.alongside.ui.picture.Pictures;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The frame under real keys.
class ShellTest {
    private Look look;
    private SampleShell sample;
    private Stage stage;

    @BeforeEach
    void window() {
        look = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
        sample = Fx.get(() -> new SampleShell(look, Background.direct(fault -> {
            throw new IllegalStateException(fault.cause());
        })));
        stage = Fx.show(() -> sample.shell().scene(1280, 800), look);
        Fx.run(() -> sample.router().go("today"));
        Fx.settle();
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    private String here() {
        return Fx.get(() -> sample.router().shownProperty().get().screen().id());
    }

    private String focus() {
        return Fx.get(() -> stage.getScene().getFocusOwner().getId());
    }

    private Node node(String id) {
        return Fx.get(() -> stage.getScene().lookup("#" + id));
    }

    @Test
    void goingToAPlaceByItsNumberFocusesThePagesTitle() {
        Fx.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        assertThat(here()).isEqualTo("caseload");
        assertThat(focus()).isEqualTo("caseload-title");
        assertThat(stage.getTitle()).isEqualTo("Alongside");
    }

    @Test
    void escapeGoesBackAndOnTheFirstPageDoesNothing() {
        Fx.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        Fx.press(KeyCode.DIGIT3, KeyCode.CONTROL);
        Fx.press(KeyCode.ESCAPE);
        assertThat(here()).isEqualTo("caseload");
        Fx.press(KeyCode.ESCAPE);
        assertThat(here()).isEqualTo("today");
        Fx.press(KeyCode.ESCAPE);
        assertThat(here()).isEqualTo("today");
    }

    @Test
    void f6GoesRoundThePanesAndComesBackToWhereItWas() {
        Fx.press(KeyCode.DIGIT3, KeyCode.CONTROL);
        Fx.run(() -> stage.getScene().lookup("#visit-what-text").requestFocus());
        var seen = new ArrayList<String>();
        for (int i = 0; i < 4; i++) {
            Fx.press(KeyCode.F6);
            seen.add(focus());
        }
        assertThat(seen).containsExactly("shell-status", "shell-search", "shell-place-visits", "visit-what-text");
        Fx.press(KeyCode.F6, KeyCode.SHIFT);
        assertThat(focus()).isEqualTo("shell-place-visits");
    }

    @Test
    void theStatusLineSaysEverythingInOneSentence() {
        Fx.press(KeyCode.F6);
        String spoken = Fx.get(() -> stage.getScene().getFocusOwner().getAccessibleText());
        assertThat(spoken)
                .isEqualTo("All drafts saved on this laptop 09:41. Working offline since 09:12. 3 to send."
                        + " 1 conflict to decide. Nothing running");
    }

    @Test
    void thePaletteFindsEveryCommandAndOpensByKeysAlone() {
        for (Command command : sample.shell().commands().all()) {
            Fx.press(KeyCode.K, KeyCode.CONTROL);
            Fx.type(stage, ">" + command.text().toLowerCase(Locale.ROOT));
            Fx.press(KeyCode.DOWN);
            var list = (ListView<?>) node("shell-palette-list");
            assertThat(Fx.get(() -> List.copyOf(list.getItems())))
                    .extracting(Object::toString)
                    .allMatch(line -> line.contains("kind=command"))
                    .hasSizeLessThan(sample.shell().commands().all().size())
                    .anyMatch(line -> line.contains(command.text()) && line.contains(command.keyText()));
            Fx.press(KeyCode.ESCAPE);
        }
    }

    @Test
    void typingANameAndEnterOpensIt() {
        Fx.press(KeyCode.K, KeyCode.CONTROL);
        Fx.type(stage, "romy");
        Fx.press(KeyCode.ENTER);
        assertThat(here()).isEqualTo("child");
        assertThat(node("shell-palette").isVisible()).isFalse();
        assertThat(focus()).isEqualTo("child-title");
    }

    @Test
    void escapeClosesThePaletteAndStaysOnThePage() {
        Fx.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        Fx.press(KeyCode.K, KeyCode.CONTROL);
        assertThat(node("shell-palette").isVisible()).isTrue();
        Fx.press(KeyCode.ESCAPE);
        assertThat(node("shell-palette").isVisible()).isFalse();
        assertThat(here()).isEqualTo("caseload");
        assertThat(focus()).isEqualTo("caseload-title");
    }

    @Test
    void textGrowsByKeysToTwoHundredPercentAndTheRailBecomesAMenu() {
        assertThat(node("shell-rail").isVisible()).isTrue();
        for (int i = 0; i < 5; i++) {
            Fx.press(KeyCode.EQUALS, KeyCode.CONTROL);
        }
        assertThat(look.textSizeProperty().get()).isEqualTo(TextSize.P200);
        assertThat(((Label) node("today-title")).getFont().getSize()).isEqualTo(48);
        assertThat(node("shell-rail").isVisible()).isFalse();
        assertThat(node("shell-places").isVisible()).isTrue();
        Fx.press(KeyCode.DIGIT0, KeyCode.CONTROL);
        assertThat(look.textSizeProperty().get()).isEqualTo(TextSize.P100);
        assertThat(node("shell-rail").isVisible()).isTrue();
    }

    @Test
    void aCoverTakesEverythingOutOfTheSceneAndItsKeysDoNothing() {
        Fx.run(() -> sample.shell().cover(new Label("Locked")));
        Fx.settle();
        assertThat(node("shell-rail")).isNull();
        assertThat(node("today")).isNull();
        Fx.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        assertThat(here()).isEqualTo("today");
        Fx.run(() -> sample.shell().uncover());
        Fx.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        assertThat(here()).isEqualTo("caseload");
    }

    @Test
    void lockHasItsKeyEverywhereAlsoInALongText() {
        Fx.press(KeyCode.DIGIT3, KeyCode.CONTROL);
        Fx.run(() -> stage.getScene().lookup("#visit-said-text").requestFocus());
        Fx.press(KeyCode.L, KeyCode.CONTROL);
        assertThat(sample.locked).isEqualTo(1);
    }

    @Test
    void pagesAreAttachedAndDetachedInTurnAndLetGo() {
        var said = new ArrayList<String>();
        var commands = new Commands();
        var router = Fx.get(() -> new Router(commands));
        for (String id : List.of("a", "b")) {
            router.register(Screen.of(id, id, t -> new Page() {
                private final Node node = new Region();

                @Override
                public Node node() {
                    return node;
                }

                @Override
                public void attached() {
                    said.add("+" + id);
                }

                @Override
                public void detached() {
                    said.add("-" + id);
                }

                @Override
                public List<Command> commands() {
                    return List.of(Command.of(id + "-do", "Do " + id, () -> {}));
                }
            }));
        }
        Fx.run(() -> {
            router.go("a");
            router.go("b");
            router.back();
            router.leave();
        });
        assertThat(said).containsExactly("+a", "-a", "+b", "-b", "+a", "-a");
        assertThat(commands.all()).isEmpty();
        assertThatThrownBy(() -> router.register(Screen.of("a", "again", t -> {
                    throw new IllegalStateException();
                })))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoCommandsCannotHaveOneKey() {
        var commands = new Commands();
        commands.add(Command.of("one", "One", "Ctrl+L", () -> {}));
        assertThatThrownBy(() -> commands.add(Command.of("two", "Two", "Ctrl+L", () -> {})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShortTableShowsAllItsRowsWithoutScrolling() {
        Fx.press(KeyCode.DIGIT2, KeyCode.CONTROL);
        var bars = Fx.get(
                () -> List.copyOf(stage.getScene().lookup("#caseload-table").lookupAll(".scroll-bar")));
        assertThat(bars).isNotEmpty().noneMatch(Node::isVisible);
    }

    @Test
    void aPictureIsAWholePngOfTheWindow(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("window.png");
        Fx.get(() -> {
            Pictures.save(stage, file);
            return null;
        });
        byte[] png = Files.readAllBytes(file);
        assertThat(png).startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
        var image = Fx.get(() -> new javafx.scene.image.Image(file.toUri().toString()));
        assertThat(image.isError()).isFalse();
        assertThat(image.getWidth()).isEqualTo(1280);
        assertThat(image.getHeight()).isEqualTo(800);
        var snapshot = Fx.get(() -> stage.getScene().snapshot(null));
        for (int x = 0; x < 1280; x += 37) {
            for (int y = 0; y < 800; y += 31) {
                assertThat(image.getPixelReader().getArgb(x, y))
                        .isEqualTo(snapshot.getPixelReader().getArgb(x, y));
            }
        }
    }
}
