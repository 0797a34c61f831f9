package org.alongside.child;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.TypedText;
import org.alongside.rules.AnswerCheck;
import org.alongside.rules.Content;
import org.alongside.rules.Definition;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.FieldKind;
import org.alongside.rules.Inputs;
import org.alongside.rules.References;
import org.alongside.rules.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The shape of each fact that a person may set (`content/fact-shapes.json`), and the check of a value
/// against it. Windows and commands ask here, so that they agree.
public final class FactRules {
    private static final Map<String, Shape> SHAPES = read();

    private final AnswerCheck check;

    public FactRules(References references) {
        this.check = new AnswerCheck(references);
    }

    /// @param list the value is a list of rows
    public record Shape(Definition definition, boolean list) {
        public List<FieldDefinition> fields() {
            return List.copyOf(definition.fields());
        }
    }

    /// The facts that a person may set, in order.
    public static Map<String, Shape> shapes() {
        return SHAPES;
    }

    /// What is wrong with a value, with paths such as `text` or `[1].number`.
    public List<Problem> problems(String group, JsonNode value) {
        Shape shape = shape(group);
        if (!shape.list()) {
            return check.check(shape.definition(), value, Inputs.none(Vocabulary.of()))
                    .all();
        }
        if (!value.isArray()) {
            return List.of(Problem.of("list-expected", "This fact is a list."));
        }
        var problems = new java.util.ArrayList<Problem>();
        int row = 0;
        for (JsonNode each : value) {
            String path = "[" + row++ + "]";
            check.check(shape.definition(), each, Inputs.none(Vocabulary.of()))
                    .all()
                    .forEach(problem -> problems.add(problem.under(path)));
        }
        return problems;
    }

    /// The value as it is stored.
    ///
    /// @throws BadInput when there is no such fact, or something is wrong with the value
    public JsonNode checked(String group, JsonNode value) {
        JsonNode mended = mended(value);
        List<Problem> problems = problems(group, mended);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return mended;
    }

    /// A text that a person gave as the kind of value that a field holds: `true`, `12`, or the text.
    ///
    /// @throws BadInput when the fact has no such field
    public JsonNode typed(String group, String field, String text) {
        FieldKind kind = shape(group)
                .definition()
                .field(field)
                .orElseThrow(() -> BadInput.of(
                        "field-unknown", group + "." + field, "There is no field of this name in " + group + "."))
                .kind();
        return switch (kind) {
            case FieldKind.YesNo _ when text.equals("true") || text.equals("yes") -> Json.MAPPER.valueToTree(true);
            case FieldKind.YesNo _ when text.equals("false") || text.equals("no") -> Json.MAPPER.valueToTree(false);
            case FieldKind.Whole _ when text.matches("\\d{1,9}") -> Json.MAPPER.valueToTree(Integer.valueOf(text));
            default -> Json.MAPPER.valueToTree(text);
        };
    }

    private static Shape shape(String group) {
        Shape shape = SHAPES.get(group);
        if (shape == null) {
            throw BadInput.of(
                    "fact-unknown",
                    "group",
                    "There is no fact called " + group + " that can be set. There are: "
                            + String.join(", ", SHAPES.keySet()) + ".");
        }
        return shape;
    }

    private static JsonNode mended(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = Json.object();
                object.properties().forEach(entry -> copy.set(entry.getKey(), mended(entry.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = Json.array();
                array.forEach(item -> copy.add(mended(item)));
                yield copy;
            }
            default -> node.isString() ? Json.MAPPER.valueToTree(TypedText.mended(node.stringValue())) : node;
        };
    }

    private static Map<String, Shape> read() {
        var shapes = new LinkedHashMap<String, Shape>();
        for (Map.Entry<String, JsonNode> entry :
                Content.tree("fact-shapes.json").path("groups").properties()) {
            List<FieldDefinition> fields = FieldDefinition.read(entry.getValue().path("fields"), Json.object());
            shapes.put(
                    entry.getKey(),
                    new Shape(
                            Definition.of(fields, Vocabulary.of()),
                            entry.getValue().path("list").booleanValue(false)));
        }
        return java.util.Collections.unmodifiableMap(shapes);
    }
}
