package org.alongside.visit.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Json;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.SideBySide;
import org.alongside.visit.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Actions and next visit, for each child in turn: when and where, the plan for being alone, and what
/// was promised.
final class NextPart extends Asking {
    NextPart(RecordVisit visit) {
        super(visit);
        visit.scene().children().forEach(this::child);
    }

    private void child(VisitChild child) {
        DateField date = date(child.path("next_visit.date"), Words.question("next_visit", child.shortName()));
        LineQuestion place = line(child.path("next_visit.place"), child.say("next-place"));
        LineQuestion plan =
                line(child.path("next_visit.alone_plan"), Words.question("next_visit.alone_plan", child.shortName()));
        ties().when(
                        plan,
                        () -> writing().has(child.path("next_visit.alone_plan"))
                                || !visit().standingProperty().get().isBelowScope(child.place()));
        var promises = new Promises(child);
        add(Boxes.column(
                3,
                Boxes.section(child.name() + ", " + child.age()),
                date,
                SideBySide.equal(place, plan),
                promises.node));
    }

    /// What was promised, a line each, with the day where one was named.
    private final class Promises {
        private final String path;
        private final VisitChild child;
        private final List<Row> rows = new ArrayList<>();
        private final VBox list = Boxes.column(3);
        private final VBox node;

        private record Row(LineQuestion text, DateField day, VBox box) {}

        Promises(VisitChild child) {
            this.child = child;
            path = child.path("promises");
            int number = 0;
            for (JsonNode promise : writing().get(path)) {
                add(promise.path("text").stringValue(""), number++);
            }
            Button more = Buttons.of(id(path) + "-more", child.say("promise-more"), "mdoal-add", () -> {
                Row row = add("", rows.size());
                put();
                row.text().focusAnswer();
            });
            node = Boxes.column(3, list, more);
            Boxes.show(list, !rows.isEmpty());
        }

        private Row add(String words, int number) {
            String at = path + "[" + number + "]";
            var text = new LineQuestion(id(at), numbered(Words.question("promises", child.shortName()), number));
            text.named(at + ".text");
            text.text().setText(words);
            DateField day = date(at + ".date", numbered(child.say("promise-by"), number));
            var box = Boxes.column(2);
            var row = new Row(text, day, box);
            Link remove = new Link(id(at) + "-remove", Asking.text("remove"), () -> {
                rows.remove(row);
                list.getChildren().remove(box);
                ties().forget(box);
                writing().typed(at + ".date", null);
                put();
                Boxes.show(list, !rows.isEmpty());
            });
            remove.called(Asking.text("remove-what", words.isBlank() ? text.words() + " " + (number + 1) : words));
            text.textProperty().subscribe((was, is) -> put());
            day.readingProperty().subscribe(this::put);
            ties().add(text);
            box.getChildren().addAll(SideBySide.equal(text, day), remove);
            rows.add(row);
            list.getChildren().add(box);
            Boxes.show(list, true);
            return row;
        }

        private static String numbered(String words, int number) {
            return number == 0 ? words : Asking.text("numbered", words, number + 1);
        }

        private void put() {
            ArrayNode promises = Json.array();
            for (Row row : rows) {
                ObjectNode promise = Json.object();
                promise.put("text", row.text().typed());
                row.day().date().ifPresent(day -> promise.put("date", day.toString()));
                promises.add(promise);
            }
            boolean any = rows.stream()
                    .anyMatch(row ->
                            !row.text().typed().isBlank() || row.day().date().isPresent());
            writing().put(path, any ? promises : null);
        }
    }
}
