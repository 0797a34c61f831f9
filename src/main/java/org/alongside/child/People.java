package org.alongside.child;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.TypedText;
import org.alongside.record.FieldGroup;
import org.alongside.record.Intent;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Adds people to children's lives: an unknown adult met at the door, a brother or sister, an unborn
/// child. The person has a stream of their own; each child's case says who they are to that child.
public final class People {
    public static final String PERSON = "person";
    public static final String RELATIONSHIP = "relationship";

    private final Supplier<UUID> ids;

    public People(Supplier<UUID> ids) {
        this.ids = ids;
    }

    /// What is known of somebody new. Only a name and who they are to the child are asked.
    ///
    /// @param name as the family says it: "called Jay" is a name
    /// @param kind adult, child or unborn
    /// @param parentalResponsibility yes, no or unknown
    /// @param inHousehold yes, no, sometimes or unknown
    public record NewPerson(
            String name,
            String relation,
            String kind,
            @Nullable LocalDate bornOn,
            @Nullable LocalDate expectedOn,
            String phones,
            String parentalResponsibility,
            String inHousehold) {

        /// Somebody of whom only a name and a relation are known.
        public static NewPerson met(String name, String relation) {
            return new NewPerson(
                    name, relation.isBlank() ? "not known" : relation, "adult", null, null, "", "unknown", "unknown");
        }
    }

    /// The person's id, and what has to be saved for them to be there.
    public record Added(UUID person, List<Intent> intents) {
        public Added {
            intents = List.copyOf(intents);
        }
    }

    /// @param children the children whose cases shall name the person; at least one
    /// @throws BadInput when there is no name
    public Added add(List<UUID> children, NewPerson person) {
        return add(children, person, Json.object());
    }

    /// As [#add(List, NewPerson)], with all that was answered.
    ///
    /// @param answers by field of the person's record; what [NewPerson] names is taken from there
    public Added add(List<UUID> children, NewPerson person, ObjectNode answers) {
        String name = TypedText.mended(person.name()).strip();
        if (name.isEmpty()) {
            throw BadInput.of(
                    "person-without-name", "name", "Write a name, or what the family calls them: \"called Jay\".");
        }
        if (name.codePointCount(0, name.length()) > Limits.NAME_CHARACTERS) {
            throw BadInput.of(
                    "name-too-long", "name", "A name is at most " + Limits.NAME_CHARACTERS + " characters long.");
        }
        UUID id = ids.get();
        var intents = new ArrayList<Intent>();
        ObjectNode identity = Json.object();
        identity.put("name", name);
        identity.put("kind", person.kind());
        put(identity, "born_on", person.bornOn());
        put(identity, "expected_on", person.expectedOn());
        ObjectNode contact = Json.object();
        if (!person.phones().isBlank()) {
            contact.put("phones", TypedText.mended(person.phones()));
        }
        Map<String, ObjectNode> known = Map.of("identity", identity, "contact", contact);
        for (FieldGroup group : RecordTypes.shipped().get(PERSON).groups()) {
            ObjectNode value = known.getOrDefault(group.id(), Json.object());
            group.fields().stream()
                    .filter(field -> answers.hasNonNull(field) && !value.has(field))
                    .forEach(field -> value.set(field, answers.get(field)));
            if (!value.isEmpty()) {
                intents.add(Intent.group(StreamId.ofPerson(id), id, PERSON, group.id(), List.of(), value));
            }
        }
        for (UUID child : children) {
            intents.addAll(relationship(child, id, person));
        }
        return new Added(id, intents);
    }

    private List<Intent> relationship(UUID child, UUID person, NewPerson known) {
        StreamId stream = StreamId.ofCase(child);
        UUID record = ids.get();
        ObjectNode relation = Json.object();
        relation.put("person", person.toString());
        relation.put("relation", TypedText.mended(known.relation()).strip());
        relation.put("parental_responsibility", known.parentalResponsibility());
        JsonNode household = Json.object().put("in_household", known.inHousehold());
        return List.of(
                Intent.group(stream, record, RELATIONSHIP, "relation", List.of(), relation),
                Intent.group(stream, record, RELATIONSHIP, "household", List.of(), household));
    }

    private static void put(ObjectNode node, String member, @Nullable LocalDate day) {
        if (day != null) {
            node.put(member, day.toString());
        }
    }
}
