package org.alongside.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.kernel.Limits;

/// Reads the day that an action is due by, as people write it: "24 November", "24 Nov 2026",
/// "24/11/2026", "2026-11-24", with a day of the week before it or not.
public final class ByDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> MONTH_NAMES = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final String WEEKDAY = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?";
    private static final Pattern WORDS = Pattern.compile("(?:by\\s+|from\\s+)?" + WEEKDAY
            + "(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?([a-z]+)\\.?,?(?:\\s+(\\d{4}))?");
    private static final Pattern FIGURES =
            Pattern.compile("(?:by\\s+)?" + WEEKDAY + "(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4}|\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    /// The years in which 29 February comes round again, over a year that is no leap year though its
    /// number divides by four.
    private static final int LEAP = 8;

    private ByDate() {}

    /// @param agreed a day and month without a year is the next such day after it
    /// @return empty when it is no date, or a date that there is not
    public static Optional<LocalDate> read(String by, LocalDate agreed) {
        String text = by.strip().toLowerCase(Locale.ROOT);
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher figures = FIGURES.matcher(text);
        if (figures.matches()) {
            int year = number(figures, 3);
            return day(year < 100 ? 2000 + year : year, number(figures, 2), number(figures, 1));
        }
        Matcher words = WORDS.matcher(text);
        if (!words.matches() || month(words.group(2)) == 0) {
            return Optional.empty();
        }
        int month = month(words.group(2));
        int day = number(words, 1);
        return words.group(3) == null ? next(month, day, agreed) : day(number(words, 3), month, day);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static int month(String word) {
        int full = MONTH_NAMES.indexOf(word);
        int brief = MONTHS.indexOf(word);
        return word.equals("sept") ? 9 : Math.max(full, brief) + 1;
    }

    private static Optional<LocalDate> next(int month, int day, LocalDate agreed) {
        for (int year = agreed.getYear(); year <= agreed.getYear() + LEAP; year++) {
            Optional<LocalDate> found = day(year, month, day).filter(one -> one.isAfter(agreed));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        if (year < Limits.YEAR_FIRST || year > Limits.YEAR_LAST) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
