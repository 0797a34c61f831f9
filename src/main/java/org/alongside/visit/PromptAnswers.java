package org.alongside.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What was answered to the prompts around a visit: member `prompts` of a visit while it is written,
/// `{"family":{"PN01":{"answer","phase","asked"}},"rows":[{"PN03":{…}}, …]}`, a row for each of
/// `children`. Once the visit is finished each is a record of its own; what was answered for the family
/// stands in each child's case.
public final class PromptAnswers {
    public static final String TYPE = "prompt_answer";

    /// Where a visit keeps them while it is written.
    public static final String MEMBER = "prompts";

    /// Why one can be left out with one tap.
    public static final List<String> SKIPS = List.of("settled", "not_this_time", "not_safe_here", "somebody_else");

    private static final Set<String> MEMBERS = Set.of("family", "rows", "taps");
    private static final Set<String> ANSWER = Set.of("answer", "skipped", "phase", "asked", "why_not");

    private PromptAnswers() {}

    /// The path of a prompt's answer.
    ///
    /// @param row the child's, from 0; below 0 for the family
    public static String path(int row, String prompt) {
        return MEMBER + (row < 0 ? ".family." : ".rows[" + row + "].") + prompt;
    }

    /// What can never be stored.
    static List<Problem> problems(JsonNode prompts) {
        var problems = new ArrayList<Problem>();
        if (prompts.isMissingNode() || prompts.isNull()) {
            return problems;
        }
        if (!prompts.isObject()) {
            return List.of(problem(MEMBER, "prompts-wrong"));
        }
        prompts.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> problems.add(problem(MEMBER + "." + name, "prompts-wrong")));
        answers(prompts.path("family"), MEMBER + ".family", problems);
        int row = 0;
        for (JsonNode answers : prompts.path("rows")) {
            answers(answers, MEMBER + ".rows[" + row++ + "]", problems);
        }
        return problems;
    }

    private static void answers(JsonNode answers, String path, List<Problem> problems) {
        for (Map.Entry<String, JsonNode> each : answers.properties()) {
            boolean right = each.getKey().matches("[A-Z]{2}\\d{2,3}")
                    && each.getValue().isObject()
                    && ANSWER.containsAll(each.getValue().propertyNames())
                    && each.getValue().valueStream().allMatch(JsonNode::isString)
                    && (!each.getValue().has("skipped")
                            || SKIPS.contains(each.getValue().path("skipped").stringValue()));
            if (!right) {
                problems.add(problem(path + "." + each.getKey(), "prompts-wrong"));
            }
        }
    }

    private static Problem problem(String path, String code) {
        return Problem.at(path, code, Texts.of("visit." + code));
    }

    /// The records that they become.
    ///
    /// @param children of the rows, in their order
    static List<Intent> intents(
            UUID visit, List<UUID> children, JsonNode prompts, LocalDate today, Supplier<UUID> ids) {
        var intents = new ArrayList<Intent>();
        for (int row = 0; row < children.size(); row++) {
            StreamId stream = StreamId.ofCase(children.get(row));
            for (JsonNode answers :
                    List.of(prompts.path("family"), prompts.path("rows").path(row))) {
                answers.properties().forEach(each -> {
                    JsonNode said = each.getValue();
                    if (said.path("answer").asString("").isBlank()
                            && said.path("skipped").asString("").isBlank()) {
                        return;
                    }
                    ObjectNode value = Json.object()
                            .put("said_on", today.toString())
                            .put("visit", visit.toString())
                            .put("prompt", each.getKey());
                    for (String name : List.of("phase", "asked", "answer", "skipped")) {
                        if (said.has(name)) {
                            value.set(name, said.get(name));
                        }
                    }
                    intents.add(Intent.whole(stream, ids.get(), TYPE, value));
                });
            }
        }
        return intents;
    }
}
