package org.alongside.exchange.council;

import static org.alongside.record.store.jooq.Tables.CHILD_VISIT;
import static org.alongside.record.store.jooq.Tables.PLAN_PERIOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.max;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.child.Age;
import org.alongside.child.ChildSummary;
import org.alongside.child.PersonInLife;
import org.alongside.child.store.StoredChildren;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.Event;
import org.alongside.record.Intent;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.alongside.record.store.Reader;
import org.alongside.rules.AnswerCheck;
import org.alongside.rules.Content;
import org.alongside.rules.Definition;
import org.alongside.rules.PracticeInputs;
import org.alongside.rules.References;
import org.alongside.visit.VisitFields;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Marlbrook, the built-in demonstration, on the anchor day of its file and on other days.
class DemonstrationTest {
    private static final LocalDate ANCHOR = LocalDate.of(2026, 11, 18);
    private static final Clock CLOCK = Clocks.fixed(ANCHOR);
    private static final CouncilLoad LOAD = CouncilFile.demonstration(CLOCK);
    private static final LoadedRecord KEPT = new LoadedRecord(LOAD);
    private static final CouncilLoad FILE = CouncilFile.read(bytes(), CLOCK);

    /// Groups whose value is the list or object of VALUE.json.
    private static final Set<String> LISTS = Set.of("phones", "household");

    private static byte[] bytes() {
        try (var in = CouncilFile.class.getResourceAsStream("/demo/marlbrook.json")) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void ageAndPlanAreWhatTheFileExpectsOnItsAnchorDay() {
        DSLContext tables = new LoadedRecord(FILE).tables("expected");
        var children = new StoredChildren(reader(tables), CLOCK);
        int checked = 0;
        for (JsonNode scenario : file().path("scenarios")) {
            for (Map.Entry<String, JsonNode> expected :
                    scenario.path("expected").path("children").properties()) {
                ChildSummary child = children.findByAnyId(expected.getKey()).orElseThrow();
                JsonNode values = expected.getValue();
                assertThat(Age.years(child.bornOn(), ANCHOR))
                        .as(expected.getKey())
                        .isEqualTo(values.path("age_years").intValue());
                assertThat(child.plan().orElseThrow().kind())
                        .isEqualTo(values.path("plan").stringValue());
                assertThat(last(tables, child.id(), false)).isEqualTo(day(values.path("last_seen_d")));
                assertThat(last(tables, child.id(), true)).isEqualTo(day(values.path("last_alone_d")));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(5);
    }

    private static LocalDate last(DSLContext tables, UUID child, boolean alone) {
        return tables.select(max(CHILD_VISIT.VISIT_DAY))
                .from(CHILD_VISIT)
                .where(CHILD_VISIT.CHILD.eq(child))
                .and((alone ? CHILD_VISIT.ALONE_COUNTED : CHILD_VISIT.COUNTS_AS_VISIT).isTrue())
                .fetchOne(max(CHILD_VISIT.VISIT_DAY));
    }

    private static LocalDate day(JsonNode number) {
        return number.isIntegralNumber() ? ANCHOR.plusDays(number.intValue()) : null;
    }

    @Test
    void sixFamiliesAreWholeOnScreen() {
        DSLContext tables = KEPT.tables("whole");
        var children = new StoredChildren(reader(tables), CLOCK);
        assertThat(children.all()).hasSize(11);
        ChildSummary ellis = children.findByAnyId("p_ellis").orElseThrow();
        assertThat(ellis.name()).isEqualTo("Ellis Brennock");
        assertThat(ellis.addressLine()).startsWith("22 Tanner's Row");
        assertThat(ellis.restrictedLine()).isEqualTo("A restricted record exists. Ask Deborah Achterberg.");
        assertThat(ellis.plan().orElseThrow().since()).isEqualTo(LocalDate.of(2025, 12, 15));
        assertThat(children.family(ellis.id()))
                .extracting(ChildSummary::name)
                .containsExactly("Ellis Brennock", "Romy Brennock", "Fern Teague-Brennock");
        assertThat(children.people(ellis.id()))
                .extracting(PersonInLife::name)
                .contains("Carly Brennock", "Ryan Teague", "Dean Sallow", "Maureen Brennock", "Unknown adult");
        assertThat(children.findByAnyId("p_adam").orElseThrow().plan()).isEmpty();
        assertThat(children.findByAnyId("p_jake").orElseThrow().family()).isNull();
        assertThat(LOAD.council().dutyPhone()).isEqualTo("01632 960 214");
        for (ChildSummary child : children.all()) {
            if (child.plan().isPresent()) {
                Set<String> groups = KEPT.records(child.stream(), "child_details")
                        .getFirst()
                        .heads()
                        .keySet();
                assertThat(groups)
                        .as(child.name())
                        .contains("pen_picture", "address", "phones", "gp", "communication")
                        .matches(known ->
                                known.contains("household") || child.name().startsWith("Amari"));
            }
        }
    }

    @Test
    void noFactBeginsAsAClash() {
        for (StreamId stream : LOAD.events().keySet()) {
            KEPT.records(stream)
                    .forEach(state -> state.heads()
                            .forEach((unit, heads) -> assertThat(heads)
                                    .as(stream + " " + state.type() + " " + unit)
                                    .hasSize(1)));
        }
    }

    @Test
    void everyPhoneNumberIsKeptForDrama() throws java.io.IOException {
        try (var in = CouncilFile.class.getResourceAsStream("/demo/marlbrook-facts.json")) {
            String facts = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            var numbers = java.util.regex.Pattern.compile("\\b0[0-9][0-9 ]{7,}[0-9]\\b")
                    .matcher(facts);
            int found = 0;
            while (numbers.find()) {
                assertThat(numbers.group()).matches("01632 960 \\d{3}");
                found++;
            }
            assertThat(found).isGreaterThan(20);
        }
    }

    @Test
    void everyValuePassesTheDeclarationOfItsRecordType() {
        Set<String> people = LOAD.references().stream()
                .map(one -> one.id().toString())
                .collect(Collectors.toCollection(HashSet::new));
        LOAD.people().forEach(link -> people.add(link.person().toString()));
        Set<String> staff = LOAD.staff().stream().map(one -> one.name()).collect(Collectors.toSet());
        var check = new AnswerCheck(new References() {
            @Override
            public boolean knowsPerson(String id) {
                return people.contains(id);
            }

            @Override
            public boolean knowsStaff(String account) {
                return staff.contains(account) || account.startsWith("agency_");
            }

            @Override
            public boolean knowsRecord(String type, String id) {
                return CouncilFileTest.events(LOAD)
                        .map(BroughtIn::intent)
                        .anyMatch(made -> made.type().equals(type)
                                && made.record().toString().equals(id));
            }
        });
        var wrong = new ArrayList<String>();
        CouncilFileTest.events(LOAD)
                .forEach(event -> problems(check, event.intent())
                        .forEach(problem -> wrong.add(event.intent().type() + " " + problem)));
        assertThat(wrong).isEmpty();
    }

    private static List<Problem> problems(AnswerCheck check, Intent intent) {
        var inputs = org.alongside.rules.Inputs.none(PracticeInputs.vocabulary());
        if (intent.type().equals("visit")) {
            ObjectNode trip = ((ObjectNode) intent.value().path("visit")).deepCopy();
            assertThat(trip.remove("visit_id").stringValue())
                    .isEqualTo(intent.record().toString());
            assertThat(trip.remove("recorded_at").isString()).isTrue();
            trip.remove("signed_at");
            var found = new ArrayList<>(
                    check.check(VisitFields.shipped().trip(), trip, inputs).wrong());
            found.addAll(check.check(VisitFields.shipped().row(), intent.value().path("child"), inputs)
                    .wrong());
            return found;
        }
        if (intent.type().equals("life_story_entry")) {
            return check.check(org.alongside.lifestory.EntryForm.shipped().fields(), intent.value(), inputs)
                    .wrong();
        }
        RecordType type = RecordTypes.shipped().get(intent.type());
        if (intent.fieldGroup() == null) {
            assertThat(type.isWhole()).as(type.id()).isTrue();
        } else {
            List<String> fields =
                    type.fieldGroup(intent.fieldGroup()).orElseThrow().fields();
            if (type.id().equals("child_details") && LISTS.contains(intent.fieldGroup())) {
                return list(intent, check);
            }
            assertThat(fields)
                    .as(type.id() + " " + intent.fieldGroup())
                    .containsAll(intent.value().propertyNames());
        }
        return check.check(
                        Definition.of(type),
                        intent.value(),
                        org.alongside.rules.Inputs.none(Definition.of(type).vocabulary()))
                .wrong();
    }

    private static List<Problem> list(Intent intent, AnswerCheck check) {
        Set<String> members = intent.fieldGroup().equals("phones")
                ? Set.of("number", "whose", "safe_to_call")
                : Set.of("person", "stays");
        for (JsonNode row : intent.value()) {
            assertThat(members).containsAll(row.propertyNames());
        }
        return List.of();
    }

    @Test
    void onAnyDayNoVisitMeetingOrSignatureFallsOnAWeekendOrBankHoliday() {
        Set<String> holidays = Content.tree("bank-holidays-england.json")
                .path("holidays")
                .valueStream()
                .map(day -> day.path("date").stringValue())
                .collect(Collectors.toSet());
        for (LocalDate today : List.of(ANCHOR, LocalDate.of(2026, 12, 29), LocalDate.of(2027, 4, 4))) {
            CouncilLoad load = CouncilFile.demonstration(Clocks.fixed(today));
            assertThat(load.anchor()).isEqualTo(today);
            CouncilFileTest.events(load)
                    .filter(event -> Set.of("visit", "core_group", "conference", "case_note")
                            .contains(event.intent().type()))
                    .flatMap(event -> days(event.intent()).stream())
                    .forEach(day -> {
                        assertThat(day.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
                        assertThat(holidays).doesNotContain(day.toString());
                    });
            CouncilFileTest.events(load)
                    .filter(event -> event.intent().type().equals("visit"))
                    .forEach(event -> {
                        List<LocalDate> days = days(event.intent());
                        assertThat(days.get(1)).isAfterOrEqualTo(days.get(0));
                    });
        }
    }

    private static List<LocalDate> days(Intent intent) {
        JsonNode value = intent.value();
        if (intent.type().equals("visit")) {
            return List.of(
                    Clocks.day(
                            Clocks.moment(value.path("visit").path("started_at").stringValue())),
                    Clocks.day(
                            Clocks.moment(value.path("visit").path("signed_at").stringValue())));
        }
        return intent.type().equals("case_note")
                ? List.of(Clocks.day(Clocks.moment(value.path("at").stringValue())))
                : List.of(LocalDate.parse(value.path("held_on").stringValue()));
    }

    @Test
    void rosieSeesNothingOfCallumsFamilyAndNobodyTheOlderChild() {
        CouncilLoad.Declared declared = LOAD.declared().getFirst();
        assertThat(declared.account()).isEqualTo("a_rosie");
        assertThat(declared.hidden()).contains(caseOf("p_callum"), caseOf("p_jake"), StreamId.ofPerson(id("p_gary")));
        assertThat(LOAD.declared()).hasSize(1);
        String everything = CouncilFileTest.events(LOAD)
                .map(event -> Json.line(event.intent().body()))
                .collect(Collectors.joining("\n"));
        assertThat(everything).doesNotContainIgnoringCase("older child").doesNotContainIgnoringCase("adoption");
    }

    @Test
    void everythingButPrivateSupervisionIsCarried() {
        assertThat(FILE.notYetCarried())
                .extracting(CouncilLoad.NotYetCarried::part)
                .allSatisfy(part -> assertThat(part).startsWith("supervision"));
        assertThat(CouncilFileTest.events(FILE).map(event -> event.intent().type()))
                .contains(
                        "section_20_agreement",
                        "section_20_review",
                        "education_plan",
                        "challenge",
                        "return_home_interview",
                        "household_check",
                        "family_offer",
                        "life_story_entry",
                        "worker_post",
                        "home",
                        "placement_matching",
                        "delegated_authority",
                        "looked_after_review",
                        "plan_review",
                        "core_group",
                        "conference",
                        "trafficking_referral",
                        "education_event",
                        "allocation");
    }

    @Test
    void fortyRowsOfVisitsAreCarriedAndTheClosedDoorForEachChild() {
        long rows = CouncilFileTest.events(FILE)
                .filter(event -> event.intent().type().equals("visit"))
                .count();
        assertThat(rows).isEqualTo(40 + 3);
        assertThat(CouncilFileTest.events(FILE)
                        .filter(event -> event.intent().type().equals("visit"))
                        .map(event -> event.intent().record())
                        .distinct())
                .hasSize(29);
    }

    @Test
    void aPlanIsReadFromTheRecordsThatBeganIt() {
        DSLContext tables = new LoadedRecord(FILE).tables("plans");
        assertThat(tables.selectFrom(PLAN_PERIOD)
                        .where(PLAN_PERIOD.CHILD.eq(id("p_ellis")))
                        .orderBy(PLAN_PERIOD.STARTED_ON)
                        .fetch(row -> row.getKind() + " " + row.getStartedOn() + " " + row.getEndedOn()))
                .containsExactly(
                        "CIN " + ANCHOR.minusDays(1460) + " " + ANCHOR.minusDays(1250),
                        "CIN " + ANCHOR.minusDays(600) + " " + ANCHOR.minusDays(430),
                        "S47 " + ANCHOR.minusDays(352) + " " + ANCHOR.minusDays(338),
                        "CP " + ANCHOR.minusDays(338) + " null");
        assertThat(tables.fetchCount(PLAN_PERIOD, PLAN_PERIOD.CHILD.eq(id("p_fern"))))
                .isEqualTo(1);
        assertThat(tables.fetchCount(PLAN_PERIOD, PLAN_PERIOD.CHILD.eq(id("p_zofia"))))
                .isEqualTo(1);
    }

    @Test
    void everyEventFitsTheWire() {
        assertThat(LOAD.size()).isGreaterThan(300);
        KEPT.records(caseOf("p_ellis"))
                .forEach(state -> assertThat(state.first().device()).isEqualTo(Event.BROUGHT_IN));
    }

    private static JsonNode file() {
        return Json.MAPPER.readTree(bytes());
    }

    private static Reader reader(DSLContext tables) {
        return new Reader() {
            @Override
            public <T> T read(java.util.function.Function<DSLContext, T> question) {
                return question.apply(tables);
            }
        };
    }

    private static UUID id(String external) {
        return LOAD.references().stream()
                .filter(one -> one.externalId().equals(external))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static StreamId caseOf(String child) {
        return StreamId.ofCase(id(child));
    }
}
