package org.alongside.caseload.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.alongside.caseload.Caseload;
import org.alongside.caseload.Today;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.ui.Page;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.GroupedTable;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.RecordList;
import org.alongside.ui.task.Lane;
import org.alongside.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/// My caseload: every child, by household. Columns that need the law's clocks come with the clocks.
public final class CaseloadPage implements Page {
    private final CaseloadDesk desk;
    private final CaseloadWords words;
    private final PageFrame frame = PageFrame.list("caseload", Texts.of("caseload.caseload.title"));
    private final ChoiceField<Shown> shown = new ChoiceField<>(
            "caseload-show",
            Texts.of("caseload.caseload.show"),
            List.of(
                    Choice.of(Shown.ALL, Texts.of("caseload.caseload.show-all")),
                    Choice.of(Shown.ON_A_PLAN, Texts.of("caseload.caseload.show-plan")),
                    Choice.of(Shown.TO_SEND, Texts.of("caseload.caseload.show-to-send"))));
    private RecordList<Caseload.Row> table;
    private boolean withNext;
    private List<Caseload.Row> rows = List.of();

    private enum Shown {
        ALL,
        ON_A_PLAN,
        TO_SEND
    }

    public CaseloadPage(CaseloadDesk desk) {
        this.desk = desk;
        this.words = new CaseloadWords(Clocks.today(desk.clock()), desk.seenAloneMinAgeYears());
        this.table = table();
        shown.choose(Shown.ALL);
        shown.valueProperty().subscribe(this::draw);
        frame.end(shown);
    }

    /// The column of the next visit is there once one is set for anybody.
    private RecordList<Caseload.Row> table() {
        var made = new RecordList<Caseload.Row>(
                        "caseload-table",
                        Texts.of("caseload.caseload.table"),
                        words::explain,
                        row -> row.child().name() + " · " + words.age(row.child()) + " · " + words.status(row.child()))
                .column(
                        "caseload-child",
                        Texts.of("caseload.caseload.column-child"),
                        22,
                        false,
                        row -> row.child().name(),
                        row -> Boxes.word(row.child().name(), "link-word"))
                .column("caseload-age", Texts.of("caseload.caseload.column-age"), 9, row -> words.age(row.child()))
                .column(
                        "caseload-status",
                        Texts.of("caseload.caseload.column-status"),
                        15,
                        row -> words.status(row.child()))
                .column(
                        "caseload-seen",
                        Texts.of("caseload.caseload.column-seen"),
                        12,
                        row -> words.day(row.lastSeen()))
                .column("caseload-alone", Texts.of("caseload.caseload.column-alone"), 12, words::lastAlone);
        if (withNext) {
            made.column(
                    "caseload-next",
                    Texts.of("caseload.caseload.column-next"),
                    13,
                    true,
                    row -> words.day(row.nextVisitOn()),
                    row -> null);
        }
        return made.column(
                        "caseload-copy", Texts.of("caseload.caseload.column-copy"), 12, true, words::copy, this::copy)
                .opens(row -> desk.doors().openChild(row.id()));
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public Node first() {
        return frame.title();
    }

    /// A choice of what is shown is not lost because something came.
    @Override
    public boolean holds() {
        return shown.value().orElse(Shown.ALL) != Shown.ALL;
    }

    @Override
    public void attached() {
        desk.background().ask(Lane.STORE, desk.caseload()::rows, loaded -> {
            rows = loaded;
            boolean anyNext = rows.stream().anyMatch(row -> row.nextVisitOn() != null);
            if (anyNext != withNext) {
                withNext = anyNext;
                table = table();
            }
            draw();
        });
    }

    private void draw() {
        frame.content().getChildren().clear();
        if (rows.isEmpty()) {
            frame.content()
                    .getChildren()
                    .add(new EmptyState(
                            Texts.of("caseload.today.no-children"),
                            "caseload-fetch",
                            Texts.of("caseload.today.no-children-step"),
                            desk.doors()::syncNow));
            return;
        }
        List<Today.Household> households =
                Today.households(rows.stream().filter(this::isShown).toList());
        frame.sub(count(households));
        if (households.isEmpty()) {
            frame.content().getChildren().add(new EmptyState(Texts.of("caseload.caseload.none")));
            return;
        }
        table.show(lines(households));
        frame.content().getChildren().add(Boxes.growing(table));
    }

    /// Work to send and versions to decide have their sign beside the words; up to date is plain.
    private @Nullable Node copy(Caseload.Row row) {
        if (row.unsent() == 0 && row.conflicts() == 0) {
            return null;
        }
        var label = Boxes.word(words.copy(row));
        label.setGraphic(Icons.of(row.conflicts() > 0 ? "mdoal-call_split" : "mdoal-laptop"));
        return label;
    }

    private boolean isShown(Caseload.Row row) {
        return switch (shown.value().orElse(Shown.ALL)) {
            case ALL -> true;
            case ON_A_PLAN -> row.child().plan().isPresent();
            case TO_SEND -> row.unsent() > 0;
        };
    }

    private static List<GroupedTable.Line<Caseload.Row>> lines(List<Today.Household> households) {
        var lines = new ArrayList<GroupedTable.Line<Caseload.Row>>();
        for (Today.Household household : households) {
            lines.add(new GroupedTable.Line.Group<>(household.label(), household.address()));
            household.children().forEach(row -> lines.add(new GroupedTable.Line.Row<>(row)));
        }
        return lines;
    }

    private static String count(List<Today.Household> households) {
        int children = households.stream()
                .mapToInt(household -> household.children().size())
                .sum();
        return Texts.of(
                "caseload.caseload.count",
                children == 1
                        ? Texts.of("caseload.caseload.children-one")
                        : Texts.of("caseload.caseload.children-some", children),
                households.size() == 1
                        ? Texts.of("caseload.caseload.households-one")
                        : Texts.of("caseload.caseload.households-some", households.size()));
    }
}
