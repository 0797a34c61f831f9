package org.alongside.supervision.view;

import static org.alongside.supervision.view.SessionPage.text;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.rules.content.ContentFile.SupervisionRules.Reflection;
import org.alongside.rules.content.ContentFile.SupervisionRules.Slot;
import org.alongside.supervision.Agenda;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.RadioQuestion;

/// One child in depth: the worker's choice first, questions to pick from, and for each answer where it
/// goes.
final class ThinkPane {
    /// Pick four, not all.
    private static final int QUESTIONS_SHOWN = 4;

    private ThinkPane() {}

    static Node of(SessionScene scene) {
        VBox pane = Boxes.column(4, Boxes.section(text("slot.think")), Boxes.text(text("think-words"), "text-quiet"));
        for (Agenda.OwnItem own : scene.read().agenda().ownItems()) {
            pane.getChildren()
                    .add(Boxes.text(text("own-item", scene.desk().staff().displayOf(own.author()), own.text())));
        }
        if (!scene.read().supervisor()) {
            pane.getChildren().add(SessionPage.notice("session-think-worker", text("think-worker")));
            return pane;
        }
        var child = scene.ties()
                .choice(
                        new ChoiceField<>(
                                "session-think-child",
                                text("think-child"),
                                scene.read().children().stream()
                                        .map(one -> Choice.of(one.id().toString(), FamilyPane.named(one, scene)))
                                        .toList()),
                        "think.child");
        pane.getChildren().add(child);
        String name = scene.read().children().stream()
                .filter(one -> one.id().toString().equals(scene.kept().writing().text("think.child")))
                .findFirst()
                .map(ChildSummary::shortName)
                .orElseGet(() -> text("the-child"));
        for (Reflection question : shown(scene)) {
            pane.getChildren().add(question(scene, question, name));
        }
        pane.getChildren().add(more(scene));
        return pane;
    }

    /// Those answered already, and as many more as make four.
    private static List<Reflection> shown(SessionScene scene) {
        List<Reflection> all = scene.read().rules().questions().stream()
                .filter(question -> question.slot() == Slot.THINK)
                .toList();
        if (scene.kept().writing().get("think.all").booleanValue(false)) {
            return all;
        }
        List<Reflection> answered =
                all.stream().filter(question -> isAnswered(scene, question)).toList();
        return Stream.concat(answered.stream(), firstOfEachKind(all).filter(question -> !isAnswered(scene, question)))
                .limit(Math.max(QUESTIONS_SHOWN, answered.size()))
                .toList();
    }

    private static Stream<Reflection> firstOfEachKind(List<Reflection> all) {
        return Stream.of(Reflection.Kind.values())
                .flatMap(kind ->
                        all.stream().filter(question -> question.kind() == kind).limit(1));
    }

    private static boolean isAnswered(SessionScene scene, Reflection question) {
        return scene.kept().writing().has("think.answers." + question.id());
    }

    private static Node question(SessionScene scene, Reflection question, String name) {
        var asked = new LongQuestion(
                "session-" + question.id(),
                question.text().replace("{child}", name),
                scene.desk().clock());
        scene.ties().lines(asked, "think.answers." + question.id());
        var route = new RadioQuestion<>(
                "session-route-" + question.id(),
                text("route"),
                List.of(Choice.of("child_file", text("route-child")), Choice.of("private", text("route-private"))));
        scene.ties().radio(route, "think.routes." + question.id());
        route.inline();
        return Boxes.column(2, asked, route);
    }

    private static Node more(SessionScene scene) {
        boolean all = scene.kept().writing().get("think.all").booleanValue(false);
        var more = new org.alongside.ui.control.Link("session-more-questions", text("more-questions"), () -> {
            scene.kept().writing().put("think.all", true);
            scene.go().accept("think");
        });
        Boxes.show(more, !all);
        return more;
    }
}
