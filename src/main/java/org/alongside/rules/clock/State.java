package org.alongside.rules.clock;

import java.util.Locale;

/// How a clock stands (`command-line.md`, `show clocks`).
public enum State {
    DUE,
    OVERDUE,
    MET,
    MET_LATE,
    NOT_APPLICABLE,
    LATE_WITH_REASON,
    /// The number is the council's and it has adopted none, or something that it is counted from is
    /// not known.
    NOT_SET,
    /// The date is the one agreed, and none is typed in.
    AS_SET,
    GATE_OPEN,
    GATE_PASSED,
    /// Measures, look-backs, retention, not-before: shown, and never late.
    SHOWN;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether somebody still has something to do.
    public boolean isOpen() {
        return this == DUE || this == OVERDUE || this == GATE_OPEN || this == AS_SET || this == NOT_SET;
    }
}
