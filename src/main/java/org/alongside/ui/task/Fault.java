package org.alongside.ui.task;

import java.util.Locale;

/// A failure nobody expected, with a short reference that a worker can read out to the help desk. The
/// reference is computed from where it happened, never from what anybody typed, so the same fault has
/// the same reference on every laptop.
///
/// @param reference eight letters and digits, such as `7K2M-Q4XD`
/// @param cause for the log
public record Fault(String reference, Throwable cause) {
    /// Without I, L, O and U: they are misread aloud.
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int FRAMES = 5;

    public static Fault of(Throwable cause) {
        long hash = 17;
        Throwable at = cause;
        for (int depth = 0; at != null && depth < FRAMES; depth++, at = at.getCause()) {
            hash = hash * 31 + at.getClass().getName().hashCode();
            StackTraceElement[] frames = at.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                hash = hash * 31 + frames[i].getClassName().hashCode();
                hash = hash * 31 + frames[i].getMethodName().hashCode();
            }
        }
        hash ^= hash >>> 29;
        var word = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            word.append(LETTERS.charAt((int) (hash >>> (i * 5)) & 31));
        }
        word.insert(4, '-');
        return new Fault(word.toString().toUpperCase(Locale.ROOT), cause);
    }
}
