package org.alongside.ui.gallery;

import static org.alongside.ui.control.Boxes.column;
import static org.alongside.ui.control.Boxes.heading;
import static org.alongside.ui.control.Boxes.lineOfText;
import static org.alongside.ui.control.Boxes.row;
import static org.alongside.ui.control.Boxes.section;
import static org.alongside.ui.control.Boxes.space;
import static org.alongside.ui.control.Boxes.text;
import static org.alongside.ui.control.Boxes.word;

import java.util.List;
import javafx.scene.Node;
import org.alongside.ui.Command;
import org.alongside.ui.Page;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.TabsRow;
import org.alongside.ui.control.Tag;
import org.alongside.ui.control.When;

/// A child's summary, as in the mock-up.
final class SampleChild implements Page {
    private final PageFrame frame = PageFrame.work("child", "Ellis Brennock");
    private final TabsRow tabs = new TabsRow(
            "child-tabs",
            List.of(
                    new TabsRow.Tab("summary", "Summary"),
                    new TabsRow.Tab("chronology", "Chronology"),
                    new TabsRow.Tab("visits", "Visits"),
                    new TabsRow.Tab("notes", "Notes"),
                    new TabsRow.Tab("history", "History")),
            id -> this.tabs().show(id));

    private TabsRow tabs() {
        return tabs;
    }

    SampleChild() {
        frame.sub("he, born 18 July 2017, 9 years").end(new When("This copy checked today 08:55", true));
        tabs.show("summary");
        frame.tabs(
                tabs,
                row(
                        3,
                        text("Lives at 22 Tanner’s Row with Carly, his mother, and sisters Romy and Fern"),
                        space(),
                        new Tag("Important: restricted record. Ask Deborah Achterberg", Tag.Kind.WARNING)
                                .icon("mdomz-warning")));
        var said = KnowBox.reading(
                        "child-said",
                        KnowBox.Kind.WORDS,
                        "What Ellis says",
                        text("“I do Fern’s bottles when it’s dark. Mum can’t hear her.”", "text-lead"))
                .by("12 August, alone, in his bedroom");
        frame.content()
                .getChildren()
                .addAll(
                        column(
                                1,
                                lineOfText(
                                        3,
                                        section("Who Ellis is"),
                                        word("Written with Ellis, 12 August, Joanna Pritchard", "text-by"),
                                        space(),
                                        new Link("child-change-pen", "Change", () -> {}).called("Change who Ellis is")),
                                text("Ellis makes the best toast in the house and knows every bus in Marlbrook by"
                                        + " number. He looks after his sisters before he looks after himself. He"
                                        + " is quick to laugh when Maureen, his nan, is mentioned.")),
                        said,
                        KnowBox.reading(
                                "child-think",
                                KnowBox.Kind.THINK,
                                "What I think",
                                text("Food has come back after each plan closed.")));
        frame.panel(
                column(
                        2,
                        heading("Now"),
                        text("Last seen 28 October"),
                        Buttons.of("child-start", "Start visit", () -> {})),
                new NoticeBar("child-prompt", NoticeBar.Kind.WARNING, "Be alone with Ellis: decision needed today."));
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
        return tabs.commands();
    }
}
