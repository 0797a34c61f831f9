package org.alongside.store;

import java.util.Locale;

/// Whether a stream on this laptop may be read.
public enum Access {
    OPEN,
    /// An order took it away: nothing of it is shown, own work on it still goes out, then it is purged.
    RELEASED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
