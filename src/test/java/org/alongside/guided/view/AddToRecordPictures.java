package org.alongside.guided.view;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.stage.Stage;
import org.alongside.kernel.Json;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.testing.RecordWindows;
import org.alongside.ui.Fx;
import org.alongside.ui.Target;
import org.alongside.ui.form.Timers;
import org.alongside.ui.picture.Pictures;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;

/// Saves pictures of adding to a record: `AddToRecordPictures FOLDER`.
public final class AddToRecordPictures {
    private AddToRecordPictures() {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[0]));
        Path home = Files.createTempDirectory("pictures");
        try (var marlbrook = MarlbrookLaptop.of(home.resolve("laptop"))) {
            Look look = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
            var windows = Fx.get(() -> new RecordWindows(
                            marlbrook.laptop(),
                            look,
                            Background.direct(fault -> fault.cause().printStackTrace()),
                            Timers.ofWindow())
                    .registered());
            Stage stage = Fx.show(() -> windows.shell().scene(1280, 800), look);
            UUID ellis = marlbrook.child("Ellis");
            String child = ellis.toString();
            String planned = marlbrook
                    .laptop()
                    .events()
                    .save(
                            "plan_review",
                            List.of(ellis),
                            Json.object()
                                    .put("plan_kind", "child_in_need")
                                    .put("why_called", "routine")
                                    .put("booked_for", "2026-12-02"),
                            null)
                    .operations()
                    .getFirst()
                    .record()
                    .toString();
            Target event = Target.of("record-event", "child", child);
            for (String name : List.of("light", "dark", "200")) {
                Fx.run(() -> {
                    look.themeProperty().set(name.equals("dark") ? Theme.DARK : Theme.LIGHT);
                    look.textSizeProperty().set(name.equals("200") ? TextSize.P200 : TextSize.P100);
                });
                var shots = new java.util.LinkedHashMap<String, Target>();
                shots.put("1-add", Target.of("add-record", "child", child));
                shots.put("2-enquiry", event.with("type", "section_47_enquiry"));
                shots.put("3-fill-in", event.with("type", "plan_review").with("record", planned));
                shots.put("4-record", Target.of("record", "child", child).with("record", planned));
                shots.put("5-records", windows.child(ellis, "records"));
                for (var shot : shots.entrySet()) {
                    Fx.run(() -> windows.shell().router().go(shot.getValue()));
                    Fx.settle();
                    Path file = folder.resolve(name + "-" + shot.getKey() + ".png");
                    Fx.get(() -> {
                        Pictures.save(stage, file);
                        return file;
                    });
                }
            }
        }
        System.exit(0);
    }
}
