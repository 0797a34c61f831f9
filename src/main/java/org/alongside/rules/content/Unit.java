package org.alongside.rules.content;

/// What a timescale rule counts in (timescales.md 3).
public enum Unit {
    WORKING_DAYS,
    CALENDAR_DAYS,
    WEEKS,
    MONTHS,
    YEARS,
    HOURS,
    SCHOOL_DAYS,
    SCHOOL_TERMS
}
