package org.alongside.rules.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.alongside.rules.content.Unit;
import org.jspecify.annotations.Nullable;

/// Counts days, weeks, months, years and hours from a day or moment (timescales.md 3).
///
/// @param countFirstDay the day counted from is day 1
/// @param before counts back
/// @param laterWhenMissing a date that the month lacks moves to the next day, else to the last of the
///     month: retention and not-before rules take the later of two readings
record Counting(WorkingDays calendar, boolean countFirstDay, boolean before, boolean laterWhenMissing) {

    /// The day that so many units make.
    ///
    /// @param unit anything but hours and the units of a school's calendar
    LocalDate day(LocalDate from, int number, Unit unit) {
        int sign = before ? -1 : 1;
        if (unit == Unit.WORKING_DAYS) {
            LocalDate dayZero = countFirstDay ? from.minusDays(sign) : from;
            return calendar.plus(dayZero, sign * number);
        }
        LocalDate reached = laterWhenMissing && !before ? later(from, number, unit) : plus(from, sign * number, unit);
        return countFirstDay ? reached.minusDays(sign) : reached;
    }

    /// Elapsed hours.
    Instant moment(Instant from, int hours) {
        Duration length = Duration.ofHours(hours);
        return before ? from.minus(length) : from.plus(length);
    }

    /// A date that the month lacks moves to the next day.
    static LocalDate later(LocalDate from, @Nullable Integer number, @Nullable Unit unit) {
        if (number == null || unit == null) {
            throw new IllegalStateException("a date is added to without a number and unit");
        }
        LocalDate reached = plus(from, number, unit);
        boolean lacks = (unit == Unit.MONTHS || unit == Unit.YEARS) && reached.getDayOfMonth() < from.getDayOfMonth();
        return lacks ? reached.plusDays(1) : reached;
    }

    private static LocalDate plus(LocalDate from, int number, Unit unit) {
        return switch (unit) {
            case CALENDAR_DAYS -> from.plusDays(number);
            case WEEKS -> from.plusWeeks(number);
            case MONTHS -> from.plusMonths(number);
            case YEARS -> from.plusYears(number);
            case WORKING_DAYS, HOURS, SCHOOL_DAYS, SCHOOL_TERMS ->
                throw new IllegalStateException("not a unit of the plain calendar");
        };
    }
}
