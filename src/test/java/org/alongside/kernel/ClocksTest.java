package org.alongside.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClocksTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-18, 2026-11-18T09:00:00Z",
        "2026-07-01, 2026-07-01T08:00:00Z",
        "2026-03-29, 2026-03-29T08:00:00Z",
        "2026-10-25, 2026-10-25T09:00:00Z",
        "2026-11-18T10:30:00Z, 2026-11-18T10:30:00Z",
        "2026-07-01T10:30:00Z, 2026-07-01T10:30:00Z",
        "1999-12-31T23:59:59Z, 1999-12-31T23:59:59Z",
    })
    void aDayIsNineInLondonAndAMomentIsItself(String asked, Instant expected) {
        assertThat(Clocks.of(Optional.of(asked)).instant()).isCloseTo(expected, within(30, ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @CsvSource({"+PT31M, 31", "-PT90M, -90", "PT1H, 60", "+P1DT1H, 1500"})
    void aDistanceInHoursIsCountedFromNow(String asked, long minutes) {
        assertThat(Duration.between(Instant.now(), Clocks.of(Optional.of(asked)).instant()))
                .isCloseTo(Duration.ofMinutes(minutes), Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @CsvSource({"-P2Y, -2, 0, 0", "+P3M, 0, 3, 0", "-P10D, 0, 0, -10", "+P2W, 0, 0, 14"})
    void aDistanceInDaysKeepsTheLondonTimeOfDayAcrossSummerTime(String asked, int years, int months, int days) {
        var then = Instant.now()
                .atZone(Clocks.LONDON)
                .plusYears(years)
                .plusMonths(months)
                .plusDays(days);

        assertThat(Clocks.of(Optional.of(asked)).instant()).isCloseTo(then.toInstant(), within(30, ChronoUnit.SECONDS));
    }

    @Test
    void timeRunsOn() {
        Clock clock = Clocks.of(Optional.of("2026-11-18"));
        Instant before = clock.instant();
        long began = System.nanoTime();
        while (System.nanoTime() - began < 2_000_000) {
            Thread.onSpinWait();
        }

        assertThat(clock.instant()).isAfter(before);
    }

    @Test
    void withoutAWishItIsNow() {
        assertThat(Clocks.of(Optional.empty()).instant()).isCloseTo(Instant.now(), within(30, ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "tomorrow",
                "P",
                "18/11/2026",
                "2026-02-30",
                "2026-11-18T25:00:00Z",
                "2026-11-18T10:30",
                "-P",
                "+PT9999999999999H",
                "-P999999999Y",
                "PT99999999999999999999H",
                "2026-11-18 10:30:00Z"
            })
    void whatIsNoClockIsRefusedWithWords(String asked) {
        var refused = catchThrowableOfType(BadInput.class, () -> Clocks.of(Optional.of(asked)));

        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("clock-not-understood"))
                .satisfies(problem -> assertThat(problem.message()).contains("2026-11-18T10:30:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T23:59:59Z, 2026-11-18",
        "2026-07-01T22:59:59Z, 2026-07-01",
        "2026-07-01T23:00:00Z, 2026-07-02",
        "2026-03-28T23:59:59Z, 2026-03-28",
        "2026-03-29T23:00:00Z, 2026-03-30",
        "2026-10-25T23:00:00Z, 2026-10-25",
    })
    void aDayIsTheLondonDay(Instant moment, LocalDate day) {
        assertThat(Clocks.day(moment)).isEqualTo(day);
        assertThat(Clocks.today(Clock.fixed(moment, java.time.ZoneOffset.UTC))).isEqualTo(day);
        assertThat(Clocks.today(Clock.fixed(moment, java.time.ZoneId.of("Pacific/Auckland"))))
                .isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T10:30, 2026-11-18T10:30:00Z",
        "2026-07-01T10:30, 2026-07-01T09:30:00Z",
        "2026-07-01T10:30:15, 2026-07-01T09:30:15Z",
        "2026-07-01T10:30:00Z, 2026-07-01T10:30:00Z",
        "2026-07-01T10:30:00+02:00, 2026-07-01T08:30:00Z",
        "2026-11-18T10:30-05:00, 2026-11-18T15:30:00Z",
        // The hour that the clocks jump over is read as the hour after it, the hour that comes twice as its first.
        "2026-03-29T01:30, 2026-03-29T01:30:00Z",
        "2026-10-25T01:30, 2026-10-25T00:30:00Z",
    })
    void aTimeWithoutAZoneIsLondons(String text, Instant moment) {
        assertThat(Clocks.moment(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10:30", "2026-11-18", "2026-13-18T10:30", "2026-02-30T10:30", "now"})
    void whatIsNoMomentIsRefused(String text) {
        assertThatThrownBy(() -> Clocks.moment(text)).isInstanceOf(DateTimeException.class);
    }

    @Test
    void aFixedDayIsNineInLondon() {
        assertThat(Clocks.fixed(LocalDate.of(2026, 7, 1)).instant()).isEqualTo(Instant.parse("2026-07-01T08:00:00Z"));
    }
}
