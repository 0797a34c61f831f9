package org.alongside.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.alongside.kernel.BadInput;
import org.alongside.testing.HandTimers;
import org.alongside.ui.control.SavedMark.State;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Fault;
import org.junit.jupiter.api.Test;

/// `safety.md` 6: within a second of a key press, and "saved" only once it is on the disk.
class AutosaveTest {
    private static final Instant AT = Instant.parse("2026-11-18T12:06:00Z");

    private final HandTimers timers = new HandTimers();
    private final List<Fault> faults = new ArrayList<>();
    private final List<State> duringStep = new ArrayList<>();
    private @org.jspecify.annotations.Nullable RuntimeException failure;
    private final Autosave autosave = new Autosave(Background.direct(faults::add), timers, () -> this::step);

    private Instant step() {
        duringStep.add(autosave.stateProperty().get());
        if (failure != null) {
            throw failure;
        }
        return AT;
    }

    @Test
    void savedIsSaidOnlyAfterTheStepIsOnTheDisk() {
        autosave.touched();
        assertThat(autosave.stateProperty().get()).isEqualTo(new State.Saving());
        timers.pass(Duration.ofMillis(399));
        assertThat(duringStep).isEmpty();
        timers.pass(Duration.ofMillis(1));
        assertThat(duringStep).containsExactly(new State.Saving());
        assertThat(autosave.stateProperty().get()).isEqualTo(new State.Draft(AT));
    }

    @Test
    void someoneWhoNeverPausesIsSavedWithinASecondAllTheSame() {
        for (int i = 0; i < 9; i++) {
            autosave.touched();
            timers.pass(Duration.ofMillis(100));
        }
        assertThat(duringStep).hasSize(1);
    }

    @Test
    void leavingAFieldSavesAtOnceAndNothingTwice() {
        autosave.touched();
        autosave.now();
        autosave.now();
        timers.pass(Duration.ofSeconds(2));
        assertThat(duringStep).hasSize(1);
    }

    @Test
    void aStepThatFailsSaysWhyAndIsTriedAgain() {
        failure = BadInput.of("disk-full", "The disk is full.");
        autosave.touched();
        autosave.now();
        assertThat(autosave.stateProperty().get()).isEqualTo(new State.NotSaved("Not saved yet. The disk is full."));
        assertThat(autosave.isKept()).isFalse();
        failure = null;
        timers.pass(Duration.ofSeconds(5));
        assertThat(autosave.stateProperty().get()).isEqualTo(new State.Draft(AT));
        assertThat(faults).isEmpty();
    }

    @Test
    void aFaultOfOursIsReportedOnceAndSaysNotSaved() {
        failure = new IllegalStateException("of ours");
        autosave.touched();
        autosave.now();
        timers.pass(Duration.ofSeconds(11));
        assertThat(faults).hasSize(1);
        assertThat(autosave.stateProperty().get()).isInstanceOf(State.NotSaved.class);
        assertThat(duringStep).hasSize(3);
    }

    @Test
    void afterTheEndNothingIsKept() {
        autosave.touched();
        autosave.end();
        autosave.touched();
        timers.pass(Duration.ofSeconds(9));
        assertThat(duringStep).isEmpty();
    }
}
