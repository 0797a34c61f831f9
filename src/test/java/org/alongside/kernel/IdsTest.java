package org.alongside.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Clock STILL = Clocks.fixed(LocalDate.of(2026, 11, 18));

    @Test
    void anIdIsAVersionSevenUuidOfTheClocksMillisecond() {
        UUID id = new Ids(STILL).next();

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(STILL.millis());
    }

    @Test
    void idsRiseWithinOneMillisecondEvenWhenItsCounterRunsOver() {
        var ids = new Ids(STILL, new Random(1));
        var made = Stream.generate(ids::next).limit(10_000).map(UUID::toString).toList();

        assertThat(made).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    @Test
    void idsRiseWhenTheClockIsSetBack() {
        var clock = new SetClock();
        var ids = new Ids(clock);
        String before = ids.next().toString();
        clock.now = clock.now.minus(Duration.ofDays(400));

        assertThat(ids.next().toString()).isGreaterThan(before);
    }

    @Test
    void theSameChanceGivesTheSameIds() {
        assertThat(new Ids(STILL, new Random(7)).next())
                .isEqualTo(new Ids(STILL, new Random(7)).next())
                .isNotEqualTo(new Ids(STILL, new Random(8)).next());
    }

    @Test
    void threadsNeverGetTheSameId() throws Exception {
        var ids = new Ids(STILL);
        Callable<List<UUID>> many =
                () -> Stream.generate(ids::next).limit(5_000).toList();
        var all = new ArrayList<UUID>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var one : threads.invokeAll(List.of(many, many, many, many))) {
                all.addAll(one.get());
            }
        }

        assertThat(all).hasSize(20_000).doesNotHaveDuplicates();
    }

    private static final class SetClock extends Clock {
        Instant now = STILL.instant();

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
