package org.alongside.central.admission;

import org.alongside.kernel.TypedText;
import tools.jackson.databind.JsonNode;

/// The text policy at the service's door, the same as at the laptop's: what could not be typed there
/// is not taken here.
final class BodyCheck {
    /// Levels of objects and lists within each other.
    private static final int DEPTH_MAX = 32;

    private BodyCheck() {}

    static boolean isKeepable(JsonNode node) {
        return isKeepable(node, DEPTH_MAX);
    }

    private static boolean isKeepable(JsonNode node, int depth) {
        if (node.isString()) {
            return TypedText.problem(node.stringValue()).isEmpty();
        }
        if (!node.isContainer()) {
            return true;
        }
        if (depth == 0) {
            return false;
        }
        for (JsonNode child : node) {
            if (!isKeepable(child, depth - 1)) {
                return false;
            }
        }
        return !node.isObject()
                || node.propertyNames().stream()
                        .allMatch(name -> TypedText.problem(name).isEmpty());
    }
}
