package org.alongside.exchange.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alongside.child.Plans;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Another council's file of the same shape, small and ours.
class CouncilFileTest {
    private static final LocalDate ANCHOR = LocalDate.of(2026, 3, 2);
    private static final Clock CLOCK = Clocks.fixed(LocalDate.of(2026, 11, 18));

    private final CouncilLoad load = read(file -> {});
    private final LoadedRecord kept = new LoadedRecord(load);

    @Test
    void theCouncilAndItsStaffAreRead() {
        assertThat(load.council().name()).isEqualTo("Harrowmere Borough Council");
        assertThat(load.council().dutyPhone())
                .as("no number of another council")
                .isEmpty();
        assertThat(load.staff()).extracting("name").containsExactly("tomas", "nell", "ravi", "pat");
        assertThat(load.staff().getFirst().supervisor()).isEqualTo("nell");
        assertThat(load.otherLoad()).containsOnly(java.util.Map.entry("tomas", 12));
        assertThat(load.localValues().path("seen_alone_min_age_years").intValue())
                .isEqualTo(5);
        assertThat(kept.records(StreamId.council(), "staff_member")).hasSize(4);
    }

    @Test
    void aBirthAheadIsAnExpectedDate() {
        RecordState bump = details("bump");
        assertThat(bump.value("birth", "expected_on").stringValue()).isEqualTo("2026-04-11");
        assertThat(bump.value("birth", "born_on").isMissingNode()).isTrue();
        assertThat(details("ada").value("birth", "born_on").stringValue())
                .isEqualTo(ANCHOR.minusDays(2200).toString());
    }

    @Test
    void aChildOfWhomNothingIsSaidSpeaksFromTheFourthBirthday() {
        assertThat(details("ada").value("communication", "comm").stringValue()).isEqualTo("verbal");
        assertThat(details("kit").value("communication", "comm").stringValue()).isEqualTo("pre_verbal");
        CouncilLoad birthday = read(file -> person(file, 1).put("born_d", -1461));
        assertThat(comm(birthday)).as("four today").isEqualTo("verbal");
        CouncilLoad eve = read(file -> person(file, 1).put("born_d", -1460));
        assertThat(comm(eve)).as("four tomorrow").isEqualTo("pre_verbal");
    }

    private String comm(CouncilLoad of) {
        return new LoadedRecord(of)
                .records(caseOf("kit"), "child_details")
                .getFirst()
                .value("communication", "comm")
                .stringValue();
    }

    @Test
    void factsAreReadFromTheFile() {
        assertThat(details("ada").value("characteristics", "ethnicity").stringValue())
                .isEqualTo("MWAS");
        assertThat(details("ada").value("school", "name").stringValue()).isEqualTo("St Bride's");
        assertThat(details("ada").value("school", "year").stringValue()).isEqualTo("year 1");
        assertThat(details("ada").value("family", "family"))
                .isEqualTo(details("zed").value("family", "family"));
        assertThat(details("kit").value("characteristics", "ethnicity").isMissingNode())
                .isTrue();
    }

    @Test
    void aChildWithoutAPlanHasACaseButNoPlan() {
        assertThat(kept.records(caseOf("zed"), "child_details")).hasSize(1);
        assertThat(plans("zed")).isEmpty();
        assertThat(kept.records(caseOf("zed"), "chronology_entry"))
                .as("lines that name no child belong to the open children")
                .isEmpty();
        assertThat(load.allocations().stream().filter(one -> one.child().equals(id("zed"))))
                .extracting("account", "depth")
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("tomas", CouncilLoad.Depth.SUMMARY),
                        org.assertj.core.groups.Tuple.tuple("nell", CouncilLoad.Depth.SUMMARY));
    }

    @Test
    void aChildsPlanIsTheRecordThatBeganIt() {
        assertThat(highest("ada")).isEqualTo("CP 2025-08-14");
        assertThat(highest("kit")).isEqualTo("S47 2026-02-26");
        assertThat(highest("bump")).isEqualTo("CIN 2026-02-20");
        RecordState plan = kept.records(caseOf("ada"), "child_protection_plan").getFirst();
        assertThat(plan.value("begun", "first_category").stringValue()).isEqualTo("EMO");
        assertThat(plan.value("terms", "core_group_every_days").intValue()).isEqualTo(30);
    }

    @Test
    void anEarlierPlanIsOverAndSoIsAnEnquiryThatLedToAConference() {
        assertThat(plans("ada"))
                .extracting(period -> period.kind() + " " + period.start() + " " + period.end())
                .containsExactly(
                        "CIN " + ANCHOR.minusDays(900) + " " + ANCHOR.minusDays(700),
                        "S47 " + ANCHOR.minusDays(210) + " " + ANCHOR.minusDays(200),
                        "CP " + ANCHOR.minusDays(200) + " null");
        assertThat(plans("bump")).as("nothing that was before conception").hasSize(1);
    }

    @Test
    void aChronologyLineBelongsToEveryOpenChildOrToTheOneItNames() {
        assertThat(kept.records(caseOf("ada"), "chronology_entry")).hasSize(6);
        assertThat(kept.records(caseOf("kit"), "chronology_entry")).hasSize(5);
        RecordState injury = kept.records(caseOf("ada"), "chronology_entry").stream()
                .filter(line -> line.value("record", "kind").stringValue().equals("injury"))
                .findFirst()
                .orElseThrow();
        assertThat(Json.line(injury.current("record").orElseThrow().value()))
                .isEqualTo("{\"happened_on\":\"2026-01-01\",\"kind\":\"injury\",\"what\":\"Bruise on Ada's arm.\","
                        + "\"meaning\":\"It hurt.\",\"neglect_or_emotional_harm\":true}");
        assertThat(kept.records(caseOf("ada"), "injury_or_disclosure")
                        .getFirst()
                        .value("record", "noticed_at"))
                .isEqualTo(Json.tree("2026-01-01T10:00:00Z", JsonNode.class));
    }

    @Test
    void aVisitIsOneRecordInEachChildsCase() {
        RecordState ada = visit("ada", "HV1");
        RecordState kit = visit("kit", "HV1");
        assertThat(ada.record()).isEqualTo(kit.record());
        BroughtIn event = eventOf(ada);
        assertThat(event.atomicGroup()).isEqualTo(eventOf(kit).atomicGroup()).isNotNull();
        assertThat(event.author()).isEqualTo("tomas");
        assertThat(event.keptAt()).as("as it was finished").isEqualTo(Instant.parse("2026-02-15T10:00:00Z"));
        JsonNode trip = ada.value("record", "visit");
        assertThat(trip.path("started_at").stringValue()).isEqualTo("2026-02-14T10:00:00Z");
        assertThat(trip.path("signed_at").stringValue()).isEqualTo("2026-02-15T10:00:00Z");
        assertThat(Json.line(trip.path("place"))).isEqualTo("{\"value\":\"other\",\"text\":\"lodgings\"}");
        assertThat(Json.line(trip.path("people_present"))).isEqualTo("[\"" + id("mum") + "\"]");
        assertThat(trip.has("ended_at"))
                .as("an answer that is missing stays missing")
                .isFalse();
    }

    @Test
    void theSpellingOfAChildsRowIsMapped() {
        JsonNode ada = visit("ada", "HV1").value("record", "child");
        assertThat(Json.line(ada))
                .isEqualTo("{\"child\":\"" + id("ada")
                        + "\",\"seen\":\"awake\",\"alone\":\"alone_with_support\",\"alone_minutes\":9,\"alone_where\":\"school\",\"observed\":\"Seen:"
                        + " classroom\",\"support_person\":{\"role\":\"signer\"},\"support_independent\":true,\"bedroom_seen\":\"not_at_home\",\"child_words\":\"I"
                        + " can do cartwheels.\"}");
        JsonNode kit = visit("kit", "HV1").value("record", "child");
        assertThat(Json.line(kit))
                .isEqualTo("{\"child\":\"" + id("kit") + "\",\"seen\":\"not_seen\","
                        + "\"reason_not_alone\":\"child_elsewhere\",\"bedroom_seen\":\"no\"}");
    }

    @Test
    void aDoorThatStayedShutIsAVisitToEveryOpenChildBornByThen() {
        RecordState ada = visit("ada", "HV2");
        assertThat(ada.value("record", "child").path("seen").stringValue()).isEqualTo("not_seen");
        assertThat(kept.records(caseOf("bump"), "visit")).isEmpty();
        assertThat(Json.line(ada.value("record", "visit").path("place")))
                .isEqualTo("{\"value\":\"home\",\"text\":\"doorstep\"}");
    }

    @Test
    void anUnknownAdultIsAPersonInTheChildrensLives() {
        String person = visit("ada", "HV2")
                .value("record", "visit")
                .path("people_present")
                .get(0)
                .stringValue();
        assertThat(kept.records(StreamId.ofPerson(UUID.fromString(person)), "person"))
                .hasSize(1);
        assertThat(relation("ada", person).value("relation", "relation").stringValue())
                .isEqualTo("not known");
    }

    @Test
    void parentalResponsibilityGoesNoFurtherThanTheWords() {
        assertThat(responsibility("kit", "dad")).isEqualTo("yes");
        assertThat(responsibility("ada", "dad")).as("father of Kit").isEqualTo("unknown");
        assertThat(responsibility("ada", "mum")).isEqualTo("yes");
        assertThat(responsibility("ada", "gran")).isEqualTo("no");
        assertThat(relation("kit", id("dad").toString())
                        .value("household", "in_household")
                        .stringValue())
                .isEqualTo("sometimes");
        assertThat(Json.line(details("kit").current("household").orElseThrow().value()))
                .contains("\"stays\":\"weekends\"");
    }

    @Test
    void assessmentsCoreGroupsAndOffersAreRecords() {
        RecordState assessment =
                kept.records(caseOf("kit"), "child_and_family_assessment").getFirst();
        assertThat(assessment.value("authorised", "authorised_on").stringValue())
                .isEqualTo("2026-02-21");
        assertThat(kept.records(caseOf("ada"), "core_group")).hasSize(1);
        assertThat(kept.records(caseOf("kit"), "core_group"))
                .as("not on that plan")
                .isEmpty();
        assertThat(kept.records(caseOf("ada"), "family_offer")).hasSize(1);
    }

    @Test
    void allocationsAreRecordsAndWhoMayHoldTheCaseToday() {
        assertThat(load.allocations().stream().filter(one -> one.child().equals(id("ada"))))
                .extracting("account", "depth", "role", "since")
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "tomas", CouncilLoad.Depth.FULL, "worker", ANCHOR.minusDays(100)),
                        org.assertj.core.groups.Tuple.tuple("nell", CouncilLoad.Depth.FULL, "supervisor", null),
                        org.assertj.core.groups.Tuple.tuple("ravi", CouncilLoad.Depth.FULL, "reviewer", null));
        assertThat(kept.records(caseOf("ada"), "allocation"))
                .extracting(state -> state.value("record", "worker").stringValue() + " "
                        + state.value("record", "role").stringValue() + " "
                        + state.value("ended", "to_on").stringValue("-"))
                .containsExactlyInAnyOrder(
                        "agency_9 social_worker " + ANCHOR.minusDays(100),
                        "tomas social_worker -",
                        "nell other -",
                        "ravi chair -");
    }

    @Test
    void aDeclaredRelationshipHidesTheWholeFamily() {
        assertThat(load.declared()).hasSize(1);
        CouncilLoad.Declared declared = load.declared().getFirst();
        assertThat(declared.account()).isEqualTo("pat");
        assertThat(declared.person()).isEqualTo(id("gran"));
        assertThat(declared.hidden())
                .containsAll(load.events().keySet().stream()
                        .filter(stream -> stream.isCase() || stream.kind() == StreamId.Kind.PERSON)
                        .toList());
    }

    @Test
    void ofARestrictedRecordOnlyTheFixedLineIsCarried() {
        assertThat(details("ada").value("restricted_line", "line").stringValue())
                .isEqualTo("A restricted record exists. Ask Nell O'Dowd.");
        assertThat(details("zed").current("restricted_line")).isEmpty();
        String everything = load.events().values().stream()
                .flatMap(List::stream)
                .map(event -> Json.line(event.intent().body()))
                .collect(Collectors.joining("\n"));
        assertThat(everything).doesNotContain("older child").doesNotContain("adoption");
    }

    @Test
    void whatIsNotCarriedYetIsNamedAndCounted() {
        assertThat(load.notYetCarried())
                .extracting(part -> part.part() + " " + part.count())
                .containsExactlyInAnyOrder("supervision-private 1");
        assertThat(load.notYetCarried())
                .allSatisfy(part -> assertThat(part.words()).isNotBlank());
    }

    @Test
    void readingTheSameFileAgainGivesTheSameIds() {
        CouncilLoad again = read(file -> {});
        assertThat(again.references()).isEqualTo(load.references());
        assertThat(again.events()).isEqualTo(load.events());
        CouncilLoad other = read(file -> meta(file).put("authority", "Another Council"));
        assertThat(other.references().getFirst().id())
                .isNotEqualTo(load.references().getFirst().id());
    }

    @Test
    void aFileThatCountsFromTodayIsDatedFromTheClock() {
        CouncilLoad today = read(file -> meta(file).put("anchor_date", "today"));
        assertThat(today.anchor()).isEqualTo(LocalDate.of(2026, 11, 18));
    }

    @Test
    void nothingWasKeptAfterNow() {
        Instant now = CLOCK.instant();
        CouncilLoad today = read(file -> meta(file).put("anchor_date", "today"));
        assertThat(today.events().values().stream().flatMap(List::stream))
                .allSatisfy(event -> assertThat(event.keptAt()).isBeforeOrEqualTo(now));
        for (List<BroughtIn> stream : today.events().values()) {
            assertThat(stream).isSortedAccordingTo(java.util.Comparator.comparing(BroughtIn::keptAt));
        }
    }

    @Test
    void noWeekendMovesInAFileThatWasGiven() {
        assertThat(visit("ada", "HV1")
                        .value("record", "visit")
                        .path("started_at")
                        .stringValue())
                .as("a Saturday")
                .startsWith("2026-02-14");
    }

    @ParameterizedTest
    @CsvSource({
        "/scenarios/0/visits/0, frob, 1, scenarios[0].visits[0].frob",
        "/scenarios/0/visits/0/children/1, frob, 1, scenarios[0].visits[0].children[1].frob",
        "/scenarios/0/people/3, shoe_size, 4, scenarios[0].people[3].shoe_size",
        "/scenarios/0/placements/0, frob, 1, scenarios[0].placements[0].frob",
        "/scenarios/0, pets, 1, scenarios[0].pets",
        "/meta, frob, 1, meta.frob",
        "/staff/1, frob, 1, staff[1].frob",
        "/supervision_sessions/0/actions/0, frob, 1, supervision_sessions[0].actions[0].frob",
        "'', frob, 1, frob",
        "/scenarios/0/people/0, plan, 'XX', scenarios[0].people[0].plan",
        "/scenarios/0/people/0, sex, 'Q', scenarios[0].people[0].sex",
        "/scenarios/0/people/0, born_d, 'x', scenarios[0].people[0].born_d",
        "/scenarios/0/people/0, born_d, 99999999, scenarios[0].people[0].born_d",
        "/scenarios/0/chronology/0, kind, 'party', scenarios[0].chronology[0].kind",
        "/scenarios/0/chronology/0, child, 'mum', scenarios[0].chronology[0].child",
        "/scenarios/0/visits/0, worker, 'nobody', scenarios[0].visits[0].worker",
        "/scenarios/0/visits/0, access, 'maybe', scenarios[0].visits[0].access",
        "/scenarios/0/visits/0/children/0, child, 'zeb', scenarios[0].visits[0].children[0].child",
        "/scenarios/0/visits/0/children/0, seen, 'asleepish', scenarios[0].visits[0].children[0].seen",
        "/scenarios/0, allocated, 'nobody', scenarios[0].allocated",
        "/staff/1, role, 'wizard', staff[1].role",
        "/meta, anchor_date, 'soon', meta.anchor_date",
        "/scenarios/0/people/1, id, 'ada', scenarios[0].people[1].id",
    })
    void whatIsNotKnownIsRefusedWithItsPlace(String where, String member, String value, String place) {
        BadInput refused = catchThrowableOfType(
                BadInput.class,
                () -> read(file -> {
                    ObjectNode at = where.isEmpty() ? file : (ObjectNode) file.at(where);
                    if (value.matches("\\d+")) {
                        at.put(member, Integer.parseInt(value));
                    } else {
                        at.put(member, value.replace("'", ""));
                    }
                }));
        assertThat(refused.problems()).extracting(Problem::field).contains(place);
        assertThat(refused.problems())
                .allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        BadInput refused = catchThrowableOfType(
                BadInput.class,
                () -> read(file -> {
                    meta(file).put("frob", 1);
                    person(file, 0).put("plan", "XX");
                    person(file, 1).remove("name");
                }));
        assertThat(refused.problems())
                .extracting(Problem::field)
                .containsExactly("meta.frob", "scenarios[0].people[0].plan", "scenarios[0].people[1].name");
    }

    @Test
    void aFileThatIsNoJsonSaysWhere() {
        assertThatThrownBy(() -> CouncilFile.read("{\n\"meta\": }".getBytes(StandardCharsets.UTF_8), CLOCK))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused ->
                                assertThat(refused.problems().getFirst().line()).isEqualTo(2));
    }

    @Test
    void homesAndSection20MayStandForEachChildAndAByteOrderMarkIsPassedOver() throws IOException {
        ObjectNode file = file();
        ArrayNode agreements = ((ObjectNode) file.at("/scenarios/0")).putArray("s20");
        agreements.addObject().put("start_d", -3).put("child", "kit");
        agreements.addObject().put("start_d", -3).put("child", "ada");
        CouncilLoad two = CouncilFile.read(("\uFEFF" + file).getBytes(StandardCharsets.UTF_8), CLOCK);
        assertThat(two.events().values().stream()
                        .flatMap(List::stream)
                        .filter(event -> event.intent().type().equals("section_20_agreement")))
                .hasSize(2);
    }

    @Test
    void careAndPrivateFosteringBeginTheirOwnRecords() {
        CouncilLoad other = read(file -> {
            person(file, 0).put("plan", "CLA").put("looked_after_since_d", -90).put("legal", "care_order");
            person(file, 1).put("plan", "PF");
            ((ObjectNode) file.at("/scenarios/0"))
                    .putObject("private_fostering")
                    .put("arrangement_start_d", -20)
                    .put("authority_aware_d", -12)
                    .put("notified_by", "aunt")
                    .put("child", "kit");
        });
        var records = new LoadedRecord(other);
        assertThat(records.records(caseOf("ada"), "care_period").getFirst().value("record", "started_on"))
                .isEqualTo(Json.tree(ANCHOR.minusDays(90).toString(), JsonNode.class));
        assertThat(records.records(caseOf("ada"), "legal_status").getFirst().value("record", "status"))
                .isEqualTo(Json.tree("C2", JsonNode.class));
        RecordState arrangement =
                records.records(caseOf("kit"), "private_fostering_arrangement").getFirst();
        assertThat(arrangement.value("record", "notice").stringValue()).isEqualTo("already_living");
        assertThat(Plans.highest(Plans.of(records.records(caseOf("kit"))), ANCHOR))
                .get()
                .extracting(Plans.Period::kind, Plans.Period::start)
                .containsExactly(Plans.Kind.PF, ANCHOR.minusDays(20));
    }

    private RecordState details(String child) {
        return kept.records(caseOf(child), "child_details").getFirst();
    }

    private RecordState visit(String child, String visit) {
        UUID id = load.references().stream()
                .filter(one -> one.externalId().equals(visit))
                .findFirst()
                .orElseThrow()
                .id();
        return kept.records(caseOf(child), "visit").stream()
                .filter(state -> state.record().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private BroughtIn eventOf(RecordState state) {
        return load.events().get(state.stream()).stream()
                .filter(event -> event.intent().record().equals(state.record()))
                .findFirst()
                .orElseThrow();
    }

    private RecordState relation(String child, String person) {
        return kept.records(caseOf(child), "relationship").stream()
                .filter(state -> state.value("relation", "person").stringValue().equals(person))
                .findFirst()
                .orElseThrow();
    }

    private String responsibility(String child, String person) {
        return relation(child, id(person).toString())
                .value("relation", "parental_responsibility")
                .stringValue();
    }

    private List<Plans.Period> plans(String child) {
        return Plans.of(kept.records(caseOf(child)));
    }

    private String highest(String child) {
        return Plans.highest(plans(child), ANCHOR)
                .map(period -> period.kind() + " " + period.start())
                .orElseThrow();
    }

    private UUID id(String external) {
        return load.references().stream()
                .filter(one -> one.externalId().equals(external))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private StreamId caseOf(String child) {
        return StreamId.ofCase(id(child));
    }

    private static ObjectNode meta(ObjectNode file) {
        return (ObjectNode) file.path("meta");
    }

    private static ObjectNode person(ObjectNode file, int index) {
        return (ObjectNode) file.at("/scenarios/0/people/" + index);
    }

    private static CouncilLoad read(Consumer<ObjectNode> change) {
        try {
            ObjectNode file = file();
            change.accept(file);
            return CouncilFile.read(file.toString().getBytes(StandardCharsets.UTF_8), CLOCK);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ObjectNode file() throws IOException {
        try (var in = CouncilFileTest.class.getResourceAsStream("/council/harrowmere.json")) {
            return Json.parseObject(new String(in.readAllBytes(), StandardCharsets.UTF_8), "file");
        }
    }

    static Stream<BroughtIn> events(CouncilLoad of) {
        return of.events().values().stream().flatMap(List::stream);
    }
}
