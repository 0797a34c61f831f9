package org.alongside.document.pdf;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.alongside.kernel.Clocks;

/// One printing: who, when, and the number by which this paper is asked for, signed back or destroyed.
///
/// @param by the name of who printed it
/// @param id of this printing; its number is made from it
public record Printing(String by, Instant at, UUID id) {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

    /// Without letters and figures that are taken for each other.
    private static final String SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;

    /// `7K2M-4QXN`, out of the part of the id that is chance.
    public String number() {
        var number = new StringBuilder();
        long bits = id.getLeastSignificantBits();
        for (int at = 0; at < LENGTH; at++) {
            if (at == LENGTH / 2) {
                number.append('-');
            }
            number.append(SIGNS.charAt((int) (bits & 31)));
            bits >>>= 5;
        }
        return number.toString();
    }

    /// `Wednesday 25 November 2026, 14:20`.
    public String when() {
        return WHEN.format(at.atZone(Clocks.LONDON));
    }
}
