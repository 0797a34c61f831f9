package org.alongside.exchange.council;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Set;
import org.alongside.kernel.Clocks;
import org.alongside.rules.Content;

/// Turns a council file's day numbers into days and moments.
///
/// @param anchor the day that 0 stands for
/// @param now nothing is kept later than this
/// @param workingDays for a demonstration: a visit, meeting or signature that would fall on a weekend or
///     bank holiday falls on the working day before
record Dating(LocalDate anchor, Instant now, boolean workingDays) {
    /// Day numbers beyond this many days, about 150 years, are slips of the hand.
    static final int DAYS_MAX = 55_000;

    /// The word for "from today".
    static final String TODAY = "today";

    private static final LocalTime TIME_MISSING = LocalTime.of(10, 0);
    private static final Set<LocalDate> BANK_HOLIDAYS = bankHolidays();

    static boolean isAnchor(String text) {
        if (text.equals(TODAY)) {
            return true;
        }
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    LocalDate day(int number) {
        return anchor.plusDays(number);
    }

    /// The day of a visit, a meeting or a signature.
    LocalDate held(int number) {
        LocalDate day = day(number);
        while (workingDays && !isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /// When something of that day happened: the file has no times, so 10:00 in London.
    static Instant at(LocalDate day) {
        return day.atTime(TIME_MISSING).atZone(Clocks.LONDON).toInstant();
    }

    /// When something of that day was kept: never later than now.
    Instant kept(LocalDate day) {
        Instant at = at(day);
        return at.isAfter(now) ? now : at;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !BANK_HOLIDAYS.contains(day);
    }

    private static Set<LocalDate> bankHolidays() {
        var days = new HashSet<LocalDate>();
        Content.tree("bank-holidays-england.json")
                .path("holidays")
                .forEach(day -> days.add(LocalDate.parse(day.path("date").stringValue())));
        return Set.copyOf(days);
    }
}
