package org.alongside.ui.gallery;

import static org.alongside.ui.control.Boxes.column;
import static org.alongside.ui.control.Boxes.lineOfText;
import static org.alongside.ui.control.Boxes.section;
import static org.alongside.ui.control.Boxes.space;
import static org.alongside.ui.control.Boxes.text;
import static org.alongside.ui.control.Boxes.word;

import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Part;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.control.SummaryList;
import org.alongside.ui.control.TaskList;

/// Check and finish, as in the mock-up.
final class SampleCheck implements Page {
    private final PageFrame frame = PageFrame.work("check", "Record visit");
    private final ErrorSummary summary = new ErrorSummary("check-errors");

    SampleCheck() {
        var mark = new SavedMark("check-saved");
        mark.show(new SavedMark.State.Draft(Instant.parse("2026-11-18T20:41:00Z")));
        frame.sub("Ellis, Romy and Fern · today, 10:30 to 11:35").end(mark);
        var parts = new TaskList("check-parts", "Parts", id -> {});
        parts.show(
                List.of(
                        new Part("who", "Who, where, when", Part.State.FINISHED, "Finished"),
                        new Part("ellis", "Ellis, 9", Part.State.FINISHED, "Finished"),
                        new Part("romy", "Romy, 5", Part.State.TO_PUT_RIGHT, "1 answer missing"),
                        new Part("fern", "Fern, 8 months", Part.State.FINISHED, "Finished"),
                        new Part("next", "Actions and next visit", Part.State.TO_PUT_RIGHT, "1 answer to change"),
                        new Part("check", "Check and finish", Part.State.NOT_STARTED, "")),
                "check");
        frame.parts(parts);
        var list = new SummaryList("check-list")
                .row(
                        "Ellis",
                        column(
                                0,
                                text("Seen awake. In part alone, 15 minutes, own bedroom: Carly stood on the"
                                        + " landing. School visit by Friday 20 November."),
                                text("“Can we talk at school. Not here.”", "text-said")),
                        () -> {})
                .row(
                        "Romy",
                        column(
                                0,
                                text("Choose why you were not alone together", "wrong-text"),
                                text("Seen awake, living room. Not alone.")),
                        () -> {})
                .row("Fern", "Seen awake, fed by Carly. Cot seen, with a wet sheet.", () -> {});
        frame.content()
                .getChildren()
                .addAll(
                        summary,
                        column(
                                2,
                                lineOfText(
                                        3,
                                        section("Check what you wrote"),
                                        word("Visit 10:30 to 11:35 today, written up 20:41", "text-hint")),
                                list));
        frame.foot(
                Buttons.main(Command.of("check-finish", "Finish visit record", "Ctrl+Enter", () -> {})),
                Buttons.of("check-leave", "Leave it as a draft", () -> {}),
                space(),
                text("Once finished, it can be added to, never overwritten.", "text-hint"));
        summary.show(
                List.of(
                        new ErrorSummary.Line("Romy: choose why you were not alone together", () -> {}),
                        new ErrorSummary.Line(
                                "Next visit: the year must be 2026 or later, and you wrote 2025", () -> {})),
                "Everything you wrote is saved as a draft on this laptop.");
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public Node first() {
        return summary;
    }
}
