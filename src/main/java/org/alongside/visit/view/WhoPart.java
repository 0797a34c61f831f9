package org.alongside.visit.view;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Json;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.SideBySide;
import org.alongside.ui.control.TimeField;
import org.alongside.visit.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Who, where, when: the trip itself.
final class WhoPart extends Asking {
    private static final String PLACE = "visit.place";
    private static final String INTERPRETER = "visit.interpreter";
    private static final String SAFETY = "visit.worker_safety";

    WhoPart(RecordVisit visit) {
        super(visit);
        when();
        add(SideBySide.equal(choice("visit.kind", text("kind"), tripChoices("kind")), place()));
        add(radio("visit.mode", text("mode"), tripChoices("mode")).large());
        RadioQuestion<Boolean> announced =
                yesNo("visit.announced", Words.field("announced")).large();
        announced.under(line("visit.why_unannounced", Words.field("why_unannounced")), false);
        add(announced);
        add(radio("visit.access", text("access"), tripChoices("access")).large());
        add(new Colleagues(this).node());
        add(new PeopleThere(this).node());
        interpreter();
        safety();
    }

    private void when() {
        var day = new DateField(
                id("visit.started_at"), text("day"), visit().desk().clock());
        day.within(HalfTyped.bounds(visit(), "visit.started_at")).quick(0, -1);
        day.large();
        TimeField from = time("visit.started_at", text("from"));
        TimeField to = time("visit.ended_at", text("to"));
        ties().moment(day, from, "visit.started_at");
        ties().sameDay(day, to, "visit.ended_at");
        add(day, SideBySide.of(from, to));
    }

    /// A place may have words of its own.
    private VBox place() {
        var words = new LineQuestion(id(PLACE) + "-words", text("place-words"));
        words.named(PLACE + ".text");
        JsonNode now = writing().get(PLACE);
        words.text().setText(now.path("text").stringValue(""));
        ChoiceField<String> place =
                ties().choice(new ChoiceField<>(id(PLACE), text("place"), tripChoices("place")), PLACE);
        Runnable put = () -> place.value().ifPresent(value -> {
            if (words.typed().isBlank() || !needsWords(value)) {
                writing().put(PLACE, value);
            } else {
                ObjectNode both = Json.object();
                both.put("value", value);
                both.put("text", words.typed());
                writing().put(PLACE, both);
            }
        });
        place.valueProperty().subscribe((was, is) -> put.run());
        words.textProperty().subscribe((was, is) -> put.run());
        ties().when(words, () -> place.value().filter(WhoPart::needsWords).isPresent());
        return Boxes.column(3, place, words);
    }

    private static boolean needsWords(String place) {
        return place.equals("other") || place.equals("community") || place.equals("other_family");
    }

    private void interpreter() {
        var there = new CheckBox(text("interpreter"));
        there.setId(id(INTERPRETER) + "-there");
        there.setSelected(writing().has(INTERPRETER));
        LineQuestion who = person(INTERPRETER + ".person", text("interpreter-who"), text("interpreter-relation"));
        var under = hanging(
                SideBySide.equal(who, line(INTERPRETER + ".language", text("interpreter-language"))),
                yesNo(INTERPRETER + ".independent", text("interpreter-independent")),
                radio(
                        INTERPRETER + ".mode",
                        text("interpreter-mode"),
                        List.of(
                                Choice.of("in person", Words.value("mode", "in_person")),
                                Choice.of("video", Words.value("mode", "video")),
                                Choice.of("phone", Words.value("mode", "phone")))));
        ties().when(under, there::isSelected);
        there.selectedProperty().subscribe((was, is) -> {
            visit().lay(INTERPRETER, !is);
            ties().refresh();
        });
        add(Boxes.column(3, there, under));
    }

    /// Somebody known only by name here.
    private LineQuestion person(String path, String words, String relation) {
        var who = new LineQuestion(id(path), words);
        who.named(path);
        JsonNode now = writing().get(path);
        who.text()
                .setText(
                        now.isObject()
                                ? now.path("name").stringValue("")
                                : visit().scene()
                                        .person(now.asString(""))
                                        .map(VisitScene::described)
                                        .orElse(""));
        who.textProperty().subscribe((was, is) -> {
            ObjectNode person = Json.object();
            if (!who.typed().isBlank()) {
                person.put("name", who.typed().strip());
                person.put("relation", relation);
            }
            writing().put(path, person);
        });
        return ties().add(who);
    }

    private void safety() {
        var safety = new LongQuestion(id(SAFETY), text("safety"), visit().desk().clock());
        safety.named(SAFETY);
        safety.hint(text("safety-hint"));
        safety.text().bring(writing().get(SAFETY).path("text").stringValue(""), 0);
        safety.text().textProperty().subscribe((was, is) -> {
            ObjectNode both = Json.object();
            if (!safety.text().typed().isBlank()) {
                both.put("value", "concern");
                both.put("text", safety.text().typed());
            }
            writing().put(SAFETY, both);
        });
        add(ties().add(safety));
    }
}
