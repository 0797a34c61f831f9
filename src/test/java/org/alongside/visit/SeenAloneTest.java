package org.alongside.visit;

import static org.alongside.visit.VisitBuilder.DAY;
import static org.alongside.visit.VisitBuilder.NINE;
import static org.alongside.visit.VisitBuilder.child;
import static org.alongside.visit.VisitBuilder.finished;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.alongside.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Practice 1.3: who is in scope, what counts as a visit, what counts as alone.
class SeenAloneTest {
    @Test
    void aChildIsInScopeFromTheFourthBirthdayOn() {
        assertThat(row(born(DAY.minusYears(4))).inScope()).isTrue();
        assertThat(row(born(DAY.minusYears(4).plusDays(1))).inScope()).isFalse();
    }

    @Test
    void aChildOfALeapDayHasTheirBirthdayOnTheFirstOfMarch() {
        ChildFacts leap = born(LocalDate.of(2024, 2, 29));
        assertThat(on("2028-02-28", leap).inputs().word("band")).isEqualTo("3-5");
        assertThat(on("2028-02-28", leap).inScope()).isFalse();
        assertThat(on("2028-02-29", leap).inScope()).isTrue();
        assertThat(on("2027-02-28", leap).inputs().word("band")).isEqualTo("0-2");
        assertThat(on("2027-03-01", leap).inputs().word("band")).isEqualTo("3-5");
    }

    @ParameterizedTest
    @CsvSource({"0,0-2", "2,0-2", "3,3-5", "5,3-5", "6,6-10", "10,6-10", "11,11-15", "15,11-15", "16,16-17", "17,16-17"
    })
    void aChildIsInABandByYearsOnTheDay(int years, String band) {
        assertThat(row(born(DAY.minusYears(years))).inputs().word("band")).isEqualTo(band);
    }

    @Test
    void theDayIsTheLondonDayOfTheStart() {
        ChildFacts tomorrowFour = born(LocalDate.of(2022, 7, 2));
        assertThat(on("2026-07-01T22:59:00Z", tomorrowFour).inScope()).isFalse();
        assertThat(on("2026-07-01T23:01:00Z", tomorrowFour).inScope()).isTrue();
    }

    @Test
    void aChildWhoseBirthIsNotKnownIsNotInScope() {
        assertThat(row(born(null)).inScope()).isFalse();
        assertThat(row(born(null)).inputs().word("band")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "visit.kind,family_time",
        "visit.kind,return_interview",
        "visit.mode,video",
        "visit.mode,phone",
        "visit.access,refused",
        "visit.access,no_answer",
        "children[0].seen,not_seen"
    })
    void onlyAQualifyingVisitInPersonLetInWithTheChildSeenCounts(String path, String answer) {
        VisitCheck.Row row = finished(NINE).set(path, answer).check().rows().getFirst();
        assertThat(row.countsAsVisit()).isFalse();
        assertThat(row.aloneCounted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"statutory_visit", "assessment_visit", "s47_visit"})
    void aVisitOfAQualifyingKindCounts(String kind) {
        VisitCheck.Row row =
                finished(NINE).set("visit.kind", kind).check().rows().getFirst();
        assertThat(row.countsAsVisit()).isTrue();
        assertThat(row.aloneCounted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "alone_private,false,true",
        "alone_with_support,true,true",
        "alone_with_support,false,false",
        "alone_partial,true,false",
        "not_alone,true,false",
        "not_applicable,true,false"
    })
    void aloneCountsInPrivateOrWithIndependentSupport(String alone, boolean independent, boolean counted) {
        assertThat(finished(NINE)
                        .set("children[0].alone", alone)
                        .set("children[0].support_independent", independent)
                        .check()
                        .rows()
                        .getFirst()
                        .aloneCounted())
                .isEqualTo(counted);
    }

    @Test
    void asleepCountsAsAVisitAndNeverAsAlone() {
        VisitCheck.Row row =
                finished(NINE).set("children[0].seen", "asleep").check().rows().getFirst();
        assertThat(row.countsAsVisit()).isTrue();
        assertThat(row.aloneCounted()).isFalse();
    }

    @Test
    void aCouncilMaySetAnotherAgeAndOtherKinds() {
        VisitSettings settings = VisitSettings.shipped()
                .with(Json.MAPPER.readTree(
                        "{\"seen_alone_min_age_years\":10,\"qualifying_kinds\":[\"return_interview\"],\"other\":1}"));
        VisitRules rules = new VisitRules(VisitFields.shipped(), settings);
        VisitCheck.Row row = finished(NINE).check(rules).rows().getFirst();
        assertThat(row.inScope()).isFalse();
        assertThat(row.countsAsVisit()).isFalse();
        assertThat(VisitSettings.shipped().with(Json.object())).isEqualTo(VisitSettings.shipped());
    }

    private static ChildFacts born(@org.jspecify.annotations.Nullable LocalDate born) {
        return child(9, "Ada", born, "CP");
    }

    private static VisitCheck.Row row(ChildFacts child) {
        return finished(child).check().rows().getFirst();
    }

    private static VisitCheck.Row on(String started, ChildFacts child) {
        String moment = started.contains("T") ? started : started + "T10:30";
        return finished(child).set("visit.started_at", moment).check().rows().getFirst();
    }
}
