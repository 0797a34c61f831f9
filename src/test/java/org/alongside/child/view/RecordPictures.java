package org.alongside.child.view;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.alongside.chronology.Chronology;
import org.alongside.kernel.Json;
import org.alongside.record.Change;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.alongside.sync.wire.OpResult;
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

/// Saves pictures of the windows of records, to be held beside the mock-ups: `RecordPictures FOLDER
/// [light|dark|contrast|200|1000 …]`.
public final class RecordPictures {
    private final Path folder;
    private final Stage stage;
    private final RecordWindows windows;
    private final MarlbrookLaptop marlbrook;
    private final UUID ellis;
    private final UUID romy;
    private String look = "";

    private RecordPictures(Path folder, Stage stage, RecordWindows windows, MarlbrookLaptop marlbrook) {
        this.folder = folder;
        this.stage = stage;
        this.windows = windows;
        this.marlbrook = marlbrook;
        this.ellis = marlbrook.child("Ellis");
        this.romy = marlbrook.child("Romy");
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        Path home = Files.createTempDirectory("pictures");
        try (var marlbrook = MarlbrookLaptop.of(home.resolve("laptop"))) {
            Look theme = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
            var windows = Fx.get(() -> new RecordWindows(
                            marlbrook.laptop(),
                            theme,
                            Background.direct(fault -> fault.cause().printStackTrace()),
                            Timers.ofWindow())
                    .registered());
            Stage stage = Fx.show(() -> windows.shell().scene(1280, 768), theme);
            var pictures = new RecordPictures(folder, stage, windows, marlbrook);
            pictures.life();
            for (String name : args.length > 1 ? List.of(args).subList(1, args.length) : List.of("light")) {
                pictures.look = name;
                Fx.run(() -> {
                    theme.themeProperty()
                            .set(
                                    name.equals("dark")
                                            ? Theme.DARK
                                            : name.equals("contrast") ? Theme.CONTRAST : Theme.LIGHT);
                    theme.textSizeProperty().set(name.equals("200") ? TextSize.P200 : TextSize.P100);
                    stage.setWidth(name.equals("1000") ? 1000 : 1280);
                });
                Fx.settle();
                pictures.all();
            }
        }
        Fx.run(javafx.application.Platform::exit);
    }

    /// Work of the day: a change not yet sent, a clash, something parked, an addition.
    private void life() {
        var laptop = marlbrook.laptop();
        var pen = laptop.facts().of(ellis).get("address");
        List<UUID> seen = pen == null
                ? List.of()
                : pen.versions().stream().map(Change::opId).toList();
        laptop.facts()
                .set(
                        ellis,
                        "pen_picture",
                        Json.object()
                                .put(
                                        "text",
                                        "Ellis makes the best toast in the house and knows every bus in Marlbrook by"
                                            + " number. He looks after his sisters before he looks after himself. He"
                                            + " is quick to laugh when Maureen, his nan, is mentioned.")
                                .put("written_with_child", true),
                        null,
                        null);
        var gp = laptop.facts()
                .set(ellis, "gp", Json.object().put("name", "Tanner's Row Surgery"), null, null)
                .operations()
                .getFirst();
        laptop.replica()
                .results(
                        List.of(OpResult.parked(gp.opId(), "scope", UUID.nameUUIDFromBytes(new byte[] {1}))),
                        laptop.clock().instant());
        laptop.facts()
                .set(
                        ellis,
                        "address",
                        Json.object()
                                .put("lines", "22 Tanner's Row, Marlbrook, the door at the back")
                                .put("postcode", "MB1 4QT"),
                        seen,
                        null);
        marlbrook.arrives(
                ellis,
                "address",
                Json.object().put("lines", "24 Tanner's Row, Marlbrook").put("since", "2026-11-02"),
                seen,
                laptop.staff().all().stream()
                        .filter(account -> account.display().startsWith("Deborah"))
                        .findFirst()
                        .orElseThrow()
                        .name());
        laptop.log()
                .save(List.of(Intent.whole(
                        StreamId.ofCase(ellis),
                        laptop.ids().next(),
                        "case_note",
                        Json.object()
                                .put("kind", "call")
                                .put("at", "2026-11-17T15:20:00Z")
                                .put(
                                        "text",
                                        "Rang Mr Okafor at Larkfield Primary. Ellis came to school at 8:40 three days"
                                                + " this week, fed. He fell asleep in maths on Tuesday.")
                                .put("child_words", "I was up with Fern again."))));
        var event = new Chronology(laptop.log(), laptop.types()).of(ellis).getFirst();
        laptop.amending()
                .amend(
                        event.record(),
                        Json.object().put("text", "The school rang back: it was four days, not three."),
                        "The school corrected itself.");
    }

    private void all() throws IOException {
        page("01-today", Target.of("today"));
        page("02-caseload", Target.of("caseload"));
        page("03-summary", windows.child(ellis, "summary"));
        bottom("04-summary-lower");
        page("05-summary-zofia", windows.child(marlbrook.child("Zofia"), "summary"));
        windows.router();
        page("06-edit-phones", windows.child(romy, "summary"));
        press("child-change-phones");
        press("child-edit-phones-add");
        save("06-edit-phones");
        press("child-edit-phones-leave");
        press("child-change-communication");
        save("07-edit-communication");
        press("child-edit-communication-leave");
        page("08-chronology", windows.child(ellis, "chronology"));
        bottom("09-chronology-lower");
        page("10-visits", windows.child(ellis, "visits"));
        page("11-notes", windows.child(ellis, "notes"));
        page("12-history", windows.child(ellis, "history"));
        page("13-add-event", Target.of("record-event", "child", ellis.toString()));
        Fx.run(() -> windows.shell().commands().find("event-save").orElseThrow().run());
        save("14-add-event-errors");
        page("15-add-person", Target.of("add-person", "child", romy.toString()));
        bottom("16-add-person-lower");
        var event = new Chronology(marlbrook.laptop().log(), marlbrook.laptop().types())
                .of(ellis)
                .getFirst();
        page(
                "17-amend",
                Target.of("amend", "child", ellis.toString())
                        .with("record", event.record().toString()));
        press("amend-do-1");
        save("18-amend-mend");
        page("19-conflicts", Target.of("conflicts"));
        Fx.run(() ->
                windows.shell().commands().find("conflicts-3").orElseThrow().run());
        save("20-conflicts-both");
        bottom("21-conflicts-lower");
        page("22-activity", Target.of("activity"));
        page("23-outbox", Target.of("outbox"));
    }

    private void page(String name, Target target) throws IOException {
        Fx.run(() -> windows.router().go(target));
        save(name);
    }

    private void bottom(String name) throws IOException {
        Fx.run(() -> stage.getScene().getRoot().lookupAll(".page-scroll").forEach(node -> {
            if (node instanceof ScrollPane pane) {
                pane.setVvalue(1);
            }
        }));
        save(name);
    }

    private void press(String id) {
        Fx.settle();
        Fx.run(() -> {
            Node node = stage.getScene().lookup("#" + id);
            switch (node) {
                case ButtonBase button -> button.fire();
                case TextInputControl text -> text.requestFocus();
                case null -> throw new IllegalStateException("nothing called " + id);
                default -> node.requestFocus();
            }
        });
        Fx.settle();
    }

    private void save(String name) throws IOException {
        Fx.settle();
        try {
            Fx.run(() -> {
                try {
                    Pictures.save(stage, folder.resolve(look + "-" + name + ".png"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
