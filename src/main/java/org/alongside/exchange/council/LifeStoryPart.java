package org.alongside.exchange.council;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Life-story entries of a file, what somebody may still have, and which essentials have been found.
final class LifeStoryPart {
    private static final String TYPE = "life_story_entry";

    private final Dating dating;
    private final Gathered gathered;

    LifeStoryPart(Dating dating, Gathered gathered) {
        this.dating = dating;
        this.gathered = gathered;
    }

    void read(Family family) {
        for (JsonNode part : family.parts("life_story")) {
            for (Family.Member child : family.about(part)) {
                part.path("entries").forEach(entry -> entry(child, entry));
                part.path("leads").forEach(lead -> lead(child, family, lead));
                essentials(child, part.path("essentials"));
            }
        }
    }

    private void entry(Family.Member child, JsonNode entry) {
        ObjectNode value = Json.object();
        Gathered.put(value, "kind", entry.path("kind"));
        Gathered.put(value, "title", entry.path("title"));
        LocalDate from = day(value, "from", entry.path("from_d"));
        day(value, "to", entry.path("to_d"));
        String source = Gathered.text(entry.path("source"));
        if (source != null) {
            value.putArray("sources").addObject().put("kind", source(source)).put("text", source);
        }
        String band = Gathered.text(entry.path("audience_band"));
        if (band != null) {
            ObjectNode told = value.putArray("narratives").addObject().put("band", band);
            Gathered.put(told, "text", entry.path("title"));
        }
        String consent = Gathered.text(entry.path("photo_consent"));
        if (consent != null) {
            value.put("facts", Texts.of("council.life-consent", consent));
        }
        Gathered.put(value, "sensitivity", entry.path("sensitivity"));
        if (entry.path("coauthored").booleanValue(false)) {
            value.putArray("coauthors").addObject().put("role", "child");
        }
        Gathered.put(value, "status", entry.path("status"));
        String key = entry.path("id").stringValue(entry.path("title").stringValue(""));
        // When it was written nobody says: not before what it tells of, and not after today.
        LocalDate added = from == null || from.isAfter(dating.anchor()) ? dating.anchor() : from;
        write(child, key, value, added);
    }

    /// What sort of source the file's words name.
    private static String source(String words) {
        for (var named : Shape.CONTENT.path("life_sources").properties()) {
            if (words.toLowerCase(Locale.ROOT).contains(named.getKey())) {
                return named.getValue().stringValue();
            }
        }
        return "person";
    }

    /// What somebody may have: it is looked for.
    private void lead(Family.Member child, Family family, JsonNode lead) {
        String item = Gathered.text(lead.path("item"));
        if (item == null) {
            return;
        }
        ObjectNode value = Json.object().put("kind", "object").put("title", item);
        String person = lead.path("person").stringValue("");
        family.find(person)
                .ifPresent(who -> value.putArray("people")
                        .addObject()
                        .put("person", who.uuid().toString()));
        String status = Gathered.text(lead.path("status"));
        if (status != null) {
            value.put("facts", Texts.of("council.life-lead", status));
        }
        value.put("sensitivity", "worker_only").put("status", "gathering");
        value.putArray("sources").addObject().put("kind", "file").put("text", Texts.of("council.life-source"));
        write(child, "lead " + person + " " + item, value, dating.anchor());
    }

    /// Each essential yes, no, or not applicable (practice 5.8): one entry for the worker that says so.
    private void essentials(Family.Member child, JsonNode essentials) {
        if (!essentials.isObject() || essentials.isEmpty()) {
            return;
        }
        Map<String, List<String>> by = new TreeMap<>();
        essentials
                .properties()
                .forEach(one -> by.computeIfAbsent(
                                one.getValue().isBoolean()
                                        ? one.getValue().booleanValue() ? "a-found" : "b-open"
                                        : "c-not",
                                key -> new ArrayList<>())
                        .add(one.getKey().replace('_', ' ')));
        var lines = new ArrayList<String>();
        by.forEach((how, names) -> lines.add(Texts.of("council.life-" + how, String.join(", ", names))));
        ObjectNode value = Json.object()
                .put("kind", "about_me")
                .put("title", Texts.of("council.life-essentials"))
                .put("facts", String.join("\n", lines))
                .put("sensitivity", "worker_only")
                .put("status", "gathering");
        value.putArray("sources").addObject().put("kind", "file").put("text", Texts.of("council.life-source"));
        write(child, "essentials", value, dating.anchor());
    }

    private @Nullable LocalDate day(ObjectNode value, String field, JsonNode number) {
        Integer day = Gathered.number(number);
        if (day == null) {
            return null;
        }
        LocalDate on = dating.day(day);
        value.putObject(field).put("date", on.toString()).put("certainty", "exact");
        return on;
    }

    private void write(Family.Member child, String key, ObjectNode value, LocalDate added) {
        value.put("added_on", added.toString());
        gathered.whole(
                child.stream(), gathered.id(TYPE, child.id(), key), TYPE, value, BroughtIn.COUNCIL, dating.kept(added));
    }
}
