package org.alongside.supervision.view;

import static org.alongside.supervision.view.SessionPage.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.Glance;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.rules.content.ContentFile.SupervisionRules.Reflection;
import org.alongside.rules.content.ContentFile.SupervisionRules.Slot;
import org.alongside.supervision.Agenda;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.CheckQuestion;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.DateBounds;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.control.SideBySide;
import org.alongside.ui.control.Tag;
import tools.jackson.databind.node.ArrayNode;

/// One family: what the children said, what the record shows, other explanations, the decision.
final class FamilyPane {
    private FamilyPane() {}

    static Node of(SessionScene scene, Agenda.Group group) {
        String key = SessionRead.key(group);
        String path = "families." + key;
        boolean agreed = scene.kept().writing().get(path + ".agreed").booleanValue(false);
        VBox pane = Boxes.column(4, head(scene, group, agreed));
        Glance.Said said = scene.read().said().get(group.headline().id());
        if (said != null) {
            pane.getChildren()
                    .add(KnowBox.reading(
                            "session-said",
                            KnowBox.Kind.WORDS,
                            text("said", group.headline().shortName(), Words.shortDay(said.on())),
                            Boxes.text("“" + said.words() + "”")));
        }
        pane.getChildren().add(items(scene, group));
        if (!scene.read().supervisor()) {
            pane.getChildren()
                    .add(SessionPage.notice(
                            "session-writes",
                            text(
                                    "supervisor-writes",
                                    scene.desk()
                                            .staff()
                                            .displayOf(scene.read().pair().supervisor()))));
            return pane;
        }
        if (agreed) {
            pane.getChildren().add(SessionPage.notice("session-filed", text("filed")));
            return pane;
        }
        children(scene, group, path);
        pane.getChildren().addAll(explanations(scene, path), decision(scene, group, path));
        return pane;
    }

    private static Node head(SessionScene scene, Agenda.Group group, boolean agreed) {
        var tag = new Tag(text(agreed ? "with-each" : "goes-to-each"), Tag.Kind.ACCENT).icon("mdoal-article");
        HBox head = Boxes.row(3, Boxes.growing(Boxes.section(SessionPage.names(group.children()))), tag);
        return Boxes.column(
                1,
                head,
                Boxes.lineOfText(
                        3,
                        Boxes.text(group.label(), "text-quiet"),
                        new Link(
                                        "session-open-record",
                                        text("open-record"),
                                        () -> scene.desk()
                                                .doors()
                                                .openChild(group.headline().id()))
                                .called(text("open-record-of", group.headline().shortName()))));
    }

    private static Node items(SessionScene scene, Agenda.Group group) {
        String since = scene.read()
                .lastHeld()
                .map(day -> text("since", Words.shortDay(day)))
                .orElseGet(() -> text("what-record-shows"));
        VBox lines = Boxes.column(1, Boxes.heading(since));
        group.items().forEach(item -> lines.getChildren().add(Boxes.text("•  " + item.text())));
        if (group.items().isEmpty()) {
            lines.getChildren().add(Boxes.text(text("nothing-due"), "text-quiet"));
        }
        return lines;
    }

    /// Whose records it goes to: all of the family until somebody says otherwise.
    private static void children(SessionScene scene, Agenda.Group group, String path) {
        if (scene.kept().writing().get(path + ".children").isMissingNode()
                && org.alongside.supervision.SessionForm.isWritten(
                        scene.kept().writing().get(path))) {
            put(scene, path, ids(group));
        }
    }

    private static Set<String> ids(Agenda.Group group) {
        var ids = new LinkedHashSet<String>();
        group.children().forEach(child -> ids.add(child.id().toString()));
        return ids;
    }

    private static void put(SessionScene scene, String path, Set<String> ids) {
        ArrayNode all = Json.array();
        ids.forEach(all::add);
        scene.kept().writing().put(path + ".children", all);
    }

    private static Node explanations(SessionScene scene, String path) {
        var asked = new ArrayList<LongQuestion>();
        for (Reflection question : scene.read().rules().questions()) {
            if (question.slot() == Slot.DECIDE) {
                var one = new LongQuestion(
                        "session-" + question.id(),
                        question.text(),
                        scene.desk().clock());
                scene.ties().lines(one, path + ".answers." + question.id());
                one.text().lines(3);
                asked.add(one);
            }
        }
        return asked.size() == 2
                ? SideBySide.shares(1, asked.getFirst(), 1, asked.getLast())
                : Boxes.column(4, asked.toArray(Node[]::new));
    }

    private static Node decision(SessionScene scene, Agenda.Group group, String path) {
        String at = path + ".decision.";
        var what = scene.ties().line(new LineQuestion("session-what", text("what")), at + "what");
        VBox hints = Boxes.column(1);
        what.textProperty().subscribe((was, is) -> hint(scene, hints, is));
        hint(scene, hints, what.typed());
        var why = scene.ties().line(new LineQuestion("session-why", text("why")), at + "why");
        why.hint(text("why-hint"));
        var change = scene.ties()
                .line(new LineQuestion("session-change", text("would-change")), at + "what_would_change_it");
        var who = scene.ties()
                .choice(
                        new ChoiceField<>(
                                "session-who",
                                text("who"),
                                scene.read().people().stream()
                                        .map(account -> Choice.of(account.name(), account.display()))
                                        .toList()),
                        at + "who");
        var by = scene.ties()
                .date(new DateField("session-by", text("by"), scene.desk().clock()), at + "by");
        by.within(DateBounds.from(scene.read().today()));
        VBox lines = Boxes.column(
                3,
                Boxes.lineOfText(
                        3,
                        Boxes.section(text("decision")),
                        Boxes.text(
                                text(
                                        "in-words-of",
                                        scene.desk()
                                                .staff()
                                                .displayOf(scene.desk().me().name())),
                                "text-hint")),
                what,
                hints,
                why,
                change);
        lines.getChildren().add(SideBySide.shares(1, who, 2, by));
        if (group.children().size() > 1) {
            lines.getChildren().add(forWhom(scene, group, path));
        }
        scene.kept().writing().onChange(() -> children(scene, group, path));
        return new Sheet(lines);
    }

    private static Node forWhom(SessionScene scene, Agenda.Group group, String path) {
        var whom = new CheckQuestion<>(
                "session-whom",
                text("for-whom"),
                group.children().stream()
                        .map(child -> Choice.of(child.id().toString(), child.shortName()))
                        .toList());
        whom.named(path + ".children");
        var chosen = new LinkedHashSet<String>();
        scene.kept().writing().get(path + ".children").forEach(child -> chosen.add(child.asString("")));
        whom.choose(chosen.isEmpty() ? List.copyOf(ids(group)) : List.copyOf(chosen));
        whom.values().addListener((javafx.collections.SetChangeListener<String>)
                change -> put(scene, path, new LinkedHashSet<>(whom.values())));
        scene.ties().add(whom);
        return whom;
    }

    /// Questions about vague words, as the linter of plans asks them; they never stop anybody.
    private static void hint(SessionScene scene, VBox hints, String words) {
        hints.getChildren().clear();
        if (!words.isBlank()) {
            for (Problem hint : scene.desk().questions().of(words, "what")) {
                hints.getChildren().add(Boxes.text(hint.message(), "text-hint"));
            }
        }
        Boxes.show(hints, !hints.getChildren().isEmpty());
    }

    /// A child's name with the age, for choosing.
    static String named(ChildSummary child, SessionScene scene) {
        return child.bornOn() == null
                ? child.shortName()
                : Texts.of(
                        "supervision.view.child-aged",
                        child.shortName(),
                        org.alongside.child.Age.words(
                                child.bornOn(), Clocks.today(scene.desk().clock())));
    }
}
