package org.alongside.visit;

import static org.alongside.visit.VisitBuilder.BABY;
import static org.alongside.visit.VisitBuilder.DAY;
import static org.alongside.visit.VisitBuilder.FIVE;
import static org.alongside.visit.VisitBuilder.NINE;
import static org.alongside.visit.VisitBuilder.child;
import static org.alongside.visit.VisitBuilder.finished;
import static org.alongside.visit.VisitBuilder.needingInterpreter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.UUID;
import java.util.stream.IntStream;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What finishing a visit needs: the conditions of practice 1.4, each with a case that needs the
/// answer and one that does not.
class FinishingTest {
    @Test
    void aVisitWithEveryAnswerIsFinished() {
        VisitCheck check = finished(NINE, FIVE, BABY).check();
        assertThat(check.problems()).isEmpty();
        assertThat(check.isFinished()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "visit.kind",
                "visit.announced",
                "visit.started_at",
                "visit.ended_at",
                "visit.place",
                "visit.mode",
                "visit.access",
                "visit.workers",
                "visit.people_present",
                "visit.rooms_seen",
                "visit.home_conditions",
                "visit.parent_views",
                "children[0].seen",
                "children[0].alone",
                "children[0].alone_minutes",
                "children[0].alone_where",
                "children[0].bedroom_seen",
                "children[0].communication_method",
                "children[0].told_about_sharing",
                "children[0].child_words",
                "children[0].observed",
                "children[0].analysis",
                "children[0].next_visit",
                "children[0].next_visit.date",
                "children[0].next_visit.place"
            })
    void anAnswerLeftOutIsNamedInTheWordsOfItsQuestion(String path) {
        VisitCheck check = finished(NINE).without(path).check();
        assertThat(check.wrong()).isEmpty();
        assertThat(check.unfinished())
                .filteredOn(problem -> path.equals(problem.field()))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("answer-missing");
                    assertThat(problem.message()).doesNotStartWith("Answer this");
                });
    }

    @Test
    void aReasonIsNeededOnlyForAnUnannouncedVisit() {
        assertThat(finished(NINE).set("visit.announced", false).missing()).containsExactly("visit.why_unannounced");
        assertThat(finished(NINE)
                        .set("visit.announced", false)
                        .set("visit.why_unannounced", "Agreed with Deborah")
                        .missing())
                .isEmpty();
    }

    @Test
    void theHomeIsAskedForOnlyWhereAChildLives() {
        assertThat(finished(NINE)
                        .set("visit.place", "foster_home")
                        .without("visit.rooms_seen")
                        .without("visit.home_conditions")
                        .missing())
                .containsExactly("visit.rooms_seen", "visit.home_conditions");
        assertThat(finished(NINE)
                        .set("visit.place", "school")
                        .without("visit.rooms_seen")
                        .without("visit.home_conditions")
                        .missing())
                .isEmpty();
    }

    @Test
    void anEmptyListSaysNobodyOrNothing() {
        assertThat(finished(NINE)
                        .json("visit.people_present", "[]")
                        .json("visit.rooms_seen", "[]")
                        .json("visit.parent_views", "[]")
                        .missing())
                .isEmpty();
        assertThat(finished(NINE).json("visit.workers", "[]").missing()).containsExactly("visit.workers");
    }

    @Test
    void anInterpreterIsNeededWhenAChildAtTheVisitNeedsOne() {
        assertThat(finished(needingInterpreter(NINE), FIVE).missing()).containsExactly("visit.interpreter");
        assertThat(finished(NINE, FIVE).missing()).isEmpty();
        assertThat(finished(needingInterpreter(NINE))
                        .json(
                                "visit.interpreter",
                                "{'person':{'name':'Ms Farah'},'language':'Somali','independent':true}")
                        .missing())
                .isEmpty();
    }

    @Test
    void anInterpreterIsNeededWhenAnAdultAtTheVisitNeedsOne() {
        assertThat(finished(NINE).adultNeedsInterpreter("p_carly").missing()).containsExactly("visit.interpreter");
        assertThat(finished(NINE).adultNeedsInterpreter("p_ryan").missing()).isEmpty();
    }

    @Test
    void aChildNotSeenNeedsAPlaceAndOnAProtectionPlanSomeoneToSeeThem() {
        assertThat(notSeen(child(9, "Ada", DAY.minusYears(2), "CIN")).missing())
                .containsExactly("children[0].not_seen_where");
        assertThat(notSeen(child(9, "Ada", DAY.minusYears(2), "CP")).missing())
                .containsExactly("children[0].not_seen_where", "children[0].not_seen_who_will_see_when");
        assertThat(notSeen(child(9, "Ada", DAY.minusYears(2), "S47"))
                        .set("children[0].not_seen_where", "At nursery")
                        .json("children[0].not_seen_who_will_see_when", "{'person':'w_kofi'}")
                        .missing())
                .containsExactly("children[0].not_seen_who_will_see_when.at");
    }

    @Test
    void aChildNotSeenIsNotAskedAboutBeingAloneOrWhatWasSeen() {
        assertThat(notSeen(NINE).missing())
                .contains("children[0].reason_not_alone", "children[0].reason_detail")
                .doesNotContain("children[0].alone", "children[0].observed", "children[0].child_words");
    }

    private static VisitBuilder notSeen(ChildFacts child) {
        return finished(child)
                .set("children[0].seen", "not_seen")
                .without("children[0].alone")
                .without("children[0].alone_minutes")
                .without("children[0].alone_where")
                .without("children[0].told_about_sharing")
                .without("children[0].child_words")
                .without("children[0].observed");
    }

    @Test
    void finishingNeedsAReasonADetailAndAPlanWhenAChildInScopeWasNotAlone() {
        VisitBuilder visit = finished(NINE).set("children[0].alone", "not_alone");
        assertThat(visit.missing())
                .containsExactly(
                        "children[0].reason_not_alone",
                        "children[0].reason_detail",
                        "children[0].next_visit.alone_plan");
        assertThat(visit.check().unfinished().getFirst().message()).isEqualTo("Choose why you were not alone together");
        assertThat(visit.set("children[0].reason_not_alone", "carer_always_present")
                        .set("children[0].reason_detail", "Carly stood on the landing and came in twice.")
                        .set("children[0].next_visit.alone_plan", "At Larkfield Primary, library")
                        .missing())
                .isEmpty();
    }

    @Test
    void minutesAndPlaceAreAskedForTimeAloneAlsoInPart() {
        assertThat(finished(NINE)
                        .set("children[0].alone", "alone_partial")
                        .without("children[0].alone_minutes")
                        .without("children[0].alone_where")
                        .missing())
                .contains("children[0].alone_minutes", "children[0].alone_where");
        assertThat(finished(NINE)
                        .set("children[0].alone", "not_alone")
                        .without("children[0].alone_minutes")
                        .without("children[0].alone_where")
                        .missing())
                .doesNotContain("children[0].alone_minutes", "children[0].alone_where");
    }

    @Test
    void aHelperIsNamedAndIndependenceSaidOnlyWithSupport() {
        assertThat(finished(NINE).set("children[0].alone", "alone_with_support").missing())
                .contains("children[0].support_person", "children[0].support_independent");
        assertThat(finished(NINE).missing()).isEmpty();
    }

    @Test
    void sharingIsToldOnlyToAChildInScopeWhoWasAlone() {
        assertThat(finished(NINE)
                        .set("children[0].alone", "alone_partial")
                        .without("children[0].told_about_sharing")
                        .missing())
                .doesNotContain("children[0].told_about_sharing");
        assertThat(finished(BABY)
                        .set("children[0].alone", "alone_private")
                        .number("children[0].alone_minutes", 5)
                        .set("children[0].alone_where", "other_room")
                        .missing())
                .isEmpty();
    }

    @Test
    void aChildsWordsAreNeededOnlyAwakeAndInScope() {
        assertThat(finished(NINE).set("children[0].child_words", " ").missing())
                .containsExactly("children[0].child_words");
        assertThat(finished(NINE)
                        .set("children[0].seen", "asleep")
                        .without("children[0].child_words")
                        .missing())
                .doesNotContain("children[0].child_words");
        assertThat(finished(BABY).missing()).isEmpty();
    }

    @Test
    void whatNoWindowAsksYetIsNotNeededAndIsTakenWhenGiven() {
        assertThat(finished(BABY)
                        .json("children[0].pre_verbal_observations", "{'OB01':'Follows my voice'}")
                        .json(
                                "children[0].injury",
                                "{'text':'Graze','marks':[{'view':'front','x':0.5,'y':0.4,'text':'knee','size_mm':12}]}")
                        .json("children[0].disclosure", "{'exact_words':'…','decision':'none needed'}")
                        .json("children[0].day_in_life", "[{'from':'07:00','to':'08:00','text':'Up','source':'child'}]")
                        .json("children[0].restricted_lines", "[{'text':'…','reason':'Third party'}]")
                        .check()
                        .problems())
                .isEmpty();
    }

    @Test
    void whatNoWindowAsksYetIsStillCheckedForItsShape() {
        assertThat(finished(BABY)
                        .json("children[0].pre_verbal_observations", "{'OB08':'x'}")
                        .json("children[0].injury", "{'marks':[{'view':'top','x':2}]}")
                        .json("children[0].day_in_life", "[{'source':'guess'}]")
                        .wrong())
                .containsExactlyInAnyOrder(
                        "children[0].pre_verbal_observations.OB08",
                        "children[0].injury.marks[0].view",
                        "children[0].injury.marks[0].x",
                        "children[0].day_in_life[0].source");
    }

    @Test
    void underTheAgeForBeingSeenAloneTheQuestionIsNotPut() {
        VisitCheck check = finished(BABY).check();
        assertThat(check.isFinished()).isTrue();
        assertThat(check.completed().at("/children/0/alone").stringValue()).isEqualTo("not_applicable");
    }

    @Test
    void anAnswerAboutTimeAloneWithAYoungChildStands() {
        assertThat(finished(BABY)
                        .set("children[0].alone", "not_alone")
                        .check()
                        .completed()
                        .at("/children/0/alone")
                        .stringValue())
                .isEqualTo("not_alone");
    }

    @Test
    void aChildOfTheFamilyOnAnOpenPlanMustHaveARow() {
        assertThat(finished(NINE).alsoInFamily(FIVE).check().unfinished())
                .extracting(Problem::code, Problem::field, Problem::message)
                .containsExactly(tuple(
                        "child-left-out",
                        "children",
                        "Romy is on an open plan and is left out. Say whether they were seen, even if they were not"
                                + " there."));
    }

    @Test
    void aChildWithoutAPlanOrNotYetBornNeedsNoRow() {
        ChildFacts expected = child(5, "Baby", DAY.plusWeeks(6), "CP");
        ChildFacts unborn =
                new ChildFacts(new UUID(1, 6), null, "Baby", null, true, "CP", ChildFacts.Communication.UNKNOWN);
        assertThat(finished(NINE)
                        .alsoInFamily(child(4, "Kit", DAY.minusYears(12), ""))
                        .alsoInFamily(expected)
                        .alsoInFamily(unborn)
                        .check()
                        .problems())
                .isEmpty();
    }

    @Test
    void theNextVisitIsNotBeforeThisOne() {
        assertThat(finished(NINE)
                        .set("children[0].next_visit.date", "2025-12-02")
                        .check()
                        .unfinished())
                .extracting(Problem::field, Problem::message)
                .containsExactly(
                        tuple("children[0].next_visit.date", "The year must be 2026 or later, and you wrote 2025"));
        assertThat(finished(NINE)
                        .set("children[0].next_visit.date", "2026-11-17")
                        .check()
                        .unfinished())
                .extracting(Problem::message)
                .containsExactly("The next visit comes after this one, on 18 November 2026");
        assertThat(finished(NINE)
                        .set("children[0].next_visit.date", "2026-11-18")
                        .check()
                        .problems())
                .isEmpty();
    }

    @Test
    void aVisitDoesNotEndBeforeItStarts() {
        assertThat(finished(NINE)
                        .set("visit.ended_at", "2026-11-18T09:35")
                        .check()
                        .unfinished())
                .extracting(Problem::code)
                .containsExactly("end-before-start");
    }

    @Test
    void aDraftMayBeEmptyButForItsChildren() {
        VisitCheck check = VisitBuilder.finished(NINE)
                .check(
                        new VisitRules(VisitFields.shipped(), VisitSettings.shipped()),
                        VisitForm.begin(new UUID(7, 7), java.util.List.of(NINE), DAY, "w_joanna")
                                .tree());
        assertThat(check.wrong()).isEmpty();
        assertThat(check.isFinished()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        {'visits':{}}                                            | visits            | field-unknown
        {'format':'alongside-visit/2'}                           | format            | format-unknown
        {'visit':[]}                                             | visit             | visit-missing
        {'children':{}}                                          | children          | children-missing
        {'children':[]}                                          | children          | children-missing
        {'children':['p_Ellis']}                                 | children[0]       | object-expected
        {'children':[{'seen':'awake'}]}                          | children[0].child | child-missing
        {'children':[{'child':'p_nobody'}]}                      | children[0].child | child-unknown
        {'children':[{'child':{'name':'a new child'}}]}          | children[0].child | child-missing
        {'children':[{'child':'p_Ellis'},{'child':'p_Ellis'}]}   | children[1].child | child-twice
        {'children':[{'child':'p_Ellis','colour':'red'}]}        | children[0].colour | field-unknown
        {'children':[{'child':'p_Ellis','seen':'maybe'}]}        | children[0].seen  | value-not-allowed
        {'children':[{'child':'p_Ellis','next_visit':{'date':'2026-02-31'}}]} | children[0].next_visit.date | date-not-real
        {'visit':{'made_offline':true}}                          | visit.made_offline | field-automatic
        """)
    void whatCanNeverBeStoredIsNamedByPath(String json, String field, String code) {
        VisitCheck check = finished(NINE)
                .check(
                        new VisitRules(VisitFields.shipped(), VisitSettings.shipped()),
                        Json.MAPPER.readTree(json.replace('\'', '"')));
        assertThat(check.wrong()).extracting(Problem::field, Problem::code).contains(tuple(field, code));
    }

    @Test
    void aChildIsNamedByEitherIdOnlyOnce() {
        VisitCheck check = finished(NINE)
                .check(
                        new VisitRules(VisitFields.shipped(), VisitSettings.shipped()),
                        Json.MAPPER.readTree(
                                "{\"visit\":{},\"children\":[{\"child\":\"p_Ellis\"},{\"child\":{\"person\":\""
                                        + NINE.id() + "\"}}]}"));
        assertThat(check.wrong())
                .extracting(Problem::field, Problem::code)
                .containsExactly(tuple("children[1].child", "child-twice"));
    }

    @Test
    void aFinishedVisitIsStoredByTheProductsIdsWithItsTextsMended() {
        VisitCheck check = finished(NINE)
                .set("children[0].child", "p_Ellis")
                .set("children[0].child_words", "one\r\ntwo")
                .check();
        assertThat(check.problems()).isEmpty();
        assertThat(check.completed().at("/children/0/child").stringValue())
                .isEqualTo(NINE.id().toString());
        assertThat(check.completed().at("/children/0/child_words").stringValue())
                .isEqualTo("one\ntwo");
    }

    @Test
    void aWordOfTheRecordThatThisVersionDoesNotKnowStaysUnset() {
        ChildFacts other = new ChildFacts(
                NINE.id(),
                NINE.externalId(),
                NINE.name(),
                NINE.born(),
                false,
                "EARLY_HELP",
                new ChildFacts.Communication("makaton", true, false, false, true));
        VisitCheck.Row row = finished(other).check().rows().getFirst();
        assertThat(row.inputs().word("plan")).isEmpty();
        assertThat(row.inputs().word("comm")).isEqualTo("verbal");
    }

    @Test
    void oneVisitTakesTwentyChildren() {
        ChildFacts[] many = IntStream.rangeClosed(1, Limits.VISIT_CHILDREN)
                .mapToObj(i -> child(100 + i, "Child" + i, DAY.minusYears(7), "CIN"))
                .toArray(ChildFacts[]::new);
        assertThat(finished(many).check().problems()).isEmpty();
        VisitBuilder more = finished(many);
        ChildFacts next = child(200, "More", DAY.minusYears(7), "CIN");
        more.alsoInFamily(next).form().add(next);
        assertThat(more.check().wrong()).extracting(Problem::code).containsExactly("children-too-many");
    }
}
