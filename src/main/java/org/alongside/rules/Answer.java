package org.alongside.rules;

import java.util.HashSet;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// How an answer stands in JSON.
public final class Answer {
    private Answer() {}

    /// Whether nothing was answered: absent, null, a text of spaces, an object of nothing answered.
    /// An empty list is an answer.
    public static boolean isBlank(JsonNode answer) {
        if (answer.isObject()) {
            return answer.properties().stream().allMatch(member -> isBlank(member.getValue()));
        }
        return answer.isMissingNode()
                || answer.isNull()
                || answer.isString() && answer.stringValue().isBlank();
    }

    /// The chosen word of an answer that may stand with words of one's own (`{"value","text"}`).
    static JsonNode chosen(JsonNode answer) {
        return answer.isObject() && answer.has("value") ? answer.path("value") : answer;
    }

    /// The value that conditions see; empty when the answer is blank or not of the type.
    public static Optional<Value> value(JsonNode answer, Type type) {
        return untyped(answer, type).filter(type::takes);
    }

    private static Optional<Value> untyped(JsonNode answer, Type type) {
        JsonNode chosen = chosen(answer);
        return switch (type) {
            case Type.Flag _ when chosen.isBoolean() -> Optional.of(new Value.Flag(chosen.booleanValue()));
            case Type.Count _
            when chosen.canConvertToLong() && chosen.isIntegralNumber() ->
                Optional.of(new Value.Count(chosen.longValue()));
            case Type.Word _ when chosen.isString() -> Optional.of(new Value.Word(chosen.stringValue()));
            case Type.Words _
            when chosen.isArray() -> {
                var words = new HashSet<String>();
                chosen.forEach(word -> words.add(chosen(word).stringValue("")));
                yield Optional.of(new Value.Words(words));
            }
            case Type.Flag _, Type.Count _, Type.Word _, Type.Words _ -> Optional.empty();
        };
    }
}
