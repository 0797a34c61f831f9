package org.alongside.store;

import java.util.Locale;

/// Where an own operation stands, in the words of `show outbox`.
public enum OwnState {
    ON_THIS_LAPTOP,
    WITH_THE_COUNCIL,
    PARKED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
