package org.alongside.store;

import org.alongside.kernel.BadInput;
import org.alongside.kernel.TypedText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Holds every text of an operation or draft to the policy for typed text, so that nothing is called
/// saved that another part of the product would have to refuse. Normal form and line ends are mended.
final class CleanText {
    private CleanText() {}

    /// @throws BadInput for a character that cannot be kept, or a text that is too long
    static JsonNode mended(JsonNode value, String path) {
        switch (value) {
            case StringNode text -> {
                String typed = text.stringValue();
                if (!TypedText.isClean(typed) || typed.length() > org.alongside.kernel.Limits.FIELD_BYTES / 4) {
                    TypedText.problem(typed).ifPresent(problem -> {
                        throw new BadInput(java.util.List.of(problem.under(path)));
                    });
                    return StringNode.valueOf(TypedText.mended(typed));
                }
                return text;
            }
            case ObjectNode object -> {
                ObjectNode mended = object.objectNode();
                object.properties()
                        .forEach(member ->
                                mended.set(member.getKey(), mended(member.getValue(), path + "." + member.getKey())));
                return mended;
            }
            case ArrayNode array -> {
                ArrayNode mended = array.arrayNode();
                for (int i = 0; i < array.size(); i++) {
                    mended.add(mended(array.get(i), path + "[" + i + "]"));
                }
                return mended;
            }
            default -> {
                return value;
            }
        }
    }
}
