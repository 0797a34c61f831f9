package org.alongside.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.alongside.rules.clock.State;
import org.alongside.testing.MarlbrookLaptop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How it stands is worked out once, and again only where something changed.
class StandingBoardTest {
    @TempDir
    static Path folder;

    private static MarlbrookLaptop marlbrook;

    @BeforeAll
    static void enrol() {
        marlbrook = MarlbrookLaptop.asFiled(folder.resolve("laptop"), "Joanna");
    }

    @AfterAll
    static void lock() {
        marlbrook.close();
    }

    private static Standing standing(String name) {
        return marlbrook.laptop().board().of(marlbrook.child(name)).orElseThrow();
    }

    @Test
    void whatDidNotChangeIsNotWorkedOutAgain() {
        Standing ellis = standing("Ellis");
        Standing zofia = standing("Zofia");
        marlbrook.laptop().board().changed(Set.of(StreamId.ofCase(zofia.id())));
        assertThat(standing("Ellis")).isSameAs(ellis);
        assertThat(standing("Zofia")).isNotSameAs(zofia);
    }

    @Test
    void aSavedReasonIsSeenAtOnceAndTheDateStaysInSight() {
        UUID romy = marlbrook.child("Romy");
        var due = standing("Romy").next(Set.of("core-group-subsequent")).orElseThrow();
        marlbrook
                .laptop()
                .log()
                .save(List.of(Intent.whole(
                        StreamId.ofCase(romy),
                        marlbrook.laptop().ids().next(),
                        "not_needed",
                        Json.object()
                                .put("said_on", "2026-11-18")
                                .put("what", "clock")
                                .put("of", "core-group-subsequent")
                                .put("trigger_on", due.from().toString())
                                .put("kind", "late_with_reason")
                                .put("why", "The school was shut."))));
        var after = standing("Romy").clocks().stream()
                .filter(clock -> clock.rule().id().equals("core-group-subsequent"))
                .findFirst()
                .orElseThrow();
        assertThat(after.state()).isEqualTo(State.LATE_WITH_REASON);
        assertThat(after.due().day()).isEqualTo(due.due().day());
        assertThat(after.explanation()).endsWith("Late for a reason: The school was shut.");
    }

    @Test
    void theChildAloneLongestAgoComesFirst() {
        assertThat(StandingBoard.longestSinceAlone(
                        marlbrook.laptop().board().all().values()))
                .extracting(one -> one.child().shortName())
                .startsWith("Ellis", "Romy", "Zofia");
    }
}
