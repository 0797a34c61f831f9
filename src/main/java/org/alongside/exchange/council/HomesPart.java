package org.alongside.exchange.council;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.alongside.kernel.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Where children in care lived, the reviews that were held, and when they were missing: what the
/// clocks of care count from. The file gives no footing for a home, so it is the ordinary one.
final class HomesPart {
    private final Dating dating;
    private final Gathered gathered;

    HomesPart(Dating dating, Gathered gathered) {
        this.dating = dating;
        this.gathered = gathered;
    }

    void read(Family family) {
        homes(family);
        reviews(family);
        missing(family);
    }

    private void homes(Family family) {
        var first = new HashMap<String, Boolean>();
        for (JsonNode home : byDay(family.part("placements"), "start_d")) {
            Integer from = Gathered.number(home.path("start_d"));
            for (Family.Member child : family.about(home)) {
                if (from != null && child.open()) {
                    home(child, home, from, first.put(child.id(), false) == null);
                }
            }
        }
    }

    private void home(Family.Member child, JsonNode home, int from, boolean first) {
        String kind = home.path("kind").stringValue("");
        LocalDate began = dating.day(from);
        ObjectNode value = Json.object().put("started_on", began.toString());
        JsonNode code = Shape.CONTENT.path("home_kinds").path(kind);
        if (code.isString()) {
            value.put("type", code.stringValue());
        }
        value.put("placed_under", "ordinary");
        value.put("with_parent", kind.equals("with_parent"));
        value.put("first_home", first);
        value.put("emergency", kind.startsWith("emergency"));
        Gathered.putFlag(value, "until_18", home.path("until_18"));
        Gathered.putFlag(value, "out_of_area", home.path("out_of_area"));
        if (home.path("distance_miles").isIntegralNumber()) {
            value.put("distance_miles", home.path("distance_miles").intValue());
        }
        var record = gathered.id("home", child.id(), began.toString());
        write(child, record, "home", "record", value, began);
        Integer to = Gathered.number(home.path("end_d"));
        if (to != null) {
            LocalDate ended = dating.day(to);
            write(child, record, "home", "ended", Json.object().put("ended_on", ended.toString()), ended);
        }
        made(child, record, home, "matching_record_d", "placement_matching", "completed_on");
        made(child, record, home, "delegated_authority_d", "delegated_authority", "agreed_on");
    }

    /// What was agreed about a home.
    private void made(Family.Member child, UUID home, JsonNode from, String day, String type, String field) {
        Integer on = Gathered.number(from.path(day));
        if (on != null) {
            LocalDate made = dating.held(on);
            ObjectNode value = Json.object().put("home", home.toString()).put(field, made.toString());
            write(child, gathered.id(type, home.toString()), type, "record", value, made);
        }
    }

    /// A review is one of a child in care, else of the plan for a child in need.
    private void reviews(Family family) {
        Map<String, Integer> numbers = new HashMap<>();
        for (JsonNode review : byDay(family.part("reviews"), "d")) {
            Integer day = Gathered.number(review.path("d"));
            for (Family.Member child : family.about(review)) {
                if (day != null && child.open()) {
                    review(child, review, dating.held(day), numbers);
                }
            }
        }
    }

    private void review(Family.Member child, JsonNode review, LocalDate held, Map<String, Integer> numbers) {
        ObjectNode value = Json.object();
        if (child.plan().equals("CLA")) {
            value.put("series", "looked_after");
            value.put("number", numbers.merge(child.id(), 1, Integer::sum));
            value.put("held_on", held.toString());
            Gathered.putFlag(value, "permanence_plan", review.path("permanence_plan"));
            var record = gathered.id("looked_after_review", child.id(), held.toString());
            write(child, record, "looked_after_review", "record", value, held);
        } else if (child.plan().equals("CIN")) {
            value.put("plan_kind", "child_in_need").put("why_called", "routine").put("held_on", held.toString());
            write(child, gathered.id("plan_review", child.id(), held.toString()), "plan_review", "record", value, held);
        }
    }

    private void missing(Family family) {
        for (JsonNode episode : family.part("missing_episodes")) {
            Integer gone = Gathered.number(episode.path("missing_d"));
            for (Family.Member child : family.about(episode)) {
                if (gone != null && child.open()) {
                    missing(child, episode, dating.day(gone));
                }
            }
        }
    }

    private void missing(Family.Member child, JsonNode episode, LocalDate gone) {
        ObjectNode value = Json.object().put("kind", "M");
        value.put("went_missing_at", Dating.at(gone).toString());
        Integer back = Gathered.number(episode.path("returned_d"));
        if (back != null) {
            value.put("returned_at", Dating.at(dating.day(back)).toString());
        }
        var record = gathered.id("missing_episode", child.id(), gone.toString());
        write(child, record, "missing_episode", "record", value, back == null ? gone : dating.day(back));
    }

    private void write(Family.Member child, UUID record, String type, String group, ObjectNode value, LocalDate day) {
        gathered.group(child.stream(), record, type, group, value, BroughtIn.COUNCIL, dating.kept(day));
    }

    private static List<JsonNode> byDay(JsonNode part, String day) {
        if (!part.isArray()) {
            return List.of();
        }
        return StreamSupport.stream(part.spliterator(), false)
                .sorted(Comparator.comparingInt(each -> each.path(day).intValue(0)))
                .toList();
    }
}
