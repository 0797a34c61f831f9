package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Days by element name, without those that are absent.
final class Days {
    private final Map<String, LocalDate> days = new LinkedHashMap<>();

    Days with(String element, @Nullable LocalDate day) {
        if (day != null) {
            days.put(element, day);
        }
        return this;
    }

    Map<String, LocalDate> map() {
        return days;
    }
}
