package org.alongside.caseload.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.caseload.Caseload;
import org.alongside.caseload.Standing;
import org.alongside.caseload.StandingLists;
import org.alongside.caseload.Today;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.rules.alone.AloneWords;
import org.alongside.rules.clock.Clock;
import org.alongside.ui.Page;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.GroupedTable;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.control.RecordList;
import org.alongside.ui.control.When;
import org.alongside.ui.task.Lane;
import org.alongside.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/// My caseload: every child with how it stands, by household and by date. One sentence beneath tells the
/// selected row whole, with the way to rule and source.
public final class CaseloadPage implements Page {
    private final CaseloadDesk desk;
    private final CaseloadWords words;
    private final StandingLists lists = StandingLists.shipped();
    private final PageFrame frame = PageFrame.list("caseload", Texts.of("caseload.caseload.title"));
    private final ChoiceField<Shown> shown = new ChoiceField<>(
            "caseload-show",
            Texts.of("caseload.caseload.show"),
            List.of(
                    Choice.of(Shown.ALL, Texts.of("caseload.caseload.show-all")),
                    Choice.of(Shown.ON_A_PLAN, Texts.of("caseload.caseload.show-plan")),
                    Choice.of(Shown.TO_SEND, Texts.of("caseload.caseload.show-to-send"))));
    private final ChoiceField<Order> order = new ChoiceField<>(
            "caseload-order",
            Texts.of("caseload.caseload.order"),
            List.of(
                    Choice.of(Order.DATE, Texts.of("caseload.caseload.order-date")),
                    Choice.of(Order.ALONE, Texts.of("caseload.caseload.order-alone")),
                    Choice.of(Order.NAME, Texts.of("caseload.caseload.order-name"))));
    private final VBox why = Boxes.column(1);
    private final RecordList<Line> table;
    private List<Line> rows = List.of();
    private StandingWords standing;

    private enum Shown {
        ALL,
        ON_A_PLAN,
        TO_SEND
    }

    private enum Order {
        DATE,
        ALONE,
        NAME
    }

    /// @param standing null for a child of whom nothing could be worked out
    private record Line(Caseload.Row row, @Nullable Standing standing) {
        Optional<Standing> known() {
            return Optional.ofNullable(standing);
        }

        Optional<LocalDate> nextVisit() {
            return known().flatMap(Standing::nextVisit).map(next -> next.due());
        }
    }

    private record Read(List<Line> lines, StandingWords words) {}

    public CaseloadPage(CaseloadDesk desk) {
        this.desk = desk;
        this.words = new CaseloadWords(Clocks.today(desk.clock()), desk.seenAloneMinAgeYears());
        this.standing = new StandingWords(Clocks.today(desk.clock()), desk.staff(), desk.me(), desk.board());
        this.table = table();
        shown.choose(Shown.ALL);
        order.choose(Order.DATE);
        shown.valueProperty().subscribe(this::draw);
        order.valueProperty().subscribe(this::draw);
        frame.end(order, shown);
    }

    private RecordList<Line> table() {
        return new RecordList<Line>(
                        "caseload-table",
                        Texts.of("caseload.caseload.table"),
                        this::explain,
                        line -> line.row().child().name() + " · "
                                + words.age(line.row().child()) + " · "
                                + words.status(line.row().child()))
                .column(
                        "caseload-child",
                        Texts.of("caseload.caseload.column-child"),
                        19,
                        false,
                        line -> line.row().child().name(),
                        line -> Boxes.word(line.row().child().name(), "link-word"))
                .column(
                        "caseload-age",
                        Texts.of("caseload.caseload.column-age"),
                        8,
                        line -> words.age(line.row().child()))
                .column(
                        "caseload-status",
                        Texts.of("caseload.caseload.column-status"),
                        14,
                        line -> words.status(line.row().child()))
                .column(
                        "caseload-seen",
                        Texts.of("caseload.caseload.column-seen"),
                        11,
                        true,
                        line -> words.day(line.row().lastSeen()),
                        line -> null)
                .column(
                        "caseload-alone",
                        Texts.of("caseload.caseload.column-alone"),
                        15,
                        false,
                        line -> words.lastAlone(line.row()),
                        this::alone)
                .column(
                        "caseload-next",
                        Texts.of("caseload.caseload.column-due"),
                        14,
                        false,
                        line -> standing.due(line.nextVisit().orElse(null)),
                        line -> dated(line.nextVisit().orElse(null)))
                .column(
                        "caseload-review",
                        Texts.of("caseload.caseload.column-review"),
                        13,
                        true,
                        line -> standing.due(review(line).orElse(null)),
                        line -> dated(review(line).orElse(null)))
                .column(
                        "caseload-copy",
                        Texts.of("caseload.caseload.column-copy"),
                        11,
                        true,
                        line -> words.copy(line.row()),
                        this::copy)
                .opens(line -> desk.doors().openChild(line.row().id()))
                .onSelect(this::selected);
    }

    private Optional<LocalDate> review(Line line) {
        return line.known()
                .flatMap(one -> one.next(lists.line(StandingLists.REVIEW)))
                .map(clock -> clock.due().day());
    }

    /// In amber with a clock from the level on at which somebody decides.
    private @Nullable Node alone(Line line) {
        boolean raised = line.known().filter(one -> one.alone().level() >= 2).isPresent();
        return raised ? new When(words.lastAlone(line.row()), false) : null;
    }

    private @Nullable Node dated(@Nullable LocalDate day) {
        boolean passed = day != null && !day.isAfter(Clocks.today(desk.clock()));
        return passed ? Boxes.word(standing.due(day), "text-when") : null;
    }

    /// "Ellis Brennock. Last seen … Last alone … 98 days since seen alone."
    private String explain(Line line) {
        String sentence = words.explain(line.row());
        return line.known()
                .map(one -> Texts.of(
                        "caseload.caseload.explain-visit",
                        sentence,
                        one.nextVisit()
                                .map(next -> Texts.of("caseload.caseload.visit-due", standing.when(next.due())))
                                .orElse("")))
                .orElse(sentence)
                .strip();
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
        return shown.value().orElse(Shown.ALL) != Shown.ALL || order.value().orElse(Order.DATE) != Order.DATE;
    }

    @Override
    public void attached() {
        desk.background().ask(Lane.STORE, this::read, read -> {
            rows = read.lines();
            standing = read.words();
            draw();
        });
    }

    private Read read() {
        Map<UUID, Standing> standings = desk.board().all();
        return new Read(
                desk.caseload().rows().stream()
                        .map(row -> new Line(row, standings.get(row.id())))
                        .toList(),
                new StandingWords(Clocks.today(desk.clock()), desk.staff(), desk.me(), desk.board()));
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
        List<Line> lines = rows.stream().filter(this::isShown).toList();
        frame.sub(count(Today.households(lines.stream().map(Line::row).toList())));
        if (lines.isEmpty()) {
            frame.content().getChildren().add(new EmptyState(Texts.of("caseload.caseload.none")));
            return;
        }
        table.show(ordered(lines));
        frame.content().getChildren().addAll(Boxes.growing(table), why);
    }

    /// How the selected child's next visit came about, and being seen alone; each leads to rule and
    /// source.
    private void selected(Optional<Line> chosen) {
        why.getChildren().clear();
        chosen.flatMap(Line::known).ifPresent(one -> {
            var links = Boxes.styled(new FlowPane(), "second-line");
            String name = one.child().shortName();
            links.getChildren()
                    .add(new Link(
                                    "caseload-why-alone",
                                    AloneWords.days(one.alone()),
                                    () -> desk.doors().openDates(one.id(), "alone"))
                            .called(AloneWords.days(one.alone()) + ", " + name));
            one.nextVisit().ifPresent(next -> {
                Clock clock = next.clock();
                links.getChildren()
                        .add(new Link(
                                        "caseload-why-visit",
                                        Texts.of("caseload.today.source"),
                                        () -> desk.doors()
                                                .openDates(
                                                        one.id(), clock.rule().id()))
                                .called(Texts.of(
                                        "caseload.today.source-for",
                                        clock.rule().title())));
            });
            why.getChildren().add(links);
        });
    }

    /// Work to send and versions to decide have their sign beside the words; up to date is plain.
    private @Nullable Node copy(Line line) {
        Caseload.Row row = line.row();
        if (row.unsent() == 0 && row.conflicts() == 0) {
            return null;
        }
        var label = Boxes.word(words.copy(row));
        label.setGraphic(Icons.of(row.conflicts() > 0 ? "mdoal-call_split" : "mdoal-laptop"));
        return label;
    }

    private boolean isShown(Line line) {
        return switch (shown.value().orElse(Shown.ALL)) {
            case ALL -> true;
            case ON_A_PLAN -> line.row().child().plan().isPresent();
            case TO_SEND -> line.row().unsent() > 0;
        };
    }

    private List<GroupedTable.Line<Line>> ordered(List<Line> all) {
        return switch (order.value().orElse(Order.DATE)) {
            case DATE -> households(all);
            case ALONE ->
                rows(all.stream()
                        .sorted(Comparator.comparing(
                                        (Line line) -> line.known()
                                                .map(one -> one.alone().daysSinceAlone())
                                                .orElse(null),
                                        Comparator.nullsFirst(Comparator.<Integer>naturalOrder()))
                                .reversed())
                        .toList());
            case NAME ->
                rows(all.stream()
                        .sorted(Comparator.comparing(line -> line.row().child().name()))
                        .toList());
        };
    }

    private static List<GroupedTable.Line<Line>> rows(List<Line> lines) {
        return lines.stream()
                .<GroupedTable.Line<Line>>map(GroupedTable.Line.Row::new)
                .toList();
    }

    /// Households by their nearest date, the children within them by age.
    private List<GroupedTable.Line<Line>> households(List<Line> all) {
        var byChild = new java.util.HashMap<UUID, Line>();
        all.forEach(line -> byChild.put(line.row().id(), line));
        Function<Today.Household, LocalDate> nearest = household -> household.children().stream()
                .flatMap(row -> Optional.ofNullable(byChild.get(row.id())).flatMap(Line::nextVisit).stream())
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
        var lines = new ArrayList<GroupedTable.Line<Line>>();
        Today.households(all.stream().map(Line::row).toList()).stream()
                .sorted(Comparator.comparing(nearest))
                .forEach(household -> {
                    lines.add(new GroupedTable.Line.Group<>(household.label(), household.address()));
                    household.children().forEach(row -> {
                        Line line = byChild.get(row.id());
                        if (line != null) {
                            lines.add(new GroupedTable.Line.Row<>(line));
                        }
                    });
                });
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
