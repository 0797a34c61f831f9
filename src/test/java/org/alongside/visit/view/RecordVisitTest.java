package org.alongside.visit.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.Drafts.Draft;
import org.alongside.testing.Brennocks;
import org.alongside.testing.HandTimers;
import org.alongside.ui.control.Part;
import org.alongside.ui.control.SavedMark.State;
import org.alongside.ui.task.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordVisitTest {
    private final HandTimers timers = new HandTimers();
    private final List<Fault> faults = new ArrayList<>();
    private final Brennocks family = new Brennocks(faults::add, timers);
    private Draft draft;
    private RecordVisit visit;

    @BeforeEach
    void begin() {
        draft = family.desk.recording().begin(List.of(family.ellis, family.romy, family.fern));
        visit = open();
    }

    private RecordVisit open() {
        Draft kept = family.laptop.drafts().find(draft.id()).orElseThrow();
        return new RecordVisit(family.desk, VisitScene.of(family.desk, kept));
    }

    private Draft kept() {
        return family.laptop.drafts().find(draft.id()).orElseThrow();
    }

    @Test
    void everyKeystrokeIsOnTheDiskWithinASecond() {
        visit.writing().put("children[0].child_words", "Can we talk at sch");
        assertThat(visit.savedProperty().get()).isEqualTo(new State.Saving());
        timers.pass(Duration.ofMillis(400));
        assertThat(kept().body().path("children").path(0).path("child_words").stringValue())
                .isEqualTo("Can we talk at sch");
        assertThat(visit.savedProperty().get()).isEqualTo(new State.Draft(family.clock.instant()));
    }

    @Test
    void goingToAnotherPartSavesAtOnceAndIsFoundAgain() {
        visit.writing().put("visit.kind", "statutory_visit");
        visit.go("child-1");
        assertThat(kept().body().path("visit").path("kind").stringValue()).isEqualTo("statutory_visit");
        assertThat(open().partProperty().get()).isEqualTo(visit.partProperty().get());
        assertThat(open().partProperty().get().id()).isEqualTo("child-1");
    }

    @Test
    void aSaveThatFailsSaysSoAndTheTextStays() {
        family.laptop.failure = BadInput.of("disk-full", "The disk is full.");
        visit.writing().put("visit.home_conditions", "Cold hall");
        visit.left();
        assertThat(visit.savedProperty().get()).isEqualTo(new State.NotSaved("Not saved yet. The disk is full."));
        assertThat(visit.writing().text("visit.home_conditions")).isEqualTo("Cold hall");
        family.laptop.failure = null;
        timers.pass(Duration.ofSeconds(5));
        assertThat(kept().body().path("visit").path("home_conditions").stringValue())
                .isEqualTo("Cold hall");
    }

    @Test
    void notSeenLaysWhatWasSaidOfAloneAsideAndBringsItBack() {
        visit.writing().put("children[0].seen", "awake");
        visit.writing().put("children[0].alone", "alone_private");
        visit.writing().put("children[0].child_words", "Nothing said");
        visit.writing().put("children[0].seen", "not_seen");
        assertThat(visit.writing().has("children[0].alone")).isFalse();
        assertThat(visit.writing().has("children[0].child_words")).isFalse();
        visit.writing().put("children[0].seen", "awake");
        assertThat(visit.writing().text("children[0].alone")).isEqualTo("alone_private");
        assertThat(visit.writing().text("children[0].child_words")).isEqualTo("Nothing said");
    }

    @Test
    void whatLiesAsideSurvivesARestart() {
        visit.writing().put("children[0].seen", "awake");
        visit.writing().put("children[0].observed", "Tired");
        visit.writing().put("children[0].seen", "not_seen");
        visit.left();
        RecordVisit again = open();
        again.writing().put("children[0].seen", "awake");
        assertThat(again.writing().text("children[0].observed")).isEqualTo("Tired");
    }

    @Test
    void aloneIsNotPutBelowTheAgeForItEvenBeforeTheDayIsGiven() {
        assertThat(visit.standingProperty().get().isBelowScope(2)).isTrue();
        assertThat(visit.standingProperty().get().isBelowScope(0)).isFalse();
    }

    @Test
    void aChildInScopeWhoIsNotCountedAloneNeedsAReason() {
        visit.writing().put("children[0].seen", "awake");
        visit.writing().put("children[0].alone", "alone_partial");
        assertThat(visit.standingProperty().get().needs(0, "reason_not_alone")).isTrue();
        VisitPictures.filled(family, draft)
                .body()
                .path("visit")
                .properties()
                .forEach(answer -> visit.writing().put("visit." + answer.getKey(), answer.getValue()));
        visit.writing().put("children[0].alone", "alone_private");
        assertThat(visit.standingProperty().get().needs(0, "reason_not_alone")).isFalse();
    }

    @Test
    void halfADateIsKeptAndNamedInTheWordsOfItsField() {
        visit.writing()
                .typed(
                        "children[1].next_visit.date",
                        Json.object().put("day", "2").put("month", "12").put("year", "2025"));
        visit.left();
        assertThat(open().problems())
                .filteredOn(problem -> "children[1].next_visit.date".equals(problem.field()))
                .extracting(Problem::message)
                .containsExactly("The year must be 2026 or later, and you wrote 2025.");
    }

    @Test
    void finishingWithAnswersMissingNamesThePartsAndKeepsTheDraft() {
        var told = new ArrayList<Boolean>();
        assertThat(Pages.parts(visit)).extracting(Part::state).doesNotContain(Part.State.TO_PUT_RIGHT);
        visit.finish(at -> told.add(false), () -> told.add(true));
        assertThat(told).containsExactly(true);
        assertThat(family.laptop.drafts().find(draft.id())).isPresent();
        assertThat(Pages.parts(visit))
                .filteredOn(part -> part.id().equals("child-0"))
                .extracting(Part::state)
                .containsExactly(Part.State.TO_PUT_RIGHT);
        assertThat(ErrorLines.of(visit, problem -> {}))
                .extracting(line -> line.message())
                .contains("Romy: choose whether the child was seen");
    }

    @Test
    void finishingKeepsTheLastKeystrokeAndMakesOneRecordAChild() {
        VisitPictures.whole(family, draft)
                .body()
                .properties()
                .forEach(answer -> visit.writing().put(answer.getKey(), answer.getValue()));
        visit.writing().put("children[0].analysis", "The last words typed.");
        var done = new ArrayList<java.time.Instant>();
        visit.finish(done::add, () -> assertThat(visit.problems()).isEmpty());
        assertThat(done).containsExactly(family.clock.instant());
        assertThat(family.laptop.drafts().find(draft.id())).isEmpty();
        var finished = family.desk.recording().find(draft.id()).orElseThrow();
        assertThat(finished.rows()).hasSize(3);
        assertThat(finished.rows().getFirst().row().path("analysis").stringValue())
                .isEqualTo("The last words typed.");
        assertThat(finished.councilHasIt()).isFalse();
        timers.pass(Duration.ofSeconds(9));
        assertThat(family.laptop.drafts().find(draft.id())).isEmpty();
    }

    @Test
    void finishingThatFailsLeavesTheDraftAndReportsTheFault() {
        VisitPictures.whole(family, draft)
                .body()
                .properties()
                .forEach(answer -> visit.writing().put(answer.getKey(), answer.getValue()));
        visit.left();
        family.laptop.failure = new IllegalStateException("of ours");
        visit.finish(at -> assertThat(at).isNull(), () -> {});
        assertThat(faults).hasSize(1);
        assertThat(visit.finishingProperty().get()).isFalse();
        family.laptop.failure = null;
        assertThat(family.laptop.drafts().find(draft.id())).isPresent();
    }

    @Test
    void namesOfAnyScriptStayWhole() {
        visit.writing()
                .put(
                        "visit.people_present",
                        Json.array()
                                .add(Json.object().put("name", "أمل O’Neil 🙂").put("relation", "مربية")));
        visit.left();
        assertThat(kept().body()
                        .path("visit")
                        .path("people_present")
                        .path(0)
                        .path("name")
                        .stringValue())
                .isEqualTo("أمل O’Neil 🙂");
    }
}
