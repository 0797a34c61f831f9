package org.alongside.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.alongside.ui.control.DateReading.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What three fields say, and that messages name the part that is wrong.
class DateReadingTest {
    private static DateReading read(String day, String month, String year) {
        return DateReading.of(new DateTyped(day, month, year), DateBounds.NONE);
    }

    @Test
    void nothingTypedIsNoFault() {
        assertThat(read("", " ", "")).isInstanceOf(DateReading.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({"3,2,2026", "03,02,2026", "3,feb,2026", "3,February,2026", "3,FEB.,2026"})
    void aMonthMayBeANumberOrAName(String day, String month, String year) {
        assertThat(read(day, month, year).date()).contains(LocalDate.of(2026, 2, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3/2/26 |      |      | DAY   | 3/2/26",
                "''     | 2    | 2026 | DAY   | day",
                "0      | 2    | 2026 | DAY   | 0",
                "32     | 2    | 2026 | DAY   | 32",
                "31     | 2    | 2026 | DAY   | February 2026 has 28 days",
                "29     | feb  | 2025 | DAY   | 28 days",
                "3      | ''   | 2026 | MONTH | month",
                "3      | 13   | 2026 | MONTH | 13",
                "3      | fe   | 2026 | MONTH | fe",
                "3      | febx | 2026 | MONTH | febx",
                "3      | 2    | ''   | YEAR  | year",
                "3      | 2    | 26   | YEAR  | 26",
                "3      | 2    | 0026 | YEAR  | 0026",
                "3      | 2    | soon | YEAR  | soon",
                "٣      | 2    | 2026 | DAY   | ٣"
            })
    void theMessageNamesTheWrongPartAndWhatWasWritten(String day, String month, String year, Part part, String words) {
        DateReading reading = read(day, text(month), text(year));
        assertThat(reading).isInstanceOfSatisfying(DateReading.Wrong.class, wrong -> {
            assertThat(wrong.part()).isEqualTo(part);
            assertThat(wrong.message()).contains(words);
        });
        assertThat(reading.date()).isEmpty();
    }

    private static String text(String field) {
        return field == null ? "" : field;
    }

    @Test
    void aPlannedDayInAPastYearNamesTheYear() {
        DateReading reading =
                DateReading.of(new DateTyped("2", "12", "2025"), DateBounds.from(LocalDate.of(2026, 11, 18)));
        assertThat(reading)
                .isEqualTo(new DateReading.Wrong(Part.YEAR, "The year must be 2026 or later, and you wrote 2025."));
    }

    @Test
    void aDayThatHappenedCannotBeTomorrow() {
        DateReading reading =
                DateReading.of(new DateTyped("19", "11", "2026"), DateBounds.until(LocalDate.of(2026, 11, 18)));
        assertThat(reading)
                .isInstanceOfSatisfying(
                        DateReading.Wrong.class,
                        wrong -> assertThat(wrong.message())
                                .contains("Wednesday 18 November 2026", "Thursday 19 November 2026"));
    }

    @Test
    void bothBoundsAreIncluded() {
        LocalDate day = LocalDate.of(2026, 11, 18);
        assertThat(DateReading.of(DateTyped.of(day), new DateBounds(day, day)).date())
                .contains(day);
    }
}
