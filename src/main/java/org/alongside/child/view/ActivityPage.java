package org.alongside.child.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
        table = new RecordList<Row>(
                        "activity-table", Texts.of("child.activity.table"), this::sentence, ActivityPage::oneLine)
                .column(
                        "at",
                        Texts.of("child.activity.at"),
                        11,
                        row -> Words.time(row.line().at()))
                .column("what", Texts.of("child.activity.what"), 34, 28, ActivityPage::what)
                .column("child", Texts.of("child.activity.child"), 24, 19, ActivityPage::name)
                .column("record", Texts.of("child.activity.record"), 26, 21, ActivityPage::record)
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

    private static String oneLine(Row row) {
        return Words.time(row.line().at()) + " · " + what(row) + (name(row).isEmpty() ? "" : " · " + name(row));
    }

    private static String what(Row row) {
        return Texts.find("child.activity.kind." + row.line().kind())
                .orElseGet(() -> RecordWords.sentence(row.line().kind().replace('-', ' ')));
    }

    private static String name(Row row) {
        return row.child() == null ? "" : row.child().name();
    }

    private static String record(Row row) {
        return switch (row.line().kind()) {
            case "parked" -> RecordWords.parked(row.line().what());
            case "two-versions" -> RecordWords.what("child_details", row.line().what());
            case "saved", "received", "sent" ->
                row.line().stream() == null || row.line().what().isEmpty()
                        ? ""
                        : RecordWords.what(row.line().what(), "record");
            default -> "";
        };
    }

    private String sentence(Row row) {
        String record = record(row);
        String name = name(row);
        String about = name.isEmpty() ? record : record.isEmpty() ? name : name + ", " + lower(record);
        return about.isEmpty()
                ? Texts.of(
                        "child.activity.sentence",
                        what(row),
                        Words.time(row.line().at()))
                : Texts.of(
                        "child.activity.sentence-about",
                        what(row),
                        Words.time(row.line().at()),
                        about);
    }

    private static String lower(String words) {
        return words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1);
    }
}
