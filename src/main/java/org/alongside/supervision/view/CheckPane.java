package org.alongside.supervision.view;

import static org.alongside.supervision.view.SessionPage.text;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.kernel.BadInput;
import org.alongside.record.CaseLog;
import org.alongside.supervision.ActionItem;
import org.alongside.supervision.Pair;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.DateBounds;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.task.Lane;

/// Actions from last time: done, not yet with a new date and the reason, or dropped with the reason.
final class CheckPane {
    private static final int CLOSED_SHOWN = 6;

    private CheckPane() {}

    static Node of(SessionScene scene) {
        return list(
                scene.desk(),
                scene.read().pair(),
                scene.read().actions(),
                new Says(
                        scene.read().rules().notDone().supervisorDecides(),
                        scene.read().rules().notDone().serviceManager()),
                scene.reload());
    }

    /// From how many times on something else happens.
    record Says(int supervisorDecides, int serviceManager) {}

    static Node list(SessionDesk desk, Pair pair, List<ActionItem> actions, Says says, Runnable reload) {
        VBox pane = Boxes.column(4, Boxes.section(text("actions")));
        List<ActionItem> open = actions.stream().filter(ActionItem::isOpen).toList();
        if (open.isEmpty()) {
            pane.getChildren().add(new EmptyState(text("actions-none")));
        } else {
            var sheet = new Sheet();
            open.forEach(action -> sheet.line(line(desk, pair, action, says, reload)));
            pane.getChildren().add(sheet);
        }
        List<ActionItem> closed = actions.stream()
                .filter(action -> !action.isOpen())
                .sorted(java.util.Comparator.comparing(
                        ActionItem::done, java.util.Comparator.nullsLast(java.util.Comparator.reverseOrder())))
                .limit(CLOSED_SHOWN)
                .toList();
        if (!closed.isEmpty()) {
            var sheet = new Sheet();
            closed.forEach(action -> sheet.line(Boxes.column(
                    1,
                    Boxes.text(action.text()),
                    Boxes.text(
                            text(
                                    "action-done",
                                    action.done() == null ? "" : Words.shortDay(action.done()),
                                    action.who()),
                            "text-hint"))));
            pane.getChildren().addAll(Boxes.section(text("actions-closed")), sheet);
        }
        return pane;
    }

    private static Node line(SessionDesk desk, Pair pair, ActionItem action, Says says, Runnable reload) {
        String id = "action-" + action.record();
        String due = action.due() == null ? text("action-no-date") : Words.shortDay(action.due());
        VBox line = Boxes.column(
                2,
                Boxes.column(
                        1,
                        Boxes.text(action.text(), "strong"),
                        Boxes.text(text("action-due", action.who(), due), "text-hint")));
        if (action.notDone() >= says.serviceManager()) {
            line.getChildren().add(Boxes.text(text("action-service-manager", action.notDone()), "text-when"));
        } else if (action.notDone() > 0) {
            line.getChildren().add(Boxes.text(text("action-not-done", action.notDone()), "text-when"));
        }
        var outcome = new RadioQuestion<>(
                id,
                text("action-outcome"),
                List.of(
                        Choice.of("done", text("action-is-done")),
                        Choice.of("again", text("action-again")),
                        Choice.of("drop", text("action-drop"))));
        var on = new DateField(id + "-on", text("action-new-date"), desk.clock());
        on.within(DateBounds.from(org.alongside.kernel.Clocks.today(desk.clock())));
        var why = new LineQuestion(id + "-why", text("action-why"));
        var problem = Boxes.text("", "wrong-text");
        Boxes.show(problem, false);
        var keep = Buttons.of(id + "-keep", text("action-keep"), () -> {
            String what = outcome.value().orElse("");
            java.time.LocalDate today = org.alongside.kernel.Clocks.today(desk.clock());
            if (what.equals("again") && on.date().isEmpty()) {
                on.wrong(text("action-date-needed"));
                return;
            }
            save(
                    desk,
                    () -> what.equals("again")
                            ? desk.supervising().again(pair, action, on.date().orElse(today), why.typed())
                            : desk.supervising().done(pair, action, today, reason(what, why.typed())),
                    reload,
                    problem);
        });
        var box = Boxes.column(2, on, why, problem, keep);
        outcome.under(box, "done", "again", "drop");
        outcome.valueProperty().subscribe(now -> Boxes.show(on, "again".equals(now)));
        line.getChildren().add(outcome);
        return line;
    }

    /// Giving something up needs its reason.
    private static String reason(String what, String why) {
        if (what.equals("drop") && why.isBlank()) {
            throw BadInput.of("why-missing", "why", org.alongside.kernel.Texts.of("supervision.why-missing"));
        }
        return why;
    }

    static void save(
            SessionDesk desk, Callable<CaseLog.Saved> what, Runnable then, javafx.scene.control.Label problem) {
        desk.background().ask(Lane.STORE, what, saved -> then.run(), why -> {
            if (why instanceof BadInput bad) {
                problem.setText(bad.problems().getFirst().message());
                Boxes.show(problem, true);
            } else {
                desk.background().fault(why);
            }
        });
    }
}
