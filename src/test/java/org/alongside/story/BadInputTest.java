package org.alongside.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.alongside.central.http.SameAuthority;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.testing.Council;
import org.alongside.testing.Folders;
import org.alongside.testing.LaptopAt;
import org.alongside.testing.Program;
import org.alongside.testing.VisitFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// What goes wrong in a worker's day: each has words that say what to do, the exit code of the contract, and
/// nothing already kept is lost.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String YESTERDAY = Clocks.today(Clocks.system()).minusDays(1) + "T11:00";

    private Council council;
    private LaptopAt laptop;

    @BeforeAll
    void enrol() {
        council = Council.demonstration();
        laptop = council.laptop("w_joanna");
        laptop.done("note", "--child", "p_zofia", "--file", note("Kept before all this"));
    }

    @AfterAll
    void nothingWasLost() {
        try {
            assertThat(laptop.child("p_zofia")
                            .path("notes")
                            .valueStream()
                            .map(note -> note.path("text").asString("")))
                    .contains("Kept before all this");
            assertThat(laptop.done("verify").path("problems").isEmpty()).isTrue();
        } finally {
            council.close();
        }
    }

    @Test
    void aWrongPassphraseSaysWhatToCheckAndMakesOneWaitAfterAFew() {
        LaptopAt other = council.unenrolled("w_luca");
        assertThat(other.enrol(council.url(), council.ca(), council.code("w_luca"))
                        .exit())
                .isZero();
        Path right = other.passphraseFile();
        other.uses(other.secret("not this one at all"));
        refused(other.run("show", "caseload"), 2, "passphrase-wrong", "Caps Lock");
        other.uses(right);
        assertThat(other.run("show", "caseload").exit()).isZero();
        Path open = Folders.write(council.folder().resolve("open-passphrase"), LaptopAt.PASSPHRASE + "\n");
        other.uses(open);
        refused(other.run("show", "caseload"), 2, "secret-file-open", "chmod 600");
        other.uses(other.secret("short"));
        refused(
                Program.run(
                        "passphrase",
                        "--home",
                        other.home(),
                        "--json",
                        "--passphrase-file",
                        right,
                        "--new-passphrase-file",
                        other.passphraseFile()),
                2,
                "passphrase-short",
                "Four words");
        other.uses(other.secret("not this one at all"));
        for (int tries = 0; tries < 5; tries++) {
            refused(other.run("show", "caseload"), 2, "passphrase-wrong", "Caps Lock");
        }
        refused(other.run("show", "caseload"), 2, "passphrase-wait", "--wait 30");
    }

    @Test
    void nobodyElseOnTheMachineMayReadWhatALaptopOrAServiceKeeps() throws IOException {
        laptop.done("show", "caseload");
        for (Path home : List.of(laptop.home(), council.home())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home)))
                    .isEqualTo("rwx------");
            try (var files = Files.list(home)) {
                assertThat(files.filter(Files::isRegularFile)
                                .filter(file -> !file.endsWith("ca.pem"))
                                .toList())
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .as(file.getFileName().toString())
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void aCodeThatIsWrongUsedOrTooOldEnrolsNobody() {
        LaptopAt fresh = council.unenrolled("w_ffion");
        Path wrong = Folders.secret(council.folder().resolve("wrong-code"), "AAAA-BBBB-CCCC-DDDD");
        Program.Ended notRight = fresh.enrol(council.url(), council.ca(), wrong);
        refused(notRight, 3, "enrolment-code-wrong", "each letter and digit");
        assertThat(Files.exists(fresh.home().resolve("laptop.mv.db"))).isFalse();

        Path once = council.code("w_ffion");
        assertThat(fresh.enrol(council.url(), council.ca(), once).exit()).isZero();
        Program.Ended used = council.unenrolled("w_ffion").enrol(council.url(), council.ca(), once);
        refused(used, 3, "enrolment-code-used", "used already");
        refused(fresh.enrol(council.url(), council.ca(), once), 2, "home-not-empty", "empty folder");

        Path late = council.folder().resolve("late-code");
        council.whileStopped(() -> Folders.secret(
                late,
                Program.run(
                                "admin",
                                "enrol-code",
                                "--home",
                                council.home(),
                                "--user",
                                "w_luca",
                                "--valid",
                                1,
                                "--clock",
                                "-P2D",
                                "--json")
                        .json()
                        .path("code")
                        .stringValue()));
        Program.Ended old = council.unenrolled("w_luca").enrol(council.url(), council.ca(), late);
        refused(old, 3, "enrolment-code-expired", "too old");
    }

    @Test
    void aServiceThatIsNotThereOrIsAnotherTakesNothingAndSaysWhy() throws Exception {
        LaptopAt fresh = council.unenrolled("w_luca");
        Path code = council.code("w_luca");
        refused(fresh.enrol("https://127.0.0.1:1", council.ca(), code), 3, "service-not-reached", "Check the network");
        refused(fresh.enrol("http://127.0.0.1:1", council.ca(), code), 2, "service-address-wrong", "https://");
        try (Council other = Council.empty()) {
            refused(fresh.enrol(council.url(), other.ca(), code), 3, "certificate-not-trusted", "guest network");
        }
        refused(
                fresh.enrol(council.url(), Folders.write(council.folder().resolve("no.pem"), "nothing"), code),
                2,
                "ca-not-readable",
                "help desk");
        HttpsServer trusted = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trusted.setHttpsConfigurator(new HttpsConfigurator(SameAuthority.in(council.home())));
        loginPage(trusted);
        try {
            refused(
                    fresh.enrol("https://127.0.0.1:" + trusted.getAddress().getPort(), council.ca(), code),
                    3,
                    "not-the-councils-service",
                    "sign in to the network");
        } finally {
            trusted.stop(0);
        }
        assertThat(fresh.enrol(council.url(), council.ca(), code).exit())
                .as("the code is still good")
                .isZero();
    }

    @Test
    void aHomeInUseSaysWhoHoldsIt() {
        try (Program.Running holder = Program.start(
                "tool",
                List.of(),
                "org.alongside.Main",
                "sync",
                "--watch",
                "--json",
                "--home",
                laptop.home(),
                "--passphrase-file",
                laptop.passphraseFile())) {
            holder.awaitOut("\n");
            refused(laptop.run("show", "drafts", "--wait", 0), 2, "home-in-use", "process " + holder.pid());
        }
    }

    @Test
    void aHomeThatCannotBeWrittenIsSaidBeforeAnythingElse() {
        Path file = Folders.write(council.folder().resolve("a-file"), "in the way");
        Path code = council.code("w_luca");
        refused(
                Program.run(
                        "enrol",
                        "--home",
                        file.resolve("home"),
                        "--json",
                        "--service",
                        council.url(),
                        "--ca",
                        council.ca(),
                        "--user",
                        "w_luca",
                        "--code-file",
                        code,
                        "--passphrase-file",
                        laptop.passphraseFile()),
                2,
                "home-not-writable",
                "another folder");
        assertThat(council.unenrolled("w_luca")
                        .enrol(council.url(), council.ca(), code)
                        .exit())
                .as("the code is still good")
                .isZero();
    }

    @Test
    void aClockAYearOffLosesNothing() {
        Program.Ended early = laptop.run(
                "note", "--child", "p_zofia", "--file", note("Written by a clock that is wrong"), "--clock", "-P1Y");
        assertThat(early.exit()).as(early.out()).isZero();
        Program.Ended synced = laptop.run("sync", "--clock", "-P1Y");
        assertThat(synced.exit()).as(synced.out()).isIn(0, 3);
        assertThat(synced.json()
                        .path("problems")
                        .valueStream()
                        .map(one -> one.path("message").asString("")))
                .anyMatch(words -> words.contains("clock"));
        laptop.sync();
        assertThat(laptop.items("outbox"))
                .allMatch(item -> item.path("state").stringValue().equals("with_the_council"));
        assertThat(laptop.child("p_zofia")
                        .path("notes")
                        .valueStream()
                        .map(note -> note.path("text").asString("")))
                .contains("Written by a clock that is wrong");
    }

    @Test
    void anAskedClockIsRefusedOnTheLaptopOfACouncilsOwnAndLosesNothing() throws IOException {
        try (Council own = Council.empty()) {
            own.administer("user", "add", "joanna", "--display", "Joanna", "--role", "social_worker");
            Path csv = Folders.write(
                    own.folder().resolve("people.csv"),
                    "child_id,given_name,family_name,born,allocated_to\nC-1,Ivy,Okafor,2019-03-02,joanna\n");
            assertThat(own.importFiles("--format", "people", csv).exit()).isZero();
            Path code = own.code("joanna");
            LaptopAt hers = own.unenrolled("joanna");
            refused(
                    hers.run(
                            "enrol",
                            "--service",
                            own.url(),
                            "--ca",
                            own.ca(),
                            "--user",
                            "joanna",
                            "--code-file",
                            code,
                            "--clock",
                            "-P1Y"),
                    2,
                    "clock-refused",
                    "leave --clock out");
            assertThat(hers.enrol(own.url(), own.ca(), code).exit())
                    .as("the code is still good")
                    .isZero();
            Path rang = hers.file(
                    Json.object().put("kind", "call").put("at", YESTERDAY).put("text", "Kept with the true time"));
            hers.done("note", "--child", "C-1", "--file", rang, "--draft");
            hers.done("set", "--child", "C-1", "--field", "school.name", "--value", "Larkfield");
            List<String> kept = hers.dump();
            List<JsonNode> drafts = hers.items("drafts");
            assertThat(drafts).hasSize(1);

            refused(hers.run("sync", "--clock", "-P1Y"), 2, "clock-refused", "leave --clock out");
            refused(hers.run("show", "drafts", "--clock", "2026-11-18"), 2, "clock-refused", "leave --clock out");
            refused(
                    hers.run("note", "--child", "C-1", "--file", rang, "--clock", "+PT31M"),
                    2,
                    "clock-refused",
                    "leave --clock out");

            assertThat(hers.dump()).isEqualTo(kept);
            assertThat(hers.items("drafts")).isEqualTo(drafts);
            hers.sync();
            assertThat(hers.items("outbox"))
                    .isNotEmpty()
                    .allMatch(item -> item.path("state").stringValue().equals("with_the_council"));
            assertThat(hers.done("verify").path("problems").isEmpty()).isTrue();
        }
    }

    @Test
    void aVisitWithAnUnknownChildOrFieldIsNotHalfKept() {
        VisitFile visit = VisitFile.whole();
        visit.child(1).put("child", "p_nobody");
        refused(laptop.run("visit", "--file", laptop.file(visit.json())), 2, "children[1].child");
        VisitFile field = VisitFile.whole();
        field.child(2).put("weather", "fine");
        refused(laptop.run("visit", "--file", laptop.file(field.json())), 2, "children[2].weather");
        VisitFile value = VisitFile.whole();
        value.child(0).put("seen", "sideways");
        refused(laptop.run("visit", "--file", laptop.file(value.json())), 2, "children[0].seen");
        VisitFile left = VisitFile.whole();
        ((tools.jackson.databind.node.ArrayNode) left.json().path("children")).remove(1);
        Program.Ended sister = laptop.run("visit", "--file", laptop.file(left.json()), "--finish");
        assertThat(sister.exit()).isEqualTo(1);
        assertThat(code(sister)).isEqualTo("child-left-out");
        refused(laptop.run("visit", "--file", laptop.file("{\"visit\":")), 2, "line");
        assertThat(laptop.items("drafts")).hasSize(1);
    }

    @Test
    void aTextOfAMegabyteIsRefusedInWordsAndTheLongestThatFitsGoesThrough() {
        Program.Ended tooLong =
                laptop.run("note", "--child", "p_ellis", "--file", note("long ".repeat(1024 * 1024 / 5)));
        assertThat(tooLong.exit()).as(tooLong.out()).isEqualTo(2);
        assertThat(tooLong.json().path("problems").path(0).path("field").asString(""))
                .isEqualTo("text");
        String most = "é".repeat(128 * 1024);
        String id = laptop.done("note", "--child", "p_ellis", "--file", note(most))
                .path("id")
                .stringValue();
        laptop.sync();
        assertThat(laptop.child("p_ellis")
                        .path("notes")
                        .valueStream()
                        .filter(note -> note.path("id").stringValue().equals(id)))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.path("text").stringValue().equals(most)).isTrue();
                    assertThat(note.path("council_has_it").booleanValue()).isTrue();
                });
    }

    @Test
    void controlCharactersAreRefusedAndNeverCalledSaved() {
        for (String wrong : List.of("bell \u0007", "nothing \u0000", "half \ud83d")) {
            Program.Ended ended = laptop.run("note", "--child", "p_ellis", "--file", laptop.file(escaped(wrong)));
            assertThat(ended.exit()).as(ended.out()).isEqualTo(2);
            assertThat(ended.json().path("problems").path(0).path("message").asString(""))
                    .isNotBlank();
        }
        String lines = laptop.done("note", "--child", "p_ellis", "--file", note("one\r\ntwo\tthree e\u0301"))
                .path("id")
                .stringValue();
        assertThat(laptop.child("p_ellis")
                        .path("notes")
                        .valueStream()
                        .filter(note -> note.path("id").stringValue().equals(lines))
                        .map(note -> note.path("text").stringValue()))
                .containsExactly("one\ntwo\tthree é");
    }

    @Test
    void namesOfAllScriptsComeThroughImportServiceAndLaptop() throws IOException {
        List<String> names = List.of("Siobhán O’Neill", "Zoë D'Arcy-Łukasz", "زيد الحسن", "Nguyễn Thị", "Star😀 Doe");
        var csv = new StringBuilder("child_id,given_name,family_name,allocated_to\n");
        for (int i = 0; i < names.size(); i++) {
            csv.append("N-")
                    .append(i)
                    .append(',')
                    .append(names.get(i).replace(" ", ","))
                    .append(",w_joanna\n");
        }
        Path file = Folders.write(council.folder().resolve("names.csv"), csv.toString());
        assertThat(council.importFiles("--format", "people", file).exit()).isZero();
        laptop.sync();
        assertThat(laptop.caseload().stream().map(child -> child.path("name").stringValue()))
                .containsAll(names);
        Program.Ended words = Program.run(
                "show", "child", "N-2", "--home", laptop.home(), "--passphrase-file", laptop.passphraseFile());
        assertThat(words.out()).contains("زيد");
    }

    /// Says the same to everybody who connects, without TLS, and hangs up.
    private static ServerSocket answering(String words) throws IOException {
        var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!door.isClosed()) {
                try (var caller = door.accept()) {
                    caller.getInputStream().read();
                    caller.getOutputStream().write(words.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    // The next one, or the end.
                }
            }
        });
        return door;
    }

    private static void loginPage(HttpServer server) {
        server.createContext("/", exchange -> {
            byte[] page = "<html><title>Guest network</title>Please sign in</html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    private Path note(String text) {
        return laptop.file(Json.object()
                .put("kind", "call")
                .put("at", YESTERDAY)
                .put("text", text)
                .set("with", Json.array().add("p_agn")));
    }

    /// As JSON with escapes, since no file in UTF-8 can hold half a pair.
    private static String escaped(String text) {
        var letters = new StringBuilder();
        text.chars().forEach(letter -> letters.append("\\u%04x".formatted(letter)));
        return "{\"kind\":\"call\",\"at\":\"%s\",\"with\":[\"p_agn\"],\"text\":\"%s\"}".formatted(YESTERDAY, letters);
    }

    private static void refused(Program.Ended ended, int exit, String code, String words) {
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(exit);
        assertThat(code(ended)).as(ended.out()).isEqualTo(code);
        assertThat(ended.json().path("problems").path(0).path("message").stringValue())
                .contains(words);
        assertThat(ended.err()).contains(words);
    }

    private static void refused(Program.Ended ended, int exit, String field) {
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(exit);
        JsonNode problem = ended.json().path("problems").path(0);
        assertThat(problem.path("field").asString("")
                        + problem.path("message").asString("")
                        + (problem.path("line").isNull() ? "" : "line"))
                .contains(field);
    }

    private static String code(Program.Ended ended) {
        return ended.json().path("problems").path(0).path("code").asString("");
    }
}
