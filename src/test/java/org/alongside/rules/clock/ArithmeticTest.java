package org.alongside.rules.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.rules.content.ContentFile.RuleBook;
import org.alongside.rules.content.Fact;
import org.alongside.rules.content.Rule;
import org.alongside.rules.content.RuleBooks;
import org.alongside.rules.content.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/// The dates that rules give, against dates worked out by hand on a calendar (timescales.md 3).
class ArithmeticTest {
    private static final RuleBook BOOK = RuleBooks.shipped();
    private static final Arithmetic PROPOSED = new Arithmetic(WorkingDays.shipped(), LocalNumbers.proposed());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                // working days over a weekend, a bank holiday, and Christmas
                "cp-visit-interval | {'trigger_date':'2026-10-28'} | 2026-11-11",
                "cp-visit-interval | {'trigger_date':'2026-12-18'} | 2027-01-06",
                "cp-visit-interval | {'trigger_date':'2026-10-28','last_met_date':'2026-11-04'} | 2026-11-18",
                "core-group-first-10wd | {'trigger_date':'2026-04-01'} | 2026-04-17",
                "icpc-15wd | {'trigger_date':'2026-05-01'} | 2026-05-26",
                // a trigger on a Saturday is day 0 on its own date
                "core-group-first-10wd | {'trigger_date':'2026-11-14'} | 2026-11-27",
                "assessment-45wd | {'trigger_date':'2026-11-18'} | 2027-01-25",
                // what the plan agreed outranks a longer local number, and not a shorter one
                "cp-visit-interval | {'trigger_date':'2026-11-02','agreed_days':7} | 2026-11-09",
                "cp-visit-interval | {'trigger_date':'2026-11-02','agreed_days':60} | 2026-11-16",
                // weeks keep the weekday and do not roll, months the date or the last of the month
                "cla-visit-first-year-6w | {'trigger_date':'2026-10-26','home_started_on':'2026-09-18'} | 2026-12-07",
                "cla-visit-first-week | {'trigger_date':'2026-11-14'} | 2026-11-21",
                "rcpc-first-3m | {'trigger_date':'2026-11-30'} | 2027-02-28",
                "rcpc-subsequent-6m | {'trigger_date':'2026-08-31'} | 2027-02-28",
                "cla-review-second-3m | {'trigger_date':'2024-11-29'} | 2025-02-28",
                // "beginning with" counts the day itself
                "care-proceedings-26w | {'trigger_date':'2026-06-01'} | 2026-11-29",
                // cases
                "cla-visit-reg24-ico | {'trigger_date':'2026-11-02','placed_under':'regulation_24'} | 2026-11-09",
                "cla-visit-reg24-ico |"
                    + " {'trigger_date':'2026-11-02','placed_under':'regulation_24','first_review_on':'2026-11-20'} |"
                    + " 2026-11-30",
                "assessment-manager-checkpoint | {'trigger_date':'2026-11-02','times_met':0} | 2026-11-16",
                "assessment-manager-checkpoint | {'trigger_date':'2026-11-02','times_met':1} | 2026-12-07",
            })
    void aDateIsWhatTheCalendarSays(String rule, String facts, LocalDate due) {
        assertThat(due(rule, facts).day()).isEqualTo(due);
    }

    @Test
    void theAnniversaryItselfBelongsToTheFirstYear() {
        String base = "{'trigger_date':'2026-11-18','home_started_on':'%s'}";
        assertThat(due("cla-visit-first-year-6w", base.formatted("2025-11-18")).day())
                .isEqualTo(LocalDate.of(2026, 12, 30));
        assertThat(due("cla-visit-first-year-6w", base.formatted("2025-11-17")).open())
                .isEqualTo(State.NOT_APPLICABLE);
    }

    @Test
    void hoursAreElapsedOverTheEndOfSummerTime() {
        Due due = due("police-protection-72h", "{'trigger_at':'2026-10-24T10:00'}");
        assertThat(due.moment()).isEqualTo(Instant.parse("2026-10-27T09:00:00Z"));
        assertThat(due.explanation()).contains("72 hours", "10:00 on 24 October 2026", "09:00");
    }

    @Test
    void hoursAreElapsedOverTheBeginningOfSummerTime() {
        Due due = due("police-protection-72h", "{'trigger_at':'2026-03-28T10:00'}");
        assertThat(due.moment()).isEqualTo(Instant.parse("2026-03-31T10:00:00Z"));
        assertThat(due.explanation()).contains("11:00");
    }

    @Test
    void hoursFromADayWithoutATimeRunFromItsEnd() {
        assertThat(due("police-protection-72h", "{'trigger_at':'2026-11-18'}").moment())
                .isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
    }

    @Test
    void aStatedMomentOutranksTheCount() {
        assertThat(due("s47-child-seen", "{'trigger_at':'2026-11-18T10:00','see_child_by':'2026-11-18T16:00'}")
                        .moment())
                .isEqualTo(Instant.parse("2026-11-18T16:00:00Z"));
    }

    @Test
    void theExplanationNamesTriggerCountDaysLeftOutRuleAndSource() {
        Due due = due("cp-visit-interval", "{'trigger_date':'2026-12-18'}");
        assertThat(due.explanation())
                .contains("10 working days after 18 December 2026")
                .contains("Christmas Day (25 December 2026)")
                .contains("Boxing Day (28 December 2026)")
                .contains("New Year's Day (1 January 2027)")
                .contains("Wednesday 6 January 2027")
                .contains("Child protection visit, version 1")
                .contains("The council has not set this number")
                .contains("No national frequency");
        assertThat(due.skipped()).hasSize(9).contains(LocalDate.of(2026, 12, 28));
    }

    @Test
    void aWeekendDateIsKeptAndPlannedForTheWorkingDayBefore() {
        Due due = due("cla-visit-first-week", "{'trigger_date':'2026-11-14'}");
        assertThat(due.planBy()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(due.state(LocalDate.of(2026, 11, 21))).isEqualTo(State.DUE);
        assertThat(due.state(LocalDate.of(2026, 11, 22))).isEqualTo(State.OVERDUE);
    }

    @Test
    void theStricterReadingCountsTheDayItselfWhereThatDiffers() {
        Due.Stricter weekday =
                due("core-group-first-10wd", "{'trigger_date':'2026-11-18'}").stricter();
        assertThat(weekday).isNotNull().extracting(Due.Stricter::due).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(due("core-group-first-10wd", "{'trigger_date':'2026-11-14'}").stricter())
                .isNull();
    }

    @Test
    void aLocalNumberThatNobodyAdoptedIsNotSet() {
        Due due = new Arithmetic(WorkingDays.shipped(), new LocalNumbers(Map.of(), false))
                .due(rule("cp-visit-interval"), facts("cp-visit-interval", "{'trigger_date':'2026-11-18'}"));
        assertThat(due.open()).isEqualTo(State.NOT_SET);
        assertThat(due.explanation()).contains("10 working days are proposed");
    }

    @Test
    void aCouncilsNumberStandsForTheProposalAndOnlyTightensALaw() {
        var numbers = new LocalNumbers(
                Map.of(
                        "cp-visit-interval", new LocalNumbers.Number(14, Unit.CALENDAR_DAYS),
                        "rcpc-first-3m", new LocalNumbers.Number(20, Unit.WEEKS),
                        "rcpc-subsequent-6m", new LocalNumbers.Number(5, Unit.MONTHS)),
                false);
        var arithmetic = new Arithmetic(WorkingDays.shipped(), numbers);
        String facts = "{'trigger_date':'2026-11-18'}";
        assertThat(arithmetic
                        .due(rule("cp-visit-interval"), facts("cp-visit-interval", facts))
                        .day())
                .isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(arithmetic
                        .due(rule("rcpc-first-3m"), facts("rcpc-first-3m", facts))
                        .day())
                .isEqualTo(LocalDate.of(2027, 2, 18));
        assertThat(arithmetic
                        .due(rule("rcpc-subsequent-6m"), facts("rcpc-subsequent-6m", facts))
                        .day())
                .isEqualTo(LocalDate.of(2027, 4, 18));
    }

    @Test
    void pastTheLastKnownBankHolidayTheDateSaysSo() {
        assertThat(due("assessment-45wd", "{'trigger_date':'2028-12-01'}").explanation())
                .contains("Bank holidays are known up to 31 December 2028");
    }

    @Test
    void missingUnknownAndWrongFactsAreNamed() {
        assertThatThrownBy(() -> facts("cp-visit-interval", "{'agreed_days':'ten','colour':1}"))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems())
                                .extracting(Problem::code, Problem::field)
                                .containsExactlyInAnyOrder(
                                        org.assertj.core.api.Assertions.tuple("fact-wrong", "agreed_days"),
                                        org.assertj.core.api.Assertions.tuple("fact-unknown", "colour"),
                                        org.assertj.core.api.Assertions.tuple("fact-missing", "trigger_date")));
    }

    /// Every rule answers any facts of the right types, without a fault.
    @Test
    void everyRuleIsTotal() {
        var random = new Random(20_261_118);
        for (Rule rule : BOOK.rules().values()) {
            for (int round = 0; round < 40; round++) {
                ObjectNode facts = Json.object();
                for (String name : rule.machine().facts().keySet()) {
                    if (name.startsWith("trigger_") || random.nextInt(3) > 0) {
                        put(facts, BOOK.facts().get(name), random);
                    }
                }
                try {
                    Due due = PROPOSED.due(rule, new GivenFacts(BOOK).read(rule, facts));
                    assertThat(due.explanation()).as(rule.id()).isNotBlank();
                    assertThat(due.state(LocalDate.of(2026, 11, 18))).isNotNull();
                } catch (BadInput missing) {
                    assertThat(missing.problems()).extracting(Problem::code).containsOnly("fact-missing");
                }
            }
        }
    }

    private static void put(ObjectNode facts, Fact fact, Random random) {
        String day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1_200)).toString();
        switch (fact.kind()) {
            case DATE -> facts.put(fact.name(), day);
            case DATETIME -> facts.put(fact.name(), random.nextBoolean() ? day : day + "T01:30");
            case INT -> facts.put(fact.name(), random.nextInt(200));
            case BOOL -> facts.put(fact.name(), random.nextBoolean());
            case ENUM ->
                facts.put(
                        fact.name(),
                        fact.values().get(random.nextInt(fact.values().size())));
            case CODE -> facts.put(fact.name(), "C2");
        }
    }

    @Test
    void workingDaysForwardsAndBackwardsAgree() {
        var random = new Random(7);
        WorkingDays calendar = WorkingDays.shipped();
        for (int round = 0; round < 5_000; round++) {
            LocalDate day = LocalDate.of(2018, 1, 10).plusDays(random.nextInt(3_900));
            int count = random.nextInt(1, 60);
            LocalDate reached = calendar.plus(day, count);
            assertThat(calendar.between(day, reached)).isEqualTo(count);
            assertThat(calendar.isWorkingDay(reached)).isTrue();
            assertThat(calendar.plus(reached, -count)).isBeforeOrEqualTo(calendar.onOrBefore(day));
        }
    }

    private static Due due(String rule, String facts) {
        return PROPOSED.due(rule(rule), facts(rule, facts));
    }

    private static Rule rule(String id) {
        Rule rule = BOOK.rules().get(id);
        assertThat(rule).as(id).isNotNull();
        return rule;
    }

    private static FactSet facts(String rule, String facts) {
        return new GivenFacts(BOOK).read(rule(rule), Json.parseObject(facts.replace('\'', '"'), "facts"));
    }
}
