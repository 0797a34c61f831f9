package org.alongside.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.exchange.InventedFiles;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.store.LaptopHome;
import org.alongside.testing.Council;
import org.alongside.testing.Folders;
import org.alongside.testing.LaptopAt;
import org.alongside.testing.Line;
import org.alongside.testing.Program;
import org.alongside.testing.VisitFile;
import org.alongside.tool.Laptop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the product is for, told over real processes and HTTPS, whatever the service's database: a visit made
/// without a network reaches the supervisor letter for letter, and nobody else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Story {
    private static final String PUSH = "/sync/v1/push";
    private static final int HALTED = 137;
    private static final List<String> FAMILY = List.of("MB4001", "MB4002", "MB4003");
    private static final String PARENT = "MB-P40";

    private Council council;
    private Line line;
    private LaptopAt worker;
    private LaptopAt supervisor;

    /// @return the options of `central` that name the database
    abstract Object[] database();

    @BeforeAll
    void enrolWorkerAndSupervisor() {
        council = Council.demonstration(database());
        importAFamily();
        line = Line.to(council);
        worker = council.laptop("w_joanna", line.url(), council.ca());
        supervisor = council.laptop("m_deborah");
    }

    /// The council's own files: the census knows the episodes, the file of people who lives with whom.
    private void importAFamily() {
        LocalDate today = Clocks.today(Clocks.system());
        var people = Folders.write(council.folder().resolve("people.csv"), """
            child_id,kind,person_id,given_name,family_name,born,household,address,allocated_to,supervisor,plan,plan_start,related_children,relation,parental_responsibility,lives_with_child
            MB4001,child,,Síofra,Ó Murchú,%1$s,Mill Cottage,"Mill Cottage, Marlbrook",w_joanna,m_deborah,CP,%4$s,,,,
            MB4002,child,,Dawid,Ó Murchú,%2$s,Mill Cottage,,w_joanna,m_deborah,CP,%4$s,,,,
            MB4003,child,,Noor,Ó Murchú,%3$s,Mill Cottage,,w_joanna,m_deborah,CP,%4$s,,,,
            ,adult,MB-P40,Aoife,Ó Murchú,1994-02-14,Mill Cottage,,,,,,MB4001;MB4002;MB4003,mother,yes,yes
            """.formatted(
                        today.minusYears(9).minusDays(40),
                        today.minusYears(5).minusDays(40),
                        today.minusMonths(8),
                        today.minusDays(50)));
        var census = Folders.write(
                council.folder().resolve("census.xml"),
                InventedFiles.text("marlbrook-2027.xml").replace("MB0001", FAMILY.getFirst()));
        ObjectNode household = council.importFiles("--format", "people", people).json();
        assertThat(household.path("taken").path("children").intValue()).isEqualTo(3);
        assertThat(household.path("refused").isEmpty()).as(household.toString()).isTrue();
        ObjectNode episodes =
                council.importFiles("--format", "cin-census", census).json();
        assertThat(episodes.path("complete").booleanValue())
                .as(episodes.toString())
                .isTrue();
        assertThat(episodes.path("taken").path("episodes").intValue()).isPositive();
    }

    @AfterAll
    void stop() {
        line.close();
        council.close();
    }

    @Test
    void aVisitMadeWithoutANetworkReachesTheSupervisorLetterForLetter() {
        assertThat(worker.caseload())
                .extracting(child -> child.path("external_id").asString(""))
                .containsAll(FAMILY);
        line.unplug();
        VisitFile begun = toTheFamily();
        begun.child(2).remove("observed");
        UUID visit = UUID.fromString(worker.done("visit", "--file", worker.file(begun.json()))
                .path("visit_id")
                .stringValue());
        VisitFile changed = toTheFamily().under(visit);
        changed.child(0).put("child_words", "never told as saved");
        assertThat(worker.run("visit", "--file", worker.file(changed.json()), "--fault", "before-commit")
                        .exit())
                .isEqualTo(HALTED);
        assertThat(worker.child(FAMILY.getFirst())
                        .path("visits")
                        .valueStream()
                        .filter(one -> one.path("id").stringValue().equals(visit.toString())))
                .singleElement()
                .satisfies(draft -> assertThat(draft.path("draft")
                                .path("children")
                                .path(0)
                                .path("child_words")
                                .stringValue())
                        .isEqualTo(VisitFile.WORDS));

        worker.done("visit", "--file", worker.file(toTheFamily().under(visit).json()), "--finish");
        Program.Ended offline = worker.run("sync");
        assertThat(offline.exit()).isEqualTo(3);
        assertThat(code(offline)).isEqualTo("service-not-reached");
        assertThat(worker.items("outbox"))
                .filteredOn(item -> item.path("record").stringValue().equals(visit.toString()))
                .hasSize(3)
                .allSatisfy(item -> assertThat(item.path("state").stringValue()).isEqualTo("on_this_laptop"));

        line.plug();
        assertThat(worker.sync().path("waiting").intValue()).isZero();
        supervisor.sync();
        var shown = new ArrayList<JsonNode>();
        for (String child : FAMILY) {
            shown.add(visit(supervisor, child, visit));
        }
        assertThat(shown).allSatisfy(one -> {
            assertThat(one.path("state").stringValue()).isEqualTo("finished");
            assertThat(one.path("author").stringValue()).isEqualTo("w_joanna");
            assertThat(one.path("visit").path("made_offline").booleanValue()).isTrue();
            assertThat(one.path("visit").path("home_conditions").stringValue()).isEqualTo("Warm. " + VisitFile.WORDS);
        });
        assertThat(shown.stream()
                        .map(one -> one.at("/child/seen").stringValue() + " "
                                + one.at("/child/alone").stringValue()))
                .containsExactly("awake alone_private", "awake not_alone", "asleep not_applicable");
        assertThat(shown.getFirst().at("/child/child_words").stringValue()).isEqualTo(VisitFile.WORDS);
        assertThat(visit(worker, FAMILY.getFirst(), visit)).isEqualTo(shown.getFirst());
        assertThat(supervisor.caseload())
                .filteredOn(child -> child.path("external_id").asString("").equals(FAMILY.getFirst()))
                .singleElement()
                .satisfies(child -> assertThat(child.path("last_seen_alone").stringValue())
                        .isEqualTo(Clocks.today(Clocks.system()).minusDays(1).toString()));
    }

    @Test
    void anAnswerLostOnTheWayStoresNothingTwice() {
        String note = note("p_romy", "Said twice, kept once");
        line.loseAnswerTo(PUSH);
        Program.Ended cut = worker.run("sync");
        assertThat(cut.exit()).as(cut.out() + cut.err()).isEqualTo(3);
        assertThat(code(cut)).isEqualTo("service-not-reached");
        assertThat(line.hasLostIt()).isTrue();
        assertThat(eventsOf(council.log(), note)).hasSize(1);
        assertThat(outbox(note)).containsExactly("on_this_laptop");

        JsonNode pushed = worker.sync().path("pushed");
        assertThat(pushed.path("duplicate").intValue()).isEqualTo(1);
        assertThat(eventsOf(council.log(), note)).hasSize(1);
        assertThat(eventsOf(worker.dump(), note)).hasSize(1);
        assertThat(outbox(note)).containsExactly("with_the_council");
    }

    @Test
    void twoWhoChangeOneFactBothKeepTheirsUntilAPersonSettlesIt() {
        worker.sync();
        supervisor.sync();
        line.unplug();
        worker.done("set", "--child", "p_fern", "--field", "gp.phone", "--value", "01632 960 301");
        supervisor.done("set", "--child", "p_fern", "--field", "gp.phone", "--value", "01632 960 302");
        supervisor.sync();
        line.plug();
        worker.sync();
        supervisor.sync();
        worker.sync();
        List<JsonNode> hers = worker.items("conflicts");
        assertThat(hers).hasSize(1);
        assertThat(supervisor.items("conflicts")).isEqualTo(hers);
        JsonNode clash = hers.getFirst();
        assertThat(clash.path("field_group").stringValue()).isEqualTo("gp");
        assertThat(clash.path("versions")
                        .valueStream()
                        .map(one -> one.path("author").stringValue() + " "
                                + one.path("value").path("phone").stringValue()))
                .containsExactlyInAnyOrder("w_joanna 01632 960 301", "m_deborah 01632 960 302");
        String id = clash.path("conflict").stringValue();
        assertThat(worker.child("p_fern").at("/child/facts/gp/conflict").stringValue())
                .isEqualTo(id);

        supervisor.done("resolve", "--conflict", id, "--keep", "theirs", "--why", "Joanna rang them today");
        supervisor.sync();
        worker.sync();
        assertThat(worker.items("conflicts")).isEmpty();
        assertThat(supervisor.items("conflicts")).isEmpty();
        JsonNode settled = worker.child("p_fern").at("/child/facts/gp");
        assertThat(settled.path("value").path("phone").stringValue()).isEqualTo("01632 960 301");
        assertThat(settled.path("author").stringValue()).isEqualTo("m_deborah");
        assertThat(supervisor.child("p_fern").at("/child/facts/gp")).isEqualTo(settled);
        String stream = "case/" + clash.path("child").stringValue();
        List<String> kept = ofStream(council.log(), stream);
        assertThat(ofStream(worker.dump(), stream).equals(kept)).isTrue();
        assertThat(kept).hasSizeGreaterThan(20);
        assertThat(ofStream(supervisor.dump(), stream).equals(kept)).isTrue();
        assertThat(String.join("\n", kept)).contains("01632 960 301", "01632 960 302");
        assertThat(council.administer("verify").path("problems").isEmpty()).isTrue();
    }

    /// Kofi holds Callum and not the Brennocks. Rosie is related to Callum's family: nothing of it may reach her,
    /// though somebody gives her the case.
    @Test
    void whoMayNotSeeAFamilyGetsNotOneByteOfIt() {
        String marker = "Zyxomma petiolatum";
        note("p_ellis", marker);
        assertThat(worker.sync().path("waiting").intValue()).isZero();
        Set<String> brennocks = marks(worker, "p_ellis", "p_romy", "p_fern");
        Set<String> imported = marks(worker, FAMILY.toArray(String[]::new));
        assertThat(imported).hasSizeGreaterThan(8);
        assertThat(brennocks).hasSizeGreaterThan(20);
        brennocks.add(marker);
        try (Line tapped = Line.to(council)) {
            LaptopAt kofi = council.laptop("w_kofi", tapped.url(), council.ca());
            Set<String> callums = marks(kofi, "p_callum");
            assertThat(callums).hasSizeGreaterThan(8);
            String heard = tapped.received();
            assertThat(callums).as("what the tap hears").allMatch(heard::contains);
            nothingOf(brennocks, tapped, kofi, "p_ellis");
            nothingOf(imported, tapped, kofi, FAMILY.getFirst());
            try (Line listened = Line.to(council)) {
                council.administer(
                        "user", "add", "a_rosie", "--display", "Rosie Tunnicliffe", "--role", "social_worker");
                council.administer("allocate", "--child", "p_zofia", "--worker", "a_rosie");
                council.admin("allocate", "--child", "p_callum", "--worker", "a_rosie");
                LaptopAt rosie = council.laptop("a_rosie", listened.url(), council.ca());
                rosie.sync();
                assertThat(listened.received().contains("Zofia")).isTrue();
                assertThat(everyRow(rosie).contains("Zofia")).isTrue();
                nothingOf(callums, listened, rosie, "p_callum");
                nothingOf(brennocks, listened, rosie, "p_romy");
            }
        }
    }

    @Test
    void whatWasToldAsSavedOutlivesAKillAtAnyPoint() {
        worker.sync();
        var told = new ArrayList<String>();
        for (String point :
                List.of("in-transaction", "before-commit", "after-commit-before-checkpoint", "after-checkpoint")) {
            told.add(note("p_zofia", "Told before " + point));
            assertThat(worker.run("note", "--child", "p_zofia", "--file", noteFile("Killed " + point), "--fault", point)
                            .exit())
                    .isEqualTo(HALTED);
        }
        assertThat(noteIds()).containsAll(told);

        assertThat(worker.run("sync", "--fault", "pushed-no-result-kept").exit())
                .isEqualTo(HALTED);
        assertThat(worker.sync().path("pushed").path("duplicate").intValue()).isPositive();
        note("p_ellis", "For two streams");
        supervisor.sync();
        assertThat(worker.sync().path("waiting").intValue()).isZero();
        assertThat(supervisor.run("sync", "--fault", "pulled-one-stream").exit())
                .isEqualTo(HALTED);
        supervisor.sync();

        Program.Running watching = Program.start(
                "tool",
                List.of(),
                "org.alongside.Main",
                "sync",
                "--watch",
                "--json",
                "--home",
                worker.home(),
                "--passphrase-file",
                worker.passphraseFile());
        watching.awaitOut("\n");
        watching.kill();
        assertThat(worker.done("verify").path("problems").isEmpty()).isTrue();
        assertThat(supervisor.done("verify").path("problems").isEmpty()).isTrue();
        List<String> log = council.log();
        for (String note : told) {
            assertThat(eventsOf(log, note)).hasSize(1);
        }
    }

    private void nothingOf(Set<String> family, Line tapped, LaptopAt laptop, String child) {
        String received = tapped.received();
        String kept = everyRow(laptop);
        assertThat(family).noneMatch(received::contains).noneMatch(kept::contains);
        String dumped = String.join("\n", laptop.dump());
        assertThat(family).noneMatch(dumped::contains);
        assertThat(laptop.run("show", "child", child).exit()).isEqualTo(2);
        for (var file : Folders.files(laptop.home())) {
            String bytes = new String(Folders.bytes(file), StandardCharsets.UTF_8);
            assertThat(family).noneMatch(bytes::contains);
        }
    }

    /// What betrays a family: ids of children, people, records and operations, names, addresses.
    private static Set<String> marks(LaptopAt laptop, String... children) {
        return java.util.Arrays.stream(children)
                .map(laptop::child)
                .flatMap(child -> java.util.stream.Stream.of(
                                java.util.stream.Stream.of(
                                        child.at("/child/id"),
                                        child.at("/child/facts/pen_picture/value/text"),
                                        child.at("/child/facts/address/value/lines")),
                                child.path("people")
                                        .valueStream()
                                        .flatMap(one ->
                                                java.util.stream.Stream.of(one.path("id"), one.path("relationship"))),
                                child.path("visits")
                                        .valueStream()
                                        .flatMap(one -> java.util.stream.Stream.of(
                                                one.path("id"), one.at("/child/child_words"))),
                                child.path("notes")
                                        .valueStream()
                                        .flatMap(one -> java.util.stream.Stream.of(one.path("id"), one.path("text"))))
                        .flatMap(each -> each))
                .map(value -> value.asString(""))
                .filter(text -> text.length() > 7)
                .map(text -> Json.line(Json.MAPPER.valueToTree(text)))
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    /// Every value of every table of an opened laptop.
    private static String everyRow(LaptopAt at) {
        LaptopHome home = Laptop.home(at.home(), Clocks.system(), Duration.ofSeconds(10));
        char[] passphrase = LaptopAt.PASSPHRASE.toCharArray();
        try (Laptop laptop = Laptop.unlock(home, passphrase, Clocks.system(), () -> true)) {
            return laptop.store().read(dsl -> {
                var rows = new StringBuilder();
                List<String> tables = dsl.resultQuery("select table_name from information_schema.tables"
                                + " where table_schema = 'PUBLIC' and table_type = 'BASE TABLE'")
                        .fetch(0, String.class);
                assertThat(tables).hasSizeGreaterThan(8);
                tables.forEach(table -> dsl.resultQuery("select * from \"" + table + "\"")
                        .fetch()
                        .forEach(row -> {
                            for (Object value : row.intoArray()) {
                                rows.append(
                                                value instanceof byte[] bytes
                                                        ? new String(bytes, StandardCharsets.UTF_8)
                                                        : value)
                                        .append('\n');
                            }
                        }));
                return rows.toString();
            });
        }
    }

    private static VisitFile toTheFamily() {
        return VisitFile.to(PARENT, FAMILY.get(0), FAMILY.get(1), FAMILY.get(2));
    }

    private String note(String child, String text) {
        return worker.done("note", "--child", child, "--file", noteFile(text))
                .path("id")
                .stringValue();
    }

    private java.nio.file.Path noteFile(String text) {
        return worker.file(Json.object()
                .put("kind", "call")
                .put("at", Clocks.today(Clocks.system()).minusDays(1) + "T11:00")
                .put("text", text)
                .set("with", Json.array().add("p_carly")));
    }

    private List<String> noteIds() {
        return worker.child("p_zofia")
                .path("notes")
                .valueStream()
                .filter(note -> note.path("state").stringValue().equals("finished"))
                .map(note -> note.path("id").stringValue())
                .toList();
    }

    private List<String> outbox(String record) {
        return worker.items("outbox").stream()
                .filter(item -> item.path("record").stringValue().equals(record))
                .map(item -> item.path("state").stringValue())
                .toList();
    }

    private static JsonNode visit(LaptopAt laptop, String child, UUID visit) {
        return laptop.child(child)
                .path("visits")
                .valueStream()
                .filter(one -> one.path("id").stringValue().equals(visit.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> eventsOf(List<String> log, String record) {
        return log.stream()
                .filter(each -> each.startsWith("{\"event\"") && each.contains("\"record\":\"" + record + "\""))
                .toList();
    }

    private static List<String> ofStream(List<String> log, String stream) {
        return log.stream()
                .filter(each -> Json.parseObject(each, "line")
                        .properties()
                        .iterator()
                        .next()
                        .getValue()
                        .path("stream")
                        .stringValue()
                        .equals(stream))
                .toList();
    }

    private static String code(Program.Ended ended) {
        return ended.json().path("problems").path(0).path("code").asString(ended.out());
    }
}
