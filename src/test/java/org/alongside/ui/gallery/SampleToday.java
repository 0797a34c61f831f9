package org.alongside.ui.gallery;

import static org.alongside.ui.control.Boxes.column;
import static org.alongside.ui.control.Boxes.growing;
import static org.alongside.ui.control.Boxes.heading;
import static org.alongside.ui.control.Boxes.lineOfText;
import static org.alongside.ui.control.Boxes.row;
import static org.alongside.ui.control.Boxes.section;
import static org.alongside.ui.control.Boxes.text;
import static org.alongside.ui.control.Boxes.word;

import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.ui.Page;
import org.alongside.ui.Shell;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.SendingPanel;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.control.When;

/// Today, as in the mock-up.
final class SampleToday implements Page {
    private final PageFrame frame = PageFrame.list("today", "Wednesday 18 November 2026");

    SampleToday(Shell shell) {
        frame.end(word("2 visits, 6 prompts", "text-quiet"));
        var visits = new Sheet(
                visit(
                        "10:30",
                        "Ellis, Romy and Fern",
                        "22 Tanner’s Row · child protection visit",
                        "Last alone: Ellis 12 August, 98 days ago, Romy 23 September. Fern was asleep twice running.",
                        "1",
                        true),
                visit(
                        "15:15",
                        "Zofia",
                        "School, sensory room · child in need visit, due tomorrow",
                        "Take symbols: her communication aid has not worked since 9 September.",
                        "2",
                        false));
        var doNow = new Sheet();
        doNow.line(row(
                3,
                growing(text("Zofia: decide about the bruise seen on 15 October")),
                new When("24 working days, no decision", false)));
        doNow.line(row(
                3,
                growing(text("Ellis, Romy and Fern: hold the core group")),
                new When("Was due Friday 6 November", false)));
        doNow.line(row(
                3,
                growing(text("Finish the assessment of Ellis, Romy and Fern: 31 of 58 answered")),
                new When("Due 23 December, day 20 of 45", true)));
        frame.content()
                .getChildren()
                .addAll(
                        column(2, section("Visits today"), visits),
                        column(
                                2,
                                lineOfText(
                                        3,
                                        section("Do now"),
                                        word(
                                                "Sorted by date. Each can be answered “not needed because…”",
                                                "text-hint")),
                                doNow),
                        column(
                                2,
                                heading("Next 5 working days"),
                                new EmptyState("No visits planned this week.", "today-plan", "Plan one", () -> {})));
        var danger = column(1, heading("A child in danger now?"), text("999, or Marlbrook duty team 01632 960 214"));
        var ready = column(
                2,
                heading("Ready for today"),
                new IconLine(
                        "mdoal-check_circle_outline",
                        "All 5 children in today’s households are on this laptop, with their plans and contacts."),
                text("Checked 08:55", "text-hint"));
        frame.panel(
                new SendingPanel("today-sending", shell.status().sendingProperty(), () -> {}, () -> {}), ready, danger);
    }

    private static Node visit(String time, String who, String where, String line, String id, boolean main) {
        var start = Buttons.of("today-start-" + id, "Start visit", () -> {});
        start.setAccessibleText("Start visit, " + who);
        if (main) {
            start.getStyleClass().add("accent");
        }
        VBox words = column(1, lineOfText(3, word(who, "text-question"), text(where, "text-quiet")), text(line));
        var when = word(time, "text-question", "visit-time");
        return row(4, when, growing(words), start);
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public Node first() {
        return frame.title();
    }
}
