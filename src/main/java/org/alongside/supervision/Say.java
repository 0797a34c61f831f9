package org.alongside.supervision;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days in sentences.
final class Say {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private Say() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
