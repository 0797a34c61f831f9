package org.alongside.ui.gallery;

import static org.alongside.ui.control.Boxes.row;

import javafx.scene.Node;
import org.alongside.ui.Page;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.CheckQuestion;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.DateTyped;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.Tag;
import org.alongside.ui.control.TimeField;

/// The controls that the other sample pages do not show, some of them with faults.
public final class SampleControls implements Page {
    private final PageFrame frame = PageFrame.work("controls", "All controls");

    public SampleControls() {
        var date = new DateField("controls-date", "When was it?", SampleShell.CLOCK).quick(0, -1);
        date.bring(new DateTyped("31", "feb", "2026"));
        date.check();
        var time = new TimeField("controls-time", "From when?");
        time.text().setText("3.15 pm");
        var rooms = new CheckQuestion<>(
                "controls-rooms", "Which rooms did you see?", SampleVisit.choices("Living room", "Kitchen", "Bedroom"));
        rooms.choose(java.util.List.of("Kitchen"));
        var told = new RadioQuestion<>("controls-told", "Was the manager told?", SampleVisit.choices("Yes", "No"));
        told.wrong("Choose whether the manager was told");
        var note = new LongQuestion("controls-note", "Anything else?", SampleShell.CLOCK);
        note.hint("Write for the child, who may read it one day.");
        frame.content()
                .getChildren()
                .addAll(
                        new NoticeBar(
                                "controls-notice",
                                NoticeBar.Kind.ACCENT,
                                "Two laptops changed this summary. Both versions are kept."),
                        date,
                        time,
                        rooms,
                        told,
                        KnowBox.asking(
                                "controls-think",
                                KnowBox.Kind.THINK,
                                "What I think",
                                "Say how you know.",
                                SampleShell.CLOCK),
                        note,
                        row(
                                2,
                                new Tag("Draft", Tag.Kind.PLAIN),
                                new Tag("Visit today", Tag.Kind.ACCENT),
                                new Tag("Decision needed", Tag.Kind.WARNING),
                                new Tag("Settled", Tag.Kind.SUCCESS),
                                new Tag("Immediate danger", Tag.Kind.DANGER)),
                        row(
                                2,
                                Buttons.of("controls-plain", "Leave it as a draft", () -> {}),
                                Buttons.quiet("controls-quiet", "Not needed because…", () -> {})));
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
