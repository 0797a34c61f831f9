package org.alongside.child.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.Change;
import org.alongside.record.RecordState;
import org.alongside.rules.FieldDefinition;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.EmptyState;
import org.alongside.ui.control.GroupedTable;
import org.alongside.ui.control.RecordList;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.task.Lane;

/// Every step of a child's record, newest first: who, what, when, and whether the council has it. Both
/// versions of a clash are here, under who wrote them.
final class HistoryTab implements ChildTab {
    private final ChildDesk desk;
    private final ChildSummary child;
    private final VBox content = Boxes.column(4);
    private final VBox detail = Boxes.column(2);
    private final RecordList<Step> table;
    private Named named = Named.NOBODY;

    /// @param standing a version that stands and is one of several
    private record Step(Change change, RecordState record, boolean standing) {}

    HistoryTab(ChildDesk desk, ChildSummary child) {
        this.desk = desk;
        this.child = child;
        table = new RecordList<Step>("child-history", Texts.of("child.history.table"), this::sentence, this::oneLine)
                .column("when", Texts.of("child.history.when"), 25, step -> when(step.change()))
                .column("who", Texts.of("child.history.who"), 22, step -> who(step.change()))
                .column("what", Texts.of("child.history.what"), 38, this::what)
                .column("where", Texts.of("child.history.where"), 20, step -> RecordWords.shortWhere(step.change()))
                .withDetail()
                .onSelect(step -> step.ifPresentOrElse(
                        this::draw, () -> detail.getChildren().clear()));
    }

    private record Read(List<Step> steps, Named named) {}

    @Override
    public Node node() {
        return content;
    }

    @Override
    public void attached() {
        desk.background().ask(Lane.STORE, this::read, read -> {
            named = read.named();
            content.getChildren().clear();
            if (read.steps().isEmpty()) {
                content.getChildren().add(new EmptyState(Texts.of("child.history.none")));
                return;
            }
            content.getChildren().addAll(table, detail);
            table.show(read.steps().stream()
                    .<GroupedTable.Line<Step>>map(GroupedTable.Line.Row::new)
                    .toList());
        });
    }

    private Read read() {
        var steps = new ArrayList<Step>();
        for (RecordState record : desk.log().records(child.stream())) {
            for (Change change : record.history()) {
                String unit = change.operation().isAddition()
                        ? ""
                        : change.operation().mergeUnit();
                boolean standing = !unit.isEmpty()
                        && record.isInConflict(unit)
                        && record.heads().getOrDefault(unit, List.of()).stream()
                                .map(Change::opId)
                                .anyMatch(change.opId()::equals);
                steps.add(new Step(change, record, standing));
            }
        }
        steps.sort(Comparator.comparing((Step step) -> step.change().at()).reversed());
        return new Read(steps, Named.around(child.id(), desk.children(), desk.staff(), desk.log()));
    }

    private String oneLine(Step step) {
        return when(step.change()) + " · " + what(step);
    }

    private String what(Step step) {
        String what = RecordWords.what(step.change(), step.record().type());
        return step.standing() ? Texts.of("child.history.one-of-two", what) : what;
    }

    private String when(Change change) {
        return Words.moment(change.at(), Clocks.today(desk.clock()));
    }

    private String who(Change change) {
        return RecordWords.author(desk.staff(), change.author());
    }

    private String sentence(Step step) {
        Change change = step.change();
        String sentence =
                Texts.of("child.history.sentence", what(step), who(change), when(change), RecordWords.where(change));
        return change.why() == null ? sentence : sentence + " " + Texts.of("child.history.why", change.why());
    }

    /// What the step wrote, letter for letter; a withheld address only on the record itself.
    private void draw(Step step) {
        var sheet = new Sheet();
        for (Map.Entry<String, String> line : lines(step).entrySet()) {
            var row =
                    Boxes.row(4, Boxes.text(line.getKey(), "summary-key"), Boxes.growing(Boxes.text(line.getValue())));
            row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
            sheet.line(row);
        }
        detail.getChildren().clear();
        if (!sheet.getChildren().isEmpty()) {
            detail.getChildren().addAll(Boxes.heading(Texts.of("child.history.wrote")), sheet);
        }
    }

    private Map<String, String> lines(Step step) {
        var lines = new java.util.LinkedHashMap<String, String>();
        Change change = step.change();
        String type = change.operation().type();
        String group = change.operation().mergeUnit();
        if (type.equals("child_details")) {
            boolean withheld =
                    group.equals("address") && change.value().path("withheld").booleanValue(false);
            lines.put(
                    RecordWords.what(type, group),
                    withheld
                            ? Texts.of("child.history.withheld")
                            : FactWords.lines(group, change.value(), named).stream()
                                    .collect(Collectors.joining("\n")));
            lines.values().removeIf(String::isBlank);
            return lines;
        }
        if (change.operation().isAddition()) {
            change.value().properties().forEach(entry -> {
                String words = addition(step, entry.getKey(), entry.getValue());
                if (!words.isBlank()) {
                    lines.put(Texts.of("child.history.change"), words);
                }
            });
            return lines;
        }
        for (FieldDefinition field : FactWords.ofType(type, group)) {
            String words = FactWords.field(field, change.value().path(field.id()), named);
            if (!words.isEmpty()) {
                lines.put(DefinitionForm.name(type, field), words);
            }
        }
        return lines;
    }

    private String addition(Step step, String key, tools.jackson.databind.JsonNode value) {
        if (key.equals("text") || value.isString() && step.record().type().equals("case_note")) {
            return FactWords.text(value);
        }
        if (key.equals("right_child") && value.isString()) {
            return desk.children()
                    .find(UUID.fromString(value.stringValue()))
                    .map(right -> Texts.of("child.history.moved", right.name()))
                    .orElse("");
        }
        return FactWords.ofType(step.record().type(), "record").stream()
                .filter(field -> field.id().equals(key))
                .findFirst()
                .map(field ->
                        DefinitionForm.name(step.record().type(), field) + ": " + FactWords.field(field, value, named))
                .orElse("");
    }
}
