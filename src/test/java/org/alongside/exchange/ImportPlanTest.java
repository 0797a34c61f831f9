package org.alongside.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.exchange.cin.CinFile;
import org.alongside.exchange.cin.CinReader;
import org.alongside.exchange.people.PeopleFile;
import org.alongside.exchange.people.PeopleReader;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.record.Change;
import org.alongside.record.RecordState;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ImportPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 4, 21);
    private static final String NO_MAP = "{}";
    private static final String CENSUS = InventedFiles.text("marlbrook-2027.xml");

    private final InventedService service = new InventedService();

    @Test
    void aCensusBecomesRecordsOfDeclaredTypesGroupsAndFields() {
        ImportPlan plan = plan(census(CENSUS, NO_MAP));
        assertThat(plan.counts().taken())
                .containsEntry("children", 3)
                .containsEntry("episodes", 4)
                .containsEntry("assessments", 2)
                .containsEntry("section_47_enquiries", 1)
                .containsEntry("conferences", 3)
                .containsEntry("child_protection_plans", 1)
                .containsEntry("child_in_need_plans", 1)
                .containsEntry("closures", 1)
                .containsEntry("pre_proceedings", 1)
                .containsEntry("letters", 1)
                .containsEntry("legal_meetings", 1);
        assertDeclared(plan);
        assertThat(plan.authority()).contains("999");
        assertThat(codes(plan, false)).contains("family-meeting-no-day", "review-meetings-no-day", "authority-taken");
    }

    @Test
    void aWorkerWhoseRoleHoldsNoCasesIsRefusedAndNamedAndTheChildIsTaken() {
        var file = new org.alongside.exchange.people.PeopleReader(CodeMap.empty(), TODAY)
                .read(
                        "people.csv",
                        "child_id,given_name,born,allocated_to\nC1,Ivy,2019-03-02,desk\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var planner = new ImportPlanner(service);
        planner.add(file);
        ImportPlan plan = planner.plan();
        assertThat(codes(plan, true)).containsExactly("allocation-not-possible");
        assertThat(plan.findings().getFirst().record()).isEqualTo("C1");
        assertThat(plan.findings().getFirst().problem().message()).contains("desk");
        assertThat(plan.allocations()).isEmpty();
        assertThat(plan.counts().taken()).containsEntry("children", 1);
    }

    @Test
    void thePeopleFileJoinsCensusChildrenByTheCouncilsIdAlone() {
        service.store(plan(census(CENSUS, NO_MAP)));
        ImportPlan plan = plan(people());
        assertDeclared(plan);
        assertThat(plan.references())
                .extracting(ImportPlan.Reference::externalId)
                .containsExactly("P77");
        assertThat(plan.counts().changed()).containsEntry("children", 2);
        assertThat(plan.counts().unchanged()).containsEntry("child_protection_plans", 1);
        assertThat(plan.allocations()).extracting(ImportPlan.Allocated::account).containsExactly("joanna");
        assertThat(codes(plan, true)).contains("worker-unknown", "related-child-unknown");
        assertThat(codes(plan, false)).contains("nhs-number-unverified", "column-unknown");
        service.store(plan);
        UUID sian = service.childId("MB0001");
        UUID toby = service.childId("MB0002");
        assertThat(details(sian).value("family", "family").stringValue())
                .isEqualTo(details(toby).value("family", "family").stringValue());
        assertThat(details(sian).current("household").orElseThrow().value()).hasSize(2);
        assertThat(details(sian).value("name", "given_name").stringValue()).isEqualTo("Siân");
        assertThat(details(toby).value("identifiers", "nhs_number").stringValue())
                .isEqualTo("9434765918 unverified");
    }

    @Test
    void importingTheSameFilesTwiceChangesNothing() {
        service.store(plan(census(CENSUS, NO_MAP)));
        service.store(plan(people()));
        ImportPlan censusAgain = plan(census(CENSUS, NO_MAP));
        for (ImportPlan again : List.of(censusAgain, plan(people()))) {
            assertThat(again.changes()).isEmpty();
            assertThat(again.references()).isEmpty();
            assertThat(again.counts().taken().values()).containsOnly(0);
            assertThat(again.counts().changed().values()).containsOnly(0);
        }
        assertThat(censusAgain.counts().unchanged())
                .containsEntry("children", 3)
                .containsEntry("episodes", 4);
    }

    @Test
    void bothFilesInOneImportComeToTheSameAsOneAfterTheOther() {
        var together = new ImportPlanner(service);
        together.add(census(CENSUS, NO_MAP), "");
        together.add(people());
        var both = new InventedService();
        both.store(together.plan());
        service.store(plan(census(CENSUS, NO_MAP)));
        service.store(plan(people()));
        UUID sian = service.childId("MB0001");
        assertThat(both.childId("MB0001")).isEqualTo(sian);
        RecordState one = both.record(StreamId.ofCase(sian), sian).orElseThrow();
        for (var group : RecordTypes.shipped().get("child_details").groups()) {
            assertThat(value(one, group.id())).as(group.id()).isEqualTo(value(details(sian), group.id()));
        }
    }

    @Test
    void aMappedCodeIsTakenOnTheNextRunAndChangesOnlyThatReferral() {
        ImportPlan first = plan(census(CENSUS, NO_MAP));
        assertThat(first.toMap()).containsExactly(new ToMap("ReferralSource", "9Z", 1));
        service.store(first);
        ImportPlan second = plan(census(CENSUS, "{\"ReferralSource\":{\"9Z\":\"1A\"}}"));
        assertThat(second.toMap()).isEmpty();
        assertThat(second.counts().changed()).containsEntry("episodes", 1).containsEntry("children", 0);
        assertThat(second.changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.value().path("source").stringValue()).isEqualTo("1A"));
    }

    @Test
    void aMapThatLeadsToNoCodeIsNamed() {
        ImportPlan plan = plan(census(CENSUS, "{\"ReferralSource\":{\"9Z\":\"XX\"}}"));
        assertThat(codes(plan, true)).contains("map-target-unknown");
        assertThat(plan.toMap()).hasSize(1);
    }

    @Test
    void whatAWorkerChangedSinceIsNotTakenBackByTheSameFile() {
        service.store(plan(census(CENSUS, NO_MAP)));
        aWorkerChangesTheEthnicityOf("MB0002");
        assertThat(plan(census(CENSUS, NO_MAP)).changes()).isEmpty();
    }

    @Test
    void aNewValueBesideAWorkersIsAClashForAPerson() {
        service.store(plan(census(CENSUS, NO_MAP)));
        aWorkerChangesTheEthnicityOf("MB0002");
        String corrected = CENSUS.replace("MWBC", "MWAS");
        ImportPlan plan = plan(census(corrected, NO_MAP));
        assertThat(codes(plan, false)).contains("worker-changed-since");
        service.store(plan);
        assertThat(details(service.childId("MB0002")).isInConflict("characteristics"))
                .isTrue();
        assertThat(plan(census(corrected, NO_MAP)).changes()).isEmpty();
    }

    @Test
    void aRecordThatWasWithdrawnIsNotBroughtBack() {
        ImportPlan first = plan(census(CENSUS, NO_MAP));
        service.store(first);
        ImportChange assessment = first.changes().stream()
                .filter(change -> change.type().equals("child_and_family_assessment"))
                .findFirst()
                .orElseThrow();
        service.withdraw(assessment.stream(), assessment.record());
        ImportPlan again = plan(census(CENSUS.replace("2026-05-20", "2026-05-21"), NO_MAP));
        assertThat(again.changes()).isEmpty();
        assertThat(codes(again, false)).contains("withdrawn");
    }

    @Test
    void aCorrectedClosureChangesTheClosureAndAddsNone() {
        service.store(plan(census(CENSUS, NO_MAP)));
        String corrected = CENSUS.replace(
                "<CINclosureDate>2026-05-22</CINclosureDate>", "<CINclosureDate>2026-05-29</CINclosureDate>");
        ImportPlan plan = plan(census(corrected, NO_MAP));
        assertThat(plan.counts().changed()).containsEntry("closures", 1);
        assertThat(plan.counts().taken()).containsEntry("closures", 0);
    }

    @Test
    void blankChangesNothingAndADashClears() {
        service.store(
                plan(people("child_id,given_name,family_name,school,phone\nC1,Ada,Lark,Hill School,01632 960001\n")));
        service.store(plan(people("child_id,given_name,family_name,school,phone\nC1,,Lark,-,-\n")));
        RecordState child = details(service.childId("C1"));
        assertThat(child.value("name", "given_name").stringValue()).isEqualTo("Ada");
        assertThat(child.value("school", "name").isMissingNode()).isTrue();
        assertThat(child.current("phones").orElseThrow().value()).isEmpty();
    }

    @Test
    void aPhoneIsAddedToAWorkersListAndNothingIsTakenOffIt() {
        service.store(plan(people("child_id,phone\nC1,01632 960001\n")));
        UUID child = service.childId("C1");
        JsonNode list = Json.MAPPER.readTree("[{\"number\":\"01632 960001\"},{\"number\":\"01632 960009\"}]");
        service.byWorker(StreamId.ofCase(child), child, "child_details", "phones", list);
        service.store(plan(people("child_id,phone\nC1,01632 960002\n")));
        assertThat(details(child).isInConflict("phones")).isFalse();
        assertThat(details(child).current("phones").orElseThrow().value()).hasSize(3);
    }

    @Test
    void anotherAuthoritysFileIsRefusedUnlessNamed() {
        service.store(plan(census(CENSUS, NO_MAP)));
        CinFile other = census(CENSUS.replace("<LEA>999<", "<LEA>201<"), NO_MAP);
        assertThatThrownBy(() -> plan(other))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.problems().getFirst().message()).contains("--accept-authority 201"));
        var planner = new ImportPlanner(service);
        planner.add(other, "201");
        assertThat(planner.plan().counts().unchanged()).containsEntry("children", 3);
    }

    @Test
    void theReportHasTheContractsShape() {
        var report = ImportReport.of("cin-census", List.of("marlbrook-2027.xml"), plan(census(CENSUS, NO_MAP)));
        var json = report.json();
        assertThat(json.propertyNames())
                .contains("format", "files", "taken", "changed", "unchanged", "refused", "to_map", "complete");
        assertThat(json.path("taken").path("children").intValue()).isEqualTo(3);
        var row = json.path("refused").get(0);
        assertThat(row.propertyNames()).contains("file", "line", "record", "problem");
        assertThat(row.path("record").stringValue()).isEqualTo("MB0002");
        assertThat(row.path("line").intValue()).isEqualTo(lineOf("9Z"));
        assertThat(json.path("to_map").get(0).toString())
                .isEqualTo("{\"field\":\"ReferralSource\",\"code\":\"9Z\",\"count\":1}");
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.text()).contains("Children: 3 new", "MB0002", "9Z");
        var failed = ImportReport.failed("cin-census", List.of("half.xml"), List.of());
        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.json().path("complete").booleanValue()).isFalse();
    }

    /// Every change names a declared type, group and field.
    private static void assertDeclared(ImportPlan plan) {
        assertThat(plan.changes()).isNotEmpty();
        for (ImportChange change : plan.changes()) {
            var group = RecordTypes.shipped()
                    .get(change.type())
                    .fieldGroup(change.fieldGroup())
                    .orElseThrow();
            if (change.value().isObject()) {
                assertThat(group.fields())
                        .as(change.type())
                        .containsAll(change.value().propertyNames());
            }
        }
    }

    private void aWorkerChangesTheEthnicityOf(String externalId) {
        UUID child = service.childId(externalId);
        service.byWorker(
                StreamId.ofCase(child),
                child,
                "child_details",
                "characteristics",
                Json.object().put("sex", "M").put("ethnicity", "MOTH"));
    }

    private RecordState details(UUID child) {
        return service.record(StreamId.ofCase(child), child).orElseThrow();
    }

    private static Optional<JsonNode> value(RecordState state, String group) {
        return state.current(group).map(Change::value);
    }

    private ImportPlan plan(CinFile file) {
        var planner = new ImportPlanner(service);
        planner.add(file, "");
        return planner.plan();
    }

    private ImportPlan plan(PeopleFile file) {
        var planner = new ImportPlanner(service);
        planner.add(file);
        return planner.plan();
    }

    private static List<String> codes(ImportPlan plan, boolean refused) {
        return plan.findings().stream()
                .filter(finding -> finding.refused() == refused)
                .map(finding -> finding.problem().code())
                .toList();
    }

    private static int lineOf(String text) {
        return (int) CENSUS.substring(0, CENSUS.indexOf(text)).lines().count();
    }

    private static CinFile census(String xml, String map) {
        return new CinReader(CodeMap.parse(map), TODAY)
                .read("marlbrook-2027.xml", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static PeopleFile people() {
        return people(InventedFiles.text("marlbrook-people.csv"));
    }

    private static PeopleFile people(String csv) {
        return new PeopleReader(CodeMap.empty(), TODAY)
                .read("marlbrook-people.csv", csv.getBytes(StandardCharsets.UTF_8));
    }
}
