package org.alongside.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.testing.Council;
import org.alongside.testing.Folders;
import org.alongside.testing.LaptopAt;
import org.alongside.testing.Program;
import org.alongside.testing.Typist;
import org.alongside.testing.VisitFile;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What people write about children stands in the sealed laptop and in the service's database, and in no other
/// file: no log, no temporary file, no settings, no trace.
class LeakTest {
    private static final String MARKER = "Zyxomma";
    private static final String YESTERDAY =
            Clocks.today(Clocks.system()).minusDays(1).toString();

    private final List<Program.Ended> said = new ArrayList<>();
    private LaptopAt laptop;

    @Test
    void nothingTypedStandsInAnyFileOutsideTheRecord() {
        try (Council council = Council.demonstration()) {
            Path csv = Folders.write(
                    council.folder().resolve("people.csv"),
                    "child_id,given_name,family_name,address,phone,school,allocated_to\n"
                            + "Z-1,Zyxomma,Zyxommason,Zyxomma Lane,Zyxomma 1,Zyxomma School,w_joanna\n");
            said.add(council.importFiles("--format", "people", csv));
            laptop = council.laptop("w_joanna");
            writeEverywhere();
            UUID draft = begin();
            halted("visit", "--file", laptop.file(everyText().under(draft).json()), "--fault", "in-transaction");
            ok("sync");
            council.whileStopped(() -> {
                ok("note", "--child", "p_romy", "--file", note());
                Program.Ended offline = laptop.run("sync");
                assertThat(offline.exit()).isEqualTo(3);
                said.add(offline);
            });
            typeAndHalt(draft);
            ok("sync");
            said.add(council.admin("verify"));

            String record = Json.line(laptop.child("p_ellis"));
            assertThat(record.split(MARKER, -1))
                    .as("the record has it, many times over")
                    .hasSizeGreaterThan(25);
            assertThat(laptop.child("Z-1").at("/child/name").stringValue()).isEqualTo("Zyxomma Zyxommason");
            assertThat(holders(council.home()))
                    .as("the search finds what is there")
                    .containsExactly("central.mv.db");

            assertThat(holders(laptop.home())).isEmpty();
            assertThat(holders(Program.temporary())).isEmpty();
            assertThat(council.service().err()).doesNotContain(MARKER);
            assertThat(council.console().err()).doesNotContain(MARKER);
            assertThat(said)
                    .hasSizeGreaterThan(12)
                    .allSatisfy(ended -> assertThat(ended.err()).doesNotContain(MARKER));
        }
    }

    private void writeEverywhere() {
        UUID visit = begin();
        ok("visit", "--file", laptop.file(everyText().under(visit).json()), "--finish");
        ok("amend", "--record", visit, "--file", laptop.file(text("text")), "--why", MARKER);
        String note = ok("note", "--child", "p_ellis", "--file", note())
                .json()
                .path("id")
                .stringValue();
        ok("withdraw", "--record", note, "--why", MARKER, "--right-child", "p_romy");
        ok("set", "--child", "p_ellis", "--field", "pen_picture.text", "--value", MARKER);
        ok("set", "--child", "p_ellis", "--field", "address.lines", "--value", MARKER);
        ok("set", "--child", "p_ellis", "--group", "phones", "--file", laptop.file(phones()));
        ok("set", "--child", "p_ellis", "--field", "communication.notes", "--value", MARKER);
        ObjectNode event = Json.object().put("happened_on", YESTERDAY).put("kind", "other");
        Stream.of("what", "source", "meaning").forEach(field -> event.put(field, MARKER));
        ok("record", "--form", "chronology_entry", "--child", "p_ellis", "--file", laptop.file(event), "--finish");
        ObjectNode person = Json.object().put("kind", "adult").put("parental_responsibility", "no");
        person.put("in_household", "no");
        Stream.of("name", "known_as", "relation", "phones", "address", "notes", "risk_flags")
                .forEach(field -> person.put(field, MARKER));
        ok("record", "--form", "person", "--child", "p_ellis", "--file", laptop.file(person), "--finish");
    }

    private UUID begin() {
        return UUID.fromString(ok("visit", "--file", laptop.file(everyText().json()))
                .json()
                .path("visit_id")
                .stringValue());
    }

    /// A visit in which every text is the marker.
    private static VisitFile everyText() {
        VisitFile visit = VisitFile.whole();
        visit.visit().put("home_conditions", MARKER);
        ((ObjectNode) visit.visit().path("parent_views").path(0)).put("text", MARKER);
        ((ObjectNode) visit.visit().path("people_present").path(1))
                .put("name", MARKER)
                .put("relation", MARKER);
        ((ArrayNode) visit.visit().path("rooms_seen")).add(MARKER);
        for (int child = 0; child < 3; child++) {
            ObjectNode row = visit.child(child);
            Stream.of("observed", "analysis", "does_and_feels").forEach(field -> row.put(field, MARKER));
            if (row.has("child_words")) {
                row.put("child_words", MARKER);
            }
            if (row.has("reason_detail")) {
                row.put("reason_detail", MARKER);
            }
            ((ObjectNode) row.path("next_visit")).put("alone_plan", MARKER);
            row.putArray("promises").addObject().put("text", MARKER).put("date", YESTERDAY);
            row.putArray("restricted_lines").addObject().put("text", MARKER).put("reason", MARKER);
            row.putArray("day_in_life")
                    .addObject()
                    .put("from", "07:00")
                    .put("to", "08:00")
                    .put("text", MARKER)
                    .put("source", "seen");
        }
        return visit;
    }

    /// Into the real window, too, and halted while it stands there.
    private void typeAndHalt(UUID draft) {
        try (Program.Running client = Program.start(
                "client",
                List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Djava.awt.headless=true"),
                Typist.class.getName(),
                laptop.home(),
                "wait sign-in-passphrase-hidden",
                "type " + MARKER,
                "press ENTER",
                "says sign-in-passphrase-wrong Caps",
                "press CONTROL+A",
                "type " + LaptopAt.PASSPHRASE,
                "press ENTER",
                "wait today-draft-" + draft,
                "tab today-draft-" + draft,
                "press ENTER",
                "says visit-main Next",
                "press ALT+PAGE_DOWN",
                "tab visit-children-0-observed-text",
                "type " + MARKER + " half a sen",
                "says visit-saved saved on this laptop",
                "halt")) {
            Program.Ended ended = client.awaitEnd();
            assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(137);
            said.add(ended);
        }
    }

    private Path note() {
        ObjectNode note =
                text("text").put("kind", "call").put("at", YESTERDAY + "T11:00").put("child_words", MARKER);
        note.putArray("with").addObject().put("name", MARKER).put("relation", MARKER);
        return laptop.file(note);
    }

    private static ObjectNode text(String field) {
        return Json.object().put(field, MARKER);
    }

    private static JsonNode phones() {
        return Json.array().add(Json.object().put("number", MARKER).put("whose", MARKER));
    }

    private Program.Ended ok(String command, Object... arguments) {
        Program.Ended ended = laptop.run(command, arguments);
        assertThat(ended.exit()).as(ended.out() + ended.err()).isZero();
        said.add(ended);
        return ended;
    }

    private void halted(String command, Object... arguments) {
        Program.Ended ended = laptop.run(command, arguments);
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(137);
        said.add(ended);
    }

    /// The names of the files below a folder in which the marker stands, in any usual way of writing letters.
    private static List<String> holders(Path folder) {
        return Folders.files(folder).stream()
                .filter(file -> Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                        .anyMatch(letters -> holds(Folders.bytes(file), letters)))
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
    }

    private static boolean holds(byte[] bytes, Charset letters) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        return all.contains(new String(MARKER.getBytes(letters), StandardCharsets.ISO_8859_1));
    }
}
