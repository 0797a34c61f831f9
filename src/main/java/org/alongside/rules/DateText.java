package org.alongside.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;

/// Says in words what is wrong with a date or moment as it was written.
public final class DateText {
    private static final Pattern DAY = Pattern.compile("(\\d{1,6})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{2}):(\\d{2})(:(\\d{2})(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?");

    private DateText() {}

    public static Optional<Problem> dayProblem(String text) {
        Matcher parts = DAY.matcher(text);
        if (!parts.matches()) {
            return Optional.of(problem("date-not-understood"));
        }
        String yearText = parts.group(1);
        int year = Integer.parseInt(yearText);
        int month = Integer.parseInt(parts.group(2));
        int day = Integer.parseInt(parts.group(3));
        if (yearText.length() < 4) {
            return Optional.of(problem("year-not-four-digits", yearText));
        }
        if (year < Limits.YEAR_FIRST || year > Limits.YEAR_LAST) {
            return Optional.of(problem(
                    "year-not-likely", yearText, String.valueOf(Limits.YEAR_FIRST), String.valueOf(Limits.YEAR_LAST)));
        }
        if (month < 1 || month > 12) {
            return Optional.of(Problem.of("date-not-real", Texts.of("rules.month-not-real", String.valueOf(month))));
        }
        if (day < 1 || day > Month.of(month).length(Year.isLeap(year))) {
            return Optional.of(problem("date-not-real", dayName(year, month, day)));
        }
        return text.length() == "2026-11-18".length() ? Optional.empty() : Optional.of(problem("date-not-understood"));
    }

    public static Optional<Problem> momentProblem(String text) {
        int at = text.indexOf('T');
        if (at < 0) {
            return Optional.of(dayProblem(text).orElseGet(() -> problem("moment-not-understood")));
        }
        Optional<Problem> day = dayProblem(text.substring(0, at));
        if (day.isPresent()) {
            return day;
        }
        Matcher time = TIME.matcher(text.substring(at + 1));
        if (!time.matches()) {
            return Optional.of(problem("moment-not-understood"));
        }
        try {
            Clocks.moment(text);
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of(problem("time-not-real", time.group(1) + ":" + time.group(2)));
        }
    }

    /// `31 February`; with the year where the year decides.
    private static String dayName(int year, int month, int day) {
        String name = day + " " + Month.of(month).getDisplayName(TextStyle.FULL, Locale.UK);
        boolean leapDay = month == 2 && day == 29;
        return leapDay ? name + " " + year : name;
    }

    private static Problem problem(String code, Object... arguments) {
        return Problem.of(code, Texts.of("rules." + code, arguments));
    }

    /// A day that [#dayProblem] has nothing against.
    public static Optional<LocalDate> day(String text) {
        return dayProblem(text).isPresent() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }
}
