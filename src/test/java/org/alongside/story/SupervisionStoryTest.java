package org.alongside.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.kernel.Json;
import org.alongside.testing.Council;
import org.alongside.testing.LaptopAt;
import org.alongside.testing.Line;
import org.alongside.testing.Program;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A supervision from the agenda to both signatures, by commands on two laptops; and what was private in
/// it is nowhere but on these two.
class SupervisionStoryTest {
    private static final String MARKER = "Cried-in-the-lift-8813";

    @Test
    void oneSessionTwoRecordsAndNobodyElseEverHasThePrivateOne() throws IOException {
        try (Council council = Council.demonstration();
                Line line = Line.to(council)) {
            LaptopAt deborah = council.laptop("m_deborah");
            LaptopAt joanna = council.laptop("w_joanna", line.url(), council.ca());
            LaptopAt kofi = council.laptop("w_kofi");
            deborah.sync();
            ObjectNode agenda = deborah.done("show", "agenda", "--worker", "w_joanna");
            assertThat(agenda.path("groups").path(0).path("external_id").stringValue())
                    .isEqualTo("p_ellis");
            assertThat(joanna.done("show", "agenda").path("groups")).isEqualTo(agenda.path("groups"));

            String session = UUID.randomUUID().toString();
            ObjectNode file = session(session);
            Program.Ended unfinished =
                    deborah.run("supervise", "--worker", "w_joanna", "--file", deborah.file(without(file)), "--sign");
            assertThat(unfinished.exit()).as(unfinished.err()).isEqualTo(1);
            assertThat(unfinished.json().path("state").stringValue()).isEqualTo("draft");
            ObjectNode saved =
                    deborah.done("supervise", "--worker", "w_joanna", "--file", deborah.file(file), "--sign");
            assertThat(saved.path("state").stringValue()).isEqualTo("signed");
            deborah.sync();
            joanna.sync();

            JsonNode ellis = joanna.child("p_ellis");
            assertThat(ellis.path("supervision").toString()).contains("See Ellis alone at school");
            assertThat(ellis.toString()).doesNotContain(MARKER);
            Path sign = joanna.file(
                    "{\"session_id\":\"" + session + "\",\"dissent\":\"" + MARKER + " I see it otherwise.\"}");
            joanna.done("supervise", "--worker", "w_joanna", "--file", sign, "--sign");
            assertThat(joanna.run("supervise", "--worker", "w_joanna", "--file", sign, "--sign")
                            .exit())
                    .as("signed already")
                    .isEqualTo(2);
            joanna.sync();
            deborah.sync();
            kofi.sync();
            assertThat(council.log())
                    .anyMatch(each -> each.contains("both_signed_on") || each.contains("worker_signed_on"));

            assertThat(kofi.run("supervise", "--worker", "w_joanna", "--file", sign, "--sign")
                            .exit())
                    .isEqualTo(2);
            assertThat(kofi.run("show", "agenda", "--worker", "w_joanna").exit())
                    .isEqualTo(2);
            nowhere(council, List.of(deborah, joanna, kofi), line);
        }
    }

    private static void nowhere(Council council, List<LaptopAt> laptops, Line line) throws IOException {
        for (LaptopAt laptop : laptops) {
            assertThat(laptop.dump()).noneMatch(each -> each.contains(MARKER));
            assertThat(laptop.done("search", MARKER).path("results")).isEmpty();
        }
        assertThat(laptops.getLast().dump()).noneMatch(each -> each.contains("w_joanna\",\"supervisor\""));
        for (String what : List.of("outbox", "activity")) {
            assertThat(laptops.getFirst().items(what).toString()).doesNotContain(MARKER);
        }
        assertThat(laptops.getFirst().done("verify").path("findings")).isEmpty();
        assertThat(council.log()).noneMatch(each -> each.contains(MARKER));
        assertThat(line.received()).contains("supervision_words").doesNotContain(MARKER);
        try (Stream<Path> files = Files.walk(council.folder())) {
            // The files that the commands were given stand beside the laptops.
            List<Path> kept = files.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().startsWith("file-"))
                    .toList();
            assertThat(kept)
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1))
                            .doesNotContain(MARKER));
        }
    }

    private static ObjectNode session(String id) {
        ObjectNode file = Json.object().put("session_id", id);
        file.putArray("children").add("p_ellis").add("p_romy");
        file.put("reflective_child", "p_ellis");
        var lines = file.putArray("lines");
        lines.addObject().put("slot", "arrive").put("route", "private").put("text", MARKER + " on Tuesday.");
        lines.addObject()
                .put("slot", "decide")
                .put("route", "child_file")
                .put("child", "p_romy")
                .put("text", "Romy sleeps at school.");
        lines.addObject().put("slot", "load").put("route", "team").put("text", MARKER + " two courts in one week.");
        file.putArray("decisions")
                .addObject()
                .put("child", "p_ellis")
                .put("what", "See Ellis alone at school")
                .put("why", "He asked for it.")
                .put("what_would_change_it", "If school has no room.")
                .put("who", "w_joanna")
                .put("by", "2099-01-04");
        file.putArray("actions")
                .addObject()
                .put("text", MARKER + " rest day")
                .put("owner", "w_joanna")
                .put("due", "2099-01-05")
                .put("route", "private");
        return file;
    }

    /// The same without the date of its decision.
    private static ObjectNode without(ObjectNode file) {
        ObjectNode less = file.deepCopy();
        ((ObjectNode) less.path("decisions").path(0)).remove("by");
        return less;
    }
}
