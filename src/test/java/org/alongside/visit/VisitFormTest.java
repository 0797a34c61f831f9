package org.alongside.visit;

import static org.alongside.visit.VisitBuilder.BABY;
import static org.alongside.visit.VisitBuilder.DAY;
import static org.alongside.visit.VisitBuilder.FIVE;
import static org.alongside.visit.VisitBuilder.NINE;
import static org.alongside.visit.VisitBuilder.child;
import static org.alongside.visit.VisitBuilder.finished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitFormTest {
    private final VisitForm form = VisitForm.begin(new UUID(7, 7), List.of(NINE, FIVE), DAY, "w_joanna");

    @Test
    void aNewFormHasARowForEachChildWhoCanBeVisited() {
        VisitForm begun = VisitForm.begin(
                new UUID(7, 7), List.of(NINE, child(5, "Baby", DAY.plusDays(1), "CP")), DAY, "w_joanna");
        assertThat(begun.rows()).isEqualTo(1);
        assertThat(begun.childOf(0)).isEqualTo(NINE.id().toString());
    }

    @Test
    void anAnswerIsFoundWhereItWasPut() {
        form.set("visit.place", "home");
        form.set("children[1].next_visit.date", "2026-12-02");
        form.set("visit.parent_views[0].text", "Nights are better");
        assertThat(form.text("visit.place")).isEqualTo("home");
        assertThat(form.tree().at("/children/1/next_visit/date").stringValue()).isEqualTo("2026-12-02");
        assertThat(form.text("visit.parent_views[0].text")).isEqualTo("Nights are better");
        assertThat(form.isBlank("children[0].next_visit.date")).isTrue();
    }

    @Test
    void aBlankTextClearsTheAnswer() {
        form.set("visit.place", "home");
        form.set("visit.place", " ");
        assertThat(form.tree().path("visit").has("place")).isFalse();
    }

    @Test
    void aLineOfAListCanBeTakenOut() {
        form.set("children[0].promises[0].text", "Ring on Friday");
        form.set("children[0].promises[1].text", "Bring the book");
        form.clear("children[0].promises[0]");
        assertThat(form.text("children[0].promises[0].text")).isEqualTo("Bring the book");
    }

    @Test
    void anAnswerOfAnotherShapeOnTheWayIsReplaced() {
        form.set("visit.place", "home");
        form.set("visit.place.text", "the flat upstairs");
        assertThat(form.text("visit.place.text")).isEqualTo("the flat upstairs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "visit..place", "children[x]", "children[9].seen", "children[-1]", "visit place"})
    void aPathThatLeadsNowhereIsAFaultOfOurs(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> form.set(path, "x"));
    }

    @Test
    void aChildsRowIsFoundByEitherId() {
        assertThat(form.row(FIVE)).hasValue(1);
        assertThat(form.row(BABY)).isEmpty();
        VisitForm external = VisitForm.of(Json.MAPPER.readTree("{\"children\":[{\"child\":\"p_Romy\"}]}"));
        assertThat(external.row(FIVE)).hasValue(0);
    }

    @Test
    void theValueOfAChildsRecordHasNoOtherChildInIt() {
        form.set("visit.place", "home");
        form.set("children[0].child_words", "only Ellis");
        form.set("children[1].child_words", "only Romy");
        assertThat(Json.line(form.valueOf(1)))
                .contains("only Romy", "\"place\":\"home\"")
                .doesNotContain("only Ellis", NINE.id().toString());
    }

    @Test
    void aTreeThatWasHandedOutIsACopy() {
        form.tree().removeAll();
        assertThat(form.rows()).isEqualTo(2);
    }

    @Test
    void textsAreStoredMended() {
        form.set("children[0].child_words", "one\r\ntwo\u0007 cafe\u0301");
        form.set("children[0].promises[0].text", "three\rfour");
        VisitForm mended = VisitForm.of(form.mended());
        assertThat(mended.text("children[0].child_words")).isEqualTo("one\ntwo caf\u00e9");
        assertThat(mended.text("children[0].promises[0].text")).isEqualTo("three\nfour");
    }

    @Test
    void whatIsNoObjectBeginsEmpty() {
        assertThat(VisitForm.of(Json.array()).rows()).isZero();
    }

    @Test
    void thePartsOfANewFormAreNotStarted() {
        assertThat(parts(finished(NINE, FIVE)
                        .check(new VisitRules(VisitFields.shipped(), VisitSettings.shipped()), form.tree())))
                .containsExactly(
                        "WHO_WHERE_WHEN NOT_STARTED",
                        "CHILD0 NOT_STARTED",
                        "CHILD1 NOT_STARTED",
                        "HOME NOT_STARTED",
                        "THINK NOT_STARTED",
                        "NEXT NOT_STARTED");
    }

    @Test
    void everyPartOfAFinishedVisitIsFinished() {
        assertThat(finished(NINE, BABY).check().parts())
                .extracting(Part::state, Part::missing, Part::wrong)
                .containsOnly(tuple(Part.State.FINISHED, 0, 0))
                .hasSize(6);
    }

    @Test
    void aPartIsInProgressUntilItsOwnAnswersAreThere() {
        VisitCheck check = finished(NINE, FIVE)
                .without("visit.people_present")
                .without("children[1].observed")
                .without("children[1].analysis")
                .set("children[0].next_visit.date", "2025-12-02")
                .check();
        assertThat(parts(check))
                .containsExactly(
                        "WHO_WHERE_WHEN IN_PROGRESS",
                        "CHILD0 FINISHED",
                        "CHILD1 IN_PROGRESS",
                        "HOME FINISHED",
                        "THINK IN_PROGRESS",
                        "NEXT IN_PROGRESS");
        assertThat(check.parts())
                .extracting(part -> Words.state(part, true))
                .containsExactly(
                        "1 answer missing",
                        "Finished",
                        "1 answer missing",
                        "Finished",
                        "1 answer missing",
                        "1 answer to change");
    }

    @Test
    void gapsAreNamedOnlyOnceFinishingWasTried() {
        Part part = new Part(Part.Kind.HOME, -1, Part.State.IN_PROGRESS, 2, 0);
        assertThat(Words.state(part, false)).isEqualTo("In progress");
        assertThat(Words.state(part, true)).isEqualTo("2 answers missing");
    }

    private static List<String> parts(VisitCheck check) {
        return check.parts().stream()
                .map(part -> part.kind() + (part.row() < 0 ? "" : String.valueOf(part.row())) + " " + part.state())
                .toList();
    }
}
