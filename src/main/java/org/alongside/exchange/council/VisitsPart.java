package org.alongside.exchange.council;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Visits, in the field names of practice 1.4: one record, in the case of each child it is about.
final class VisitsPart {
    private static final int MINUTES_MAX = 240;

    private final StaffPart staff;
    private final Dating dating;
    private final Gathered gathered;

    VisitsPart(StaffPart staff, Dating dating, Gathered gathered) {
        this.staff = staff;
        this.dating = dating;
        this.gathered = gathered;
    }

    void read(Family family) {
        for (JsonNode visit : family.part("visits")) {
            visit(family, visit);
        }
    }

    private void visit(Family family, JsonNode visit) {
        UUID record = gathered.id("visit", visit.path("id").stringValue());
        gathered.reference("visit", visit.path("id").stringValue(), record);
        LocalDate day = dating.held(visit.path("d").intValue());
        Integer signed = Gathered.number(visit.path("signed_d"));
        Instant finished = dating.kept(signed == null ? day : dating.held(signed));
        if (finished.isBefore(dating.kept(day))) {
            finished = dating.kept(day);
        }
        ObjectNode trip = trip(family, visit, record, day, finished);
        trip.put("recorded_at", finished.toString());
        if (signed != null) {
            trip.put("signed_at", finished.toString());
        }
        String author = visit.path("worker").stringValue();
        for (Map.Entry<Family.Member, ObjectNode> row : rows(family, visit).entrySet()) {
            ObjectNode value = Json.object();
            value.set("visit", trip.deepCopy());
            value.set("child", row.getValue());
            gathered.add(new BroughtIn(
                    Intent.whole(row.getKey().stream(), record, "visit", value), author, finished, record));
        }
        String role = visit.path("worker_role").stringValue("");
        boolean same = role.isEmpty()
                || staff.find(visit.path("worker"))
                        .filter(account -> account.role().word().equals(role))
                        .isPresent();
        gathered.later("visit-roles", same ? 0 : 1);
    }

    private ObjectNode trip(Family family, JsonNode visit, UUID record, LocalDate day, Instant finished) {
        ObjectNode trip = Json.object();
        trip.put("visit_id", record.toString());
        Gathered.put(trip, "kind", visit.path("kind"));
        Gathered.putFlag(trip, "announced", visit.path("announced"));
        trip.put("started_at", Dating.at(day).toString());
        place(trip, Gathered.text(visit.path("place")));
        Gathered.put(trip, "mode", visit.path("mode"));
        Gathered.put(trip, "access", visit.path("access"));
        trip.putArray("workers").add(visit.path("worker").stringValue());
        boolean unknown = visit.path("unknown_adult_present").booleanValue(false);
        if (visit.path("adults_present").isArray() || unknown) {
            ArrayNode present = trip.putArray("people_present");
            visit.path("adults_present")
                    .forEach(person -> present.add(
                            family.member(person.stringValue()).uuid().toString()));
            if (unknown) {
                present.add(unknownAdult(family, visit, finished).toString());
            }
        }
        return trip;
    }

    /// Somebody nobody knew gets a row, never a blank: a person of whom nothing is known yet.
    private UUID unknownAdult(Family family, JsonNode visit, Instant kept) {
        String author = visit.path("worker").stringValue();
        String id = visit.path("id").stringValue();
        UUID person = gathered.id("unknown adult", id);
        ObjectNode identity =
                Json.object().put("name", Texts.of("council.unknown-adult")).put("kind", "adult");
        gathered.group(StreamId.ofPerson(person), person, "person", "identity", identity, author, kept);
        for (Family.Member child : family.open()) {
            UUID record = gathered.id("unknown adult", id, child.id());
            ObjectNode relation = Json.object()
                    .put("person", person.toString())
                    .put("relation", Texts.of("council.unknown-relation"))
                    .put("parental_responsibility", "unknown");
            gathered.group(child.stream(), record, "relationship", "relation", relation, author, kept);
            ObjectNode household = Json.object().put("in_household", "unknown");
            gathered.group(child.stream(), record, "relationship", "household", household, author, kept);
            gathered.link(child.uuid(), person);
        }
        return person;
    }

    /// A row for each child the file tells of. Where nobody was let in it tells of none, and the visit
    /// belongs to every open child born by then: none of them was seen.
    private Map<Family.Member, ObjectNode> rows(Family family, JsonNode visit) {
        Map<Family.Member, ObjectNode> rows = new LinkedHashMap<>();
        for (JsonNode row : visit.path("children")) {
            Family.Member child = family.member(row.path("child").stringValue());
            rows.put(child, row(child, row, visit));
        }
        if (rows.isEmpty()) {
            boolean letIn = visit.path("access").stringValue("admitted").equals("admitted");
            for (Family.Member child : family.open()) {
                if (child.bornBy(visit.path("d").intValue())) {
                    ObjectNode row = Json.object().put("child", child.uuid().toString());
                    rows.put(child, letIn ? row : row.put("seen", "not_seen"));
                }
            }
        }
        return rows;
    }

    private ObjectNode row(Family.Member child, JsonNode row, JsonNode visit) {
        ObjectNode value = Json.object().put("child", child.uuid().toString());
        Gathered.put(value, "seen", row.path("seen"));
        if (!row.path("seen").stringValue("").equals("not_seen")) {
            Gathered.put(value, "alone", row.path("alone"));
            Integer minutes = Gathered.number(row.path("alone_minutes"));
            if (minutes != null) {
                value.put("alone_minutes", Math.clamp(minutes, 0, MINUTES_MAX));
            }
            where(value, Gathered.text(row.path("where")), visit);
        }
        String support = Gathered.text(row.path("support"));
        if (support != null) {
            value.putObject("support_person").put("role", support);
        }
        Gathered.putFlag(value, "support_independent", row.path("support_independent"));
        Gathered.put(value, "reason_not_alone", row.path("reason"));
        if (row.has("bedroom_seen")) {
            JsonNode bedroom = row.path("bedroom_seen");
            value.put(
                    "bedroom_seen",
                    bedroom.isNull() ? "not_at_home" : bedroom.booleanValue() ? "yes_with_child" : "no");
        }
        Gathered.put(value, "child_words", row.path("child_words"));
        String observed = Gathered.text(row.path("observation"));
        if (observed != null) {
            String where = value.path("observed").asString("");
            value.put("observed", where.isEmpty() ? observed : observed + "\n" + where);
        }
        return value;
    }

    /// A place that is none of ours goes to the nearest, and its words are kept beside it.
    private static void place(ObjectNode trip, @Nullable String words) {
        if (words == null) {
            return;
        }
        String folded = folded(words);
        String spelled = Shape.CONTENT.path("place_spelling").path(folded).stringValue(folded.replace(' ', '_'));
        if (Shape.values("visit.place").contains(spelled)) {
            trip.put("place", spelled);
        } else {
            String nearest = nearest("place_words", folded);
            trip.putObject("place")
                    .put("value", nearest == null ? "other" : nearest)
                    .put("text", words);
        }
    }

    private static void where(ObjectNode value, @Nullable String words, JsonNode visit) {
        if (words == null) {
            return;
        }
        String nearest = nearest("where_words", folded(words));
        boolean atSchool = folded(visit.path("place").stringValue("")).equals("school");
        String where = nearest != null ? nearest : atSchool ? "school" : "other";
        value.put("alone_where", where);
        if (!where.replace('_', ' ').equals(folded(words))) {
            value.put("observed", Texts.of("council.where-words", words));
        }
    }

    /// The value of the first of the content's words that stands in a text as whole words.
    private static @Nullable String nearest(String table, String folded) {
        for (Map.Entry<String, JsonNode> word : Shape.CONTENT.path(table).properties()) {
            if (Pattern.compile("\\b" + Pattern.quote(word.getKey()) + "\\b")
                    .matcher(folded)
                    .find()) {
                return word.getValue().stringValue();
            }
        }
        return null;
    }

    private static String folded(String words) {
        return words.toLowerCase(Locale.ROOT).strip();
    }
}
