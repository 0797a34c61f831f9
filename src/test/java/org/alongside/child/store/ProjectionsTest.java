package org.alongside.child.store;

import static org.alongside.record.store.jooq.Tables.CHILD;
import static org.alongside.record.store.jooq.Tables.CHILD_VISIT;
import static org.alongside.record.store.jooq.Tables.PERSON;
import static org.alongside.record.store.jooq.Tables.PLAN_PERIOD;
import static org.alongside.record.store.jooq.Tables.RELATIONSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.child.Plans;
import org.alongside.exchange.council.LoadedRecord;
import org.alongside.kernel.Json;
import org.alongside.record.Change;
import org.alongside.record.Intent;
import org.alongside.record.Operation;
import org.alongside.record.RecordFold;
import org.alongside.record.StreamId;
import org.alongside.record.store.Projector;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// Rows are the fold of their record: real tables, through the projector that laptop and service use.
class ProjectionsTest {
    private static final UUID ADA = new UUID(1, 1);
    private static final UUID MUM = new UUID(1, 2);
    private static final UUID RECORD = new UUID(2, 1);
    private static final StreamId CASE = StreamId.ofCase(ADA);
    private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    private final Projector projector = LoadedRecord.projector();
    private final List<Change> history = new ArrayList<>();
    private DSLContext tables;

    @BeforeEach
    void emptyTables(TestInfo test) {
        tables = LoadedRecord.empty(test.getTestMethod().orElseThrow().getName());
    }

    @Test
    void aChildsRowFollowsTheNewestFacts() {
        keep(group(ADA, "child_details", "name", "{\"given_name\":\"Ada\",\"family_name\":\"Penhale\"}"));
        keep(group(ADA, "child_details", "birth", "{\"born_on\":\"2020-02-29\"}"));
        keep(group(ADA, "child_details", "identifiers", "{\"council_id\":\"ada\"}"));
        keep(group(
                ADA,
                "child_details",
                "address",
                "{\"lines\":\"1 High St\\nHarrowmere\",\"postcode\":\"HM1 1AA\",\"withheld\":true}"));
        rewrite(CASE, ADA);
        var row = tables.selectFrom(CHILD).fetchSingle();
        assertThat(row.getGivenName()).isEqualTo("Ada");
        assertThat(row.getBornOn()).isEqualTo(LocalDate.of(2020, 2, 29));
        assertThat(row.getExternalId()).isEqualTo("ada");
        assertThat(row.getAddressLine()).isEqualTo("1 High St, Harrowmere, HM1 1AA");
        assertThat(row.getAddressWithheld()).isTrue();
        keep(new Intent(
                CASE,
                ADA,
                "name",
                "child_details",
                List.of(history.getFirst().opId()),
                Json.parseObject("{\"given_name\":\"Ada\",\"family_name\":\"Wray\"}", "value"),
                null));
        rewrite(CASE, ADA);
        assertThat(tables.selectFrom(CHILD).fetchSingle().getFamilyName()).isEqualTo("Wray");
    }

    @Test
    void writingARowAgainChangesNothing() {
        keep(group(ADA, "child_details", "name", "{\"given_name\":\"Ada\"}"));
        rewrite(CASE, ADA);
        String once = tables.selectFrom(CHILD).fetch().formatCSV();
        rewrite(CASE, ADA);
        rewrite(CASE, ADA);
        assertThat(tables.selectFrom(CHILD).fetch().formatCSV()).isEqualTo(once);
    }

    @Test
    void aChildEnteredInErrorLeaves() {
        keep(group(ADA, "child_details", "name", "{\"given_name\":\"Ada\"}"));
        keep(Intent.withdrawal(CASE, ADA, Json.object(), "wrong child"));
        rewrite(CASE, ADA);
        assertThat(tables.fetchCount(CHILD)).isZero();
        history.clear();
        rewrite(CASE, ADA);
        assertThat(tables.fetchCount(CHILD)).isZero();
    }

    @Test
    void factsOfAnotherChildInTheWrongCaseMakeNoChild() {
        keep(group(RECORD, "child_details", "name", "{\"given_name\":\"Nobody\"}"));
        rewrite(CASE, RECORD);
        assertThat(tables.fetchCount(CHILD)).isZero();
    }

    @Test
    void aValueThatNoColumnTakesStopsNothing() {
        keep(group(ADA, "child_details", "birth", "{\"born_on\":\"31 February\"}"));
        keep(group(ADA, "child_details", "name", "{\"given_name\":\"" + "é".repeat(5000) + "\",\"family_name\":7}"));
        keep(group(ADA, "child_details", "family", "{\"family\":\"no uuid\"}"));
        rewrite(CASE, ADA);
        var row = tables.selectFrom(CHILD).fetchSingle();
        assertThat(row.getBornOn()).isNull();
        assertThat(row.getGivenName()).hasSize(1000);
        assertThat(row.getFamily()).isNull();
    }

    @Test
    void aPersonAndWhoTheyAreToTheChild() {
        StreamId person = StreamId.ofPerson(MUM);
        keep(Intent.group(
                person,
                MUM,
                "person",
                "identity",
                List.of(),
                Json.parseObject("{\"external_id\":\"mum\",\"name\":\"Mair Penhale\",\"kind\":\"adult\"}", "value")));
        rewrite(person, MUM);
        assertThat(tables.selectFrom(PERSON).fetchSingle().getDisplayName()).isEqualTo("Mair Penhale");
        history.clear();
        keep(group(
                RECORD,
                "relationship",
                "relation",
                "{\"person\":\"" + MUM + "\",\"relation\":\"mother\",\"parental_responsibility\":\"yes\"}"));
        keep(group(RECORD, "relationship", "household", "{\"in_household\":\"sometimes\"}"));
        rewrite(CASE, RECORD);
        var row = tables.selectFrom(RELATIONSHIP).fetchSingle();
        assertThat(row.getPerson()).isEqualTo(MUM);
        assertThat(row.getChild()).isEqualTo(ADA);
        assertThat(row.getInHousehold()).isEqualTo("sometimes");
        assertThat(row.getWithdrawn()).isFalse();
        keep(Intent.withdrawal(CASE, RECORD, Json.object(), "not her mother"));
        rewrite(CASE, RECORD);
        assertThat(tables.selectFrom(RELATIONSHIP).fetchSingle().getWithdrawn()).isTrue();
    }

    @Test
    void aPlanBeginsEndsAndCanBePutRight() {
        keep(group(RECORD, "child_protection_plan", "begun", "{\"started_on\":\"2026-01-05\"}"));
        rewrite(CASE, RECORD);
        assertThat(plan()).isEqualTo("CP 2026-01-05 null false");
        keep(group(RECORD, "child_protection_plan", "ended", "{\"ended_on\":\"2026-02-20\"}"));
        rewrite(CASE, RECORD);
        assertThat(plan()).isEqualTo("CP 2026-01-05 2026-02-20 false");
        keep(Intent.amendment(
                CASE, RECORD, Json.parseObject("{\"answers\":{\"started_on\":\"2026-01-06\"}}", "v"), "slip"));
        rewrite(CASE, RECORD);
        assertThat(plan()).isEqualTo("CP 2026-01-06 2026-02-20 false");
        keep(Intent.withdrawal(CASE, RECORD, Json.object(), "wrong child"));
        rewrite(CASE, RECORD);
        assertThat(plan()).isEqualTo("CP 2026-01-06 2026-02-20 true");
    }

    @Test
    void earlyHelpIsNoPlanAndTheHighestPlanCounts() {
        keep(group(RECORD, "child_in_need_plan", "record", "{\"kind\":\"early_help\",\"started_on\":\"2026-01-01\"}"));
        rewrite(CASE, RECORD);
        assertThat(tables.fetchCount(PLAN_PERIOD)).isZero();
        LocalDate day = LocalDate.of(2026, 3, 2);
        var cin = new Plans.Period(RECORD, Plans.Kind.CIN, day.minusDays(90), null, false);
        var care = new Plans.Period(MUM, Plans.Kind.CLA, day.minusDays(9), null, false);
        var enquiry = new Plans.Period(ADA, Plans.Kind.S47, day.minusDays(30), day, false);
        var error = new Plans.Period(ADA, Plans.Kind.CP, day.minusDays(30), null, true);
        assertThat(Plans.highest(List.of(cin, care, enquiry, error), day)).contains(care);
        assertThat(Plans.highest(List.of(cin, care, enquiry, error), day.minusDays(1)))
                .contains(enquiry);
        assertThat(Plans.highest(List.of(cin, care, enquiry, error), day.minusDays(60)))
                .contains(cin);
        assertThat(Plans.highest(List.of(error), day)).isEmpty();
    }

    @Test
    void aVisitCountsByWhatItSaysAndAnAmendmentChangesWhatItChanges() {
        keep(Intent.whole(CASE, RECORD, "visit", Json.parseObject("""
            {"visit":{"kind":"statutory_visit","mode":"in_person","access":"admitted","started_at":"2026-02-14T23:30:00Z",
                      "place":{"value":"home","text":"caravan"}},
             "child":{"child":"%s","seen":"awake","alone":"alone_with_support","support_independent":true,
                      "child_words":"Hello.","next_visit":{"date":"2026-03-01"}}}\
            """.formatted(ADA), "value")));
        rewrite(CASE, RECORD);
        var row = tables.selectFrom(CHILD_VISIT).fetchSingle();
        assertThat(row.getPlace()).isEqualTo("home");
        assertThat(row.getVisitDay()).isEqualTo(LocalDate.of(2026, 2, 14));
        assertThat(row.getCountsAsVisit()).isTrue();
        assertThat(row.getAloneCounted()).isTrue();
        assertThat(row.getNextVisitOn()).isEqualTo(LocalDate.of(2026, 3, 1));
        keep(Intent.amendment(
                CASE, RECORD, Json.parseObject("{\"child\":{\"support_independent\":false}}", "v"), "a cousin"));
        keep(Intent.amendment(CASE, RECORD, Json.parseObject("{\"text\":\"She waved.\"}", "v"), "left out"));
        rewrite(CASE, RECORD);
        row = tables.selectFrom(CHILD_VISIT).fetchSingle();
        assertThat(row.getAloneCounted()).isFalse();
        assertThat(row.getCountsAsVisit()).isTrue();
        assertThat(row.getChildWords()).isEqualTo("Hello.");
        keep(Intent.withdrawal(CASE, RECORD, Json.object(), "wrong child"));
        rewrite(CASE, RECORD);
        assertThat(tables.selectFrom(CHILD_VISIT).fetchSingle().getWithdrawn()).isTrue();
    }

    private String plan() {
        var row = tables.selectFrom(PLAN_PERIOD).fetchSingle();
        return row.getKind() + " " + row.getStartedOn() + " " + row.getEndedOn() + " " + row.getWithdrawn();
    }

    private static Intent group(UUID record, String type, String group, String value) {
        return Intent.group(CASE, record, type, group, List.of(), Json.parseObject(value, "value"));
    }

    private void keep(Intent intent) {
        long number = history.size() + 1;
        var operation = new Operation(
                new UUID(9, number),
                intent.stream(),
                intent.record(),
                intent.fieldGroup(),
                intent.type(),
                1,
                null,
                intent.supersedes(),
                AT,
                number,
                intent.body());
        history.add(new Change(operation, number, "tomas", "laptop", AT, false));
    }

    private void rewrite(StreamId stream, UUID record) {
        tables.transaction(
                transaction -> projector.rewrite(DSL.using(transaction), stream, record, List.copyOf(history)));
        if (!history.isEmpty()) {
            assertThat(RecordFold.fold(history).record()).isEqualTo(record);
        }
    }
}
