package org.alongside.ui.gallery;

import static org.alongside.ui.control.Boxes.lineOfText;
import static org.alongside.ui.control.Boxes.section;
import static org.alongside.ui.control.Boxes.space;
import static org.alongside.ui.control.Boxes.word;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javafx.scene.Node;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.Target;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.DateBounds;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.Part;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.control.SideBySide;
import org.alongside.ui.control.TaskList;

/// Record visit, as in the mock-up.
final class SampleVisit implements Page {
    private final PageFrame frame = PageFrame.work("visit", "Record visit");
    private final TaskList parts = new TaskList("visit-parts", "Parts", id -> {});
    private final Command next = Command.of("visit-next", "Next: Romy", "Ctrl+Enter", () -> {});

    SampleVisit(Target target) {
        var mark = new SavedMark("visit-saved");
        mark.show(new SavedMark.State.Draft(Instant.parse("2026-11-18T12:06:00Z")));
        frame.sub("Ellis, Romy and Fern · today, 10:30 to 11:35").end(mark);
        parts.show(
                List.of(
                        new Part("who", "Who, where, when", Part.State.FINISHED, "Finished"),
                        new Part("ellis", "Ellis, 9", Part.State.IN_PROGRESS, "In progress"),
                        new Part("romy", "Romy, 5", Part.State.NOT_STARTED, "Not started"),
                        new Part("fern", "Fern, 8 months", Part.State.IN_PROGRESS, "In progress"),
                        new Part("home", "The home", Part.State.NOT_STARTED, "Not started"),
                        new Part("think", "What I think", Part.State.NOT_STARTED, "Not started"),
                        new Part("next", "Actions and next visit", Part.State.NOT_STARTED, "Not started"),
                        new Part("check", "Check and finish", Part.State.NOT_STARTED, "When the parts are done")),
                "ellis");
        frame.parts(parts);
        var seen = new RadioQuestion<>("visit-seen", "Was Ellis seen?", choices("Awake", "Asleep", "Not seen")).large();
        seen.choose("Awake");
        var why = new ChoiceField<>("visit-why", "Why?", choices("A parent or carer stayed", "Child asleep"));
        why.choose("A parent or carer stayed");
        var what = new LineQuestion("visit-what", "What happened?");
        what.text().setText("Carly stood on the landing and came in twice.");
        var how = new LineQuestion("visit-how", "How will you see him alone?");
        how.text().setText("At Larkfield Primary, library");
        var by = new DateField("visit-by", "By when?", SampleShell.CLOCK)
                .within(DateBounds.from(LocalDate.of(2026, 11, 18)))
                .inline();
        by.take(LocalDate.of(2026, 11, 20));
        var alone = new RadioQuestion<>(
                        "visit-alone",
                        "Was he alone with you?",
                        choices(
                                "Yes, alone",
                                "Yes, with an independent helper",
                                "In part: an adult at the door or listening",
                                "No"))
                .large()
                .hint("No parent, carer, brother or sister in the room or able to hear.")
                .under(SideBySide.shares(1, why, 2, what), "In part: an adult at the door or listening", "No")
                .under(SideBySide.shares(1, how, 2, by), "In part: an adult at the door or listening", "No");
        alone.choose("In part: an adult at the door or listening");
        var said = KnowBox.asking(
                "visit-said",
                KnowBox.Kind.WORDS,
                "What Ellis said",
                "His exact words or signs. “Nothing said” is an answer.",
                SampleShell.CLOCK);
        said.text().setText("“Can we talk at school. Not here.”");
        var saw = KnowBox.asking(
                "visit-saw",
                KnowBox.Kind.SAW,
                "What I saw",
                "How he looked, moved, sounded. No labels.",
                SampleShell.CLOCK);
        saw.text().setText("Thin jumper, cold hands. Spoke in a whisper and stopped when the stair creaked.");
        var sleeping = new RadioQuestion<>(
                        "visit-sleeping", "Sleeping place seen?", choices("Yes, with Ellis", "Yes, without him", "No"))
                .inline()
                .large();
        sleeping.choose("No");
        frame.content()
                .getChildren()
                .addAll(
                        lineOfText(
                                3,
                                section("Ellis Brennock, 9 years"),
                                word("first of 3 children", "text-quiet"),
                                space(),
                                new Link("visit-before", "What he said before", () -> {})),
                        seen,
                        alone,
                        SideBySide.shares(1, said, 1, saw),
                        sleeping);
        frame.foot(
                Buttons.main(next),
                Buttons.of("visit-note", "Note to myself", "mdomz-sticky_note_2", () -> {}),
                space(),
                new IconLine("mdoal-local_phone", "Danger now? 999, or duty team 01632 960 214", "text-quiet"));
    }

    static List<Choice<String>> choices(String... words) {
        return List.of(words).stream().map(w -> Choice.of(w, w)).toList();
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public Node first() {
        return frame.title();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                next,
                Command.of("visit-next-part", "Next part", "Alt+Page Down", parts::next),
                Command.of("visit-previous-part", "Previous part", "Alt+Page Up", parts::previous));
    }

    @Override
    public String hint() {
        return "Alt+PageDown next part · Ctrl+. puts in the time";
    }
}
