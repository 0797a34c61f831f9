package org.alongside.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.alongside.kernel.Json;
import org.alongside.kernel.TypedText;
import org.alongside.rules.Answer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The visit that a window or command is writing: the tree of VISIT.json (`command-line.md`) with its
/// answers by path, such as `visit.place` or `children[1].next_visit.date`, the same paths that
/// problems have. It takes any answer; [VisitRules] says what is wrong with them. Not thread-safe.
public final class VisitForm {
    static final String FORMAT = "alongside-visit/1";
    private static final Pattern STEP = Pattern.compile("\\.?([a-zA-Z_0-9]+)|\\[(\\d+)]");

    private final ObjectNode tree;

    private VisitForm(ObjectNode tree) {
        this.tree = tree;
    }

    /// A form that continues a draft or a file; the tree given is not touched.
    public static VisitForm of(JsonNode tree) {
        return new VisitForm(tree.isObject() ? (ObjectNode) tree.deepCopy() : Json.object());
    }

    /// An empty form with a row for each child that can be visited that day.
    ///
    /// @param worker account of the worker who writes it
    public static VisitForm begin(UUID visit, List<ChildFacts> children, LocalDate day, String worker) {
        var form = new VisitForm(Json.object().put("format", FORMAT));
        form.set("visit.visit_id", visit.toString());
        form.set("visit.workers", Json.array().add(worker));
        form.tree.set("children", Json.array());
        children.stream().filter(child -> !child.isUnborn(day)).forEach(form::add);
        return form;
    }

    /// The answer at a path; a missing node when there is none.
    public JsonNode get(String path) {
        JsonNode at = tree;
        Matcher step = steps(path);
        while (step.find()) {
            at = step.group(1) != null ? at.path(step.group(1)) : at.path(Integer.parseInt(step.group(2)));
        }
        return at;
    }

    /// The text at a path, of an answer with words of one's own the chosen value; empty when there is
    /// none.
    public String text(String path) {
        JsonNode answer = get(path);
        return answer.isObject() ? answer.path("value").stringValue("") : answer.stringValue("");
    }

    /// Puts a text at a path; a blank one clears it.
    public void set(String path, String text) {
        if (text.isBlank()) {
            clear(path);
        } else {
            set(path, tree.stringNode(text));
        }
    }

    public void set(String path, boolean answer) {
        set(path, tree.booleanNode(answer));
    }

    public void set(String path, int number) {
        set(path, tree.numberNode(number));
    }

    /// Puts any answer at a path and makes what is missing on the way.
    ///
    /// @throws IllegalArgumentException when a list on the way is shorter than the path says
    public void set(String path, JsonNode answer) {
        JsonNode at = tree;
        Matcher step = steps(path);
        step.find();
        boolean last = false;
        while (!last) {
            String member = step.group(1);
            int index = member == null ? Integer.parseInt(step.group(2)) : -1;
            last = !step.find();
            JsonNode next = last ? answer : made(at, member, index, step.group(1) == null);
            put(at, member, index, next);
            at = next;
        }
    }

    public void clear(String path) {
        int end = path.endsWith("]") ? path.lastIndexOf('[') : path.lastIndexOf('.');
        JsonNode parent = end < 0 ? tree : get(path.substring(0, end));
        if (parent instanceof ObjectNode object) {
            object.remove(path.substring(end + 1));
        } else if (parent instanceof ArrayNode array) {
            array.remove(Integer.parseInt(path.substring(end + 1, path.length() - 1)));
        }
    }

    public int rows() {
        return tree.path("children").size();
    }

    /// Adds an empty row for a child.
    public void add(ChildFacts child) {
        set("children[" + rows() + "].child", child.id().toString());
    }

    /// The row of a child, by the product's or the council's id.
    public OptionalInt row(ChildFacts child) {
        return IntStream.range(0, rows())
                .filter(row -> child.isNamed(childOf(row)))
                .findFirst();
    }

    /// The id that a row names its child by; empty when it names none.
    public String childOf(int row) {
        return personId(get("children[" + row + "].child"));
    }

    /// The record of one child's case: the trip's fields with that child's row and no other's.
    public ObjectNode valueOf(int row) {
        ObjectNode value = Json.object();
        value.set("visit", get("visit").isObject() ? get("visit").deepCopy() : Json.object());
        value.set("child", get("children[" + row + "]").deepCopy());
        return value;
    }

    /// A copy of the whole tree.
    public ObjectNode tree() {
        return tree.deepCopy();
    }

    /// A copy with every text as it is stored ([TypedText]).
    public ObjectNode mended() {
        return (ObjectNode) mended(tree);
    }

    /// The id in an answer that names a person; empty for someone new or no one.
    static String personId(JsonNode answer) {
        return answer.isObject() ? answer.path("person").stringValue("") : answer.stringValue("");
    }

    /// Whether a part of a path's answer is not given.
    public boolean isBlank(String path) {
        return Answer.isBlank(get(path));
    }

    private static JsonNode mended(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = Json.object();
                object.properties().forEach(member -> copy.set(member.getKey(), mended(member.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = Json.array();
                array.forEach(item -> copy.add(mended(item)));
                yield copy;
            }
            default -> node.isString() ? Json.object().stringNode(TypedText.mended(node.stringValue())) : node;
        };
    }

    private static Matcher steps(String path) {
        if (!path.matches("[a-zA-Z_0-9]+(\\.[a-zA-Z_0-9]+|\\[\\d{1,4}])*")) {
            throw new IllegalArgumentException("path " + path);
        }
        return STEP.matcher(path);
    }

    /// The list or object one step on, made when there is none of that kind.
    private static JsonNode made(JsonNode at, @Nullable String member, int index, boolean list) {
        JsonNode there = member == null ? at.path(index) : at.path(member);
        if (list) {
            return there.isArray() ? there : Json.array();
        }
        return there.isObject() ? there : Json.object();
    }

    private static void put(JsonNode at, @Nullable String member, int index, JsonNode next) {
        if (at instanceof ObjectNode object && member != null) {
            object.set(member, next);
        } else if (at instanceof ArrayNode array && index < array.size()) {
            array.set(index, next);
        } else if (at instanceof ArrayNode array && index == array.size()) {
            array.add(next);
        } else {
            throw new IllegalArgumentException("no place in the list");
        }
    }
}
