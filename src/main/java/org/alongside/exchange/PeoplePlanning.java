package org.alongside.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.exchange.people.PeopleFile;
import org.alongside.exchange.people.PeopleRow;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a people file's rows mean in records. A child is the same as a census child of the same
/// council id; nothing else joins two people.
final class PeoplePlanning {
    private final ImportPlanner planner;
    private final Intended intended;
    private final Findings findings;
    private final CasePlanning cases;

    PeoplePlanning(ImportPlanner planner, Intended intended, Findings findings, Known known) {
        this.planner = planner;
        this.intended = intended;
        this.findings = findings;
        this.cases = new CasePlanning(planner, intended, findings, known);
    }

    void file(PeopleFile file) {
        Map<String, PeopleRow> children = new LinkedHashMap<>();
        List<PeopleRow> adults = new ArrayList<>();
        for (PeopleRow row : file.rows()) {
            if (row.adult()) {
                adults.add(row);
            } else {
                children.put(row.id(), row);
                child(row);
            }
        }
        Map<UUID, List<ObjectNode>> homes = new LinkedHashMap<>();
        for (PeopleRow child : children.values()) {
            for (PeopleRow other : children.values()) {
                if (child != other && sameHome(child, other)) {
                    add(homes, planner.child(child.id()), planner.child(other.id()), "exchange.lives-here");
                }
            }
        }
        adults.forEach(adult -> adult(adult, children, homes));
        homes.forEach((child, items) -> {
            var said = intended.of(StreamId.ofCase(child), child, "child_details", "children", null);
            said.items("household", "person", items);
        });
    }

    private void child(PeopleRow row) {
        UUID id = planner.child(row.id());
        var said = intended.of(StreamId.ofCase(id), id, "child_details", "children", null);
        var identifiers = fields(row, "upn", "upn", "nhs_number", "nhs_number");
        identifiers.put("council_id", row.id());
        said.group("identifiers", identifiers);
        said.group(
                "name", fields(row, "given_name", "given_name", "family_name", "family_name", "known_as", "known_as"));
        said.group("birth", fields(row, "born", "born_on", "expected", "expected_on"));
        said.group("characteristics", fields(row, "sex", "sex", "ethnicity", "ethnicity"));
        said.group("school", fields(row, "school", "name"));
        said.group("address", fields(row, "address", "lines", "postcode", "postcode"));
        var communication = fields(row, "communication", "comm", "first_language", "first_language");
        String interpreter = row.value("needs_interpreter");
        if (interpreter != null) {
            communication.put("needs_interpreter", Boolean.parseBoolean(interpreter));
        } else if (row.says("needs_interpreter")) {
            communication.putNull("needs_interpreter");
        }
        said.group("communication", communication);
        phone(row, said);
        household(row, said);
        if (said.isBesideWorker()) {
            findings.warn(Unit.BLOCK, row.line(), row.id(), "row", "worker-changed-since");
        }
        if (said.isWithdrawn()) {
            findings.warn(Unit.CHILD, row.line(), row.id(), "row", "withdrawn");
        }
        cases.allocation(row, id);
        cases.plan(row, id);
    }

    private static void phone(PeopleRow row, Intended.Said said) {
        String phone = row.value("phone");
        if (phone != null) {
            said.items("phones", "number", List.of(Json.object().put("number", phone)));
        } else if (row.says("phone")) {
            said.clearItems("phones");
        }
    }

    private void household(PeopleRow row, Intended.Said said) {
        String household = row.value("household");
        if (household != null) {
            said.group(
                    "family",
                    Json.object()
                            .put("family", planner.family(household).toString())
                            .put("family_label", household));
        } else if (row.says("household")) {
            said.group("family", Json.object().putNull("family").putNull("family_label"));
        }
    }

    private void adult(PeopleRow row, Map<String, PeopleRow> children, Map<UUID, List<ObjectNode>> homes) {
        UUID id = planner.person(row.id());
        var said = intended.of(StreamId.ofPerson(id), id, "person", "people", null);
        var identity = fields(row, "known_as", "known_as", "born", "born_on");
        identity.put("external_id", row.id()).put("kind", "adult");
        name(row, said).ifPresent(name -> identity.put("name", name));
        said.group("identity", identity);
        said.group("contact", fields(row, "phone", "phones", "address", "address", "postcode", "postcode"));
        if (said.isBesideWorker()) {
            findings.warn(Unit.BLOCK, row.line(), row.id(), "row", "worker-changed-since");
        }
        if (row.says("related_children")) {
            refuse(row, "related_children", "related-children-clear");
        } else if (row.relatedChildren().isEmpty()
                && (row.says("relation") || row.says("parental_responsibility") || row.says("lives_with_child"))) {
            refuse(row, "relation", "relation-without-child");
        }
        for (String externalId : row.relatedChildren()) {
            if (planner.isChild(externalId)) {
                relation(row, id, planner.child(externalId), children.get(externalId), homes);
            } else {
                refuse(row, "related_children", "related-child-unknown", externalId);
            }
        }
        for (PeopleRow child : children.values()) {
            if (sameHome(row, child) && !"no".equals(row.value("lives_with_child"))) {
                add(homes, planner.child(child.id()), id, "exchange.lives-here");
                planner.link(new ImportPlan.PersonLink(planner.child(child.id()), id));
            }
        }
    }

    private void relation(
            PeopleRow row, UUID person, UUID child, @Nullable PeopleRow childRow, Map<UUID, List<ObjectNode>> homes) {
        StreamId stream = StreamId.ofCase(child);
        UUID record = RecordIds.event(child, "relationship", person);
        var said = intended.of(stream, record, "relationship", "relations", null);
        var relation = fields(row, "relation", "relation", "parental_responsibility", "parental_responsibility");
        relation.put("person", person.toString());
        said.group("relation", relation);
        String lives = row.value("lives_with_child");
        if (lives == null && childRow != null && sameHome(row, childRow)) {
            lives = "yes";
        }
        if (lives != null) {
            said.group("household", Json.object().put("in_household", lives));
            if (lives.equals("yes") || lives.equals("sometimes")) {
                add(homes, child, person, lives.equals("yes") ? "exchange.lives-here" : "exchange.lives-sometimes");
            }
        }
        planner.link(new ImportPlan.PersonLink(child, person));
    }

    /// A name is one text of its parts. When only a part is said of a person who has a name, nobody can
    /// tell the rest, so the name stays.
    private Optional<String> name(PeopleRow row, Intended.Said said) {
        String given = row.value("given_name");
        String family = row.value("family_name");
        boolean both = given != null && family != null;
        boolean named = said.standing("identity").path("name").isString();
        String name = ((given == null ? "" : given) + " " + (family == null ? "" : family)).strip();
        if (name.isEmpty() || (named && !both)) {
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private static boolean sameHome(PeopleRow one, PeopleRow other) {
        String home = one.value("household");
        String second = other.value("household");
        return home != null && second != null && TypedText.folded(home).equals(TypedText.folded(second));
    }

    private static void add(Map<UUID, List<ObjectNode>> homes, UUID child, UUID person, String words) {
        List<ObjectNode> items = homes.computeIfAbsent(child, c -> new ArrayList<>());
        boolean there = items.stream()
                .anyMatch(item -> item.path("person").stringValue().equals(person.toString()));
        if (!there) {
            items.add(Json.object().put("person", person.toString()).put("stays", Texts.of(words)));
        }
    }

    /// The fields of a group that the row speaks of: pairs of column and field.
    private static ObjectNode fields(PeopleRow row, String... columnsAndFields) {
        ObjectNode fields = Json.object();
        for (int i = 0; i < columnsAndFields.length; i += 2) {
            String value = row.value(columnsAndFields[i]);
            if (value != null) {
                fields.put(columnsAndFields[i + 1], value);
            } else if (row.says(columnsAndFields[i])) {
                fields.putNull(columnsAndFields[i + 1]);
            }
        }
        return fields;
    }

    private void refuse(PeopleRow row, String column, String code, Object... words) {
        findings.refuse(Unit.BLOCK, row.line(), row.id(), column, code, words);
    }
}
