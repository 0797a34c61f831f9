package org.alongside.document.pdf;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import org.alongside.kernel.Texts;

/// Text as paper can draw it: letters of Arabic script in their shapes, signs that only direct the
/// text left out, and what no shipped typeface has told in words, never as a box.
final class Signs {
    /// Signs that the style sheet draws itself: list marks, page numbers.
    static final String OURS = "•0123456789";

    private static final String TAB = "    ";

    private final PaperFonts fonts;
    private boolean replaced;

    Signs(PaperFonts fonts) {
        this.fonts = fonts;
    }

    /// Whether something had to be told in words.
    boolean hasReplaced() {
        return replaced;
    }

    String drawable(String text) {
        String shaped = ArabicShapes.shaped(text);
        int[] points = shaped.codePoints().toArray();
        var drawn = new StringBuilder(shaped.length());
        for (int at = 0; at < points.length; at++) {
            int point = points[at];
            if (point == '\n') {
                drawn.append('\n');
            } else if (point == '\t') {
                drawn.append(TAB);
            } else if (fonts.has(point) && !isUnseen(point)) {
                drawn.appendCodePoint(point);
            } else if (!isUnseen(point)) {
                int end = endOfRun(points, at);
                drawn.append(inWords(points, at, end));
                replaced = true;
                at = end - 1;
            }
        }
        return drawn.toString();
    }

    /// Joiners, directions, variants of a sign: no ink of their own.
    private static boolean isUnseen(int point) {
        return Character.getType(point) == Character.FORMAT
                || (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0xE0100 && point <= 0xE01EF)
                || (point >= 0xE0000 && point <= 0xE007F);
    }

    /// Letters of one script that nobody can draw are told together.
    private int endOfRun(int[] points, int from) {
        UnicodeScript script = UnicodeScript.of(points[from]);
        int end = from + 1;
        while (isWriting(script)
                && end < points.length
                && !fonts.has(points[end])
                && (UnicodeScript.of(points[end]) == script
                        || UnicodeScript.of(points[end]) == UnicodeScript.INHERITED)) {
            end++;
        }
        return end;
    }

    private static boolean isWriting(UnicodeScript script) {
        return script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED && script != UnicodeScript.UNKNOWN;
    }

    private static String inWords(int[] points, int from, int end) {
        UnicodeScript script = UnicodeScript.of(points[from]);
        if (isWriting(script)) {
            return Texts.of("document.writing", name(script), end - from);
        }
        String name = Character.getName(points[from]);
        return Texts.of("document.sign", name == null ? hex(points[from]) : name.toLowerCase(Locale.ENGLISH));
    }

    private static String name(UnicodeScript script) {
        String key = "document.script." + script.name().toLowerCase(Locale.ROOT);
        return Texts.find(key).orElseGet(() -> {
            String words = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
        });
    }

    private static String hex(int point) {
        return String.format(Locale.ROOT, "U+%04X", point);
    }
}
