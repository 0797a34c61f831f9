package org.alongside.exchange;

import java.util.Locale;

/// How much of a file one refusal keeps out: always the smallest unit whose rest is still true.
public enum Unit {
    /// The whole child or person, with all that hangs on it.
    CHILD,
    /// One episode of need, with all that hangs on it.
    EPISODE,
    /// One assessment, enquiry, conference, plan, allocation or relation.
    BLOCK,
    /// One value; what it stood in is taken without it.
    VALUE;

    /// The word in a report.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
