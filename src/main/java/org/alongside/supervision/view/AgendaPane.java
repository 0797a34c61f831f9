package org.alongside.supervision.view;

import static org.alongside.supervision.view.SessionPage.text;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.supervision.Agenda;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.Sheet;

/// The agenda that both share: what each added, what needs no talk, what got better.
final class AgendaPane {
    private AgendaPane() {}

    static Node of(SessionScene scene) {
        VBox pane = Boxes.column(4, Boxes.section(text("add-something")), add(scene));
        Agenda agenda = scene.read().agenda();
        if (!agenda.ownItems().isEmpty()) {
            var sheet = new Sheet();
            agenda.ownItems().forEach(item -> sheet.line(own(scene, item)));
            pane.getChildren().add(sheet);
        }
        pane.getChildren().addAll(Boxes.section(text("on-agenda")), Boxes.text(text("on-agenda-hint"), "text-hint"));
        answers(scene, agenda.groups(), pane);
        pane.getChildren().addAll(Boxes.section(text("no-talk-title")), Boxes.text(text("no-talk-hint"), "text-hint"));
        if (agenda.noTalk().isEmpty()) {
            pane.getChildren().add(new EmptyState(text("no-talk-none")));
        } else {
            answers(scene, agenda.noTalk(), pane);
        }
        parked(scene, agenda, pane);
        if (!agenda.better().isEmpty() || !agenda.unnamed().isEmpty()) {
            pane.getChildren().add(Boxes.section(text("better")));
            agenda.better().forEach(better -> pane.getChildren().add(Boxes.text(better.text())));
            agenda.unnamed().forEach(child -> pane.getChildren().add(Boxes.text(text("unnamed", child.shortName()))));
        }
        return pane;
    }

    private static Node add(SessionScene scene) {
        var line = scene.ties().line(new LineQuestion("session-add", text("add-question")), "adding");
        line.hint(text("add-hint"));
        var problem = Boxes.text("", "wrong-text");
        Boxes.show(problem, false);
        return Boxes.column(
                2,
                line,
                problem,
                Buttons.of(
                        "session-add-go",
                        text("add"),
                        () -> CheckPane.save(
                                scene.desk(),
                                () -> scene.desk()
                                        .supervising()
                                        .addOwnItem(scene.read().pair(), line.typed(), null),
                                () -> {
                                    scene.kept().writing().put("adding", "");
                                    scene.reload().run();
                                },
                                problem)));
    }

    private static Node own(SessionScene scene, Agenda.OwnItem item) {
        var problem = Boxes.text("", "wrong-text");
        Boxes.show(problem, false);
        return Boxes.row(
                3,
                Boxes.growing(Boxes.column(
                        1,
                        Boxes.text(item.text(), "strong"),
                        Boxes.text(scene.desk().staff().displayOf(item.author()), "text-hint"),
                        problem)),
                Buttons.of(
                        "session-off-" + item.id(),
                        text("take-off"),
                        () -> CheckPane.save(
                                scene.desk(),
                                () -> scene.desk()
                                        .supervising()
                                        .takeOff(scene.read().pair(), item),
                                scene.reload(),
                                problem)));
    }

    private static void answers(SessionScene scene, List<Agenda.Group> groups, VBox pane) {
        for (Agenda.Group group : groups) {
            var sheet = new Sheet();
            group.items().forEach(item -> sheet.line(answer(scene, item)));
            pane.getChildren().add(Boxes.column(2, Boxes.heading(SessionPage.names(group.children())), sheet));
        }
    }

    private static Node answer(SessionScene scene, Agenda.Item item) {
        String id = "item-" + item.code() + "-" + item.subject();
        var why = new LineQuestion(id + "-why", text("park-why"));
        var problem = Boxes.text("", "wrong-text");
        Boxes.show(problem, false);
        var box = Boxes.column(2, why, problem);
        var park = Buttons.of(
                id + "-park",
                text("park-it"),
                () -> CheckPane.save(
                        scene.desk(),
                        () -> scene.desk().supervising().reply(scene.read().pair(), item, "park", why.typed()),
                        scene.reload(),
                        problem));
        var done = Buttons.of(
                id + "-done",
                text("item-done"),
                () -> CheckPane.save(
                        scene.desk(),
                        () -> scene.desk().supervising().reply(scene.read().pair(), item, "done", why.typed()),
                        scene.reload(),
                        problem));
        box.getChildren().add(Boxes.row(2, park, done));
        Boxes.show(box, false);
        var open = new Link(id, text("answer"), () -> {
                    Boxes.show(box, !box.isVisible());
                    if (box.isVisible()) {
                        why.focusAnswer();
                    }
                })
                .called(text("answer-to", item.text()));
        return Boxes.column(2, Boxes.row(3, Boxes.growing(Boxes.text(item.text())), open), box);
    }

    private static void parked(SessionScene scene, Agenda agenda, VBox pane) {
        if (agenda.parked().isEmpty()) {
            return;
        }
        var sheet = new Sheet();
        for (Agenda.Answered answered : agenda.parked()) {
            var problem = Boxes.text("", "wrong-text");
            Boxes.show(problem, false);
            String said = text(
                    "answered." + answered.answer(), scene.desk().staff().displayOf(answered.by()), answered.why());
            sheet.line(Boxes.row(
                    3,
                    Boxes.growing(Boxes.column(
                            1, Boxes.text(answered.item().text()), Boxes.text(said, "text-hint"), problem)),
                    Buttons.of(
                            "item-back-" + answered.item().code() + "-"
                                    + answered.item().subject(),
                            text("put-back"),
                            () -> CheckPane.save(
                                    scene.desk(),
                                    () -> scene.desk()
                                            .supervising()
                                            .putBack(scene.read().pair(), answered.item()),
                                    scene.reload(),
                                    problem))));
        }
        pane.getChildren().addAll(Boxes.section(text("answered")), sheet);
    }
}
