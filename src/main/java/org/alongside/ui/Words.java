package org.alongside.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.alongside.kernel.DayWords;

/// Days and moments as the windows write them: in the words of [DayWords].
public final class Words {
    private Words() {}

    /// `Friday 20 November 2026`.
    public static String day(LocalDate day) {
        return DayWords.day(day);
    }

    /// `20 November 2026`, in a sentence.
    public static String longDay(LocalDate day) {
        return DayWords.longDay(day);
    }

    /// `20 Nov 2026`, for tables.
    public static String shortDay(LocalDate day) {
        return DayWords.shortDay(day);
    }

    /// `09:12`.
    public static String time(LocalTime time) {
        return DayWords.time(time);
    }

    /// London's `09:12` of a moment.
    public static String time(Instant moment) {
        return DayWords.time(moment);
    }

    /// `09:12` when it was today, `20 Nov 2026 09:12` otherwise.
    public static String moment(Instant moment, LocalDate today) {
        return DayWords.moment(moment, today);
    }
}
