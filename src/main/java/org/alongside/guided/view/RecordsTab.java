package org.alongside.guided.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.child.view.ChildTab;
import org.alongside.child.view.DefinitionForm;
import org.alongside.child.view.FactWords;
import org.alongside.child.view.Named;
import org.alongside.child.view.RecordWords;
import org.alongside.guided.TypedEvents;
import org.alongside.kernel.Texts;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.StreamId;
import org.alongside.rules.FieldDefinition;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.GroupedTable;
import org.alongside.ui.control.RecordList;
import org.alongside.ui.task.Lane;
import tools.jackson.databind.node.ObjectNode;

/// The typed records of one child: what is planned or open first, to be filled in, then all others, the
/// latest first.
public final class RecordsTab implements ChildTab {
    /// These have lists of their own.
    private static final Set<String> ELSEWHERE = Set.of(
            "visit", "case_note", "chronology_entry", "child_details", "life_story_entry", "person", "relationship");

    private static final int SAID_MOST = 3;

    private final GuidedDesk desk;
    private final ChildSummary child;
    private final VBox content = Boxes.column(4);
    private final RecordList<RecordState> table;
    private Named named = Named.NOBODY;

    public RecordsTab(GuidedDesk desk, ChildSummary child) {
        this.desk = desk;
        this.child = child;
        table = new RecordList<RecordState>(
                        "records-table", Texts.of("guided.records.table"), this::sentence, this::oneLine)
                .column("on", Texts.of("guided.records.on"), 16, RecordsTab::when)
                .column(
                        "what",
                        Texts.of("guided.records.what"),
                        30,
                        state -> type(state).title())
                .column("says", Texts.of("guided.records.says"), 42, this::says)
                .column("stands", Texts.of("guided.records.stands"), 14, this::stands)
                .opens(state -> desk.doors().openRecord(child.id(), state.record()));
    }

    private record Read(List<RecordState> records, Named named) {}

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
                                desk.log().records(StreamId.ofCase(child.id())),
                                Named.around(child.id(), desk.children(), desk.staff(), desk.log())),
                        this::draw);
    }

    private void draw(Read read) {
        named = read.named();
        List<RecordState> records = read.records().stream()
                .filter(state -> !ELSEWHERE.contains(state.type()))
                .filter(state -> desk.types().find(state.type()).isPresent())
                .sorted(Comparator.comparing(RecordWords::happened).reversed())
                .toList();
        var add = Buttons.of(
                "records-add", Texts.of("guided.add.title"), () -> desk.doors().add(child.id(), ""));
        add.setAccessibleHelp("Ctrl+N");
        if (records.isEmpty()) {
            content.getChildren().setAll(Boxes.row(2, add), new EmptyState(Texts.of("guided.records.none")));
            return;
        }
        var lines = new ArrayList<GroupedTable.Line<RecordState>>();
        group(lines, records, "guided.records.planned", RecordStanding.PLANNED);
        group(lines, records, "guided.records.open", RecordStanding.OPEN);
        group(lines, records, "guided.records.finished", RecordStanding.FINISHED);
        group(lines, records, "guided.records.withdrawn", RecordStanding.WITHDRAWN);
        table.show(lines);
        content.getChildren().setAll(Boxes.row(2, add), table);
    }

    private void group(
            List<GroupedTable.Line<RecordState>> lines,
            List<RecordState> records,
            String words,
            RecordStanding standing) {
        List<RecordState> these = records.stream()
                .filter(state -> RecordStanding.of(state, type(state)) == standing)
                .toList();
        if (!these.isEmpty()) {
            lines.add(new GroupedTable.Line.Group<>(Texts.of(words), ""));
            these.forEach(state -> lines.add(new GroupedTable.Line.Row<>(state)));
        }
    }

    private RecordType type(RecordState state) {
        return desk.types().get(state.type());
    }

    private static String when(RecordState state) {
        String at = RecordWords.happened(state);
        return at.isEmpty() ? "" : at.length() == 10 ? FactWords.dayOf(at) : FactWords.momentOf(at);
    }

    private String stands(RecordState state) {
        return Texts.of("guided.records.is."
                + RecordStanding.of(state, type(state)).name().toLowerCase(Locale.ROOT));
    }

    /// Its first answers, besides the day it happened.
    private String says(RecordState state) {
        RecordType type = type(state);
        ObjectNode answers = TypedEvents.answers(state);
        if (answers.path("withheld").booleanValue(false)) {
            return Texts.of("guided.record.withheld");
        }
        return type.fields().stream()
                .filter(field -> !field.id().equals(type.happened()))
                .map(FieldDefinition::of)
                .map(field -> said(type, field, answers))
                .filter(words -> !words.isEmpty())
                .limit(SAID_MOST)
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    private String said(RecordType type, FieldDefinition field, ObjectNode answers) {
        String words = FactWords.field(field, answers.path(field.id()), named);
        boolean plain = field.kind() instanceof org.alongside.rules.FieldKind.Text
                || field.kind() instanceof org.alongside.rules.FieldKind.OneOf
                || field.kind() instanceof org.alongside.rules.FieldKind.Code;
        return words.isEmpty() || plain
                ? words
                : Texts.of("child.field-line", DefinitionForm.name(type.id(), field), words);
    }

    private String oneLine(RecordState state) {
        return when(state) + " · " + type(state).title();
    }

    private String sentence(RecordState state) {
        return Texts.of(
                "guided.records.sentence",
                type(state).title(),
                when(state),
                stands(state),
                says(state),
                RecordWords.author(desk.staff(), state.first().author()));
    }
}
