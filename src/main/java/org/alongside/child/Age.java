package org.alongside.child;

import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Ages as practice 1.5 counts them. A child born on 29 February has their birthday on 1 March in
/// other years (practice 0.5).
public final class Age {
    private Age() {}

    /// Whole years on a day; negative days before birth count as 0.
    public static int years(LocalDate born, LocalDate day) {
        int years = day.getYear() - born.getYear();
        return Math.max(0, birthday(born, day.getYear()).isAfter(day) ? years - 1 : years);
    }

    /// Whole months on a day.
    public static int months(LocalDate born, LocalDate day) {
        return (int) Math.max(0, ChronoUnit.MONTHS.between(born, day));
    }

    /// The age band of practice 1.5, or `unborn`.
    public static String band(@Nullable LocalDate born, LocalDate day) {
        if (born == null || born.isAfter(day)) {
            return "unborn";
        }
        int years = years(born, day);
        if (years <= 2) {
            return "0-2";
        }
        if (years <= 5) {
            return "3-5";
        }
        if (years <= 10) {
            return "6-10";
        }
        return years <= 15 ? "11-15" : "16-17";
    }

    /// In words: "9 years", "8 months", "3 weeks", "unborn".
    public static String words(@Nullable LocalDate born, LocalDate day) {
        if (born == null || born.isAfter(day)) {
            return "unborn";
        }
        int years = years(born, day);
        if (years >= 2) {
            return years + " years";
        }
        int months = months(born, day);
        if (months >= 1) {
            return months == 1 ? "1 month" : months + " months";
        }
        long weeks = ChronoUnit.WEEKS.between(born, day);
        return weeks == 1 ? "1 week" : weeks + " weeks";
    }

    private static LocalDate birthday(LocalDate born, int year) {
        boolean leapDay = born.getMonth() == Month.FEBRUARY && born.getDayOfMonth() == 29;
        if (leapDay && !java.time.Year.isLeap(year)) {
            return LocalDate.of(year, Month.MARCH, 1);
        }
        return born.withYear(year);
    }
}
