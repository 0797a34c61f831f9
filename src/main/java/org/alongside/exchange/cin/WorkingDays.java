package org.alongside.exchange.cin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.alongside.kernel.Json;
import tools.jackson.databind.JsonNode;

/// Working days in England, for the two queries of the census that count them. In years that
/// `content/bank-holidays-england.json` does not cover only weekends are left out.
final class WorkingDays {
    private WorkingDays() {}

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /// Whether more than so many working days lie after the first day, up to and with the last.
    static boolean moreThan(int days, LocalDate first, LocalDate last) {
        int count = 0;
        for (LocalDate day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (!isWeekend(day) && !Holidays.DAYS.contains(day) && ++count > days) {
                return true;
            }
        }
        return false;
    }

    private static final class Holidays {
        private static final Set<LocalDate> DAYS = load();

        private static Set<LocalDate> load() {
            try (var in = WorkingDays.class.getResourceAsStream("/content/bank-holidays-england.json")) {
                if (in == null) {
                    throw new IllegalStateException("bank-holidays-england.json is not on the class path");
                }
                var days = new HashSet<LocalDate>();
                for (JsonNode holiday : Json.MAPPER.readTree(in).path("holidays")) {
                    days.add(LocalDate.parse(holiday.path("date").stringValue()));
                }
                return Set.copyOf(days);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
