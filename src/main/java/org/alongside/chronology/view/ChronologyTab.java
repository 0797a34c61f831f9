package org.alongside.chronology.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.ChildTab;
import org.alongside.child.view.DefinitionForm;
import org.alongside.child.view.FactWords;
import org.alongside.child.view.Named;
import org.alongside.chronology.Chronology;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.Amended;
import org.alongside.record.RecordTypes;
import org.alongside.rules.FieldDefinition;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.GroupedTable;
import org.alongside.ui.control.RecordList;
import org.alongside.ui.control.SummaryList;
import org.alongside.ui.task.Lane;

/// The chronology of one child: one line an event, the time without entries as a line, and the whole
/// of the selected event under the list.
public final class ChronologyTab implements ChildTab {
    private static final String ALL = "";

    private final ChronologyDesk desk;
    private final ChildSummary child;
    private final VBox content = Boxes.column(4);
    private final VBox detail = Boxes.column(3);
    private final ChoiceField<String> filter;
    private final RecordList<Chronology.Entry> table;
    private List<Chronology.Entry> entries = List.of();
    private Named named = Named.NOBODY;

    public ChronologyTab(ChronologyDesk desk, ChildSummary child) {
        this.desk = desk;
        this.child = child;
        filter = new ChoiceField<>("chronology-kind", Texts.of("chronology.list.kind-shown"), List.of());
        filter.getStyleClass().add("question-inline");
        table = new RecordList<Chronology.Entry>(
                        "chronology-table", Texts.of("chronology.list.table"), this::sentence, this::oneLine)
                .column("on", Texts.of("chronology.list.on"), 16, entry -> Words.shortDay(entry.on()))
                .column("kind", Texts.of("chronology.list.kind"), 24, EventWords::kind)
                .column("what", Texts.of("chronology.list.what"), 46, this::what)
                .column("source", Texts.of("chronology.list.source"), 14, Chronology.Entry::source)
                .withDetail()
                .onSelect(entry -> entry.ifPresentOrElse(
                        this::draw, () -> detail.getChildren().clear()));
        filter.valueProperty().subscribe((was, is) -> list());
    }

    private record Read(List<Chronology.Entry> entries, Named named) {}

    @Override
    public Node node() {
        return content;
    }

    @Override
    public void attached() {
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> new Read(
                                desk.chronology().of(child.id()),
                                Named.around(child.id(), desk.children(), desk.staff())),
                        read -> {
                            entries = read.entries();
                            named = read.named();
                            draw();
                        });
    }

    private void draw() {
        var add = Buttons.of(
                "chronology-add",
                Texts.of("chronology.list.add"),
                () -> desk.doors().addEvent(child.id()));
        add.setAccessibleHelp("Ctrl+N");
        content.getChildren().clear();
        if (entries.isEmpty()) {
            content.getChildren().addAll(new EmptyState(Texts.of("chronology.list.none", child.shortName())), add);
            return;
        }
        var choices = new ArrayList<Choice<String>>();
        choices.add(Choice.of(ALL, Texts.of("chronology.list.all-kinds")));
        entries.stream().map(EventWords::kind).distinct().sorted().forEach(kind -> choices.add(Choice.of(kind, kind)));
        String before = filter.value().orElse(ALL);
        filter.choices(choices);
        filter.choose(choices.stream().anyMatch(choice -> choice.value().equals(before)) ? before : ALL);
        var print = Buttons.of("chronology-print", Texts.of("chronology.list.print"), "mdomz-print", this::toPaper);
        print.setAccessibleHelp("Ctrl+P");
        var head = new FlowPane(filter, add, print);
        head.getStyleClass().addAll("buttons", "list-head");
        head.setRowValignment(javafx.geometry.VPos.BOTTOM);
        content.getChildren().addAll(head, table, detail);
        list();
    }

    @Override
    public boolean print() {
        toPaper();
        return true;
    }

    private void toPaper() {
        desk.doors().print(child.id(), filter.value().orElse(ALL));
    }

    private void list() {
        if (entries.isEmpty()) {
            return;
        }
        String kind = filter.value().orElse(ALL);
        List<Chronology.Entry> shown = entries.stream()
                .filter(entry -> kind.isEmpty() || EventWords.kind(entry).equals(kind))
                .toList();
        LocalDate today = Clocks.today(desk.clock());
        var lines = new ArrayList<GroupedTable.Line<Chronology.Entry>>();
        if (kind.isEmpty()) {
            for (Chronology.Line line : Chronology.lines(shown, desk.settings().gapMonths(), today)) {
                lines.add(
                        switch (line) {
                            case Chronology.Line.Event(var entry) -> new GroupedTable.Line.Row<>(entry);
                            case Chronology.Line.Gap(long months) ->
                                new GroupedTable.Line.Group<>(Texts.of("chronology.list.gap", months), "");
                        });
            }
        } else {
            shown.forEach(entry -> lines.add(new GroupedTable.Line.Row<>(entry)));
        }
        table.show(lines);
    }

    private String oneLine(Chronology.Entry entry) {
        return Words.shortDay(entry.on()) + " · " + what(entry);
    }

    private String what(Chronology.Entry entry) {
        String what = EventWords.what(entry);
        return entry.isWithdrawn() ? Texts.of("chronology.list.in-error", what) : what;
    }

    private String sentence(Chronology.Entry entry) {
        return Texts.of("chronology.list.sentence", Words.day(entry.on()), EventWords.kind(entry), what(entry));
    }

    /// The whole of an event.
    private void draw(Chronology.Entry entry) {
        var finished = new FinishedRecord(desk.staff(), desk.children(), Clocks.today(desk.clock()));
        var facts = new SummaryList("chronology-detail");
        RecordTypes.shipped()
                .find(entry.state().type())
                .ifPresent(type -> type.groups().forEach(group -> {
                    var value = Amended.value(entry.state(), group.id());
                    for (FieldDefinition field : FactWords.ofType(type.id(), group.id())) {
                        String words = FactWords.field(field, value.path(field.id()), named);
                        if (!words.isEmpty()) {
                            facts.row(DefinitionForm.name(type.id(), field), words);
                        }
                    }
                }));
        detail.getChildren()
                .setAll(
                        Boxes.lineOfText(
                                3,
                                Boxes.section(EventWords.kind(entry)),
                                Boxes.text(finished.by(entry.state()), "text-by")),
                        facts);
        detail.getChildren().addAll(finished.additions(entry.state()));
        if (!entry.isWithdrawn()) {
            detail.getChildren()
                    .add(Buttons.of(
                            "chronology-amend",
                            Texts.of("chronology.amend"),
                            () -> desk.doors().amend(child.id(), entry.record())));
        }
    }
}
