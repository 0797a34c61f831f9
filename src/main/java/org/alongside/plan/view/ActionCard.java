package org.alongside.plan.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.plan.Action;
import org.alongside.plan.Finding;
import org.alongside.plan.PlanDraft;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Link;
import org.alongside.ui.theme.Icons;

/// An action to read: its words with their marks, who, by when and what will be seen, and either its
/// questions or that it is clear.
final class ActionCard extends HBox {
    /// What can be done with it.
    interface Acts {
        void change(PlanDraft.Item item);

        void showQuestions(PlanDraft.Item item);

        void putBack(PlanDraft.Item item);

        void settleClash(PlanDraft.Item item);
    }

    /// @param number in the plan, from 1
    /// @param questions whether they are written out
    /// @param whom for whom it is, where that is not everybody; else empty
    ActionCard(int number, PlanDraft.Item item, List<Finding> findings, boolean questions, String whom, Acts acts) {
        setId("plan-" + number);
        getStyleClass().addAll("plan-action", "gap-3");
        setAlignment(Pos.TOP_LEFT);
        Action action = item.action();
        String name = Texts.of("plan.action.number", number);
        var number0 = Boxes.word(String.valueOf(number), "strong", "plan-number");
        VBox body = Boxes.column(1);
        body.setMinWidth(0);
        Boxes.growing(body);
        var text = new MarkedText("plan-text");
        if (action.text().isBlank()) {
            text.say(Texts.of("plan.action.no-text"));
        } else {
            text.say(action, Action.Part.TEXT, findings);
        }
        HBox first = Boxes.row(3, Boxes.growing(text));
        first.setAlignment(Pos.TOP_LEFT);
        HBox second = Boxes.row(3, Boxes.growing(under(action, findings, whom)));
        second.setAlignment(Pos.TOP_LEFT);
        body.getChildren().addAll(first, second);
        if (item.removed()) {
            body.getChildren()
                    .add(Boxes.lineOfText(
                            3,
                            Boxes.text(Texts.of("plan.action.taken-out")),
                            Buttons.of(id("keep"), Texts.of("plan.undo"), () -> acts.putBack(item))));
        } else {
            first.getChildren()
                    .add(new Link(id("change"), Texts.of("plan.action.change"), () -> acts.change(item))
                            .called(Texts.of("plan.action.change-of", name)));
            if (item.standing() != null && item.standing().conflict() != null) {
                body.getChildren()
                        .add(new Link(id("clash"), Texts.of("plan.action.clash"), () -> acts.settleClash(item)));
            }
            if (findings.isEmpty()) {
                second.getChildren()
                        .add(Boxes.styled(line("mdoal-check_circle", Texts.of("plan.action.clear")), "plan-clear"));
            } else if (questions) {
                var lines = new Questions(id("questions"));
                lines.show(findings);
                body.getChildren().add(lines);
            } else {
                body.getChildren().add(count(findings, name, item, acts));
            }
        }
        getChildren().addAll(number0, body);
        setAccessibleText(name);
    }

    private HBox count(List<Finding> findings, String name, PlanDraft.Item item, Acts acts) {
        long needed = findings.stream().filter(Finding::stops).count();
        HBox count = line(
                needed > 0 ? "mdoal-error_outline" : "mdoal-edit",
                needed > 0
                        ? Texts.of("plan.action.questions-needed", findings.size(), needed)
                        : Texts.of("plan.action.questions", findings.size()));
        count.getStyleClass().add("lint-line");
        count.getChildren()
                .add(new Link(id("show"), Texts.of("plan.action.show"), () -> acts.showQuestions(item))
                        .called(Texts.of("plan.action.show-of", name)));
        return count;
    }

    private static HBox line(String icon, String words) {
        return Boxes.row(2, Icons.small(icon), Boxes.word(words, "strong"));
    }

    private String id(String end) {
        return getId() + "-" + end;
    }

    private static MarkedText under(Action action, List<Finding> findings, String whom) {
        var under = new MarkedText("plan-under");
        if (!whom.isEmpty()) {
            under.say(whom + " · ");
        }
        if (action.who().isBlank()) {
            under.say(Texts.of("plan.action.nobody"));
        } else {
            under.say(action, Action.Part.WHO, findings);
        }
        if (action.by().isBlank()) {
            under.say(" · " + Texts.of("plan.action.no-day"));
        } else {
            under.say(" · " + Texts.of("plan.action.by") + " ").say(action, Action.Part.BY, findings);
        }
        if (!action.outcome().isBlank()) {
            under.say(" · ").say(action, Action.Part.OUTCOME, findings);
        }
        return under;
    }
}
