package org.alongside.visit.view;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.alongside.child.PersonInLife;
import org.alongside.kernel.Json;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.CheckQuestion;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.SideBySide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who was there besides the children: people the record knows, and people met for the first time, who
/// get a row, never a blank (practice 1.4). "Nobody else" is an answer.
final class PeopleThere {
    private static final String PRESENT = "visit.people_present";
    private static final String ABSENT = "visit.people_expected_absent";

    private final Asking page;
    private final List<Row> rows = new ArrayList<>();
    private final VBox rowBox = Boxes.column(3);
    private final CheckBox nobody = new CheckBox(Asking.text("nobody"));
    private final Set<String> known = new LinkedHashSet<>();
    private final VBox node = Boxes.column(3);
    private boolean drawing;

    private record Row(LineQuestion name, LineQuestion relation, VBox box) {}

    PeopleThere(Asking page) {
        this.page = page;
        List<PersonInLife> people = page.visit().scene().people();
        if (people.isEmpty()) {
            node.getChildren().add(Boxes.text(Asking.text("people-present"), "text-question"));
        } else {
            node.getChildren().add(present(people));
        }
        Button more = Buttons.of(Asking.id(PRESENT) + "-more", Asking.text("someone-else"), "mdomz-person_add", () -> {
            Row row = row("", "");
            put();
            row.name().focusAnswer();
        });
        nobody.setId(Asking.id(PRESENT) + "-nobody");
        nobody.setSelected(page.writing().get(PRESENT).isArray()
                && page.writing().get(PRESENT).isEmpty());
        nobody.selectedProperty().subscribe((was, is) -> put());
        page.ties().when(nobody, () -> known.isEmpty() && rows.isEmpty());
        node.getChildren().addAll(nobody, rowBox, more);
        for (JsonNode person : page.writing().get(PRESENT)) {
            if (person.isObject() && person.has("name")) {
                row(person.path("name").stringValue(""), person.path("relation").stringValue(""));
            }
        }
        Boxes.show(rowBox, !rows.isEmpty());
        if (!people.isEmpty()) {
            absent(people);
        }
    }

    VBox node() {
        return node;
    }

    private static List<Choice<String>> choices(List<PersonInLife> people) {
        return people.stream()
                .map(person -> Choice.of(person.person().toString(), VisitScene.described(person)))
                .toList();
    }

    private CheckQuestion<String> present(List<PersonInLife> people) {
        var question = new CheckQuestion<>(Asking.id(PRESENT), Asking.text("people-present"), choices(people));
        question.named(PRESENT);
        question.large();
        known.addAll(ids(page.writing().get(PRESENT), people));
        question.choose(known);
        question.values().addListener((javafx.collections.SetChangeListener<String>) change -> {
            known.clear();
            known.addAll(question.values());
            put();
        });
        return page.ties().add(question);
    }

    private void absent(List<PersonInLife> people) {
        var some = new CheckBox(Asking.text("absent"));
        some.setId(Asking.id(ABSENT) + "-some");
        var question = new CheckQuestion<>(Asking.id(ABSENT), Asking.text("absent-who"), choices(people));
        page.ties().checks(question, ABSENT);
        some.setSelected(page.writing().has(ABSENT));
        VBox under = page.hanging(question);
        page.ties().when(under, some::isSelected);
        some.selectedProperty().subscribe((was, is) -> {
            page.visit().lay(ABSENT, !is);
            page.ties().refresh();
        });
        node.getChildren().add(Boxes.column(3, some, under));
    }

    private static Set<String> ids(JsonNode answers, List<PersonInLife> people) {
        var ids = new LinkedHashSet<String>();
        for (JsonNode answer : answers) {
            String id = answer.isObject() ? answer.path("person").asString("") : answer.asString("");
            people.stream()
                    .filter(p -> p.person().toString().equals(id) || id.equals(p.externalId()))
                    .forEach(p -> ids.add(p.person().toString()));
        }
        return ids;
    }

    private Row row(String name, String relation) {
        String id = Asking.id(PRESENT) + "-new-" + rows.size();
        var who = new LineQuestion(id + "-name", Asking.text("new-name"));
        var what = new LineQuestion(id + "-relation", Asking.text("new-relation"));
        who.text().setText(name);
        what.text().setText(relation);
        var box = Boxes.column(1);
        var row = new Row(who, what, box);
        Link remove = new Link(id + "-remove", Asking.text("remove"), () -> {
            rows.remove(row);
            rowBox.getChildren().remove(box);
            put();
        });
        who.textProperty().subscribe((was, is) -> {
            remove.called(Asking.text("remove-what", is.isBlank() ? Asking.text("new-name") : is));
            put();
        });
        what.textProperty().subscribe((was, is) -> put());
        box.getChildren().addAll(SideBySide.equal(who, what), remove);
        drawing = true;
        rows.add(row);
        rowBox.getChildren().add(box);
        drawing = false;
        return row;
    }

    private void put() {
        if (drawing) {
            return;
        }
        ArrayNode there = Json.array();
        known.forEach(there::add);
        for (Row row : rows) {
            if (!row.name().typed().isBlank() || !row.relation().typed().isBlank()) {
                ObjectNode person = Json.object();
                person.put("name", row.name().typed());
                person.put("relation", row.relation().typed());
                there.add(person);
            }
        }
        Boxes.show(rowBox, !rows.isEmpty());
        boolean answered = !there.isEmpty() || (nobody.isSelected() && rows.isEmpty());
        page.writing().put(PRESENT, answered ? there : null);
        page.ties().refresh();
    }
}
