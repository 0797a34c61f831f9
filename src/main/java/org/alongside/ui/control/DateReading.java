package org.alongside.ui.control;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.alongside.kernel.Texts;
import org.alongside.ui.Words;

/// What three fields say: nothing, a day, or something wrong in one of them. Nothing is guessed: a day
/// is only taken when it can be read back in words.
public sealed interface DateReading {
    /// A field of the three.
    enum Part {
        DAY,
        MONTH,
        YEAR
    }

    /// Nothing was typed.
    record Nothing() implements DateReading {}

    /// A real day within its bounds.
    record Read(LocalDate day) implements DateReading {}

    /// @param part the field to put right
    /// @param message says which part is wrong and what was written
    record Wrong(Part part, String message) implements DateReading {}

    /// The day, if it could be read.
    default Optional<LocalDate> date() {
        return this instanceof Read(LocalDate day) ? Optional.of(day) : Optional.empty();
    }

    /// Reads three fields; a month may be a number or a name of three letters or more.
    static DateReading of(DateTyped typed, DateBounds bounds) {
        if (typed.isEmpty()) {
            return new Nothing();
        }
        String day = typed.day().strip();
        String month = typed.month().strip();
        String year = typed.year().strip();
        if (day.isEmpty()) {
            return new Wrong(Part.DAY, Texts.of("ui.date-day-missing"));
        }
        int dayNumber = number(day, 2);
        if (dayNumber < 1 || dayNumber > 31) {
            return new Wrong(Part.DAY, Texts.of("ui.date-day-wrong", day));
        }
        if (month.isEmpty()) {
            return new Wrong(Part.MONTH, Texts.of("ui.date-month-missing"));
        }
        int monthNumber = month(month);
        if (monthNumber < 1 || monthNumber > 12) {
            return new Wrong(Part.MONTH, Texts.of("ui.date-month-wrong", month));
        }
        if (year.isEmpty()) {
            return new Wrong(Part.YEAR, Texts.of("ui.date-year-missing"));
        }
        int yearNumber = number(year, 4);
        if (yearNumber < 0) {
            return new Wrong(Part.YEAR, Texts.of("ui.date-year-wrong", year));
        }
        if (year.length() < 4) {
            return new Wrong(Part.YEAR, Texts.of("ui.date-year-short", year));
        }
        if (yearNumber < 1900 || yearNumber > 2199) {
            return new Wrong(Part.YEAR, Texts.of("ui.date-year-far", year));
        }
        return day(yearNumber, monthNumber, dayNumber, bounds);
    }

    private static DateReading day(int year, int month, int day, DateBounds bounds) {
        LocalDate date;
        try {
            date = LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            var asked = YearMonth.of(year, month);
            String name = Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            return new Wrong(
                    Part.DAY,
                    Texts.of("ui.date-day-not-in-month", name + " " + asked.getYear(), asked.lengthOfMonth(), day));
        }
        LocalDate earliest = bounds.earliest();
        if (earliest != null && date.isBefore(earliest)) {
            return year < earliest.getYear()
                    ? new Wrong(Part.YEAR, Texts.of("ui.date-year-early", text(earliest.getYear()), text(year)))
                    : new Wrong(Part.DAY, Texts.of("ui.date-early", Words.day(earliest), Words.day(date)));
        }
        LocalDate latest = bounds.latest();
        if (latest != null && date.isAfter(latest)) {
            return year > latest.getYear()
                    ? new Wrong(Part.YEAR, Texts.of("ui.date-year-late", text(latest.getYear()), text(year)))
                    : new Wrong(Part.DAY, Texts.of("ui.date-late", Words.day(latest), Words.day(date)));
        }
        return new Read(date);
    }

    private static String text(int year) {
        return Integer.toString(year);
    }

    private static int number(String text, int digits) {
        boolean number = text.length() <= digits && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(text) : -1;
    }

    private static int month(String text) {
        int number = number(text, 2);
        if (number >= 0) {
            return number;
        }
        String asked = text.toLowerCase(Locale.ROOT).replace(".", "");
        if (asked.length() >= 3) {
            for (Month month : Month.values()) {
                String name =
                        month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
                if (name.startsWith(asked) || (asked.equals("sept") && month == Month.SEPTEMBER)) {
                    return month.getValue();
                }
            }
        }
        return -1;
    }
}
