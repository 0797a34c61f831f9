package org.alongside.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.alongside.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The plans of the demonstration council raise exactly the questions that it expects of them.
class ExpectedLintTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    static Stream<Arguments> actions() throws java.io.IOException {
        var all = Stream.<Arguments>builder();
        for (ObjectNode plan : plans()) {
            int at = 0;
            for (JsonNode action : plan.path("actions")) {
                if (action.has("expected_lint")) {
                    all.add(Arguments.of(
                            plan.path("id").stringValue() + " "
                                    + action.path("id").stringValue(),
                            plan,
                            at,
                            Json.line(action.path("expected_lint"))));
                }
                at++;
            }
        }
        return all.build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("actions")
    void eachActionRaisesTheExpectedCodesAndNoOthers(String name, ObjectNode file, int at, String expected) {
        Plan plan = PlanFile.read(file, TODAY, null, null);
        var codes = new TreeSet<String>();
        Linter.shipped().check(plan, TODAY).stream()
                .filter(finding -> finding.action() == at)
                .forEach(finding -> codes.add(finding.code()));
        assertThat(Json.line(Json.MAPPER.valueToTree(codes))).isEqualTo(expected);
    }

    @Test
    void sevenActionsHaveExpectations() throws java.io.IOException {
        assertThat(actions()).hasSize(7);
    }

    /// With the children's names for their ids, as PLAN.json has them.
    static List<ObjectNode> plans() throws java.io.IOException {
        try (var in = ExpectedLintTest.class.getResourceAsStream("/demo/marlbrook.json")) {
            JsonNode council = Json.MAPPER.readTree(in);
            var plans = new java.util.ArrayList<ObjectNode>();
            for (JsonNode scenario : council.path("scenarios")) {
                Map<String, String> names = new HashMap<>();
                scenario.path("people")
                        .forEach(one -> names.put(
                                one.path("id").asString(""), one.path("name").asString("")));
                for (JsonNode plan : scenario.path("plans")) {
                    ObjectNode copy = ((ObjectNode) plan).deepCopy();
                    var children = copy.putArray("children");
                    plan.path("children").forEach(child -> children.add(names.get(child.stringValue())));
                    plans.add(copy);
                }
            }
            return plans;
        }
    }
}
