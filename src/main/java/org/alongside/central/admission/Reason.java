package org.alongside.central.admission;

/// Why an operation is kept and not applied (`sync.md` 2.2).
public enum Reason {
    /// Its author may not write this, here.
    SCOPE("scope"),
    /// The record is one author's finished statement; an edit of it may be filed as an addendum.
    SIGNED("signed"),
    /// It builds on, or stands and falls with, one that was parked.
    AFTER_PARKED("after-parked"),
    /// A record type, field group or version that this service does not know.
    SCHEMA("schema"),
    /// The laptop's access has been taken away.
    REVOKED("revoked"),
    /// The record takes no more: it was entered in error.
    CLOSED("closed"),
    /// It cannot be what it says.
    INVALID("invalid");

    private final String word;

    Reason(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
