package org.alongside.rules.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.alongside.rules.Content;
import org.alongside.rules.content.ContentFile.Holiday;
import org.alongside.rules.content.ContentFile.Holidays;
import org.alongside.rules.content.ContentReader;

/// The calendar of working days: Monday to Friday without Christmas Day, Good Friday and the bank
/// holidays of England and Wales (timescales.md 3). Beyond the last day that the list of holidays
/// covers only weekends are known; whoever counts past it says so.
public final class WorkingDays {
    private final Holidays holidays;
    private final Map<LocalDate, String> titles;

    public WorkingDays(Holidays holidays) {
        this.holidays = holidays;
        this.titles = holidays.days().stream().collect(Collectors.toMap(Holiday::date, Holiday::title));
    }

    public static WorkingDays shipped() {
        return Shipped.CALENDAR;
    }

    public boolean isWorkingDay(LocalDate day) {
        return !isWeekend(day) && !titles.containsKey(day);
    }

    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /// The name of the holiday on a day.
    public Optional<String> holiday(LocalDate day) {
        return Optional.ofNullable(titles.get(day));
    }

    /// Whether the list of holidays is complete for a day.
    public boolean isKnown(LocalDate day) {
        return !day.isBefore(holidays.first()) && !day.isAfter(holidays.last());
    }

    public LocalDate firstKnown() {
        return holidays.first();
    }

    public LocalDate lastKnown() {
        return holidays.last();
    }

    /// So many working days after a day, which is day 0 whatever day it is; before it when negative.
    /// None leaves the day as it is.
    public LocalDate plus(LocalDate day, int days) {
        int step = Integer.signum(days);
        LocalDate at = day;
        for (int left = Math.abs(days); left > 0; ) {
            at = at.plusDays(step);
            if (isWorkingDay(at)) {
                left--;
            }
        }
        return at;
    }

    /// This day, or the last working day before it.
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate at = day;
        while (!isWorkingDay(at)) {
            at = at.minusDays(1);
        }
        return at;
    }

    /// This day, or the first working day after it.
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate at = day;
        while (!isWorkingDay(at)) {
            at = at.plusDays(1);
        }
        return at;
    }

    /// Working days after the first day, up to and with the last; 0 when the last is not later.
    public int between(LocalDate first, LocalDate last) {
        int count = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    /// The days from one to the other, both ends included, that are no working days.
    public List<LocalDate> daysOff(LocalDate first, LocalDate last) {
        var off = new ArrayList<LocalDate>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (!isWorkingDay(day)) {
                off.add(day);
            }
        }
        return off;
    }

    private static final class Shipped {
        private static final WorkingDays CALENDAR =
                new WorkingDays((Holidays) ContentReader.read(Content.text("bank-holidays-england.json")));
    }
}
