package org.alongside.planted.exchange;

import java.util.Locale;

/// Innocent: the locale is named.
public class ExchangeRoot {
    public String folded(String text, int number) {
        return text.toLowerCase(Locale.ROOT) + String.format(Locale.ROOT, "%d", number);
    }
}
