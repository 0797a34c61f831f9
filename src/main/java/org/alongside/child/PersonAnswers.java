package org.alongside.child;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.record.Intent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns the ways a file or form may name a person into the product's id: an id of the product or
/// the council, `{"person":ID}`, or somebody new, who is then added to the children's lives in the
/// same save. A new person named twice alike in one save is one person.
public final class PersonAnswers {
    private final Children children;
    private final People people;
    private final List<UUID> about;
    private final List<Intent> added = new ArrayList<>();
    private final java.util.Map<String, UUID> met = new java.util.HashMap<>();

    /// @param about the children that the record is about
    public PersonAnswers(Children children, People people, List<UUID> about) {
        this.children = children;
        this.people = people;
        this.about = List.copyOf(about);
    }

    /// What has to be saved beside the record for everyone named to be there.
    public List<Intent> added() {
        return List.copyOf(added);
    }

    /// The answer with the product's id in place of whatever named the person; unknown ids stay as
    /// they are, since answers were checked before.
    public JsonNode person(JsonNode answer) {
        if (answer instanceof ObjectNode object && !object.has("person")) {
            String name = object.path("name").asString("");
            String relation = object.path("relation").asString("");
            UUID id = met.computeIfAbsent(name + "\n" + relation, key -> {
                People.Added one = people.add(about, People.NewPerson.met(name, relation));
                added.addAll(one.intents());
                return one.person();
            });
            return text(id);
        }
        JsonNode id = answer.isObject() ? answer.path("person") : answer;
        if (!id.isString()) {
            return answer;
        }
        return children.findPerson(id.stringValue())
                .<JsonNode>map(PersonAnswers::text)
                .orElse(id);
    }

    public JsonNode persons(JsonNode answers) {
        if (!answers.isArray()) {
            return answers;
        }
        ArrayNode ids = Json.array();
        answers.forEach(answer -> ids.add(person(answer)));
        return ids;
    }

    private static JsonNode text(UUID id) {
        return Json.MAPPER.valueToTree(id.toString());
    }
}
