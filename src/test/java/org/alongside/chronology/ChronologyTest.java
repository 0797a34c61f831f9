package org.alongside.chronology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.record.Intent;
import org.alongside.record.StreamId;
import org.alongside.testing.MarlbrookLaptop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChronologyTest {
    private static final LocalDate TODAY = MarlbrookLaptop.TODAY;

    @TempDir
    Path folder;

    private MarlbrookLaptop marlbrook;
    private Chronology chronology;
    private final UUID child = new UUID(7, 7);

    @BeforeEach
    void aLaptop() {
        marlbrook = MarlbrookLaptop.of(folder.resolve("laptop"), false);
        chronology = new Chronology(marlbrook.laptop().log(), marlbrook.laptop().types());
    }

    @AfterEach
    void close() {
        marlbrook.close();
    }

    private UUID event(String on, String what) {
        UUID record = marlbrook.laptop().ids().next();
        marlbrook
                .laptop()
                .log()
                .save(List.of(Intent.whole(
                        StreamId.ofCase(child),
                        record,
                        Chronology.TYPE,
                        Json.object()
                                .put("happened_on", on)
                                .put("kind", "school_change")
                                .put("what", what)
                                .put("source", "School"))));
        return record;
    }

    @Test
    void theNewestStandsFirstAndATimeWithoutEntriesIsALine() {
        event("2026-11-01", "new");
        event("2026-05-31", "old");
        var lines = Chronology.lines(chronology.of(child), 4, TODAY);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .isInstanceOfSatisfying(
                        Chronology.Line.Event.class,
                        line -> assertThat(line.entry().what()).isEqualTo("new"));
        assertThat(lines.get(1)).isEqualTo(new Chronology.Line.Gap(5));
    }

    @Test
    void aSilenceUntilTodayIsAGapToo() {
        event("2026-07-18", "old");
        assertThat(Chronology.lines(chronology.of(child), 4, TODAY).getFirst()).isEqualTo(new Chronology.Line.Gap(4));
        assertThat(Chronology.lines(chronology.of(child), 5, TODAY)).hasSize(1);
    }

    @Test
    void whatWasEnteredInErrorFillsNoGap() {
        event("2026-11-10", "new");
        UUID wrong = event("2026-07-10", "in error");
        event("2026-03-01", "old");
        marlbrook.laptop().amending().withdraw(wrong, "Another child's event.", null);
        var lines = Chronology.lines(chronology.of(child), 4, TODAY);
        assertThat(lines).filteredOn(Chronology.Line.Gap.class::isInstance).containsExactly(new Chronology.Line.Gap(8));
        assertThat(lines).filteredOn(Chronology.Line.Event.class::isInstance).hasSize(3);
    }

    @Test
    void aWordPutRightIsWhatTheListShows() {
        UUID record = event("2026-11-10", "Moved to Larkfeild");
        marlbrook.laptop().amending().amend(record, Json.object().put("what", "Moved to Larkfield"), "Spelling.");
        assertThat(chronology.of(child).getFirst().what()).isEqualTo("Moved to Larkfield");
    }
}
