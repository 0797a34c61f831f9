package org.alongside.exchange.council;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The chronology: each line an entry in the case of every child that it belongs to, and where the
/// record types' map names another record and the line says enough, that record too.
final class ChronologyPart {
    /// What happens on the day of a meeting or visit; in a demonstration these fall on working days.
    private static final Set<String> MEETINGS = Set.of("icpc", "rcpc", "review", "visit");

    private final Dating dating;
    private final Gathered gathered;

    ChronologyPart(Dating dating, Gathered gathered) {
        this.dating = dating;
        this.gathered = gathered;
    }

    void read(Family family) {
        Map<String, Integer> sameDay = new HashMap<>();
        Set<String> ended = new HashSet<>();
        for (JsonNode line : family.part("chronology")) {
            int d = line.path("d").intValue();
            String kind = line.path("kind").stringValue();
            int nth = sameDay.merge(d + " " + kind, 1, Integer::sum);
            for (Family.Member child : family.about(line)) {
                String key = String.join("\n", child.id(), String.valueOf(d), kind, String.valueOf(nth));
                entry(child, line, gathered.id("chronology", key));
                if (child.bornBy(d)) {
                    record(family, child, line, key, ended);
                }
            }
        }
    }

    private LocalDate day(JsonNode line) {
        int d = line.path("d").intValue();
        return MEETINGS.contains(line.path("kind").stringValue()) ? dating.held(d) : dating.day(d);
    }

    private void entry(Family.Member child, JsonNode line, UUID record) {
        String kind = line.path("kind").stringValue();
        ObjectNode value = Json.object();
        value.put("happened_on", day(line).toString());
        value.put("kind", Shape.CONTENT.path("chronology_kind").path(kind).stringValue(kind));
        Gathered.put(value, "what", line.path("text"));
        Gathered.put(value, "meaning", line.path("impact"));
        Gathered.putFlag(value, "neglect_or_emotional_harm", line.path("neglect"));
        Gathered.putFlag(value, "significant_change", line.path("significant_change"));
        gathered.whole(child.stream(), record, "chronology_entry", value, BroughtIn.COUNCIL, dating.kept(day(line)));
    }

    private void record(Family family, Family.Member child, JsonNode line, String key, Set<String> ended) {
        String on = day(line).toString();
        switch (line.path("kind").stringValue()) {
            case "referral" -> {
                ObjectNode value = Json.object().put("received_on", on);
                Gathered.put(value, "worries", line.path("text"));
                write(child, "referral", key, "record", value, day(line));
            }
            case "decision" -> {
                ObjectNode value = Json.object().put("kind", "other").put("decided_on", on);
                Gathered.put(value, "decision", line.path("text"));
                gathered.whole(
                        child.stream(),
                        gathered.id("management_decision", key),
                        "management_decision",
                        value,
                        BroughtIn.COUNCIL,
                        dating.kept(day(line)));
            }
            case "plan_start" -> earlierPlan(family, child, line, key, ended);
            case "s47_start" -> enquiry(family, child, line, key);
            case "icpc" -> conference(child, line, key, "initial");
            case "rcpc" -> conference(child, line, key, "review");
            case "eds" -> {
                ObjectNode value =
                        Json.object().put("happened_at", Dating.at(day(line)).toString());
                Gathered.put(value, "what", line.path("text"));
                write(child, "out_of_hours_event", key, "record", value, day(line));
            }
            case "equipment" ->
                write(
                        child,
                        "communication_support_break",
                        key,
                        "record",
                        Json.object().put("kind", "aid").put("broken_on", on),
                        day(line));
            case "injury" -> {
                ObjectNode value = Json.object()
                        .put("kind", "injury")
                        .put("noticed_at", Dating.at(day(line)).toString());
                Gathered.put(value, "what", line.path("text"));
                write(child, "injury_or_disclosure", key, "record", value, day(line));
            }
            case "education" -> {
                ObjectNode value = Json.object().put("kind", "other").put("began_on", on);
                write(child, "education_event", key, "record", value, day(line));
            }
            case "screening" ->
                write(
                        child,
                        "trafficking_referral",
                        key,
                        "record",
                        Json.object().put("indicators_on", on),
                        day(line));
            default -> {}
        }
    }

    /// A child in need plan that began and ended before. One that began on the day of today's plan is
    /// today's, and one of which no end is told stays a line.
    private void earlierPlan(Family family, Family.Member child, JsonNode line, String key, Set<String> ended) {
        int d = line.path("d").intValue();
        if (Integer.valueOf(d).equals(child.day("plan_start_d"))) {
            return;
        }
        for (JsonNode end : family.part("chronology")) {
            int endedOn = end.path("d").intValue();
            if (end.path("kind").stringValue().equals("plan_end")
                    && endedOn >= d
                    && family.about(end).contains(child)
                    && ended.add(child.id() + "\n" + endedOn)) {
                ObjectNode begun = Json.object()
                        .put("kind", "child_in_need")
                        .put("started_on", dating.day(d).toString());
                write(child, "child_in_need_plan", key, "record", begun, dating.day(d));
                ObjectNode over =
                        Json.object().put("ended_on", dating.day(endedOn).toString());
                Gathered.put(over, "end_reason", end.path("text"));
                write(child, "child_in_need_plan", key, "ended", over, dating.day(endedOn));
                return;
            }
        }
    }

    /// An enquiry that led to a conference, or that the child is in today. An enquiry of which nothing
    /// more is told stays a line: it would stand open for ever.
    private void enquiry(Family family, Family.Member child, JsonNode line, String key) {
        int d = line.path("d").intValue();
        boolean today = child.plan().equals("S47");
        if (today && Integer.valueOf(d).equals(child.day("plan_start_d"))) {
            return;
        }
        LocalDate conference = conferenceAfter(family, child, d);
        if (conference == null && !(today && child.day("plan_start_d") == null)) {
            return;
        }
        write(
                child,
                "section_47_enquiry",
                key,
                "record",
                Json.object().put("started_on", dating.day(d).toString()),
                dating.day(d));
        if (conference != null) {
            write(
                    child,
                    "section_47_enquiry",
                    key,
                    "outcome",
                    Json.object().put("conference_decision", "needed"),
                    conference);
        }
    }

    private @Nullable LocalDate conferenceAfter(Family family, Family.Member child, int d) {
        for (JsonNode line : family.part("chronology")) {
            if (line.path("kind").stringValue().equals("icpc")
                    && line.path("d").intValue() >= d
                    && family.about(line).contains(child)) {
                return day(line);
            }
        }
        Integer plan = child.day("plan_start_d");
        return child.plan().equals("CP") && plan != null && plan >= d ? dating.day(plan) : null;
    }

    private void conference(Family.Member child, JsonNode line, String key, String kind) {
        boolean named = line.path("child").isString();
        if (named || PlansPart.onProtectionPlan(child, line.path("d").intValue())) {
            write(
                    child,
                    "conference",
                    key,
                    "record",
                    Json.object().put("kind", kind).put("held_on", day(line).toString()),
                    day(line));
        }
    }

    private void write(Family.Member child, String type, String key, String group, ObjectNode value, LocalDate day) {
        gathered.group(child.stream(), gathered.id(type, key), type, group, value, BroughtIn.COUNCIL, dating.kept(day));
    }
}
