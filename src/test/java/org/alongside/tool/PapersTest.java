package org.alongside.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.alongside.document.pdf.Copy;
import org.alongside.document.pdf.PaperSize;
import org.alongside.document.pdf.PdfFile;
import org.alongside.document.pdf.Printing;
import org.alongside.kernel.Json;
import org.alongside.testing.Folders;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.testing.VisitFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Papers of a worker's laptop: what stands on them, what never does, and the command that makes them.
class PapersTest {
    /// A father, a grandmother and a friend whose names break careless papers; invented.
    private static final List<String> NAMES = List.of("محمد عبد اللطيف", "ሓጎስ ተስፋይ", "Święcicka-Źdźbło");

    private static final List<String> WITHHELD = List.of("Kestrel House", "9 Refuge Lane", "RF1 9QX", "07700 900999");

    private static final Printing PRINTING =
            new Printing("Joanna Pritchard", MarlbrookLaptop.CLOCK.instant(), UUID.randomUUID());

    @TempDir
    static Path folder;

    private static UUID visit;
    private static UUID ellis;
    private static PdfFile staff;
    private static PdfFile family;
    private static PdfFile chronology;
    private static PdfFile page;
    private static Papers.Printable pageContent;
    private static Papers.Printable familyCopy;
    private static List<String> events;

    @BeforeAll
    static void print() {
        try (var marlbrook = MarlbrookLaptop.of(folder.resolve("home"))) {
            Laptop laptop = marlbrook.laptop();
            ellis = marlbrook.child("Ellis");
            plant(laptop);
            visit = laptop.visits().take(visitFile()).id();
            laptop.visits().finish(visit);
            laptop.visits().amend(visit, added(), "Told later", null);
            var papers = new Papers(laptop);
            staff = made(papers, papers.visit(visit, Copy.STAFF));
            familyCopy = papers.visit(visit, Copy.FAMILY);
            family = made(papers, familyCopy);
            var child = laptop.children().find(ellis).orElseThrow();
            chronology = made(papers, papers.chronology(child, ""));
            pageContent = papers.familyPage(child);
            page = made(papers, pageContent);
            events = new org.alongside.chronology.Chronology(laptop.log(), laptop.types())
                    .of(ellis).stream()
                            .map(org.alongside.chronology.EventNames::what)
                            .toList();
        }
    }

    private static PdfFile made(Papers papers, Papers.Printable paper) {
        return new PdfFile(paper.pdf(paper.copy().sizes().getFirst(), papers.printing()));
    }

    /// An address and a number that are withheld, and people who wrote them where they should not.
    private static void plant(Laptop laptop) {
        ObjectNode address = Json.object();
        address.put("lines", "Kestrel House\n9 Refuge Lane");
        address.put("postcode", "RF1 9QX");
        address.put("withheld", true);
        address.put("number", "07700 900999");
        laptop.facts().set(ellis, "address", address, null, null);
        ObjectNode event = Json.object();
        event.put("happened_on", "2026-11-10");
        event.put("kind", "move");
        event.put("what", "Moved to kestrel house, 9 Refuge Lane, RF19QX, with " + NAMES.get(1));
        event.put("source", NAMES.get(0));
        event.put("meaning", "Safer");
        laptop.events().save("chronology_entry", List.of(ellis), event, null);
    }

    private static ObjectNode visitFile() {
        VisitFile file = VisitFile.whole();
        file.visit().put("started_at", "2026-11-17T15:30").put("ended_at", "2026-11-17T16:40");
        var present = file.visit().putArray("people_present");
        NAMES.forEach(name -> present.addObject().put("name", name).put("relation", "friend"));
        file.visit().putObject("worker_safety").put("value", "ok").put("text", "Dog off the lead");
        file.visit().put("home_conditions", "Warm; letters for 9 Refuge Lane on the table. " + VisitFile.WORDS);
        for (int child = 0; child < 3; child++) {
            ((ObjectNode) file.child(child).path("next_visit")).put("date", "2026-12-02");
        }
        file.child(0).put("child_words", "I like it when " + NAMES.get(0) + " cooks 🙂");
        file.child(0)
                .putArray("restricted_lines")
                .addObject()
                .put("text", "Ryan's new number")
                .put("reason", "safety");
        file.child(0)
                .putArray("promises")
                .addObject()
                .put("text", "Ask about football")
                .put("date", "2026-12-01");
        return file.json();
    }

    private static ObjectNode added() {
        ObjectNode change = Json.object();
        change.put("text", "Carly rang: the boiler is mended.");
        return change;
    }

    @Test
    void everyPaperIsCompliantWithPdfUa() throws Exception {
        assertThat(staff.faults()).isEmpty();
        assertThat(family.faults()).isEmpty();
        assertThat(chronology.faults()).isEmpty();
        assertThat(page.faults()).isEmpty();
        assertThat(new PdfFile(pageContent.pdf(PaperSize.LARGEST, PRINTING)).faults())
                .isEmpty();
    }

    @Test
    void theStaffCopyHasEveryAnswer() throws Exception {
        assertThat(staff.text())
                .contains("Copy for staff", "Visit to Ellis", "17 November 2026, 15:30 to 16:40")
                .contains(NAMES)
                .contains("I like it when", "cooks 🙂", "Warm clothes, tired", "Better rested than last time")
                .contains("Her mother stayed in the room", "“A bus”", "Nights are better.", "Dog off the lead")
                .contains("Ryan's new number", "Ask about football", "Carly rang: the boiler is mended.", "Told later")
                .contains("2 December 2026", "This record is on one laptop");
    }

    @Test
    void theFamilyCopyLeavesOutWhatTheContentSaysAndSaysSo() throws Exception {
        assertThat(family.text())
                .contains("Visit to Ellis", "Warm clothes, tired", "Ask about football", "2 December 2026")
                .contains(NAMES)
                .doesNotContain("I like it when", "Better rested", "Her mother stayed", "A bus", "Nights are better")
                .doesNotContain("Dog off the lead", "Ryan's new number", "boiler is mended")
                .contains("What this copy leaves out", "Lines kept out of family copies", "Your safety", "Added since");
    }

    @Test
    void theChronologyHasEveryEventItsSourceAndTheTimesWithoutEntries() throws Exception {
        String text = chronology.text();
        assertThat(events).hasSizeGreaterThan(3);
        assertThat(events)
                .filteredOn(event -> !event.startsWith("Moved to kestrel"))
                .allSatisfy(event -> assertThat(text).contains(event.replaceAll("\\s+", " ")));
        assertThat(text)
                .contains("Chronology of Ellis Brennock", "Date Kind What happened Source", "What it meant: Safer")
                .contains(NAMES.get(0), NAMES.get(1));
    }

    @Test
    void theFamilysPageSaysWhatThePlanSaysInItsOrderAndNothingElse() throws Exception {
        String text = page.text();
        assertThat(pageContent.content().blocks()).hasSizeGreaterThan(6);
        int at = 0;
        for (String line : pageContent.content().plainText().lines().toList()) {
            String words =
                    line.replaceFirst("^\\d+\\. ", "").replaceAll("\\s+", " ").strip();
            int found = text.indexOf(words, at);
            assertThat(found).as(words).isNotNegative();
            at = found;
        }
        assertThat(text).doesNotContain("Copy for", "Give it back or destroy it");
    }

    @Test
    void theFamilysPageCanBeLargeOrPlainText() throws Exception {
        assertThat(new PdfFile(pageContent.pdf(PaperSize.LARGEST, PRINTING)).pages())
                .isGreaterThan(page.pages());
        Path out = folder.resolve("page.txt");
        done("--what", "family-page", "--id", ellis.toString(), "--out", out.toString());
        assertThat(out).hasContent(pageContent.content().plainText());

        Ended ended = run("print", "--what", "visit", "--id", visit.toString(), "--out", folder + "/visit.txt");
        assertThat(ended.exit()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(folder.resolve("visit.txt")).doesNotExist();
    }

    @Test
    void whatIsWithheldStandsOnNoPaperAndThatIsSaid() throws Exception {
        for (PdfFile paper : List.of(staff, family, chronology, page)) {
            assertThat(paper.text() + paper.aboutItself() + paper.bookmarks())
                    .satisfies(
                            text -> WITHHELD.forEach(secret -> assertThat(text).doesNotContainIgnoringCase(secret)))
                    .doesNotContain("RF19QX");
        }
        assertThat(chronology.text()).contains("Moved to [withheld]", "An address or number that is withheld.");
    }

    @Test
    void noPaperHasBoxesOrNamesAnybodyInItsMetadata() throws Exception {
        for (PdfFile paper : List.of(staff, family, chronology, page)) {
            assertThat(paper.text()).doesNotContain("#", "□", "\uFFFD");
            assertThat(paper.aboutItself()).doesNotContain("Ellis", "Brennock", "Pritchard");
            assertThat(paper.fonts()).noneMatch(font -> font.startsWith("not embedded"));
        }
    }

    @Test
    void theCommandMakesAFileOfItsOwnersAndTheActivityNotesIt() throws Exception {
        Path out = folder.resolve("visit.pdf");

        ObjectNode answer = done("--what", "visit", "--id", visit.toString(), "--out", out.toString());

        assertThat(new PdfFile(Files.readAllBytes(out)).text())
                .contains("Carly rang", "Paper " + answer.path("number").stringValue());
        assertThat(Files.getPosixFilePermissions(out)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        var shown = run("show", "activity");
        assertThat(shown.out())
                .contains("paper-kept visit " + answer.path("number").stringValue());
    }

    @Test
    void aFileThatIsThereStaysAsItIs() throws Exception {
        Path out = Files.writeString(folder.resolve("there.pdf"), "mine");

        Ended ended = run("print", "--what", "chronology", "--id", ellis.toString(), "--out", out.toString());

        assertThat(ended.exit()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(ended.out()).contains("file-there");
        assertThat(out).hasContent("mine");
    }

    @Test
    void whatCannotBePrintedYetIsRefusedByName() {
        for (String what : List.of("plan", "doorbell", "letter", "book")) {
            Ended ended = run("print", "--what", what, "--id", ellis.toString(), "--out", folder + "/no.pdf");
            assertThat(ended.exit()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(ended.out()).contains("print-not-yet", what);
        }
        assertThat(folder.resolve("no.pdf")).doesNotExist();
        Ended none = run("print", "--what", "visit", "--id", UUID.randomUUID().toString(), "--out", folder + "/no.pdf");
        assertThat(none.exit()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(none.out()).contains("visit-unknown");
    }

    @Test
    void nothingIsWrittenBesideThePaper() throws Exception {
        Path out = folder.resolve("alone.pdf");
        Path usersHome = Path.of(System.getProperty("user.home"));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Set<String> before = names(temporary, usersHome);

        done("--what", "visit", "--id", visit.toString(), "--copy", "family", "--out", out.toString());

        var after = new TreeSet<>(names(temporary, usersHome));
        after.removeAll(before);
        assertThat(after).noneMatch(name -> name.matches("(?i).*(pdf|font|alongside|visit).*"));
    }

    private static Set<String> names(Path... folders) throws Exception {
        var names = new TreeSet<String>();
        for (Path one : folders) {
            try (Stream<Path> in = Files.list(one)) {
                in.map(Path::toString).forEach(names::add);
            }
        }
        return names;
    }

    private record Ended(int exit, String out, String err) {}

    private static ObjectNode done(String... arguments) {
        var all = new ArrayList<>(List.of("print"));
        all.addAll(List.of(arguments));
        Ended ended = run(all.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.out() + ended.err()).isEqualTo(ExitCode.DONE);
        return Json.parseObject(ended.out(), "answer");
    }

    private static Ended run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var invocation = new Invocation(
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
        Path secret = folder.resolve("passphrase");
        if (!Files.exists(secret)) {
            Folders.secret(secret, MarlbrookLaptop.PASSPHRASE);
        }
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(
                "--home",
                folder.resolve("home").toString(),
                "--passphrase-file",
                secret.toString(),
                "--clock",
                "2026-11-18T12:06:00Z",
                "--json"));
        int exit = new Face(invocation, Commands.all(invocation, new org.alongside.app.DesktopWindow()))
                .run(all.toArray(String[]::new));
        return new Ended(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
