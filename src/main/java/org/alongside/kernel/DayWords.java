package org.alongside.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days and moments as windows and papers write them, the same in every language of the machine.
public final class DayWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private DayWords() {}

    /// `Friday 20 November 2026`.
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// `20 November 2026`, in a sentence.
    public static String longDay(LocalDate day) {
        return LONG_DAY.format(day);
    }

    /// `20 Nov 2026`, for tables.
    public static String shortDay(LocalDate day) {
        return SHORT_DAY.format(day);
    }

    /// `09:12`.
    public static String time(LocalTime time) {
        return TIME.format(time);
    }

    /// London's `09:12` of a moment.
    public static String time(Instant moment) {
        return TIME.format(moment.atZone(Clocks.LONDON));
    }

    /// `09:12` when it was today, `20 Nov 2026 09:12` otherwise.
    public static String moment(Instant moment, LocalDate today) {
        LocalDate day = Clocks.day(moment);
        return day.equals(today) ? time(moment) : shortDay(day) + " " + time(moment);
    }
}
