package org.alongside.exchange.council;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.alongside.access.Role;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.rules.CodeSets;
import org.alongside.rules.Content;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Holds a council file against `content/council-file.json`: every member must be known and of its
/// kind, every name it gives must be somebody. All problems are found, each with its place, such as
/// `scenarios[2].visits[0].frob`.
final class Shape {
    static final JsonNode CONTENT = Content.tree("council-file.json");

    private static final Shape NOTHING = new Shape(tools.jackson.databind.node.MissingNode.getInstance());

    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Set<String>> values = new HashMap<>();
    private final Map<String, Set<String>> known = new HashMap<>();

    /// The values that a field of the visit may have.
    static Set<String> values(String field) {
        return NOTHING.values.getOrDefault(field, Set.of());
    }

    private Shape(JsonNode file) {
        CONTENT.path("values").properties().forEach(set -> values.put(set.getKey(), texts(set.getValue())));
        values.put("plan_category", Set.copyOf(CONTENT.path("plan_category").propertyNames()));
        values.put("legal", Set.copyOf(CONTENT.path("legal").propertyNames()));
        values.put("sex", CodeSets.shipped().labels("sex").keySet());
        var roles = new TreeSet<String>();
        for (Role role : Role.values()) {
            roles.add(role.word());
        }
        values.put("role", roles);
        values.put("chronology_kind", chronologyKinds());
        fields("visit", "practice/visit-fields.json");
        fields("child_visit", "practice/child-visit-fields.json");
        known.put("staff", ids(file.path("staff")));
    }

    /// Every problem of a file's form; none means that its parts may be read without asking again.
    static List<Problem> problems(ObjectNode file) {
        var shape = new Shape(file);
        shape.object(file, CONTENT.path("shape"), "");
        shape.twice(file.path("staff"), "staff");
        var everybody = new HashSet<String>();
        var visits = new HashSet<String>();
        for (int i = 0; i < file.path("scenarios").size(); i++) {
            JsonNode scenario = file.path("scenarios").get(i);
            shape.twice(scenario.path("people"), "scenarios[" + i + "].people", everybody);
            shape.twice(scenario.path("visits"), "scenarios[" + i + "].visits", visits);
        }
        shape.twice(file.path("scenarios"), "scenarios");
        return List.copyOf(shape.problems);
    }

    /// How often each part stands in the file that is not carried yet, by the part's name.
    static Map<String, Integer> later(ObjectNode file) {
        var counts = new LinkedHashMap<String, Integer>();
        CONTENT.path("later").properties().forEach(part -> {
            int count = count(file, List.of(part.getKey().split("\\.")), 0);
            if (count > 0) {
                counts.merge(part.getValue().stringValue(), count, Integer::sum);
            }
        });
        return counts;
    }

    private static int count(JsonNode node, List<String> path, int depth) {
        if (depth == path.size()) {
            return node.isMissingNode() || node.isNull() || node.isArray() && node.isEmpty() ? 0 : 1;
        }
        String step = path.get(depth);
        if (!step.endsWith("[]")) {
            JsonNode below = node.path(step);
            int count = 0;
            boolean many = below.isArray() && below.path(0).isObject();
            for (JsonNode each : many ? below : List.of(below)) {
                count += count(each, path, depth + 1);
            }
            return count;
        }
        int count = 0;
        for (JsonNode each : node.path(step.substring(0, step.length() - 2))) {
            count += count(each, path, depth + 1);
        }
        return count;
    }

    private void object(JsonNode node, JsonNode shape, String path) {
        if (node.isArray() && shape.path("*").booleanValue(false)) {
            for (int i = 0; i < node.size(); i++) {
                object(node.get(i), shape, path + "[" + i + "]");
            }
            return;
        }
        if (!node.isObject()) {
            problem(path, "type-object");
            return;
        }
        if (path.matches("scenarios\\[\\d+]")) {
            known.put("person", ids(node.path("people")));
            known.put("child", children(node.path("people")));
        }
        Set<String> unread = new TreeSet<>(node.propertyNames());
        for (Map.Entry<String, JsonNode> member : shape.properties()) {
            boolean needed = member.getKey().endsWith("!");
            String name = needed ? member.getKey().substring(0, member.getKey().length() - 1) : member.getKey();
            unread.remove(name);
            JsonNode value = node.path(name);
            if (value.isMissingNode() || value.isNull()) {
                if (needed) {
                    problem(below(path, name), "missing");
                }
            } else {
                value(value, member.getValue(), below(path, name));
            }
        }
        unread.forEach(name -> problem(below(path, name), "unknown"));
    }

    private void value(JsonNode value, JsonNode shape, String path) {
        if (shape.isArray()) {
            if (!value.isArray()) {
                problem(path, "type-list");
                return;
            }
            for (int i = 0; i < value.size(); i++) {
                value(value.get(i), shape.get(0), path + "[" + i + "]");
            }
        } else if (shape.isObject()) {
            object(value, shape, path);
        } else {
            simple(value, shape.stringValue(), path);
        }
    }

    private void simple(JsonNode value, String kind, String path) {
        switch (kind) {
            case "any" -> {}
            case "bool" -> expect(value.isBoolean(), path, "type-bool");
            case "int" -> expect(value.isIntegralNumber() && value.canConvertToInt(), path, "type-int");
            case "day" ->
                expect(
                        value.isIntegralNumber()
                                && value.canConvertToInt()
                                && Math.abs((long) value.intValue()) <= Dating.DAYS_MAX,
                        path,
                        "type-day");
            case "number" -> expect(value.isNumber(), path, "type-number");
            case "anchor" -> expect(value.isString() && Dating.isAnchor(value.stringValue()), path, "anchor-date");
            case "account" ->
                expect(
                        value.isString() && value.stringValue().matches("[a-z0-9][a-z0-9_.-]{0,79}"),
                        path,
                        "type-account");
            case "text_or_bool" -> {
                if (!value.isBoolean()) {
                    text(value, path, "type-text_or_bool");
                }
            }
            case "text" -> text(value, path, "type-text");
            default -> {
                text(value, path, "type-text");
                named(value, kind, path);
            }
        }
    }

    private void named(JsonNode value, String kind, String path) {
        if (!value.isString()) {
            return;
        }
        if (known.containsKey(kind)) {
            expect(known.get(kind).contains(value.stringValue()), path, "reference-" + kind);
        } else if (!values.getOrDefault(kind, Set.of()).contains(value.stringValue())) {
            problems.add(Problem.at(
                    path,
                    "council-file-value",
                    Texts.of("council.value", String.join(", ", values.getOrDefault(kind, Set.of())))));
        }
    }

    private void text(JsonNode value, String path, String otherwise) {
        if (!value.isString()) {
            problem(path, otherwise);
        } else {
            TypedText.problem(value.stringValue()).ifPresent(refused -> problems.add(refused.under(path)));
        }
    }

    private void twice(JsonNode list, String path) {
        twice(list, path, new HashSet<>());
    }

    private void twice(JsonNode list, String path, Set<String> seen) {
        for (int i = 0; i < list.size(); i++) {
            JsonNode id = list.get(i).path("id");
            if (id.isString() && !seen.add(id.stringValue())) {
                problem(path + "[" + i + "].id", "duplicate");
            }
        }
    }

    private void expect(boolean right, String path, String code) {
        if (!right) {
            problem(path, code);
        }
    }

    private void problem(String path, String code) {
        problems.add(Problem.at(path, "council-file-" + code, Texts.of("council." + code)));
    }

    private void fields(String name, String file) {
        for (JsonNode field : Content.tree(file).path("fields")) {
            if (!field.path("values").isEmpty()) {
                values.put(name + "." + field.path("field").stringValue(), texts(field.path("values")));
            }
        }
    }

    private static Set<String> chronologyKinds() {
        var kinds = new TreeSet<String>();
        JsonNode types = Content.tree("record-types.json");
        kinds.addAll(types.path("from_council_file").path("chronology_kinds").propertyNames());
        for (JsonNode type : types.path("types")) {
            if (type.path("id").stringValue().equals("chronology_entry")) {
                type.path("fields").forEach(field -> {
                    if (field.path("id").stringValue().equals("kind")) {
                        kinds.addAll(texts(field.path("values")));
                    }
                });
            }
        }
        return kinds;
    }

    private static Set<String> ids(JsonNode list) {
        var ids = new HashSet<String>();
        list.forEach(each -> ids.add(each.path("id").stringValue("")));
        return ids;
    }

    private static Set<String> children(JsonNode people) {
        var ids = new HashSet<String>();
        people.forEach(person -> {
            if (person.path("type").stringValue("").equals("child")) {
                ids.add(person.path("id").stringValue(""));
            }
        });
        return ids;
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new java.util.LinkedHashSet<String>();
        list.forEach(text -> texts.add(text.stringValue()));
        return texts;
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
