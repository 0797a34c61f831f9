package org.alongside.rules.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.rules.clock.CaseFile.Exit;
import org.alongside.rules.clock.Entry.Presence;
import org.alongside.rules.content.RuleBooks;
import org.alongside.rules.content.Unit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Clocks over the records of a case, away from visits: conferences, reviews, core groups, assessments,
/// hours, a council's number, and the two ways out.
class ClockEngineTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    private static final UUID CHILD = new UUID(1, 1);

    private final List<Entry> entries = new ArrayList<>();
    private final List<Exit> exits = new ArrayList<>();
    private LocalNumbers numbers = new LocalNumbers(Map.of(), false);

    private UUID has(String type, String fields) {
        UUID id = new UUID(2, entries.size() + 1);
        ObjectNode read = Json.parseObject(fields.replace('\'', '"'), "fields");
        entries.add(Entry.of(id, type, read, Presence.PLAIN).orElseThrow());
        return id;
    }

    private List<Clock> clocks(String rule, Instant now) {
        var engine = new ClockEngine(RuleBooks.shipped(), new Arithmetic(WorkingDays.shipped(), numbers));
        var file = new CaseFile(CHILD, entries, exits, _ -> "CP");
        return engine.clocks(file, now).stream()
                .filter(clock -> clock.rule().id().equals(rule))
                .toList();
    }

    private List<Clock> clocks(String rule) {
        return clocks(rule, TODAY.atTime(12, 0).atZone(Clocks.LONDON).toInstant());
    }

    private Clock clock(String rule) {
        List<Clock> all = clocks(rule);
        assertThat(all).as(rule).hasSize(1);
        return all.getFirst();
    }

    private void onAPlan() {
        has("child_protection_plan", "{'started_on': '2026-09-01'}");
    }

    @Test
    void aConferenceIsDueFifteenWorkingDaysAfterTheStrategyDiscussionAndMetByTheConference() {
        has("strategy_discussion", "{'held_at': '2026-10-28T10:00:00Z', 'starts_enquiry': true}");
        Clock due = clock("icpc-15wd");
        assertThat(due.due().day()).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(due.state()).isEqualTo(State.DUE);
        assertThat(due.due().skipped()).hasSize(6);
        has("conference", "{'kind': 'initial', 'held_on': '2026-11-17', 'outcome': 'plan_made'}");
        assertThat(clock("icpc-15wd").state()).isEqualTo(State.MET);
    }

    @Test
    void aConferenceThatWasPutOffMeetsNothing() {
        has("strategy_discussion", "{'held_at': '2026-10-20T10:00:00Z', 'starts_enquiry': true}");
        has("conference", "{'kind': 'initial', 'held_on': '2026-11-02', 'outcome': 'deferred'}");
        assertThat(clock("icpc-15wd").state()).isEqualTo(State.OVERDUE);
        has("conference", "{'kind': 'initial', 'held_on': '2026-11-16', 'outcome': 'plan_made'}");
        assertThat(clock("icpc-15wd").state()).isEqualTo(State.MET_LATE);
    }

    @Test
    void theFirstReviewComesThreeMonthsAfterThePlanAndLaterOnesSixAfterEachReview() {
        onAPlan();
        has("conference", "{'kind': 'initial', 'held_on': '2026-09-01', 'outcome': 'plan_made'}");
        assertThat(clock("rcpc-first-3m").due().day()).isEqualTo(LocalDate.of(2026, 12, 1));
        has("conference", "{'kind': 'review', 'held_on': '2026-11-10', 'outcome': 'plan_continues'}");
        assertThat(clock("rcpc-first-3m").state()).isEqualTo(State.MET);
        assertThat(clock("rcpc-subsequent-6m").due().day()).isEqualTo(LocalDate.of(2027, 5, 10));
    }

    @Test
    void theFirstCoreGroupIsDueTenWorkingDaysAfterTheConference() {
        onAPlan();
        has("conference", "{'kind': 'initial', 'held_on': '2026-09-01', 'outcome': 'plan_made'}");
        assertThat(clock("core-group-first-10wd").due().day()).isEqualTo(LocalDate.of(2026, 9, 15));
        has("core_group", "{'held_on': '2026-09-14'}");
        assertThat(clock("core-group-first-10wd").state()).isEqualTo(State.MET);
    }

    @Test
    void laterCoreGroupsWaitForTheCouncilsNumberAndFollowItWhenItChanges() {
        onAPlan();
        has("core_group", "{'held_on': '2026-09-25'}");
        assertThat(clock("core-group-subsequent").state()).isEqualTo(State.NOT_SET);
        numbers = new LocalNumbers(Map.of("core-group-subsequent", new LocalNumbers.Number(6, Unit.WEEKS)), false);
        assertThat(clock("core-group-subsequent").due().day()).isEqualTo(LocalDate.of(2026, 11, 6));
        assertThat(clock("core-group-subsequent").state()).isEqualTo(State.OVERDUE);
        numbers = new LocalNumbers(Map.of("core-group-subsequent", new LocalNumbers.Number(8, Unit.WEEKS)), false);
        assertThat(clock("core-group-subsequent").due().day()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(clock("core-group-subsequent").state()).isEqualTo(State.DUE);
    }

    @Test
    void aPlanThatEndedHasNoCoreGroups() {
        has("child_protection_plan", "{'started_on': '2026-01-01', 'ended_on': '2026-10-01'}");
        has("core_group", "{'held_on': '2026-09-25'}");
        assertThat(clocks("core-group-subsequent")).isEmpty();
    }

    @Test
    void anAssessmentIsMetOnlyByTheOneThatAnswersItsReferral() {
        UUID referral = has("referral", "{'received_on': '2026-09-16', 'decision': 'assessment'}");
        UUID other = has("referral", "{'received_on': '2026-03-02', 'decision': 'assessment'}");
        has("child_and_family_assessment", "{'referral': '" + other + "', 'authorised_on': '2026-10-01'}");
        List<Clock> before = clocks("assessment-45wd");
        assertThat(before).extracting(Clock::trigger).containsExactlyInAnyOrder(referral, other);
        assertThat(before)
                .filteredOn(clock -> clock.trigger().equals(referral))
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.due().day()).isEqualTo(LocalDate.of(2026, 11, 18));
                    assertThat(clock.state()).isEqualTo(State.DUE);
                });
        has("child_and_family_assessment", "{'referral': '" + referral + "', 'authorised_on': '2026-11-17'}");
        assertThat(clocks("assessment-45wd"))
                .filteredOn(clock -> clock.trigger().equals(referral))
                .singleElement()
                .satisfies(clock -> assertThat(clock.state()).isEqualTo(State.MET));
    }

    @Test
    void hoursAreElapsedHoursWhenTheClocksGoBackInTheNight() {
        has("police_protection", "{'began_at': '2026-10-24T20:00:00Z'}");
        Instant before = Instant.parse("2026-10-27T19:59:00Z");
        Clock clock = clocks("police-protection-72h", before).getFirst();
        assertThat(clock.due().moment()).isEqualTo(Instant.parse("2026-10-27T20:00:00Z"));
        assertThat(clock.explanation()).contains("21:00 on 24 October 2026", "20:00 on Tuesday 27 October 2026");
        assertThat(clock.state()).isEqualTo(State.DUE);
        assertThat(clocks("police-protection-72h", before.plusSeconds(120))
                        .getFirst()
                        .state())
                .isEqualTo(State.OVERDUE);
    }

    @Test
    void notNeededAndLateForAReasonKeepTheDateInSight() {
        has("strategy_discussion", "{'held_at': '2026-10-20T10:00:00Z', 'starts_enquiry': true}");
        exits.add(new Exit("icpc-15wd", LocalDate.of(2026, 10, 20), false, "The enquiry found no harm."));
        Clock out = clock("icpc-15wd");
        assertThat(out.state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(out.due().day()).isEqualTo(LocalDate.of(2026, 11, 10));
        assertThat(out.explanation()).endsWith("Not needed because: The enquiry found no harm.");
        exits.set(0, new Exit("icpc-15wd", LocalDate.of(2026, 10, 20), true, "The school was shut."));
        assertThat(clock("icpc-15wd").state()).isEqualTo(State.LATE_WITH_REASON);
        exits.set(0, new Exit("icpc-15wd", LocalDate.of(2026, 3, 1), true, "Another one."));
        assertThat(clock("icpc-15wd").state()).isEqualTo(State.OVERDUE);
    }

    @Test
    void whatWasSaidOfOneTimeOfAnIntervalDoesNotSilenceTheNext() {
        onAPlan();
        numbers = new LocalNumbers(Map.of("core-group-subsequent", new LocalNumbers.Number(2, Unit.WEEKS)), false);
        has("core_group", "{'held_on': '2026-09-25'}");
        exits.add(new Exit("core-group-subsequent", LocalDate.of(2026, 9, 25), true, "Half term."));
        assertThat(clock("core-group-subsequent").state()).isEqualTo(State.LATE_WITH_REASON);
        has("core_group", "{'held_on': '2026-10-30'}");
        Clock next = clock("core-group-subsequent");
        assertThat(next.from()).isEqualTo(LocalDate.of(2026, 10, 30));
        assertThat(next.state()).isEqualTo(State.OVERDUE);
    }

    @Test
    void aClosedCaseIsLateWithNothing() {
        has("strategy_discussion", "{'held_at': '2026-10-20T10:00:00Z', 'starts_enquiry': true}");
        has("case_closure", "{'closed_on': '2026-11-01'}");
        assertThat(clocks("icpc-15wd")).isEmpty();
        has("referral", "{'received_on': '2026-11-10', 'decision': 'assessment'}");
        assertThat(clocks("icpc-15wd")).hasSize(1);
    }
}
