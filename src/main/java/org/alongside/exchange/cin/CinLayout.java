package org.alongside.exchange.cin;

import java.util.Locale;

/// The layouts of the census that elements can tell apart. 2025-26 changed only the label of a code,
/// so it cannot be told from 2024-25.
public enum CinLayout {
    /// `GenderCurrent`: collections 2021-22 to 2023-24.
    GENDER(2022, 2024),
    /// `Sex`: from 2024-25.
    SEX(2025, 2026),
    /// The pre-proceedings block: from 2026-27.
    PRE_PROCEEDINGS(2027, 2027);

    private final int firstYear;
    private final int lastYear;

    CinLayout(int firstYear, int lastYear) {
        this.firstYear = firstYear;
        this.lastYear = lastYear;
    }

    /// Whether a header's `Year` is one of this layout's.
    boolean fits(int year) {
        return year >= firstYear && year <= lastYear;
    }

    /// The collections, as people name them: `2024-25 to 2025-26`.
    public String collections() {
        String first = collection(firstYear);
        return firstYear == lastYear ? first : first + " to " + collection(lastYear);
    }

    private static String collection(int year) {
        return String.format(Locale.ROOT, "%d-%02d", year - 1, year % 100);
    }
}
