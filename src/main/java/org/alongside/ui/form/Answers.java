package org.alongside.ui.form;

import java.util.ArrayList;
import java.util.List;
import org.alongside.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers in one JSON object, by the paths that problems carry: `children[1].next_visit.date`. What is
/// taken away leaves no empty object behind.
public final class Answers {
    private final ObjectNode root;

    public Answers(ObjectNode root) {
        this.root = root;
    }

    public ObjectNode root() {
        return root;
    }

    /// What stands at a path; a missing node when nothing does.
    public JsonNode get(String path) {
        JsonNode at = root;
        for (Object step : steps(path)) {
            at = step instanceof Integer index ? at.path(index) : at.path((String) step);
        }
        return at;
    }

    /// The text at a path, or an empty one.
    public String text(String path) {
        return get(path).stringValue("");
    }

    public boolean has(String path) {
        return isAnswer(get(path));
    }

    /// Whether a value is an answer at all: a blank text, an empty object and null are none, an empty
    /// list is ("nobody").
    public static boolean isAnswer(JsonNode value) {
        return switch (value) {
            case ObjectNode object -> !object.isEmpty();
            case JsonNode text when text.isString() -> !text.stringValue().isBlank();
            default -> !value.isMissingNode() && !value.isNull();
        };
    }

    /// Puts a value; null, a blank text or an empty object takes the answer away. Says whether
    /// anything changed.
    public boolean put(String path, @Nullable JsonNode value) {
        JsonNode before = get(path);
        if (value == null || !isAnswer(value)) {
            if (before.isMissingNode()) {
                return false;
            }
            remove(steps(path));
            return true;
        }
        if (value.equals(before)) {
            return false;
        }
        set(steps(path), value);
        return true;
    }

    private void set(List<Object> steps, JsonNode value) {
        JsonNode at = root;
        for (int i = 0; i < steps.size() - 1; i++) {
            at = opened(at, steps.get(i), steps.get(i + 1) instanceof Integer);
        }
        place(at, steps.getLast(), value);
    }

    private static JsonNode opened(JsonNode at, Object step, boolean list) {
        JsonNode next = step instanceof Integer index ? at.path(index) : at.path((String) step);
        if (list ? next.isArray() : next.isObject()) {
            return next;
        }
        JsonNode made = list ? Json.array() : Json.object();
        place(at, step, made);
        return made;
    }

    private static void place(JsonNode at, Object step, JsonNode value) {
        if (step instanceof Integer index) {
            ArrayNode list = (ArrayNode) at;
            while (list.size() <= index) {
                list.addObject();
            }
            list.set(index, value);
        } else {
            ((ObjectNode) at).set((String) step, value);
        }
    }

    private void remove(List<Object> steps) {
        for (int depth = steps.size(); depth > 0; depth--) {
            JsonNode holder = at(steps.subList(0, depth - 1));
            if (!(holder instanceof ObjectNode object)) {
                return;
            }
            object.remove((String) steps.get(depth - 1));
            if (!object.isEmpty()) {
                return;
            }
        }
    }

    private JsonNode at(List<Object> steps) {
        JsonNode at = root;
        for (Object step : steps) {
            at = step instanceof Integer index ? at.path(index) : at.path((String) step);
        }
        return at == null ? MissingNode.getInstance() : at;
    }

    private static List<Object> steps(String path) {
        var steps = new ArrayList<Object>();
        for (String part : path.split("[.\\[]", -1)) {
            if (part.endsWith("]")) {
                steps.add(Integer.valueOf(part.substring(0, part.length() - 1)));
            } else {
                steps.add(part);
            }
        }
        return steps;
    }
}
