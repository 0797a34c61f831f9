package org.alongside.visit.view;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.stage.Stage;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.record.Drafts.Draft;
import org.alongside.testing.Brennocks;
import org.alongside.ui.Shell;
import org.alongside.ui.SignedIn;
import org.alongside.ui.Target;
import org.alongside.ui.form.Timers;
import org.alongside.ui.picture.Png;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import tools.jackson.databind.node.ObjectNode;

/// Draws every part of the recording of a visit, for a person to look at: `main DIR [theme] [percent]`.
final class VisitPictures {
    private final Path folder;
    private final Theme theme;
    private final TextSize size;

    private VisitPictures(Path folder, Theme theme, TextSize size) {
        this.folder = folder;
        this.theme = theme;
        this.size = size;
    }

    public static void main(String[] args) throws Exception {
        var pictures = new VisitPictures(
                Path.of(args[0]),
                args.length > 1 ? Theme.valueOf(args[1]) : Theme.LIGHT,
                args.length > 2 ? TextSize.valueOf("P" + args[2]) : TextSize.P100);
        Platform.startup(() -> {});
        pictures.draw();
        Runtime.getRuntime().halt(0);
    }

    private Scene scene;
    private Brennocks family;
    private Draft draft;

    private interface Step {
        void run() throws Exception;
    }

    private void then(Step step) throws Exception {
        var done = new CountDownLatch(1);
        Platform.runLater(() -> {
            try {
                step.run();
            } catch (Throwable e) {
                e.printStackTrace();
            }
            done.countDown();
        });
        done.await(60, TimeUnit.SECONDS);
        Thread.sleep(120);
    }

    private void open() {
        family = new Brennocks(fault -> fault.cause().printStackTrace(), Timers.ofWindow());
        var look = new Look(theme, size);
        var shell = new Shell(
                family.commands,
                family.router,
                Background.direct(fault -> fault.cause().printStackTrace()),
                look);
        shell.addPlace(family.screens.place());
        shell.signedInProperty().set(new SignedIn("Joanna Pritchard", "Social worker", "Marlbrook Council"));
        scene = shell.scene(1280, 768);
        var stage = new Stage();
        stage.setScene(scene);
        look.apply(scene);
        stage.show();
        family.router.go(VisitScreens.VISITS);
    }

    private void draw() throws Exception {
        then(this::open);
        shot("visits-empty");
        then(() -> {
            draft = family.desk.recording().begin(List.of(family.ellis, family.romy, family.fern));
            family.laptop.drafts().keep(filled(family, draft));
            family.router.go(Target.of(VisitScreens.RECORD, "draft", draft.id().toString()));
        });
        for (String part : List.of("who", "child-0", "child-1", "child-2", "home", "think", "next", "check")) {
            then(() -> go(part));
            shot("part-" + part);
            then(() -> ((ScrollPane) scene.lookup("#visit-record-scroll")).setVvalue(1));
            shot("part-" + part + "-end");
        }
        then(() -> ((javafx.scene.control.Button) scene.lookup("#visit-main")).fire());
        shot("errors");
        then(() -> go("child-1"));
        shot("part-child-1-wrong");
        then(() -> family.router.go(VisitScreens.VISITS));
        shot("visits");
        then(() -> {
            family.laptop.drafts().keep(whole(family, draft));
            family.desk.recording().finish(draft.id());
            family.router.go(Target.of(VisitScreens.VISIT, "visit", draft.id().toString()));
        });
        shot("finished");
        then(() -> ((javafx.scene.control.Button) scene.lookup("#visit-add")).fire());
        then(() -> ((ScrollPane) scene.lookup("#visit-finished-scroll")).setVvalue(1));
        shot("finished-add");
        then(() -> family.router.go(
                Target.of(VisitScreens.CORRECT, "visit", draft.id().toString())));
        shot("correct");
        then(() -> {
            var list = (javafx.scene.control.RadioButton) scene.lookup("#visit-visit-mode-1");
            list.fire();
        });
        then(() -> ((javafx.scene.control.Button) scene.lookup("#visit-correct-main")).fire());
        shot("correct-check");
        then(() -> ((javafx.scene.control.Button) scene.lookup("#visit-correct-main")).fire());
        shot("correct-errors");
        then(() -> ((javafx.scene.control.TextArea) scene.lookup("#visit-why-text")).setText("It was a video call."));
        then(() -> ((javafx.scene.control.Button) scene.lookup("#visit-correct-main")).fire());
        shot("put-right");
        then(() -> ((javafx.scene.control.Button) scene.lookup("#visit-in-error")).fire());
        then(() -> ((ScrollPane) scene.lookup("#visit-finished-scroll")).setVvalue(1));
        shot("in-error");
        then(() -> family.desk.recording().begin(java.util.List.of(family.ellis)));
        then(() -> family.router.go(VisitScreens.VISITS));
        then(() -> ((javafx.scene.control.Button) scene.getRoot().lookupAll(".button").stream()
                        .filter(node -> String.valueOf(node.getId()).endsWith("-throw"))
                        .findFirst()
                        .orElseThrow())
                .fire());
        shot("visits-throw");
    }

    private void go(String part) {
        if (scene.lookup("#visit-parts-" + part) instanceof javafx.scene.control.ToggleButton button) {
            button.fire();
        } else {
            var chooser = (javafx.scene.control.ComboBox<?>) scene.lookup("#visit-parts-chooser");
            chooser.getSelectionModel()
                    .select(List.of("who", "child-0", "child-1", "child-2", "home", "think", "next", "check")
                            .indexOf(part));
            chooser.fireEvent(new javafx.event.ActionEvent());
        }
    }

    private void shot(String name) throws Exception {
        then(() -> Png.write(scene.snapshot(null), folder.resolve(name + ".png")));
    }

    static Draft filled(Brennocks family, Draft draft) {
        ObjectNode body = draft.body().deepCopy();
        ObjectNode trip = (ObjectNode) body.get("visit");
        trip.put("kind", "statutory_visit")
                .put("announced", true)
                .put("place", "home")
                .put("mode", "in_person");
        trip.put("access", "admitted").put("started_at", "2026-11-18T10:30").put("ended_at", "2026-11-18T11:35");
        trip.set(
                "people_present",
                Json.array()
                        .add(family.carly.toString())
                        .add(Json.object().put("name", "called Jay").put("relation", "a friend of Ryan")));
        ObjectNode ellis = (ObjectNode) body.get("children").get(0);
        ellis.put("seen", "awake")
                .put("alone", "alone_partial")
                .put("alone_minutes", 15)
                .put("alone_where", "own_bedroom");
        ellis.put("reason_not_alone", "carer_always_present")
                .put("reason_detail", "Carly stood on the landing and came in twice.");
        ellis.put("child_words", "“Can we talk at school. Not here.”");
        ellis.put("observed", "Thin jumper, cold hands. Spoke in a whisper and stopped when the stair creaked.");
        ellis.put("bedroom_seen", "no");
        ellis.set(
                "next_visit",
                Json.object().put("date", "2026-11-20").put("alone_plan", "At Larkfield Primary, library"));
        ObjectNode romy = (ObjectNode) body.get("children").get(1);
        romy.put("seen", "asleep");
        ObjectNode fern = (ObjectNode) body.get("children").get(2);
        fern.put("seen", "not_seen").put("not_seen_where", "At her nan's until Friday");
        return new Draft(
                draft.id(), draft.kind(), draft.children(), body, draft.place(), draft.begunAt(), draft.savedAt());
    }

    static Draft whole(Brennocks family, Draft draft) {
        ObjectNode body = filled(family, draft).body();
        ObjectNode trip = (ObjectNode) body.get("visit");
        trip.set("rooms_seen", Json.array().add("Kitchen").add("Living room"));
        trip.put("home_conditions", "Cold hall. Clean kitchen, food in the fridge.");
        trip.set(
                "parent_views",
                Json.array()
                        .add(Json.object()
                                .put("person", family.carly.toString())
                                .put("text", "Says mornings are hardest since the boiler broke.")));
        for (int i = 0; i < 3; i++) {
            ObjectNode row = (ObjectNode) body.get("children").get(i);
            row.set("communication_method", Json.array().add(i == 2 ? "observation" : "speech"));
            row.put("analysis", "He is quieter at home than at school; he asked to be seen there.");
            if (!row.has("bedroom_seen")) {
                row.put("bedroom_seen", "yes_without_child");
            }
        }
        ObjectNode ellis = (ObjectNode) body.get("children").get(0);
        ((ObjectNode) ellis.get("next_visit")).put("place", "Larkfield Primary");
        ObjectNode romy = (ObjectNode) body.get("children").get(1);
        romy.put("alone", "not_alone")
                .put("reason_not_alone", "child_asleep")
                .put("reason_detail", "Asleep on the sofa throughout.")
                .put("observed", "Asleep under a coat. Even breath.");
        romy.set(
                "next_visit",
                Json.object()
                        .put("date", "2026-11-20")
                        .put("place", "Larkfield Primary")
                        .put("alone_plan", "With her teacher next door"));
        ObjectNode fern = (ObjectNode) body.get("children").get(2);
        fern.set(
                "not_seen_who_will_see_when",
                Json.object().put("person", "w_joanna").put("at", "2026-11-20T15:00"));
        fern.set("next_visit", Json.object().put("date", "2026-11-20").put("place", "Home"));
        return new Draft(
                draft.id(),
                draft.kind(),
                draft.children(),
                body,
                draft.place(),
                draft.begunAt(),
                LocalDate.of(2026, 11, 18).atTime(12, 6).atZone(Clocks.LONDON).toInstant());
    }
}
