package org.alongside.planted.exchange;

import java.time.ZoneId;

/// Offends the machine policy: case, figures, zone and locale as the computer likes them.
public class ExchangeCase {
    public String folded(String text, int number) {
        return text.toLowerCase() + String.format("%d", number) + "%d".formatted(number) + ZoneId.systemDefault();
    }
}
