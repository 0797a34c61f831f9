package org.alongside.child.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.Activity;
import org.alongside.record.StreamId;
import org.alongside.ui.Page;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.GroupedTable;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.RecordList;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;

/// What happened on this laptop, newest first, day by day.
public final class ActivityPage implements Page {
    private static final int LINES = 500;

    private final ChildDesk desk;
    private final PageFrame frame = PageFrame.list("activity", Texts.of("child.activity.title"));
    private final RecordList<Row> table;

    private record Row(Activity.Line line, @Nullable ChildSummary child) {}

    public ActivityPage(ChildDesk desk) {
        this.desk = desk;
        table = new RecordList<Row>("activity-table", Texts.of("child.activity.table"), this::sentence, this::oneLine)
                .column(
                        "at",
                        Texts.of("child.activity.at"),
                        11,
                        row -> Words.time(row.line().at()))
                .column("what", Texts.of("child.activity.what"), 62, this::what)
                .column("child", Texts.of("child.activity.child"), 26, ActivityPage::name)
                .opens(row -> {
                    if (row.child() != null) {
                        desk.doors().openChild(row.child().id());
                    }
                });
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
    public void attached() {
        desk.background().ask(Lane.STORE, this::read, this::show);
    }

    private List<Row> read() {
        return desk.activity().lines(LINES).stream()
                .map(line -> new Row(line, child(line.stream())))
                .toList();
    }

    private @Nullable ChildSummary child(@Nullable StreamId stream) {
        return stream != null && stream.isCase()
                ? desk.children().find(stream.id()).orElse(null)
                : null;
    }

    private void show(List<Row> rows) {
        frame.sub(Texts.of("child.activity.sub"));
        if (rows.isEmpty()) {
            frame.content().getChildren().setAll(new EmptyState(Texts.of("child.activity.none")));
            return;
        }
        LocalDate today = Clocks.today(desk.clock());
        var lines = new ArrayList<GroupedTable.Line<Row>>();
        LocalDate day = null;
        for (Row row : rows) {
            LocalDate on = Clocks.day(row.line().at());
            if (!on.equals(day)) {
                day = on;
                lines.add(new GroupedTable.Line.Group<>(
                        on.equals(today) ? Texts.of("ui.today") : Words.day(on),
                        on.equals(today) ? Words.day(on) : ""));
            }
            lines.add(new GroupedTable.Line.Row<>(row));
        }
        table.show(lines);
        frame.content().getChildren().setAll(Boxes.growing(table));
    }

    private String oneLine(Row row) {
        return Words.time(row.line().at()) + " · " + what(row) + (name(row).isEmpty() ? "" : " · " + name(row));
    }

    /// What happened, and who did it, without the child.
    private String what(Row row) {
        Activity.Line line = row.line();
        return switch (line.kind()) {
            case "saved", "sent" -> say(line.kind(), record(line.what()));
            case "received" -> received(line.what());
            case "printed", "paper-kept" -> paper(line);
            case "parked" -> say(line.kind(), RecordWords.parked(line.what()));
            case "two-versions" -> say(line.kind(), RecordWords.what("child_details", line.what()));
            case "access-given", "access-ended", "copy-renewed" -> say(line.kind() + "-" + room(line.stream()));
            case "enrolled" -> say(line.kind(), desk.me().display());
            default ->
                Texts.find("child.activity.say." + line.kind())
                        .map(found -> say(line.kind()))
                        .orElseGet(() -> RecordWords.sentence(line.kind().replace('-', ' ')));
        };
    }

    /// "Printed: visit, paper 7K2M-4QXN".
    private static String paper(Activity.Line line) {
        String[] what = line.what().split(" ", 2);
        return say(
                line.kind(),
                Texts.find("child.activity.paper." + what[0]).orElseGet(() -> RecordWords.sentence(what[0])),
                what.length > 1 ? what[1] : "");
    }

    private static String say(String kind, Object... arguments) {
        return Texts.of("child.activity.say." + kind, arguments);
    }

    private String received(String what) {
        int by = what.indexOf(Activity.BY);
        return by < 0
                ? say("received", record(what))
                : say(
                        "received-by",
                        record(what.substring(0, by)),
                        RecordWords.author(desk.staff(), what.substring(by + Activity.BY.length())));
    }

    /// A part of the summary is not told apart here, where only the type is known.
    private static String record(String type) {
        return type.equals("child_details") ? Texts.of("child.activity.fact") : RecordWords.what(type, "record");
    }

    /// Whose stream it is: a child's, somebody's in a child's life, or the council's lists.
    private static String room(@Nullable StreamId stream) {
        if (stream == null) {
            return "list";
        }
        return stream.isCase() ? "child" : stream.toString().startsWith("person/") ? "person" : "list";
    }

    private static String name(Row row) {
        return row.child() == null ? "" : row.child().name();
    }

    /// "Case note: with the council. About Ellis Brennock, today 12:06."
    private String sentence(Row row) {
        String when = Words.moment(row.line().at(), Clocks.today(desk.clock()));
        return name(row).isEmpty()
                ? Texts.of("child.activity.sentence", what(row), when)
                : Texts.of("child.activity.sentence-about", what(row), when, name(row));
    }
}
