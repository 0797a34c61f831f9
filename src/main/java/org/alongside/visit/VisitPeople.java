package org.alongside.visit;

import org.alongside.child.PersonAnswers;
import org.alongside.kernel.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Puts the product's ids in place of whatever a visit names people by; somebody new becomes a person
/// of the record in the same save ("unknown people get a row, never a blank", practice 1.4).
final class VisitPeople {
    private final PersonAnswers people;

    VisitPeople(PersonAnswers people) {
        this.people = people;
    }

    ObjectNode trip(ObjectNode trip) {
        ObjectNode named = trip.deepCopy();
        list(named, "people_present");
        list(named, "people_expected_absent");
        inner(named, "interpreter");
        if (named.path("parent_views").isArray()) {
            ArrayNode views = Json.array();
            named.path("parent_views").forEach(view -> views.add(person(view)));
            named.set("parent_views", views);
        }
        return named;
    }

    ObjectNode row(ObjectNode row) {
        ObjectNode named = row.deepCopy();
        inner(named, "support_person");
        inner(named, "not_seen_who_will_see_when");
        return named;
    }

    private void list(ObjectNode answers, String field) {
        if (answers.has(field)) {
            answers.set(field, people.persons(answers.get(field)));
        }
    }

    private void inner(ObjectNode answers, String field) {
        if (answers.has(field)) {
            answers.set(field, person(answers.get(field)));
        }
    }

    private JsonNode person(JsonNode answer) {
        if (answer instanceof ObjectNode object && object.has("person")) {
            ObjectNode named = object.deepCopy();
            named.set("person", people.person(object.get("person")));
            return named;
        }
        return answer;
    }
}
