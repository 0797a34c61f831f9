package org.alongside.exchange.council;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.record.StreamId;
import org.alongside.rules.CodeSets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The people of a family: each child's facts, each adult's own stream, and who they are to the
/// children.
final class PeoplePart {
    private static final String DETAILS = "child_details";
    private static final int VERBAL_FROM_YEARS = 4;
    private static final Pattern SCHOOL_YEAR =
            Pattern.compile("(.+?),\\s*((?:year|reception|nursery)\\b.*)", Pattern.CASE_INSENSITIVE);

    private final Dating dating;
    private final Gathered gathered;
    private final Companion facts;
    private final StaffPart staff;

    /// @param facts summary facts from beside the file: their members stand in place of the file's own
    PeoplePart(StaffPart staff, Dating dating, Gathered gathered, Companion facts) {
        this.staff = staff;
        this.dating = dating;
        this.gathered = gathered;
        this.facts = facts;
    }

    void read(Family family) {
        for (Family.Member member : family.members()) {
            gathered.reference(member.child() ? "child" : "person", member.id(), member.uuid());
            if (member.child()) {
                child(family, member);
            }
            if (!member.child() || member.node().path("relation").isString()) {
                person(family, member);
            }
        }
        restricted(family);
    }

    private void child(Family family, Family.Member child) {
        JsonNode node = child.node();
        Map<String, JsonNode> groups = new LinkedHashMap<>();
        ObjectNode name = Json.object().put("given_name", child.givenName());
        if (!child.familyName().isEmpty()) {
            name.put("family_name", child.familyName());
        }
        groups.put("name", name);
        groups.put("birth", birth(child));
        groups.put("identifiers", Json.object().put("council_id", child.id()));
        groups.put("characteristics", characteristics(node));
        if (child.kin()) {
            groups.put(
                    "family",
                    Json.object().put("family", family.uuid().toString()).put("family_label", family.label()));
        }
        groups.put("communication", communication(child));
        groups.put("school", school(node));
        ObjectNode picture = Json.object();
        Gathered.put(picture, "text", node.path("pen_picture"));
        groups.put("pen_picture", picture);
        ObjectNode address = Json.object();
        Gathered.put(address, "lines", node.path("address"));
        groups.put("address", address);
        groups.put("phones", phones(node));
        groups.put("household", household(family, child));
        CarePart.note(gathered, dating, family, child);

        Instant kept = family.firstKept(child);
        Map<String, Companion.Fact> besides = facts.of(child.id());
        groups.forEach((group, value) -> {
            if (!besides.containsKey(group)) {
                gathered.group(child.stream(), child.uuid(), DETAILS, group, value, BroughtIn.COUNCIL, kept);
            }
        });
        besides.forEach((group, fact) -> gathered.group(
                child.stream(),
                child.uuid(),
                DETAILS,
                group,
                fact.over(groups.get(group)),
                fact.author(),
                fact.keptAt().orElse(kept)));
    }

    /// A day of birth ahead of the anchor is the day on which the child is expected.
    private ObjectNode birth(Family.Member child) {
        ObjectNode birth = Json.object();
        Integer born = child.born();
        if (born != null) {
            birth.put(born > 0 ? "expected_on" : "born_on", dating.day(born).toString());
        }
        String settled = Gathered.text(child.node().path("dob_status"));
        if (settled != null) {
            birth.put("birth_date_status", settled.replace('_', ' '));
        }
        return birth;
    }

    private ObjectNode characteristics(JsonNode node) {
        ObjectNode value = Json.object();
        Gathered.put(value, "sex", node.path("sex"));
        String words = Gathered.text(node.path("ethnicity"));
        if (words != null) {
            Optional<String> code = ethnicity(words);
            code.ifPresent(found -> value.put("ethnicity", found));
            boolean whole = code.isPresent()
                    && CodeSets.shipped()
                            .label("ethnicity", code.get())
                            .orElse("")
                            .equalsIgnoreCase(words);
            if (!whole) {
                value.put("ethnicity_words", words);
            }
        }
        Gathered.put(value, "faith", node.path("faith"));
        return value;
    }

    /// The national code for a plain description; none where two could be meant.
    private static Optional<String> ethnicity(String words) {
        String first = words.split(",", 2)[0].strip();
        String plain = first.startsWith("Mixed ") ? first.substring("Mixed ".length()) : first;
        return CodeSets.shipped().labels("ethnicity").entrySet().stream()
                .filter(code -> code.getKey().equals(first)
                        || code.getValue().equalsIgnoreCase(first)
                        || code.getValue().equalsIgnoreCase(plain))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private ObjectNode communication(Family.Member child) {
        JsonNode node = child.node();
        ObjectNode value = Json.object();
        value.put(
                "comm",
                node.path("communication").isString()
                        ? node.path("communication").stringValue()
                        : byAge(child));
        JsonNode interpreter = node.path("interpreter_required");
        if (interpreter.isString()) {
            value.put("needs_interpreter", true);
        }
        Gathered.putFlag(value, "needs_interpreter", interpreter);
        Gathered.put(value, "first_language", node.path("first_language"));
        Gathered.put(value, "other_language", node.path("other_language"));
        Gathered.putFlag(value, "disability", node.path("disability"));
        Gathered.put(value, "notes", node.path("communication_note"));
        return value;
    }

    /// How a child of whom nothing is said speaks: verbal from the fourth birthday.
    private String byAge(Family.Member child) {
        Integer born = child.born();
        boolean four =
                born == null || !dating.day(born).plusYears(VERBAL_FROM_YEARS).isAfter(dating.anchor());
        return four ? "verbal" : "pre_verbal";
    }

    private static ObjectNode school(JsonNode node) {
        ObjectNode value = Json.object();
        String words = Gathered.text(node.path("school"));
        if (words == null) {
            return value;
        }
        var parts = SCHOOL_YEAR.matcher(words);
        return parts.matches()
                ? value.put("name", parts.group(1).strip())
                        .put("year", parts.group(2).strip())
                : value.put("name", words);
    }

    private static ArrayNode phones(JsonNode node) {
        ArrayNode phones = Json.array();
        String number = Gathered.text(node.path("phone"));
        if (number != null) {
            phones.addObject().put("number", number);
        }
        return phones;
    }

    /// Who the file says lives with the open children, in its words where it has some.
    private static ArrayNode household(Family family, Family.Member child) {
        ArrayNode household = Json.array();
        if (!child.open()) {
            return household;
        }
        for (Family.Member other : family.members()) {
            JsonNode lives = other.node().path("in_household");
            if (lives.isString() || lives.booleanValue(false)) {
                household
                        .addObject()
                        .put("person", other.uuid().toString())
                        .put("stays", lives.isString() ? lives.stringValue() : Texts.of("council.lives-here"));
            }
        }
        return household;
    }

    private void person(Family family, Family.Member member) {
        StreamId stream = StreamId.ofPerson(member.uuid());
        Instant kept = family.firstKept(member);
        ObjectNode identity = Json.object().put("external_id", member.id()).put("name", member.name());
        identity.setAll(birth(member));
        Integer born = member.born();
        identity.put("kind", !member.child() ? "adult" : born != null && born > 0 ? "unborn" : "child");
        ObjectNode contact = Json.object();
        if (!member.child()) {
            Gathered.put(contact, "phones", member.node().path("phone"));
            Gathered.put(contact, "address", member.node().path("address"));
        }
        ObjectNode notes = Json.object();
        if (!member.child()) {
            Gathered.put(notes, "notes", member.node().path("note"));
        }
        String risks = String.join(", ", risks(member.node()));
        if (!risks.isEmpty()) {
            notes.put("risk_flags", risks);
        }
        Map<String, JsonNode> groups = new LinkedHashMap<>();
        groups.put("identity", identity);
        groups.put("contact", contact);
        groups.put("notes", notes);
        if (!member.child()) {
            facts.of(member.id()).forEach((group, fact) -> groups.put(group, fact.over(groups.get(group))));
        }
        groups.forEach((group, value) ->
                gathered.group(stream, member.uuid(), "person", group, value, BroughtIn.COUNCIL, kept));
        for (Family.Member child : family.open()) {
            if (!child.uuid().equals(member.uuid())) {
                relationship(family, child, member);
                gathered.link(child.uuid(), member.uuid());
            }
        }
    }

    private static List<String> risks(JsonNode node) {
        var risks = new java.util.ArrayList<String>();
        node.path("risk_flags").forEach(risk -> risks.add(risk.stringValue().replace('_', ' ')));
        return risks;
    }

    private void relationship(Family family, Family.Member child, Family.Member other) {
        JsonNode node = other.node();
        UUID record = gathered.id("relationship", child.id(), other.id());
        Instant kept = family.firstKept(child);
        ObjectNode relation = Json.object().put("person", other.uuid().toString());
        String words = Gathered.text(node.path("relation"));
        relation.put("relation", words == null ? Texts.of("council.unknown-relation") : words);
        relation.put("parental_responsibility", responsibility(family, child, node));
        Gathered.putFlag(relation, "approved_carer", node.path("approved_carer"));
        gathered.group(child.stream(), record, "relationship", "relation", relation, BroughtIn.COUNCIL, kept);
        JsonNode lives = node.path("in_household");
        String stays =
                lives.isString() ? "sometimes" : !lives.isBoolean() ? "unknown" : lives.booleanValue() ? "yes" : "no";
        gathered.group(
                child.stream(),
                record,
                "relationship",
                "household",
                Json.object().put("in_household", stays),
                BroughtIn.COUNCIL,
                kept);
        Integer spoken = other.day("last_spoken_to_d");
        if (spoken != null) {
            gathered.group(
                    child.stream(),
                    record,
                    "relationship",
                    "last_spoken",
                    Json.object().put("last_spoken_to_on", dating.day(spoken).toString()),
                    BroughtIn.COUNCIL,
                    dating.kept(dating.day(spoken)));
        }
        Integer offered = other.day("offer_d");
        if (offered != null) {
            gathered.group(
                    child.stream(),
                    gathered.id("offer", child.id(), other.id()),
                    "family_offer",
                    "record",
                    Json.object()
                            .put("person", other.uuid().toString())
                            .put("offered_on", dating.day(offered).toString()),
                    BroughtIn.COUNCIL,
                    dating.kept(dating.day(offered)));
        }
    }

    /// Parental responsibility is for a child. Where the words name some of the children ("father of
    /// Fern"), the answer is theirs, and for the others it is not known.
    private static String responsibility(Family family, Family.Member child, JsonNode person) {
        JsonNode answer = person.path("pr");
        if (!answer.isBoolean()) {
            return "unknown";
        }
        String words = person.path("relation").stringValue("");
        boolean someNamed = family.open().stream().anyMatch(other -> names(words, other));
        if (someNamed && !names(words, child)) {
            return "unknown";
        }
        return answer.booleanValue() ? "yes" : "no";
    }

    private static boolean names(String words, Family.Member child) {
        return Pattern.compile("\\b" + Pattern.quote(child.givenName()) + "\\b")
                .matcher(words)
                .find();
    }

    /// Of a restricted record nothing is carried but the fixed line (practice 7, rule 3).
    private void restricted(Family family) {
        Map<Family.Member, Set<String>> lines = new LinkedHashMap<>();
        for (JsonNode record : family.part("restricted")) {
            String shown = Gathered.text(record.path("show"));
            String line = shown == null ? restrictedLine(family) : shown;
            family.about(record)
                    .forEach(child -> lines.computeIfAbsent(child, key -> new LinkedHashSet<>())
                            .add(line));
        }
        lines.forEach((child, of) -> gathered.group(
                child.stream(),
                child.uuid(),
                DETAILS,
                "restricted_line",
                Json.object().put("line", String.join("\n", of)),
                BroughtIn.COUNCIL,
                family.firstKept(child)));
    }

    private String restrictedLine(Family family) {
        return staff.find(family.part("supervisor"))
                .map(account -> Texts.of("council.restricted-line", account.display()))
                .orElseGet(() -> Texts.of("council.restricted-line-nobody"));
    }
}
