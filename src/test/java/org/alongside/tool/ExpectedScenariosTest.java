package org.alongside.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.alongside.access.store.StoredStaff;
import org.alongside.caseload.CaseReader;
import org.alongside.caseload.CaseView;
import org.alongside.caseload.PromptInputs;
import org.alongside.caseload.Standings;
import org.alongside.child.ChildSummary;
import org.alongside.kernel.Json;
import org.alongside.rules.Inputs;
import org.alongside.rules.PracticeInputs;
import org.alongside.rules.alone.AloneCount;
import org.alongside.rules.content.ContentFile.Prompt;
import org.alongside.rules.prompt.Prompts;
import org.alongside.testing.MarlbrookLaptop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What scenarios.json expects on the fixed day, 18 November 2026, worked out on the workers' real
/// laptops from the record alone.
class ExpectedScenariosTest {
    private static final LocalDate TODAY = MarlbrookLaptop.TODAY;
    private static final Map<String, MarlbrookLaptop> LAPTOPS = new TreeMap<>();

    @TempDir
    static Path folder;

    @BeforeAll
    static void enrol() {
        for (String worker : List.of("Joanna", "Ffion", "Kofi")) {
            LAPTOPS.put(worker, MarlbrookLaptop.asFiled(folder.resolve(worker), worker));
        }
    }

    @AfterAll
    static void lock() {
        LAPTOPS.values().forEach(MarlbrookLaptop::close);
    }

    static Stream<Arguments> children() {
        return scenarios()
                .flatMap(scenario -> scenario.path("expected").path("children").properties().stream())
                .map(child -> Arguments.of(child.getKey(), child.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("children")
    void theCountersLevelsAndReasonsAreAsExpected(String child, JsonNode expected) {
        AloneCount count = standings(child).alone(view(child), TODAY);
        ObjectNode got = Json.object();
        got.put("plan", count.plan());
        got.put("in_scope", count.inScope());
        got.put("not_alone_streak", count.streak());
        got.put("obstructed_in_streak", count.obstructed());
        got.put("days_since_alone", count.daysSinceAlone());
        got.put("last_alone_d", offset(count.lastAlone()));
        got.put("last_seen_d", offset(count.lastSeen()));
        got.put("asleep_streak", count.asleepStreak());
        got.put("level", count.level());
        got.put("alone_in_window", count.isInWindow());
        count.because().forEach(got.putArray("reasons")::add);
        assertThat(got).isEqualTo(only(expected, got));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("children")
    void theNextVisitAndHowFarItIsOverdueAreAsExpected(String child, JsonNode expected) {
        Standings.NextVisit next = standings(child)
                .nextVisit(view(child), MarlbrookLaptop.CLOCK.instant())
                .orElseThrow();
        ObjectNode got = Json.object();
        got.put("next_due_date", next.due().toString());
        got.put("next_due_d", offset(next.due()));
        got.put("overdue_wd", next.overdueWorkingDays());
        assertThat(got).as(next.clock().explanation()).isEqualTo(only(expected, got));
    }

    static Stream<Arguments> prompts() {
        return scenarios()
                .flatMap(scenario -> scenario.path("expected").path("prompts").valueStream())
                .map(prompts -> Arguments.of(
                        prompts.path("child").stringValue(),
                        prompts.path("phase").stringValue(),
                        prompts));
    }

    @Test
    void thereAreNineWorkedSelections() {
        assertThat(prompts()).hasSize(9);
    }

    /// The nine worked selections, from their own inputs; what they do not list comes from the child's
    /// birth date and profile, else is quiet.
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("prompts")
    void thePromptsOfTheWorkedInputsAreAsExpected(String child, String phase, JsonNode expected) {
        Inputs inputs = StandingJson.over(profile(child), (ObjectNode) expected.path("context"));
        assertChosen(Prompts.shipped().choose(phase(phase), inputs, java.util.Set.of()), expected);
    }

    /// The same, where the record tells the inputs and the context only what a visit adds.
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("prompts")
    void theRecordTellsTheCounterInputsThatTheWorkedSelectionsName(String child, String phase, JsonNode expected) {
        Inputs worked =
                StandingJson.over(Inputs.none(PracticeInputs.vocabulary()), (ObjectNode) expected.path("context"));
        Inputs read = inputs(child);
        var wrong = new ArrayList<String>();
        for (String name : List.of(
                "band",
                "in_scope",
                "plan",
                "streak",
                "obstructed",
                "asleep_streak",
                "level",
                "sibs",
                "last_bedroom_visits_ago",
                "needs_interpreter",
                "disability",
                "adult_not_met",
                "missing_60d",
                "new_worker",
                "racialised",
                "comm")) {
            if (expected.path("context").has(name) && !read.value(name).equals(worked.value(name))) {
                wrong.add(name + ": " + read.value(name) + ", expected " + worked.value(name));
            }
        }
        assertThat(wrong).as(child).isEmpty();
    }

    @Test
    void theCommandWritesTheSameAsTheRulesSay() throws IOException {
        var laptop = LAPTOPS.get("Joanna").laptop();
        ChildSummary ellis = laptop.children().findByAnyId("p_ellis").orElseThrow();
        ObjectNode json = new StandingJson(laptop).seenAlone(List.of(ellis));
        JsonNode child = json.path("children").path(0);
        assertThat(child.path("words").stringValue()).isEqualTo("98 days since seen alone");
        assertThat(child.path("level").intValue()).isEqualTo(4);
        Path context = Files.writeString(folder.resolve("context.json"), "{\"announced\": false}");
        assertThat(new StandingJson(laptop)
                        .prompts(ellis, "plan", context)
                        .path("shown")
                        .valueStream())
                .extracting(JsonNode::stringValue)
                .contains("PN01", "PN03", "PN06")
                .doesNotContain("PN05");
    }

    private static void assertChosen(Prompts.Choice choice, JsonNode expected) {
        assertThat(choice.shown()).extracting(Prompt::id).isEqualTo(texts(expected.path("shown")));
        assertThat(choice.more()).extracting(Prompt::id).isEqualTo(texts(expected.path("more")));
    }

    private static Inputs profile(String child) {
        Inputs read = inputs(child);
        Inputs profile = Inputs.none(PracticeInputs.vocabulary());
        for (String name : List.of(
                "band",
                "age_months",
                "in_scope",
                "comm",
                "comm_aid_working",
                "needs_interpreter",
                "disability",
                "mobile")) {
            profile = profile.with(name, read.value(name));
        }
        return profile;
    }

    private static Inputs inputs(String child) {
        MarlbrookLaptop laptop = laptop(child);
        CaseView view = view(child);
        int sibs = (int) laptop.laptop().children().family(view.child().id()).stream()
                .filter(each -> each.plan().isPresent())
                .count();
        return new PromptInputs(laptop.laptop().log(), laptop.laptop().me().name())
                .of(view, standings(child).alone(view, TODAY), sibs, TODAY);
    }

    private static Standings standings(String child) {
        return new Standings(new StoredStaff(laptop(child).store()));
    }

    private static CaseView view(String child) {
        MarlbrookLaptop laptop = laptop(child);
        var reader = new CaseReader(
                laptop.laptop().log(), laptop.laptop().staff(), standings(child).alone());
        return reader.read(laptop.laptop().children().findByAnyId(child).orElseThrow());
    }

    private static MarlbrookLaptop laptop(String child) {
        return LAPTOPS.values().stream()
                .filter(laptop -> laptop.laptop().children().findByAnyId(child).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> scenarios() {
        try (var in = ExpectedScenariosTest.class.getResourceAsStream("/demo/marlbrook.json")) {
            return Json.MAPPER.readTree(in).path("scenarios").valueStream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ObjectNode only(JsonNode expected, ObjectNode names) {
        ObjectNode picked = Json.object();
        names.propertyNames().forEach(name -> picked.set(name, expected.path(name)));
        return picked;
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    private static Integer offset(LocalDate day) {
        return day == null ? null : (int) java.time.temporal.ChronoUnit.DAYS.between(TODAY, day);
    }

    private static Prompt.Phase phase(String phase) {
        return Prompt.Phase.valueOf(phase.toUpperCase(java.util.Locale.ROOT));
    }
}
