package org.alongside.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.alongside.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// `plan check` and `readability` answer as the contract says.
class PlanCommandTest {
    @TempDir
    Path folder;

    private record Ran(int exit, String out) {
        ObjectNode json() {
            return Json.parseObject(out, "answer");
        }
    }

    private static Ran run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var invocation = new Invocation(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        int exit = new Face(invocation, List.of(new PlanCommand(invocation), new ReadabilityCommand(invocation)))
                .run(arguments);
        return new Ran(exit, out.toString(StandardCharsets.UTF_8));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static ObjectNode plan() {
        ObjectNode plan = Json.object();
        plan.put("id", "P1").put("kind", "CIN").put("agreed", "2026-11-18").put("next_review", "2027-03-04");
        plan.putArray("children").add("Ellis Brennock");
        ObjectNode action = plan.putArray("actions").addObject();
        action.put("id", "a1")
                .put("who", "Parents")
                .put("text", "Parents to engage.")
                .put("by", "ASAP");
        action.put("outcome", "").put("if_not", "").put("carried_forward", 2);
        return plan;
    }

    @Test
    void findingsAreToldWithPlaceWordsAndQuestion() throws IOException {
        Ran ran = run("--json", "--clock", "2026-11-18", "plan", "check", file("plan.json", Json.line(plan())));
        assertThat(ran.exit()).isEqualTo(ExitCode.FINDINGS);
        JsonNode findings = ran.json().path("findings");
        var codes = new TreeSet<String>();
        findings.forEach(finding -> codes.add(finding.path("code").asString("")));
        assertThat(codes).contains("PL01", "PL02", "PL05", "PL07", "PL11", "PL17", "PL30", "PL35");
        assertThat(findings.get(1))
                .isEqualTo(Json.object()
                        .put("code", "PL02")
                        .put("level", "hard")
                        .put("where", "actions[0].by")
                        .put("text", "ASAP")
                        .put("message", "By what date?"));
        assertThat(ran.json().path("reading_age").isNumber()).isTrue();
    }

    @Test
    void theDaysOfTheCommandStandInPlaceOfTheFilesOwn() throws IOException {
        ObjectNode plan = plan();
        ((ObjectNode) plan.path("actions").get(0)).put("by", "1 March");
        String file = file("plan.json", Json.line(plan));
        assertThat(codes(run("--json", "plan", "check", file))).doesNotContain("PL03");
        assertThat(codes(run("--json", "plan", "check", file, "--next-review", "2026-12-18")))
                .contains("PL03");
        assertThat(codes(run("--json", "plan", "check", file, "--agreed", "2027-03-02")))
                .contains("PL03");
    }

    @Test
    void whatIsNoPlanIsNamedByItsPath() throws IOException {
        ObjectNode plan = plan();
        plan.put("kind", "holiday").put("colour", "blue");
        ((ObjectNode) plan.path("actions").get(0)).put("who", 7);
        Ran ran = run("--json", "plan", "check", file("plan.json", Json.line(plan)));
        assertThat(ran.exit()).isEqualTo(ExitCode.BAD_INPUT);
        var fields = new TreeSet<String>();
        ran.json()
                .path("problems")
                .forEach(problem -> fields.add(problem.path("field").asString("")));
        assertThat(fields).containsExactly("actions[0].who", "colour", "kind");
    }

    @Test
    void twoHundredActionsAreCheckedAndOneMoreIsRefused() throws IOException {
        ObjectNode plan = plan();
        JsonNode first = plan.path("actions").get(0);
        for (int at = 1; at < 200; at++) {
            plan.withArray("actions").add(first.deepCopy());
        }
        Ran ran = run("--json", "plan", "check", file("plan.json", Json.line(plan)));
        assertThat(ran.exit()).isEqualTo(ExitCode.FINDINGS);
        assertThat(codes(ran)).contains("PL32");
        plan.withArray("actions").add(first.deepCopy());
        Ran over = run("--json", "plan", "check", file("plan.json", Json.line(plan)));
        assertThat(over.exit()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(over.json().path("problems").get(0).path("code").asString(""))
                .isEqualTo("plan-too-long");
    }

    @Test
    void readabilityAnswersEveryMeasureWithNamesReplaced() throws IOException {
        String text = file(
                "b.txt",
                "Ellis and Romy need to be at school every day by 8:45. Carly will get them there. Luca will come at"
                        + " 7:45 on Monday and Thursday for six weeks to help with mornings. If Ellis or Romy miss two"
                        + " days in one week, Joanna will meet Carly and the school within three days to change the"
                        + " plan.");
        String names = file("names.txt", "Ellis\nRomy\nCarly\n\nLuca\nJoanna\n");
        Ran ran = run("--json", "readability", text, "--names", names);
        assertThat(ran.exit()).isEqualTo(ExitCode.DONE);
        assertThat(ran.json().propertyNames())
                .containsExactly(
                        "words",
                        "sentences",
                        "flesch_kincaid",
                        "ari",
                        "reading_age",
                        "flesch_ease",
                        "smog",
                        "coleman_liau",
                        "longest_sentence",
                        "share_over_25_words");
        assertThat(ran.json().path("words").intValue()).isEqualTo(55);
        assertThat(ran.json().path("reading_age").doubleValue()).isBetween(7.2, 8.2);
        assertThat(ran.json().path("smog").isNull()).isTrue();
    }

    private static TreeSet<String> codes(Ran ran) {
        var codes = new TreeSet<String>();
        ran.json()
                .path("findings")
                .forEach(finding -> codes.add(finding.path("code").asString("")));
        return codes;
    }
}
