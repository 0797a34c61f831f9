package org.alongside.visit;

import static org.alongside.visit.VisitBuilder.BABY;
import static org.alongside.visit.VisitBuilder.NINE;
import static org.alongside.visit.VisitBuilder.finished;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.alongside.kernel.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Whatever a file holds, the rules answer with problems and never with a fault.
class VisitRulesPropertiesTest {
    private static final long SEED = 20_261_118;
    private static final List<String> ANYTHING = List.of(
            "null",
            "true",
            "7",
            "-0.5",
            "1e400",
            "\"\"",
            "\"home\"",
            "\"2026-02-31\"",
            "\"not_seen\"",
            "\"p_Ellis\"",
            "[]",
            "[[]]",
            "[null]",
            "{}",
            "{\"value\":3}",
            "{\"person\":{}}",
            "{\"name\":\"x\"}",
            "\"\\u0000\"");

    private final Random random = new Random(SEED);
    private final VisitRules rules = new VisitRules(VisitFields.shipped(), VisitSettings.shipped());

    @Test
    void anyAnswerAnywhereIsTakenOrNamed() {
        int finished = 0;
        for (int round = 0; round < 1_000; round++) {
            VisitBuilder visit = finished(NINE, BABY);
            ObjectNode tree = visit.form().tree();
            for (int i = random.nextInt(3); i >= 0; i--) {
                spoil(tree);
            }
            VisitCheck check = visit.check(rules, tree);
            assertThat(check.problems())
                    .allSatisfy(problem ->
                            assertThat(problem.field()).as(problem.code()).isNotBlank());
            finished += check.isFinished() ? 1 : 0;
        }
        assertThat(finished).as("some changes do no harm, most do").isBetween(10, 500);
    }

    /// Puts anything in the place of some part.
    private void spoil(ObjectNode tree) {
        var containers = new ArrayList<JsonNode>();
        collect(tree, containers);
        JsonNode at = containers.get(random.nextInt(containers.size()));
        JsonNode anything = Json.MAPPER.readTree(ANYTHING.get(random.nextInt(ANYTHING.size())));
        if (at instanceof ObjectNode object) {
            List<String> members = new ArrayList<>(object.propertyNames());
            object.set(members.isEmpty() ? "more" : members.get(random.nextInt(members.size())), anything);
        } else if (at instanceof ArrayNode array) {
            array.add(anything);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(each -> collect(each, containers));
        }
    }
}
