package org.alongside.ui.gallery;

import java.util.List;
import javafx.scene.Node;
import org.alongside.ui.Page;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.GroupedTable;
import org.alongside.ui.control.GroupedTable.Line;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.When;

/// My caseload, as in the mock-up.
final class SampleCaseload implements Page {
    private record Child(
            String name, String age, String status, String seen, String alone, boolean late, String copy) {}

    private final PageFrame frame = PageFrame.list("caseload", "My caseload");

    SampleCaseload() {
        frame.sub("4 children in 2 households; you are covering 4 more");
        frame.end(Buttons.of("caseload-print", "Print list", "mdomz-print", () -> {}));
        var table = new GroupedTable<Child>(
                        "caseload-table",
                        "Children",
                        c -> c.name()
                                + ". Visit was due Wednesday 11 November, 10 working days after 28 October. Last alone"
                                + " with his worker 98 days ago.")
                .column(
                        "child",
                        "Child",
                        20,
                        Child::name,
                        c -> new Link("caseload-open-" + c.name(), c.name(), () -> {}))
                .column("age", "Age", 9, Child::age)
                .column("status", "Status", 14, Child::status)
                .column("seen", "Last seen", 12, Child::seen)
                .column("alone", "Last alone", 15, Child::alone, c -> c.late() ? new When(c.alone(), false) : null)
                .column("copy", "Copy", 11, Child::copy);
        table.show(List.of(
                new Line.Group<>("Brennock", "22 Tanner’s Row · mother Carly Brennock · visit today 10:30"),
                new Line.Row<>(new Child(
                        "Ellis Brennock", "9", "Protection plan", "28 Oct 2026", "12 Aug 2026", true, "Up to date")),
                new Line.Row<>(new Child(
                        "Romy Brennock", "5", "Protection plan", "28 Oct 2026", "23 Sep 2026", true, "Up to date")),
                new Line.Row<>(new Child(
                        "Fern Teague-Brennock",
                        "8 months",
                        "Protection plan",
                        "28 Oct 2026",
                        "Too young",
                        false,
                        "1 to send")),
                new Line.Group<>(
                        "Nowak-Hadley",
                        "8 Weir Close · mother Agnieszka Nowak, father Paul Hadley · visit today 15:15"),
                new Line.Row<>(new Child(
                        "Zofia Nowak-Hadley", "11", "Child in need", "22 Oct 2026", "24 Sep 2026", false, "2 to send")),
                new Line.Group<>("Covering for Ffion Galloway", "today and Thursday 19 November"),
                new Line.Row<>(new Child(
                        "Amari Whitlock-Bailey",
                        "15",
                        "Care order",
                        "26 Oct 2026",
                        "21 Sep 2026",
                        true,
                        "Up to date"))));
        frame.content().getChildren().add(table);
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
