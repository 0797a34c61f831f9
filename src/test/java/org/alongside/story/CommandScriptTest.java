package org.alongside.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.testing.Council;
import org.alongside.testing.LaptopAt;
import org.alongside.testing.Program;
import org.alongside.testing.VisitFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The commands of the contract against a running service, each from its own command line.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandScriptTest {
    private static final String YESTERDAY =
            Clocks.today(Clocks.system()).minusDays(1).toString();

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

    @Test
    void theServiceSaysInOneLineWhenItIsReady() {
        ObjectNode ready = council.ready();
        assertThat(names(ready)).containsExactlyInAnyOrder("event", "url", "ca_file", "epoch", "council");
        assertThat(ready.path("event").stringValue()).isEqualTo("ready");
        assertThat(ready.path("url").stringValue()).matches("https://127\\.0\\.0\\.1:\\d+");
        assertThat(Path.of(ready.path("ca_file").stringValue())).isRegularFile();
        assertThat(ready.path("council").stringValue()).isEqualTo("Marlbrook Council");
        assertThat(council.service().err()).doesNotContain("Life-story", "Section 20", "Notes on a child");
    }

    @Test
    void anAdministratorSeesPeopleAllocationsAndLaptops() {
        JsonNode people = council.administer("people").path("items");
        assertThat(people.valueStream()
                        .filter(one -> one.path("user").stringValue().equals("w_joanna")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(names(one)).contains("user", "display", "role", "team", "ended");
                    assertThat(one.path("display").stringValue()).isEqualTo("Joanna Pritchard");
                    assertThat(one.path("ended").booleanValue()).isFalse();
                });
        JsonNode held = council.administer("allocations").path("items");
        assertThat(held.valueStream()
                        .filter(one -> one.path("worker").stringValue().equals("w_joanna"))
                        .filter(one -> one.path("depth").stringValue().equals("full"))
                        .filter(one -> one.path("until").isNull())
                        .map(one -> one.path("external_id").stringValue()))
                .contains("p_ellis", "p_romy", "p_fern", "p_zofia");
        assertThat(names(held.path(0))).contains("child", "worker", "depth", "since", "until");
        JsonNode laptops = council.administer("devices").path("items");
        assertThat(laptops.valueStream().map(one -> one.path("user").stringValue()))
                .contains("w_joanna", "m_deborah");
        assertThat(names(laptops.path(0))).contains("device", "user", "enrolled_at", "last_contact", "state");
        assertThat(council.administer("verify").path("problems").isEmpty()).isTrue();
    }

    @Test
    void aCaseComesWithItsAllocationAndGoesWithItsEnd() {
        assertThat(joanna.run("show", "child", "p_hafsa").exit()).isEqualTo(2);
        council.administer("allocate", "--child", "p_hafsa", "--worker", "w_joanna");
        joanna.sync();
        assertThat(caseload()).contains("p_hafsa");
        assertThat(joanna.child("p_hafsa").path("visits").isEmpty()).isFalse();

        council.administer("deallocate", "--child", "p_hafsa", "--worker", "w_joanna");
        joanna.sync();
        assertThat(caseload()).doesNotContain("p_hafsa");
        Program.Ended gone = joanna.run("show", "child", "p_hafsa");
        Program.Ended never = joanna.run("show", "child", "p_nobody");
        assertThat(gone.exit()).isEqualTo(2);
        assertThat(gone.out().replace("p_hafsa", "ID")).isEqualTo(never.out().replace("p_nobody", "ID"));
        assertThat(String.join("\n", joanna.dump())).doesNotContain("Hafsa");
        assertThat(council.admin("allocate", "--child", "p_hafsa", "--worker", "w_nobody")
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void theCaseloadHasItsShape() {
        JsonNode ellis = joanna.caseload().stream()
                .filter(child -> child.path("external_id").stringValue().equals("p_ellis"))
                .findFirst()
                .orElseThrow();
        assertThat(names(ellis))
                .contains(
                        "id",
                        "name",
                        "age_years",
                        "age_band",
                        "plan",
                        "plan_start",
                        "last_seen",
                        "last_seen_alone",
                        "days_since_alone",
                        "next_visit_due",
                        "overdue_working_days",
                        "level",
                        "unsent");
        assertThat(ellis.path("name").stringValue()).isEqualTo("Ellis Brennock");
        assertThat(ellis.path("plan").stringValue()).isEqualTo("CP");
        assertThat(ellis.path("age_years").intValue()).isEqualTo(9);
    }

    @Test
    void aVisitIsADraftUntilNothingIsMissing() {
        VisitFile begun = VisitFile.whole();
        begun.child(0).remove("analysis");
        ObjectNode draft = joanna.done("visit", "--file", joanna.file(begun.json()));
        assertThat(names(draft)).containsExactlyInAnyOrder("id", "visit_id", "state", "problems", "saved_at");
        assertThat(draft.path("state").stringValue()).isEqualTo("draft");
        UUID visit = UUID.fromString(draft.path("visit_id").stringValue());
        assertThat(joanna.items("drafts"))
                .anySatisfy(item -> assertThat(item.path("id").stringValue()).isEqualTo(visit.toString()));

        Path unfinished = joanna.file(begun.under(visit).json());
        Program.Ended missing = joanna.run("visit", "--file", unfinished, "--finish");
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.json().path("state").stringValue()).isEqualTo("draft");
        assertThat(missing.json()
                        .path("problems")
                        .valueStream()
                        .map(one -> one.path("field").stringValue()))
                .containsExactly("children[0].analysis");

        Path whole = joanna.file(VisitFile.whole().under(visit).json());
        assertThat(joanna.done("visit", "--file", whole, "--finish")
                        .path("state")
                        .stringValue())
                .isEqualTo("finished");
        assertThat(joanna.items("drafts"))
                .noneSatisfy(item -> assertThat(item.path("id").stringValue()).isEqualTo(visit.toString()));
        Program.Ended again = joanna.run("visit", "--file", whole, "--finish");
        assertThat(again.exit()).isEqualTo(2);
        assertThat(code(again)).isEqualTo("visit-finished");

        JsonNode shown = entry(joanna.child("p_romy"), "visits", visit.toString());
        assertThat(names(shown)).contains("id", "state", "author", "happened_at", "recorded_at", "council_has_it");
        assertThat(shown.path("happened_at").stringValue()).matches(YESTERDAY + "T1[45]:30:00Z");
        assertThat(shown.path("child").path("alone").stringValue()).isEqualTo("not_alone");
        assertThat(joanna.items("outbox")).anySatisfy(item -> {
            assertThat(names(item)).contains("op_id", "child", "what", "state", "since", "why", "revision");
            assertThat(item.path("record").stringValue()).isEqualTo(visit.toString());
            assertThat(item.path("state").stringValue()).isEqualTo("on_this_laptop");
        });

        ObjectNode words = Json.object().put("text", "She rang back at four.");
        ObjectNode amended =
                joanna.done("amend", "--record", visit, "--file", joanna.file(words), "--why", "She rang back");
        assertThat(amended.path("state").stringValue()).isEqualTo("amended");
        assertThat(entry(joanna.child("p_fern"), "visits", visit.toString())
                        .path("state")
                        .stringValue())
                .isEqualTo("amended");

        Program.Ended moved =
                joanna.run("withdraw", "--record", visit, "--why", "Wrong child", "--right-child", "p_zofia");
        assertThat(moved.exit()).isEqualTo(2);
        assertThat(code(moved)).isEqualTo("withdrawal-of-several");
    }

    @Test
    void aNoteIsFinishedUnlessItShallStayADraft() {
        String note = """
            {"kind":"call","at":"%sT11:00","with":["p_carly"],"text":"Rang about the boiler. %s"}\
            """.formatted(YESTERDAY, VisitFile.WORDS);
        Path file = joanna.file(note);
        ObjectNode draft = joanna.done("note", "--child", "p_ellis", "--file", file, "--draft");
        assertThat(draft.path("state").stringValue()).isEqualTo("draft");
        ObjectNode finished = joanna.done("note", "--child", "p_ellis", "--child", "p_romy", "--file", file);
        assertThat(names(finished)).containsExactlyInAnyOrder("id", "state", "problems", "saved_at");
        assertThat(finished.path("state").stringValue()).isEqualTo("finished");
        JsonNode shown =
                entry(joanna.child("p_romy"), "notes", finished.path("id").stringValue());
        assertThat(shown.path("text").stringValue()).isEqualTo("Rang about the boiler. " + VisitFile.WORDS);
        Program.Ended missing = joanna.run("note", "--child", "p_ellis", "--file", joanna.file("{\"kind\":\"call\"}"));
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.json().path("state").stringValue()).isEqualTo("draft");
    }

    @Test
    void everyTypedEventIsListedWithItsFieldsAndNeedsNoHome() {
        Program.Ended listed = Program.run("record", "--list", "--json");
        assertThat(listed.exit()).isZero();
        List<JsonNode> forms = listed.json().path("forms").valueStream().toList();
        assertThat(forms.stream().map(form -> form.path("id").stringValue()))
                .contains(
                        "chronology_entry",
                        "person",
                        "referral",
                        "case_closure",
                        "child_and_family_assessment",
                        "strategy_discussion",
                        "section_47_enquiry",
                        "conference",
                        "child_protection_plan",
                        "child_in_need_plan",
                        "care_plan",
                        "allocation");
        assertThat(names(forms.getFirst())).contains("id", "title", "version", "fields");
        assertThat(names(forms.getFirst().path("fields").path(0)))
                .contains("name", "type", "values", "required", "per");
    }

    @Test
    void aRestrictedRecordIsWrittenLeavesTheLaptopAndShowsOneLine() {
        String given = """
            {"kind":"quokkaword subject request","received_on":"%s"}\
            """.formatted(YESTERDAY);
        Program.Ended wrong = joanna.run(
                "record",
                "--form",
                "information_request",
                "--child",
                "p_zofia",
                "--file",
                joanna.file(given),
                "--finish");
        assertThat(wrong.exit()).isEqualTo(2);
        String told = """
            {"person":"p_agn","kind":"criminal_record","status":"asked","asked_on":"%s"}\
            """.formatted(YESTERDAY);
        String id = joanna.done(
                        "record",
                        "--form",
                        "household_check",
                        "--child",
                        "p_zofia",
                        "--file",
                        joanna.file(told),
                        "--finish")
                .path("id")
                .stringValue();
        assertThat(joanna.run("show", "outbox").out()).contains("household_check");
        joanna.sync();
        assertThat(joanna.run("show", "outbox").out()).doesNotContain("household_check");
        assertThat(String.join("\n", joanna.dump())).doesNotContain(id).doesNotContain("case-restricted");
        JsonNode zofia = joanna.child("p_zofia");
        assertThat(zofia.path("child").toString()).contains("A restricted record exists");
        assertThat(zofia.path("records").toString()).doesNotContain("household_check");
        assertThat(council.log())
                .anySatisfy(
                        line -> assertThat(line).contains("case-restricted/").contains(id));
        joanna.sync();
        assertThat(String.join("\n", joanna.dump())).doesNotContain("case-restricted");
    }

    @Test
    void searchFindsWhatTheLaptopHoldsAndSaysWhy() {
        ObjectNode found = joanna.done("search", "anaesthetic");
        assertThat(names(found)).containsExactlyInAnyOrder("results", "milliseconds");
        JsonNode first = found.path("results").path(0);
        assertThat(names(first)).containsExactlyInAnyOrder("kind", "id", "title", "why");
        assertThat(first.path("kind").stringValue()).isEqualTo("chronology");
        assertThat(first.path("why").stringValue()).contains("four teeth");
        assertThat(joanna.done("search", "ell", "bren")
                        .path("results")
                        .path(0)
                        .path("kind")
                        .stringValue())
                .isEqualTo("child");
        assertThat(joanna.done("search", "callum").path("results").isEmpty()).isTrue();
    }

    @Test
    void aTypedEventIsRecordedAndOneOnTheWrongChildIsMoved() {
        String event = """
            {"happened_on":"%s","kind":"achievement","what":"Won the toast prize","source":"School"}\
            """.formatted(YESTERDAY);
        String id = joanna.done(
                        "record",
                        "--form",
                        "chronology_entry",
                        "--child",
                        "p_ellis",
                        "--file",
                        joanna.file(event),
                        "--finish")
                .path("id")
                .stringValue();
        assertThat(entry(joanna.child("p_ellis"), "chronology", id).path("what").stringValue())
                .isEqualTo("Won the toast prize");
        assertThat(joanna.done(
                                "record",
                                "--form",
                                "chronology_entry",
                                "--child",
                                "p_ellis",
                                "--file",
                                joanna.file(event))
                        .path("state")
                        .stringValue())
                .isEqualTo("draft");
        Program.Ended unknown = joanna.run(
                "record",
                "--form",
                "chronology_entry",
                "--child",
                "p_ellis",
                "--file",
                joanna.file("{\"weather\":\"fine\"}"),
                "--finish");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(code(unknown)).isEqualTo("field-unknown");

        ObjectNode withdrawn =
                joanna.done("withdraw", "--record", id, "--why", "It was Romy", "--right-child", "p_romy");
        assertThat(withdrawn.path("state").stringValue()).isEqualTo("withdrawn");
        JsonNode wrong = entry(joanna.child("p_ellis"), "chronology", id);
        assertThat(wrong.path("state").stringValue()).isEqualTo("withdrawn");
        assertThat(wrong.path("what").stringValue()).isEqualTo("Won the toast prize");
        assertThat(entry(
                                joanna.child("p_romy"),
                                "chronology",
                                withdrawn.path("moved_to").stringValue())
                        .path("what")
                        .stringValue())
                .isEqualTo("Won the toast prize");
        assertThat(joanna.run("withdraw", "--record", id, "--why", "").exit()).isEqualTo(2);
    }

    @Test
    void somebodyNewIsKeptWithEverythingThatWasSaidOfThem() {
        String person = """
            {"name":"Jay O’Neill-Łukasz زيد","known_as":"JJ","kind":"adult","relation":"uncle",\
            "parental_responsibility":"no","in_household":"sometimes","phones":"01632 960 999",\
            "address":"9 Mill Lane","postcode":"MB1 1AA","notes":"Prefers a text"}\
            """;
        String id = joanna.done(
                        "record",
                        "--form",
                        "person",
                        "--child",
                        "p_ellis",
                        "--child",
                        "p_romy",
                        "--file",
                        joanna.file(person),
                        "--finish")
                .path("id")
                .stringValue();
        for (String child : List.of("p_ellis", "p_romy")) {
            assertThat(joanna.child(child)
                            .path("people")
                            .valueStream()
                            .filter(one -> one.path("id").stringValue().equals(id)))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.path("name").stringValue()).isEqualTo("Jay O’Neill-Łukasz زيد");
                        assertThat(one.path("relation").stringValue()).isEqualTo("uncle");
                        assertThat(one.path("in_household").stringValue()).isEqualTo("sometimes");
                    });
        }
        joanna.sync();
        String kept = joanna.dump().stream()
                .filter(line -> line.startsWith("{\"event\"") && line.contains("person/" + id))
                .collect(Collectors.joining("\n"));
        assertThat(kept).contains("JJ", "9 Mill Lane", "MB1 1AA", "Prefers a text", "01632 960 999");
    }

    @Test
    void aFactIsSetByGroupAndByField() {
        joanna.done(
                "set",
                "--child",
                "p_zofia",
                "--group",
                "pen_picture",
                "--file",
                joanna.file("{\"text\":\"Hums. %s\",\"written_with_child\":true}".formatted(VisitFile.WORDS)));
        joanna.done("set", "--child", "p_zofia", "--field", "school.year", "--value", "year 7");
        JsonNode facts = joanna.child("p_zofia").path("child").path("facts");
        assertThat(facts.path("pen_picture").path("value").path("text").stringValue())
                .isEqualTo("Hums. " + VisitFile.WORDS);
        assertThat(facts.path("school").path("value").path("year").stringValue())
                .isEqualTo("year 7");
        assertThat(facts.path("school").path("value").path("name").stringValue())
                .isNotEmpty();
        assertThat(names(facts.path("school")))
                .contains("value", "author", "recorded_at", "council_has_it", "conflict");
        assertThat(facts.path("school").path("council_has_it").booleanValue()).isFalse();
        Program.Ended unknown = joanna.run("set", "--child", "p_zofia", "--field", "school.colour", "--value", "red");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(code(unknown)).isEqualTo("field-unknown");
        assertThat(joanna.run("set", "--child", "p_zofia").exit()).isEqualTo(2);
    }

    @Test
    void aConflictIsSettledInEachOfTheFourWays() {
        joanna.sync();
        deborah.sync();
        both("gp.phone", "01632 960 001", "01632 960 002");
        both("school.name", "Larkfield", "Mill Lane");
        both("pen_picture.text", "Hers: knows every bus", "His: makes the best toast");
        both("communication.notes", "Draws", "Walks");
        joanna.sync();
        deborah.sync();
        joanna.sync();
        List<JsonNode> open = joanna.items("conflicts");
        assertThat(open).hasSize(4);
        assertThat(names(open.getFirst()))
                .contains("conflict", "child", "record", "field_group", "since", "before", "versions");
        assertThat(names(open.getFirst().path("versions").path(0)))
                .contains("op_id", "author", "device", "at", "value");

        assertThat(joanna.run("resolve", "--conflict", conflict(open, "gp"), "--keep", "mine", "--why", "")
                        .exit())
                .isEqualTo(2);
        joanna.done("resolve", "--conflict", conflict(open, "gp"), "--keep", "mine", "--why", "I rang it");
        joanna.done("resolve", "--conflict", conflict(open, "school"), "--keep", "theirs", "--why", "Moved");
        joanna.done("resolve", "--conflict", conflict(open, "pen_picture"), "--keep", "both", "--why", "Both true");
        joanna.done(
                "resolve",
                "--conflict",
                conflict(open, "communication"),
                "--value-file",
                joanna.file("{\"comm\":\"verbal\",\"notes\":\"Draws and walks\"}"),
                "--why",
                "Both");
        joanna.sync();
        deborah.sync();
        assertThat(joanna.items("conflicts")).isEmpty();
        assertThat(deborah.items("conflicts")).isEmpty();
        JsonNode facts = deborah.child("p_ellis").path("child").path("facts");
        assertThat(facts.path("gp").path("value").path("phone").stringValue()).isEqualTo("01632 960 001");
        assertThat(facts.path("school").path("value").path("name").stringValue())
                .isEqualTo("Mill Lane");
        assertThat(facts.path("pen_picture").path("value").path("text").stringValue())
                .contains("knows every bus", "makes the best toast");
        assertThat(facts.path("communication").path("value").path("notes").stringValue())
                .isEqualTo("Draws and walks");
        assertThat(joanna.child("p_ellis").path("child").path("facts")).isEqualTo(facts);
    }

    @Test
    void whenQuietALaptopsLogEqualsTheServices() {
        joanna.sync();
        List<String> mine = joanna.dump();
        Set<String> streams = mine.stream().map(CommandScriptTest::stream).collect(Collectors.toSet());
        assertThat(streams).hasSizeGreaterThan(8);
        assertThat(council.log().stream().filter(line -> streams.contains(stream(line))))
                .containsExactlyElementsOf(mine);
        assertThat(joanna.done("verify").path("problems").isEmpty()).isTrue();
        assertThat(joanna.items("activity"))
                .isNotEmpty()
                .allSatisfy(item -> assertThat(names(item)).contains("at", "what", "child"));
    }

    @Test
    void aChangedPassphraseReplacesTheOldOne() {
        ObjectNode changed =
                deborah.done("passphrase", "--new-passphrase-file", deborah.secret("walnut garden lamp seven"));
        assertThat(changed.path("state").stringValue()).isEqualTo("changed");
        Program.Ended old = deborah.run("show", "drafts");
        assertThat(old.exit()).isEqualTo(2);
        assertThat(code(old)).isEqualTo("passphrase-wrong");
        deborah.uses(deborah.secret("walnut garden lamp seven"));
        assertThat(deborah.items("drafts")).isEmpty();
    }

    @Test
    void aFileOfPeopleIsTriedTakenAndNotTakenTwice() throws Exception {
        Path csv = Files.writeString(council.folder().resolve("people.csv"), """
            child_id,given_name,family_name,born,household,address,allocated_to,plan,plan_start
            C-1,Siobhán,O’Neill-Łukasz,03/02/2019,h1,"1 Mill Lane, Marlbrook",w_joanna,CIN,2026-10-01
            C-2,زيد,الحسن,2017-05-09,h1,"1 Mill Lane, Marlbrook",w_nobody,CP,2026-10-01
            """);
        long before = council.log().size();
        Program.Ended tried = council.importFiles("--format", "people", "--dry-run", csv);
        assertThat(tried.exit()).isEqualTo(1);
        assertThat(council.log()).hasSize((int) before);
        Program.Ended taken = council.importFiles("--format", "people", csv);
        assertThat(taken.exit()).isEqualTo(1);
        assertThat(taken.json()).isEqualTo(tried.json());
        ObjectNode report = taken.json();
        assertThat(names(report))
                .contains("format", "files", "taken", "changed", "unchanged", "refused", "to_map", "complete");
        assertThat(report.path("taken").path("children").intValue()).isEqualTo(2);
        assertThat(report.path("complete").booleanValue()).isTrue();
        assertThat(report.path("refused").path(0).path("line").intValue()).isEqualTo(3);
        assertThat(report.path("refused").path(0).path("problem").path("code").stringValue())
                .isEqualTo("worker-unknown");
        long then = council.log().size();
        assertThat(then).isGreaterThan(before);
        ObjectNode again = council.importFiles("--format", "people", csv).json();
        assertThat(again.path("unchanged").path("children").intValue()).isEqualTo(2);
        assertThat(again.path("taken")
                        .valueStream()
                        .mapToInt(JsonNode::intValue)
                        .sum())
                .isZero();
        assertThat(council.log()).hasSize((int) then);
        joanna.sync();
        assertThat(joanna.child("C-1").path("child").path("name").stringValue()).isEqualTo("Siobhán O’Neill-Łukasz");
    }

    @Test
    void aCensusGoesIntoAServiceThatDoesNotRunAndItsUnknownCodesAreMapped() throws Exception {
        Path home = council.folder().resolve("another-service");
        Path census = Files.writeString(
                council.folder().resolve("census.xml"),
                org.alongside.exchange.InventedFiles.text("marlbrook-2027.xml")
                        .replaceFirst("<ReferralSource>3B<", "<ReferralSource>9Z<"));
        Object[] command = {"import", "--home", home, "--json", "--format", "cin-census", census};
        Program.Ended first = Program.run(command);
        assertThat(first.exit()).as(first.err()).isEqualTo(1);
        assertThat(first.json().path("taken").path("children").intValue()).isPositive();
        List<JsonNode> listed = first.json().path("to_map").valueStream().toList();
        assertThat(listed).singleElement().satisfies(one -> {
            assertThat(one.path("field").stringValue()).isEqualTo("ReferralSource");
            assertThat(one.path("code").stringValue()).isEqualTo("9Z");
        });
        assertThat(refusals(first)).contains("code-unknown");
        assertThat(sourcesOfReferrals(home)).isNotEmpty().doesNotContain("9Z", "5C");

        Path map = Files.writeString(council.folder().resolve("map.json"), Json.line(answered(listed, "5C")));
        Object[] withMap = {"import", "--home", home, "--json", "--format", "cin-census", "--map", map, census};
        Program.Ended mapped = Program.run(withMap);
        assertThat(mapped.json().path("to_map")).isEmpty();
        assertThat(refusals(mapped)).doesNotContain("code-unknown");
        assertThat(mapped.json().path("taken").path("children").intValue()).isZero();
        assertThat(mapped.json().path("changed").path("episodes").intValue()).isPositive();
        assertThat(sourcesOfReferrals(home)).contains("5C");
        Program.Ended again = Program.run(withMap);
        assertThat(again.json().path("changed").valueStream().mapToInt(JsonNode::intValue))
                .containsOnly(0);
        Path cut = Files.writeString(
                council.folder().resolve("cut.xml"), Files.readString(census).substring(0, 2000));
        Program.Ended broken = Program.run("import", "--home", home, "--json", "--format", "cin-census", cut);
        assertThat(broken.exit()).isEqualTo(2);
        assertThat(broken.json().path("complete").booleanValue()).isFalse();
        assertThat(Program.run("admin", "verify", "--home", home, "--json").exit())
                .isZero();
    }

    /// The map that a person makes of a report's `to_map`.
    private static ObjectNode answered(List<JsonNode> listed, String code) {
        ObjectNode map = Json.object();
        listed.forEach(one -> map.withObject("/" + one.path("field").stringValue())
                .put(one.path("code").stringValue(), code));
        return map;
    }

    private static List<String> refusals(Program.Ended imported) {
        return imported.json()
                .path("refused")
                .valueStream()
                .map(row -> row.path("problem").path("code").stringValue())
                .toList();
    }

    /// As a service that does not run keeps them, superseded ones too.
    private List<String> sourcesOfReferrals(Path home) throws Exception {
        Path log = council.folder().resolve("referrals.ndjson");
        Files.deleteIfExists(log);
        assertThat(Program.run("admin", "export-log", "--home", home, "--json", "--canonical", "--out", log)
                        .exit())
                .isZero();
        return Files.readAllLines(log).stream()
                .map(line -> Json.parseObject(line, "line").path("event"))
                .filter(event -> event.path("type").asString("").equals("referral"))
                .map(event -> event.path("body").path("value").path("source").asString("none"))
                .toList();
    }

    @Test
    void wrongUseIsExitTwoWithTheProblemOnStandardOutput() {
        for (Object[] wrong : List.<Object[]>of(
                new Object[] {"no-such-command", "--json"},
                new Object[] {"show", "--json", "--no-such-option"},
                new Object[] {"sync", "--json", "--home", council.folder().resolve("nothing")})) {
            Program.Ended ended = Program.run(wrong);
            assertThat(ended.exit()).isEqualTo(2);
            JsonNode problem = ended.json().path("problems").path(0);
            assertThat(names(problem)).containsExactlyInAnyOrder("code", "field", "message", "line");
            assertThat(problem.path("message").stringValue()).isNotBlank();
        }
    }

    private void both(String field, String hers, String his) {
        joanna.done("set", "--child", "p_ellis", "--field", field, "--value", hers);
        deborah.done("set", "--child", "p_ellis", "--field", field, "--value", his);
    }

    private List<String> caseload() {
        return joanna.caseload().stream()
                .map(child -> child.path("external_id").stringValue())
                .toList();
    }

    private static String conflict(List<JsonNode> open, String group) {
        return open.stream()
                .filter(one -> one.path("field_group").stringValue().equals(group))
                .findFirst()
                .orElseThrow()
                .path("conflict")
                .stringValue();
    }

    private static JsonNode entry(JsonNode child, String list, String id) {
        return child.path(list)
                .valueStream()
                .filter(one -> one.path("id").stringValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String code(Program.Ended ended) {
        return ended.json().path("problems").path(0).path("code").stringValue();
    }

    private static String stream(String line) {
        JsonNode json = Json.parseObject(line, "line");
        return json.properties().iterator().next().getValue().path("stream").stringValue();
    }

    private static Set<String> names(JsonNode object) {
        return Set.copyOf(object.propertyNames());
    }
}
