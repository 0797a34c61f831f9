package org.alongside.lifestory.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.stage.Stage;
import org.alongside.document.picture.TestPictures;
import org.alongside.testing.LifeStories;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.testing.RecordWindows;
import org.alongside.ui.Fx;
import org.alongside.ui.Target;
import org.alongside.ui.control.LongText;
import org.alongside.ui.form.Timers;
import org.alongside.ui.picture.Pictures;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;

/// Saves pictures of the windows of a life story, to be held beside the mock-up: `LifeStoryPictures FOLDER
/// [light|dark|contrast|200|1000 …]`.
public final class LifeStoryPictures {
    private LifeStoryPictures() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Path home = Files.createTempDirectory("pictures");
        Path photograph = Files.write(home.resolve("sea.jpg"), TestPictures.jpeg(1600, 1200));
        try (var marlbrook = MarlbrookLaptop.of(home.resolve("laptop"))) {
            Look theme = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
            var windows = Fx.get(() -> new RecordWindows(
                            marlbrook.laptop(),
                            theme,
                            Background.direct(fault -> fault.cause().printStackTrace()),
                            Timers.ofWindow())
                    .registered());
            Stage stage = Fx.show(() -> windows.shell().scene(1280, 800), theme);
            UUID ellis = marlbrook.child("Ellis");
            UUID romy = marlbrook.child("Romy");
            LifeStories.place(
                    marlbrook.laptop(),
                    ellis,
                    "Nan’s house",
                    "You stay with Nan and Romy when Mum works at night.\n"
                            + "Your bed is the one by the window.\n"
                            + "You can ask Joanna anything.");
            LifeStories.memory(marlbrook.laptop(), ellis);
            LifeStories.question(marlbrook.laptop(), ellis, "When can we go back to the sea?");
            LifeStories.held(marlbrook.laptop(), ellis, "Not yet.");
            UUID entry = marlbrook.laptop().lifeStory().of(ellis).entries().stream()
                    .filter(one -> !one.media().isEmpty())
                    .findFirst()
                    .orElseThrow()
                    .id();
            UUID visit = marlbrook.laptop().visits().visitsOf(ellis).getFirst().record();
            for (String look : args.length > 1 ? List.of(args).subList(1, args.length) : List.of("light")) {
                Fx.run(() -> {
                    theme.themeProperty()
                            .set(
                                    look.equals("dark")
                                            ? Theme.DARK
                                            : look.equals("contrast") ? Theme.CONTRAST : Theme.LIGHT);
                    theme.textSizeProperty().set(look.equals("200") ? TextSize.P200 : TextSize.P100);
                    stage.setWidth(look.equals("1000") ? 1000 : 1280);
                });
                show(windows, stage, windows.child(romy, LifeStoryScreens.TAB), folder, "empty", look);
                show(windows, stage, windows.child(ellis, LifeStoryScreens.TAB), folder, "list", look);
                show(windows, stage, LifeStoryScreens.reading(ellis, 0), folder, "page-1", look);
                show(windows, stage, LifeStoryScreens.reading(ellis, 1), folder, "page-2", look);
                show(windows, stage, LifeStoryScreens.reading(romy, 0), folder, "page-none", look);
                show(windows, stage, LifeStoryScreens.entry(ellis, entry), folder, "entry", look);
                show(windows, stage, LifeStoryScreens.leave(ellis, visit), folder, "write", look);
                Fx.run(() -> {
                    ((LongText) stage.getScene().lookup("#life-words-text")).setText("We built a den.");
                    windows.pictures.chosen = photograph;
                    ((javafx.scene.control.Button) stage.getScene().lookup("#life-photo-choose")).fire();
                    stage.getScene().lookup("#life-in-it-text").requestFocus();
                });
                Fx.settle();
                saved(stage, folder.resolve("write-photo-" + look + ".png"));
                Fx.run(() -> ((javafx.scene.control.Button) stage.getScene().lookup("#life-throw")).fire());
                Fx.settle();
                saved(stage, folder.resolve("thrown-" + look + ".png"));
                if (look.equals("light")) {
                    show(windows, stage, LifeStoryScreens.write(romy), folder, "errors", look);
                    Fx.press(javafx.scene.input.KeyCode.ENTER, javafx.scene.input.KeyCode.CONTROL);
                    saved(stage, folder.resolve("errors-" + look + ".png"));
                }
            }
        }
        System.exit(0);
    }

    private static void saved(Stage stage, Path file) {
        Fx.get(() -> {
            Pictures.save(stage, file);
            return Boolean.TRUE;
        });
    }

    private static void show(RecordWindows windows, Stage stage, Target target, Path folder, String name, String look) {
        Fx.run(() -> windows.router().go(target));
        Fx.settle();
        Fx.settle();
        saved(stage, folder.resolve(name + "-" + look + ".png"));
    }
}
