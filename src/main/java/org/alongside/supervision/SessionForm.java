package org.alongside.supervision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alongside.kernel.Json;
import org.alongside.rules.content.ContentFile.SupervisionRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The answers of the session's page, and the `SESSION.json` that they amount to.
///
/// A family's answers stand under `families.ID`: `children` (whose records it goes to), `answers` by
/// question, `decision`. What was thought about in depth stands under `think`, each answer with its
/// route; `private` holds what is about the worker.
public final class SessionForm {
    /// The parts that are private by themselves.
    public static final List<String> PRIVATE = List.of("arrive", "grow", "load");

    private static final String TEXT = "text";
    private static final String CHILD = "child";

    private final ObjectNode body;
    private final Map<String, String> questions = new LinkedHashMap<>();

    public SessionForm(ObjectNode body, SupervisionRules rules) {
        this.body = body;
        rules.questions().forEach(question -> questions.put(question.id(), question.text()));
    }

    /// The whole session.
    public ObjectNode file() {
        ObjectNode file = head();
        ArrayNode lines = file.putArray("lines");
        ArrayNode decisions = file.putArray("decisions");
        ArrayNode children = file.putArray("children");
        body.path("families").properties().forEach(family -> family(family.getValue(), lines, decisions, children));
        think(file, lines);
        for (String slot : PRIVATE) {
            String text = body.path("private").path(slot).asString("");
            if (!text.isBlank()) {
                lines.addObject().put("slot", slot).put("route", "private").put(TEXT, text);
            }
        }
        return file;
    }

    /// One family's part.
    public ObjectNode family(String key) {
        ObjectNode file = head();
        family(
                body.path("families").path(key),
                file.putArray("lines"),
                file.putArray("decisions"),
                file.putArray("children"));
        return file;
    }

    /// Whether anything was written about a family.
    public static boolean isWritten(JsonNode family) {
        return !family.path("decision").isEmpty() || !family.path("answers").isEmpty();
    }

    private ObjectNode head() {
        ObjectNode file = Json.object();
        file.set("session_id", body.path("session_id"));
        file.set("at", body.path("at"));
        if (body.path("personal").isBoolean()) {
            file.set("personal", body.path("personal"));
        }
        return file;
    }

    private void family(JsonNode family, ArrayNode lines, ArrayNode decisions, ArrayNode children) {
        if (!isWritten(family)) {
            return;
        }
        family.path("children").forEach(child -> {
            children.add(child.asString(""));
            family.path("answers").properties().forEach(answer -> {
                String text = answer.getValue().asString("");
                if (!text.isBlank()) {
                    ObjectNode line = lines.addObject();
                    line.put("slot", "decide");
                    line.put("route", "child_file");
                    line.put(CHILD, child.asString(""));
                    line.put(TEXT, asked(answer.getKey()) + text.strip());
                }
            });
            JsonNode decision = family.path("decision");
            if (!decision.isEmpty()) {
                ObjectNode one = decisions.addObject();
                one.put(CHILD, child.asString(""));
                decision.properties().forEach(part -> one.set(part.getKey(), part.getValue()));
            }
        });
    }

    private void think(ObjectNode file, ArrayNode lines) {
        JsonNode think = body.path("think");
        String child = think.path(CHILD).asString("");
        boolean any = false;
        for (Map.Entry<String, JsonNode> answer : think.path("answers").properties()) {
            String text = answer.getValue().asString("");
            if (text.isBlank()) {
                continue;
            }
            any = true;
            ObjectNode line = lines.addObject().put("slot", "think");
            String route = think.path("routes").path(answer.getKey()).asString("");
            if (!route.isEmpty()) {
                line.put("route", route);
            }
            if (route.equals("child_file") && !child.isEmpty()) {
                line.put(CHILD, child);
            }
            line.put(TEXT, asked(answer.getKey()) + text.strip());
        }
        if (any && !child.isEmpty()) {
            file.put("reflective_child", child);
        }
    }

    /// The question stands before its answer, so that the answer can be read later.
    private String asked(String id) {
        String question = questions.get(id);
        return question == null ? "" : question.replace("{child}", "…") + "\n";
    }
}
