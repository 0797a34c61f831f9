package org.alongside.kernel;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The clock of a program run. Days are London days whatever the machine's zone; moments are UTC.
public final class Clocks {
    /// The zone in which a council in England reads a moment.
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /// Years that every form, file and database of the product can hold.
    private static final int YEAR_MIN = 1900;

    private static final int YEAR_MAX = 9999;

    private Clocks() {}

    public static Clock system() {
        return Clock.system(LONDON);
    }

    /// The clock that `--clock` asks for: a day (`2026-11-18`, 09:00 in London), a moment
    /// (`2026-11-18T10:30:00Z`) or a distance (`-P2Y`, `+PT31M`). Time runs on from there.
    ///
    /// @throws BadInput when the text is none of these
    public static Clock of(Optional<String> asked) {
        return asked.map(Clocks::shifted).<Clock>map(Asked::new).orElseGet(Clocks::system);
    }

    /// Whether somebody asked for this clock with `--clock`, so that it does not tell the time. A
    /// council's own data is never opened with one.
    public static boolean isAsked(Clock clock) {
        return clock instanceof Asked;
    }

    /// A clock that was asked for.
    private static final class Asked extends Clock {
        private final Clock clock;

        Asked(Clock clock) {
            this.clock = clock;
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Asked(clock.withZone(zone));
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Asked asked && clock.equals(asked.clock);
        }

        @Override
        public int hashCode() {
            return clock.hashCode();
        }
    }

    private static Clock shifted(String asked) {
        Clock system = system();
        try {
            Clock clock = Clock.offset(system, distance(asked, system.instant()));
            int year = clock.instant().atZone(LONDON).getYear();
            if (year < YEAR_MIN || year > YEAR_MAX) {
                throw new DateTimeException("out of range");
            }
            return clock;
        } catch (DateTimeException | ArithmeticException e) {
            throw BadInput.of(
                    "clock-not-understood",
                    "clock",
                    "\"" + asked + "\" is not a day (2026-11-18), a moment (2026-11-18T10:30:00Z)"
                            + " or a distance (-P2Y, +PT31M).");
        }
    }

    private static Duration distance(String asked, Instant now) {
        String unsigned = asked.startsWith("+") ? asked.substring(1) : asked;
        if (unsigned.contains("P")) {
            if (unsigned.contains("T")) {
                return Duration.parse(unsigned);
            }
            Instant then = now.atZone(LONDON).plus(Period.parse(unsigned)).toInstant();
            return Duration.between(now, then);
        }
        Instant then = asked.contains("T")
                ? Instant.parse(asked)
                : LocalDate.parse(asked).atTime(MORNING).atZone(LONDON).toInstant();
        return Duration.between(now, then);
    }

    /// The London day of a clock's moment.
    public static LocalDate today(Clock clock) {
        return clock.instant().atZone(LONDON).toLocalDate();
    }

    /// The London day of a moment.
    public static LocalDate day(Instant moment) {
        return moment.atZone(LONDON).toLocalDate();
    }

    /// The moment of a file's or form's text: an instant with `Z` or an offset, or a London
    /// wall-clock time such as `2026-11-18T10:30`.
    ///
    /// @throws DateTimeException when it is none of these
    public static Instant moment(String text) {
        if (text.endsWith("Z")) {
            return Instant.parse(text);
        }
        if (text.matches(".*[+-]\\d\\d:\\d\\d$")) {
            return java.time.OffsetDateTime.parse(text).toInstant();
        }
        return java.time.LocalDateTime.parse(text).atZone(LONDON).toInstant();
    }

    /// A clock that stands still, for tests and for dating a demonstration.
    public static Clock fixed(LocalDate day) {
        return Clock.fixed(day.atTime(MORNING).atZone(LONDON).toInstant(), ZoneOffset.UTC);
    }
}
