package org.alongside.exchange.council;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One scenario of a council file: a family, its children and the people in their lives.
final class Family {
    /// Words in a relation that make a child one of the family, not a friend or a carer's child.
    private static final List<String> KIN =
            List.of("brother", "sister", "sibling", "twin", "son", "daughter", "baby", "unborn");

    private final JsonNode scenario;
    private final Dating dating;
    private final String id;
    private final UUID uuid;
    private final List<Member> members = new ArrayList<>();

    Family(JsonNode scenario, Dating dating, Gathered gathered) {
        this.scenario = scenario;
        this.dating = dating;
        this.id = scenario.path("id").stringValue();
        this.uuid = gathered.id("family", id);
        for (JsonNode person : scenario.path("people")) {
            members.add(member(person, gathered));
        }
    }

    private Member member(JsonNode person, Gathered gathered) {
        boolean child = person.path("type").stringValue().equals("child");
        String plan = person.path("plan").stringValue("none");
        Integer born = Gathered.number(person.path("born_d"));
        String relation = person.path("relation").stringValue("").toLowerCase(Locale.ROOT);
        boolean open = child && !plan.startsWith("none");
        return new Member(
                person.path("id").stringValue(),
                gathered.person(person.path("id").stringValue()),
                person,
                child,
                child && (open || relation.isEmpty() || KIN.stream().anyMatch(relation::contains)),
                born,
                open ? plan : "");
    }

    /// A person of the scenario.
    ///
    /// @param kin a child of this family: not a friend, not a carer's own child
    /// @param born the day number of birth; above 0 it is the expected date; null when the file has none
    /// @param plan `S47`, `CP`, `CLA`, `PF`, `CIN` or empty
    record Member(
            String id,
            UUID uuid,
            JsonNode node,
            boolean child,
            boolean kin,
            @Nullable Integer born,
            String plan) {

        boolean open() {
            return !plan.isEmpty();
        }

        StreamId stream() {
            return child ? StreamId.ofCase(uuid) : StreamId.ofPerson(uuid);
        }

        String name() {
            return org.alongside.kernel.TypedText.mended(node.path("name").stringValue())
                    .strip();
        }

        String givenName() {
            int last = name().lastIndexOf(' ');
            return last < 0 ? name() : name().substring(0, last);
        }

        String familyName() {
            int last = name().lastIndexOf(' ');
            return last < 0 ? "" : name().substring(last + 1);
        }

        /// Whether the child was born by a day; a child whose birth the file does not give was.
        boolean bornBy(int day) {
            return born == null || born <= day;
        }

        @Nullable
        Integer day(String field) {
            return Gathered.number(node.path(field));
        }
    }

    String id() {
        return id;
    }

    UUID uuid() {
        return uuid;
    }

    JsonNode part(String name) {
        return scenario.path(name);
    }

    /// A part that may stand alone or as a list of its kind.
    List<JsonNode> parts(String name) {
        JsonNode part = scenario.path(name);
        var parts = new ArrayList<JsonNode>();
        if (part.isArray()) {
            part.forEach(parts::add);
        } else if (part.isObject()) {
            parts.add(part);
        }
        return parts;
    }

    String label() {
        String title = Gathered.text(scenario.path("title"));
        return title == null ? id : title;
    }

    List<Member> members() {
        return members;
    }

    List<Member> children() {
        return members.stream().filter(Member::child).toList();
    }

    /// The children with a plan.
    List<Member> open() {
        return members.stream().filter(Member::open).toList();
    }

    Member member(String id) {
        return find(id).orElseThrow();
    }

    Optional<Member> find(String id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    /// The children that a part is about: the one it names, or else every open child.
    List<Member> about(JsonNode part) {
        JsonNode child = part.path("child");
        return child.isString() ? List.of(member(child.stringValue())) : open();
    }

    /// The first day on which the council knew anything of the family; for what is kept without a day.
    LocalDate firstKnown() {
        int first = 0;
        for (JsonNode line : scenario.path("chronology")) {
            first = Math.min(first, line.path("d").intValue());
        }
        for (JsonNode visit : scenario.path("visits")) {
            first = Math.min(first, visit.path("d").intValue());
        }
        for (Member child : children()) {
            first = Math.min(first, child.node().path("plan_start_d").intValue(0));
            first = Math.min(first, child.node().path("looked_after_since_d").intValue(0));
        }
        return dating.day(first);
    }

    /// When the first facts of a member were kept: from the day the family was known, or from birth.
    Instant firstKept(Member member) {
        LocalDate known = firstKnown();
        Integer born = member.born();
        LocalDate day = born != null && born <= 0 && dating.day(born).isAfter(known) ? dating.day(born) : known;
        return dating.kept(day);
    }
}
