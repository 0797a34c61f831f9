package org.alongside.kernel;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON as the product speaks it: `snake_case`, ISO dates, unknown members refused, duplicate
/// members refused.
public final class Json {
    /// Shared and immutable.
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /// A tree of any JSON value, `null` and records included.
    public static <T extends JsonNode> T tree(Object value, Class<T> kind) {
        return kind.cast(MAPPER.valueToTree(value));
    }

    /// One line, without a newline.
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static String pretty(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
    }

    /// Parses a whole text as one object.
    ///
    /// @throws BadInput with the line when it is not one JSON object
    public static ObjectNode parseObject(String text, String what) {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                return object;
            }
            throw BadInput.of("json-not-object", what + " must be one JSON object.");
        } catch (JacksonException e) {
            var place = e.getLocation();
            int line = place == null ? 1 : Math.max(1, place.getLineNr());
            throw new BadInput(java.util.List.of(
                    Problem.of("json-not-readable", what + " is not JSON that can be read: look at line " + line + ".")
                            .inLine(line)));
        }
    }
}
