package org.alongside.ui.control;

import java.time.LocalDate;

/// The three fields of a date as they stand, half written or wrong: what a draft keeps.
public record DateTyped(String day, String month, String year) {
    public static final DateTyped NOTHING = new DateTyped("", "", "");

    public static DateTyped of(LocalDate date) {
        return new DateTyped(
                Integer.toString(date.getDayOfMonth()),
                Integer.toString(date.getMonthValue()),
                Integer.toString(date.getYear()));
    }

    public boolean isEmpty() {
        return day.isBlank() && month.isBlank() && year.isBlank();
    }
}
