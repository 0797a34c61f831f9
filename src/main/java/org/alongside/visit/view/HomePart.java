package org.alongside.visit.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import org.alongside.child.PersonInLife;
import org.alongside.kernel.Json;
import org.alongside.kernel.TypedText;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.CheckQuestion;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.LongQuestion;
import org.alongside.visit.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The home: which rooms, what I saw, smelt and felt, and what each parent said, apart from both.
final class HomePart extends Asking {
    private static final String ROOMS = "visit.rooms_seen";
    private static final String VIEWS = "visit.parent_views";

    private final Map<String, Said> said = new LinkedHashMap<>();
    private final CheckBox nobody = new CheckBox(text("no-parent"));

    private record Said(JsonNode person, LongQuestion words) {}

    HomePart(RecordVisit visit) {
        super(visit);
        boolean home = Standing.tripNeeds(writing().get("visit"), "rooms_seen");
        boolean placed = writing().has("visit.place");
        if (!home && placed && !writing().has(ROOMS) && !writing().has("visit.home_conditions")) {
            add(new IconLine("mdoal-info", text("not-a-home"), "text-quiet"));
        } else {
            rooms();
            add(know("visit.home_conditions", KnowBox.Kind.SAW, text("home-saw"), text("home-hint")));
        }
        parents();
    }

    /// The usual rooms to tick, and a line for another.
    private void rooms() {
        List<String> usual = List.of(text("rooms").split("; ", -1));
        var there = new LinkedHashSet<String>();
        writing().get(ROOMS).forEach(room -> there.add(room.asString("")));
        var other = new LineQuestion(id(ROOMS) + "-other", text("other-room"));
        other.text()
                .setText(String.join(
                        ", ", there.stream().filter(r -> !usual.contains(r)).toList()));
        var ticks = new CheckQuestion<>(
                id(ROOMS),
                Words.field("rooms_seen"),
                usual.stream().map(room -> Choice.of(room, room)).toList());
        ticks.named(ROOMS);
        ticks.large();
        ticks.choose(there);
        Runnable put = () -> {
            ArrayNode rooms = Json.array();
            ticks.values().forEach(rooms::add);
            for (String room : other.typed().split(",", -1)) {
                if (!room.isBlank()) {
                    rooms.add(room.strip());
                }
            }
            writing().put(ROOMS, rooms.isEmpty() ? null : rooms);
        };
        ticks.values().addListener((javafx.collections.SetChangeListener<String>) change -> put.run());
        other.textProperty().subscribe((was, is) -> put.run());
        ties().add(ticks);
        add(ticks, other);
    }

    private void parents() {
        add(Boxes.section(Words.field("parent_views")), Boxes.text(text("parents-hint"), "text-hint"));
        for (PersonInLife person : visit().scene().people()) {
            boolean present = isPresent(person.person().toString());
            if (present || person.parentalResponsibility().equals("yes")) {
                parent(
                        person.person().toString(),
                        Json.MAPPER.valueToTree(person.person().toString()),
                        TypedText.isolated(person.name()),
                        person.relation());
            }
        }
        int number = 0;
        for (JsonNode present : writing().get("visit.people_present")) {
            if (present.isObject() && present.has("name")) {
                String name = present.path("name").asString("");
                parent(
                        "new-" + number++,
                        present,
                        name,
                        present.path("relation").asString(""));
            }
        }
        bring();
        nobody.setId(id(VIEWS) + "-nobody");
        nobody.setSelected(
                writing().get(VIEWS).isArray() && writing().get(VIEWS).isEmpty());
        nobody.selectedProperty().subscribe((was, is) -> put());
        VBox none = Boxes.column(1, nobody);
        ties().when(
                        none,
                        () -> said.values().stream()
                                .allMatch(s -> s.words().text().getText().isBlank()));
        add(none);
    }

    private boolean isPresent(String id) {
        for (JsonNode there : writing().get("visit.people_present")) {
            if (there.asString("").equals(id)) {
                return true;
            }
        }
        return false;
    }

    private void parent(String key, JsonNode person, String name, String relation) {
        var words = new LongQuestion(
                id(VIEWS) + "-" + key, text("parent-said", name), visit().desk().clock());
        words.named(said.isEmpty() ? VIEWS : VIEWS + "." + key);
        words.hint(relation);
        said.put(key, new Said(person, words));
        add(ties().add(words));
    }

    private void bring() {
        var unknown = new ArrayList<JsonNode>();
        for (JsonNode view : writing().get(VIEWS)) {
            said.values().stream()
                    .filter(s -> s.person().equals(view.path("person")))
                    .findFirst()
                    .ifPresentOrElse(
                            s -> s.words().text().bring(view.path("text").stringValue(""), 0), () -> unknown.add(view));
        }
        kept = List.copyOf(unknown);
        said.values().forEach(s -> s.words().text().textProperty().subscribe((was, is) -> put()));
    }

    /// What somebody said who is not on this page: it stays in the record.
    private List<JsonNode> kept = List.of();

    private void put() {
        ArrayNode views = Json.array();
        kept.forEach(views::add);
        said.values().forEach(s -> {
            String words = s.words().text().typed();
            if (!words.isBlank()) {
                ObjectNode view = Json.object();
                view.set("person", s.person());
                view.put("text", words);
                views.add(view);
            }
        });
        writing().put(VIEWS, views.isEmpty() && !nobody.isSelected() ? null : views);
        ties().refresh();
    }
}
