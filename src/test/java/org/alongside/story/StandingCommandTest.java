package org.alongside.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.alongside.kernel.Json;
import org.alongside.rules.Content;
import org.alongside.testing.Council;
import org.alongside.testing.LaptopAt;
import org.alongside.testing.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Clocks, counters, prompts and rules as the real program tells them, and a content folder that it reads
/// at its start.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandingCommandTest {
    @TempDir
    static Path folder;

    private Council council;
    private LaptopAt joanna;
    private LaptopAt deborah;

    @BeforeAll
    void enrolTwoLaptops() {
        council = Council.demonstration();
        joanna = council.laptop("w_joanna");
        deborah = council.laptop("m_deborah");
    }

    @AfterAll
    void stop() {
        council.close();
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private JsonNode clock(LaptopAt laptop, String rule) {
        return laptop.done("show", "clocks", "--child", "p_romy")
                .path("clocks")
                .valueStream()
                .filter(clock -> clock.path("rule_id").stringValue().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showSeenAloneTellsCountersLevelAndWords() {
        JsonNode ellis = joanna.done("show", "seen-alone", "--child", "p_ellis")
                .path("children")
                .path(0);
        assertThat(ellis.path("level").intValue()).isEqualTo(4);
        assertThat(ellis.path("not_alone_streak").intValue()).isEqualTo(4);
        assertThat(ellis.path("decides").stringValue()).isEqualTo("service_manager");
        assertThat(ellis.path("words").stringValue()).endsWith("days since seen alone");
    }

    @Test
    void showPromptsChoosesFillsAndSaysWhatIsUnderMore() throws IOException {
        Path context = file("context.json", "{\"announced\": false}");
        ObjectNode prompts =
                joanna.done("show", "prompts", "--child", "p_ellis", "--phase", "plan", "--context", context);
        assertThat(prompts.path("shown").valueStream())
                .extracting(JsonNode::stringValue)
                .contains("PN01", "PN03", "PN06");
        assertThat(prompts.path("texts").path("PN03").stringValue())
                .contains("a parent or carer stayed")
                .doesNotContain("{");
        assertThat(joanna.run("show", "prompts", "--child", "p_ellis", "--phase", "tea")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void aDateSaidToBeLateForAReasonIsLateOnTheOtherLaptopToo() {
        JsonNode due = clock(joanna, "core-group-subsequent");
        assertThat(due.path("state").stringValue()).isEqualTo("overdue");
        ObjectNode said = Json.object()
                .put("said_on", due.path("trigger").path("date").stringValue())
                .put("what", "clock")
                .put("of", "core-group-subsequent")
                .put("trigger_on", due.path("trigger").path("date").stringValue())
                .put("kind", "late_with_reason")
                .put("why", "Half the group had flu.");
        var done = joanna.run(
                "record", "--form", "not_needed", "--child", "p_romy", "--file", joanna.file(said), "--finish");
        assertThat(done.exit()).as(done.err() + done.out()).isZero();
        joanna.sync();
        deborah.sync();
        for (LaptopAt laptop : java.util.List.of(joanna, deborah)) {
            JsonNode after = clock(laptop, "core-group-subsequent");
            assertThat(after.path("state").stringValue()).isEqualTo("late_with_reason");
            assertThat(after.path("due")).isEqualTo(due.path("due"));
            assertThat(after.path("explanation").stringValue()).endsWith("Late for a reason: Half the group had flu.");
        }
    }

    @Test
    void rulesListDueAndCalendarNeedNoHome() throws IOException {
        assertThat(Program.run("rules", "list", "--json").json().path("rules").size())
                .isEqualTo(218);
        Path facts = file("facts.json", "{\"trigger_date\": \"2026-10-28\"}");
        ObjectNode due = Program.run(
                        "rules", "due", "--rule", "icpc-15wd", "--facts", facts, "--on", "2026-11-19", "--json")
                .json();
        assertThat(due.path("due").stringValue()).isEqualTo("2026-11-18");
        assertThat(due.path("state").stringValue()).isEqualTo("overdue");
        assertThat(Program.run("rules", "calendar", "--from", "2026-12-24", "--to", "2026-12-29", "--json")
                        .json()
                        .path("working_days")
                        .intValue())
                .isEqualTo(2);
        Path wrong = file("wrong.json", "{\"trigger_day\": \"2026-10-28\"}");
        Program.Ended refused = Program.run("rules", "due", "--rule", "icpc-15wd", "--facts", wrong, "--json");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.json().path("problems").findValuesAsString("field")).contains("trigger_day", "trigger_date");
    }

    @Test
    void aContentFolderIsReadAtTheStartAndAMistakeLeavesTheLastGoodOneInUse() throws IOException {
        Path content = Files.createDirectories(joanna.home().resolve("content"));
        String two = Content.text("practice/prompts.json").replace("\"version\": 1", "\"version\": 2");
        Files.writeString(
                content.resolve("prompts.json"), two.replace("What is this visit for?", "Why are you going?"));
        assertThat(purpose()).startsWith("Why are you going?");

        Files.writeString(content.resolve("prompts.json"), two.replace("\"when\": \"True\"", "\"when\": \"Truth\""));
        Program.Ended refused = joanna.run("show", "prompts", "--child", "p_ellis");
        assertThat(refused.exit()).as(refused.err()).isZero();
        assertThat(refused.err()).contains("stays in use", "prompts.json, line ", "Truth");
        assertThat(refused.json().path("texts").path("PN01").stringValue()).startsWith("Why are you going?");

        Program.Ended checked = Program.run("content", "check", content, "--json");
        assertThat(checked.exit()).isEqualTo(1);
        assertThat(checked.json().path("problems").path(0).path("line").intValue())
                .isPositive();

        Files.delete(content.resolve("prompts.json"));
        Files.delete(content);
        assertThat(purpose()).startsWith("What is this visit for?");
    }

    private String purpose() {
        return joanna.done("show", "prompts", "--child", "p_ellis")
                .path("texts")
                .path("PN01")
                .stringValue();
    }

    @Test
    void aNamedContentFolderThatIsNotThereIsRefused() {
        Program.Ended refused =
                joanna.run("show", "prompts", "--child", "p_ellis", "--content", folder.resolve("none"));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.json().path("problems").path(0).path("code").stringValue())
                .isEqualTo("folder-missing");
    }
}
