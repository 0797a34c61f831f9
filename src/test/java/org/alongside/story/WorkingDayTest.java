package org.alongside.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.testing.Council;
import org.alongside.testing.Folders;
import org.alongside.testing.LaptopAt;
import org.alongside.testing.Line;
import org.alongside.testing.Program;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One working day of a worker and a supervisor, by commands, on two laptops and a service: what is asked before a
/// visit, an assessment on its way to its manager and back, a memory kept, a session of supervision.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkingDayTest {
    private static final String FORM = "child-and-family-assessment";
    private static final List<String> FAMILY = List.of("p_ellis", "p_romy", "p_fern");
    private static final String PRIVATELY = "Zyxomma obtusum";

    private Council council;
    private Line line;
    private LaptopAt joanna;
    private LaptopAt deborah;

    @BeforeAll
    void enrolTwoLaptops() {
        council = Council.demonstration();
        line = Line.to(council);
        joanna = council.laptop("w_joanna", line.url(), council.ca());
        deborah = council.laptop("m_deborah");
    }

    @AfterAll
    void stop() {
        line.close();
        council.close();
    }

    @Test
    void aWorkerAndTheirSupervisorDoADaysWorkAndMostOfItOffline() {
        line.unplug();
        whatTheDayAsksFor();
        String memory = aMemory();
        UUID assessment = anAssessmentThatAsksFirst();
        String action = anActionOfThePlan();
        aFamilyPage();
        assertThat(joanna.run("sync").exit()).isEqualTo(3);
        line.plug();
        exchange();

        decideAndGiveBack(assessment);
        exchange();
        sendAgain(assessment);
        exchange();
        authorise(assessment);
        String session = supervision();
        exchange();
        signAsTheWorker(session);
        exchange();

        everythingIsOnBothLaptops(memory, action, assessment, session);
    }

    private void exchange() {
        assertThat(joanna.sync().path("waiting").intValue()).isZero();
        assertThat(deborah.sync().path("waiting").intValue()).isZero();
        assertThat(joanna.sync().path("waiting").intValue()).isZero();
    }

    /// Ellis was not alone with his worker for 98 days; the questions before the visit know that.
    private void whatTheDayAsksFor() {
        JsonNode ellis = joanna.done("show", "seen-alone", "--child", "p_ellis")
                .path("children")
                .path(0);
        assertThat(ellis.path("level").intValue()).isEqualTo(4);
        assertThat(ellis.path("words").stringValue())
                .isEqualTo(ellis.path("days_since_alone").intValue() + " days since seen alone");
        ObjectNode prompts = joanna.done("show", "prompts", "--child", "p_ellis", "--phase", "plan");
        assertThat(prompts.path("shown").valueStream().map(JsonNode::stringValue))
                .startsWith("PN01", "PN02", "PN03", "PN04");
        assertThat(prompts.path("texts").properties().stream()
                        .map(text -> text.getValue().stringValue()))
                .noneMatch(text -> text.contains("{"));
        assertThat(joanna.done("show", "clocks", "--child", "p_ellis")
                        .path("clocks")
                        .valueStream()
                        .filter(clock -> clock.path("state").stringValue().equals("overdue")))
                .isNotEmpty()
                .allSatisfy(clock ->
                        assertThat(clock.path("explanation").stringValue()).contains("Source:"));
    }

    private String aMemory() {
        ObjectNode entry = Json.object().put("kind", "memory").put("title", "The bus to the sea");
        entry.put("childs_words", "We sat upstairs at the front.");
        entry.putArray("sources").addObject().put("kind", "person").put("person", "p_ellis");
        return joanna.done("entry", "--child", "p_ellis", "--file", joanna.file(entry))
                .path("id")
                .stringValue();
    }

    private UUID anAssessmentThatAsksFirst() {
        ObjectNode answers = Json.object().put("happened_at", today());
        ObjectNode given = answers.putObject("answers");
        Program.Ended first = send(answers);
        assertThat(first.exit()).isEqualTo(1);
        var record = UUID.fromString(first.json().path("id").stringValue());
        answers.put("record", record.toString());
        Program.Ended last = first;
        for (int round = 0; round < 3; round++) {
            last.json().path("problems").valueStream().forEach(problem -> answer(given, problem));
            last = send(answers);
        }
        assertThat(last.json()
                        .path("problems")
                        .valueStream()
                        .map(problem -> problem.path("code").stringValue()))
                .as("the children were not seen alone since this began: that is a manager's decision")
                .containsExactly("not-alone-undecided");
        assertThat(last.json().path("id").stringValue())
                .as("one draft, gone on with")
                .isEqualTo(record.toString());
        joanna.done("guided", "ask", "--record", record, "--why", "Carly stays in the room. School has a quiet one.");
        return record;
    }

    private Program.Ended send(ObjectNode answers) {
        return joanna.run(
                "record",
                "--form",
                FORM,
                "--child",
                FAMILY.get(0),
                "--child",
                FAMILY.get(1),
                "--child",
                FAMILY.get(2),
                "--file",
                joanna.file(answers),
                "--finish");
    }

    private void answer(ObjectNode given, JsonNode problem) {
        if (!problem.path("code").stringValue().equals("answer-missing")) {
            return;
        }
        String[] path = problem.path("field").stringValue().split("\\.");
        String values = choices(path[1]);
        JsonNode answer = values.isEmpty()
                ? Json.array()
                        .add(Json.object()
                                .put("text", "Invented, for " + path[1])
                                .put("sentence", "seen"))
                : Json.object().set("value", Json.array().add(values));
        if (path.length > 2) {
            given.withObjectProperty(path[1]).set(path[2], answer);
        } else {
            given.set(path[1], answer);
        }
    }

    /// The first answer of a question that is chosen, or nothing.
    private String choices(String question) {
        return joanna.run("record", "--list")
                .json()
                .path("forms")
                .valueStream()
                .filter(form -> form.path("id").stringValue().equals(FORM))
                .flatMap(form -> form.path("fields").valueStream())
                .filter(field -> field.path("name").stringValue().equals(question))
                .map(field -> field.path("values").path(0).asString(""))
                .findFirst()
                .orElseThrow();
    }

    private String anActionOfThePlan() {
        ObjectNode action = Json.object().put("kind", "plan").put("agreed_on", today());
        action.put("text", "Joanna looks at the kitchen and the beds with Carly every Monday.");
        action.put("who", "Joanna Pritchard");
        action.put("by", Clocks.today(Clocks.system()).plusDays(14).toString());
        action.put("outcome", "Ellis sleeps in his own bed every night.");
        action.put("if_not", "Deborah and Joanna meet Carly within two days.");
        return joanna.done(
                        "record", "--form", "action", "--child", "p_ellis", "--file", joanna.file(action), "--finish")
                .path("id")
                .stringValue();
    }

    private void aFamilyPage() {
        var paper = joanna.folder().resolve("family.pdf");
        joanna.done("print", "--what", "family-page", "--id", "p_ellis", "--out", paper);
        assertThat(new String(Folders.bytes(paper), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("%PDF-");
    }

    private void decideAndGiveBack(UUID record) {
        assertThat(waiting(deborah).path("step").stringValue()).isEqualTo("asked");
        deborah.done("guided", "decide", "--record", record, "--why", "Each will be seen alone at school on Friday.");
        exchange();
        assertThat(send(Json.object().put("record", record.toString())).exit()).isZero();
        exchange();
        assertThat(waiting(deborah).path("step").stringValue()).isEqualTo("sent");
        deborah.done("guided", "return", "--record", record, "--why", "What does Ellis say about the nights?");
    }

    private void sendAgain(UUID record) {
        JsonNode back = joanna.done("guided", "waiting").path("back").path(0);
        assertThat(back.path("why").stringValue()).isEqualTo("What does Ellis say about the nights?");
        ObjectNode more = Json.object().put("record", record.toString());
        more.putObject("answers").putObject("CF41").put("p_ellis", "“I do Fern's bottles when it's dark.”");
        assertThat(send(more).exit()).isZero();
    }

    private void authorise(UUID record) {
        ObjectNode answers = Json.object();
        answers.putObject("answers")
                .put(
                        "CF98",
                        "I asked Joanna to think again about the nights, and what Ellis said about them, and the second"
                                + " explanation became the stronger of the two in the end.")
                .put("CF99", "A plan for each child. Look again on 9 December.")
                .put("CF83", "Each child is seen alone at school on Friday, and nobody else is there.");
        assertThat(joanna.run("guided", "authorise", "--record", record, "--file", joanna.file(answers))
                        .exit())
                .as("its author never authorises it")
                .isEqualTo(2);
        deborah.done("guided", "authorise", "--record", record, "--file", deborah.file(answers));
    }

    private static JsonNode waiting(LaptopAt laptop) {
        return laptop.done("guided", "waiting").path("waiting").path(0);
    }

    private String supervision() {
        JsonNode agenda = deborah.done("show", "agenda", "--worker", "w_joanna");
        assertThat(agenda.path("groups").path(0).path("external_id").stringValue())
                .isEqualTo("p_ellis");
        ObjectNode session = Json.object().put("at", today() + "T14:00").put("personal", true);
        session.putArray("children").add("p_ellis").add("p_zofia");
        session.put("reflective_child", "p_zofia");
        var lines = session.putArray("lines");
        lines.addObject().put("slot", "arrive").put("route", "private").put("text", PRIVATELY);
        for (String child : List.of("p_ellis", "p_zofia")) {
            lines.addObject()
                    .put("slot", "decide")
                    .put("route", "child_file")
                    .put("child", child)
                    .put("text", "What does this child want us to know?");
        }
        session.putArray("decisions")
                .addObject()
                .put("child", "p_ellis")
                .put("what", "See Ellis alone at Larkfield Primary for 20 minutes.")
                .put("why", "He asked for it, and home is not a place he can talk.")
                .put("what_would_change_it", "If school has no room by Friday, Deborah rings the head.")
                .put("who", "w_joanna")
                .put("by", Clocks.today(Clocks.system()).plusDays(7).toString());
        return deborah.done("supervise", "--worker", "w_joanna", "--file", deborah.file(session), "--sign")
                .path("session_id")
                .stringValue();
    }

    private void signAsTheWorker(String session) {
        joanna.done(
                "supervise",
                "--worker",
                "w_joanna",
                "--file",
                joanna.file(Json.object().put("session_id", session)),
                "--sign");
    }

    private void everythingIsOnBothLaptops(String memory, String action, UUID assessment, String session) {
        for (LaptopAt laptop : List.of(joanna, deborah)) {
            ObjectNode ellis = laptop.child("p_ellis");
            assertThat(ids(ellis.path("life_story"))).contains(memory);
            assertThat(ids(ellis.path("records"))).contains(assessment.toString(), action);
            assertThat(ellis.path("supervision").toString()).contains("See Ellis alone at Larkfield Primary");
            assertThat(ellis.toString()).doesNotContain(PRIVATELY);
            assertThat(laptop.done("search", "upstairs").path("results").toString())
                    .contains(memory);
            assertThat(laptop.done("search", PRIVATELY).path("results").isEmpty())
                    .isTrue();
            assertThat(laptop.done("verify").path("problems").isEmpty()).isTrue();
            assertThat(String.join("\n", laptop.dump())).doesNotContain(PRIVATELY);
        }
        assertThat(joanna.child("p_ellis").path("records"))
                .isEqualTo(deborah.child("p_ellis").path("records"));
        assertThat(council.administer("verify").path("problems").isEmpty()).isTrue();
        assertThat(String.join("\n", council.log())).contains(session).doesNotContain(PRIVATELY);
    }

    private static List<String> ids(JsonNode entries) {
        return entries.valueStream().map(one -> one.path("id").stringValue()).toList();
    }

    private static String today() {
        return Clocks.today(Clocks.system()).toString();
    }
}
