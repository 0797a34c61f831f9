package org.alongside.kernel;

import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/// The rule for what a person typed, the same on laptop, service, H2 and PostgreSQL: kept letter for
/// letter in Unicode NFC with `\n` line ends. Control characters other than tab and newline, half a
/// surrogate pair and non-characters cannot be kept; [#mended] takes them out, [#problem] names them.
public final class TypedText {
    private TypedText() {}

    /// Whether text is already in the form that is stored.
    public static boolean isClean(String text) {
        return Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && text.codePoints().allMatch(TypedText::keepable);
    }

    /// The text in the form that is stored: NFC, `\n` line ends, without what cannot be kept. Clean
    /// text comes back as it was.
    public static String mended(String text) {
        if (isClean(text)) {
            return text;
        }
        var kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(TypedText::keepable)
                .forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /// Why text cannot be stored as it is: a character that cannot be kept, or more than
    /// [Limits#FIELD_BYTES]. Line ends and normal form are mended without asking and are no problem.
    public static Optional<Problem> problem(String text) {
        String asked = text.replace("\r\n", "\n").replace('\r', '\n');
        int[] refused = asked.codePoints().filter(c -> !keepable(c)).toArray();
        if (refused.length > 0) {
            return Optional.of(Problem.of(
                    "text-character-refused",
                    String.format(
                            Locale.ROOT,
                            "%d character%s cannot be kept (the first is U+%04X). Remove %s, or paste as plain text.",
                            refused.length,
                            refused.length == 1 ? "" : "s",
                            refused[0],
                            refused.length == 1 ? "it" : "them")));
        }
        // Normal form can be longer than what was typed (a musical sign is three), or shorter.
        return tooLong(Normalizer.normalize(asked, Normalizer.Form.NFC));
    }

    /// Why text is too long for one field, if it is.
    public static Optional<Problem> tooLong(String text) {
        int bytes = bytes(text);
        if (bytes <= Limits.FIELD_BYTES) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                "text-too-long",
                String.format(
                        Locale.ROOT,
                        "This text is %d KB long and a field takes %d KB. Put part of it in another field, or attach"
                                + " it.",
                        (bytes + 1023) / 1024,
                        Limits.FIELD_BYTES / 1024)));
    }

    /// Length in bytes of UTF-8.
    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /// At most so many characters as a reader counts them, never cut inside one; what was cut shows
    /// as an ellipsis.
    public static String shortened(String text, int characters) {
        if (characters < 1) {
            return text.isEmpty() ? text : "…";
        }
        var breaks = BreakIterator.getCharacterInstance(Locale.UK);
        breaks.setText(text);
        int end = breaks.next(characters);
        return end == BreakIterator.DONE || end >= text.length()
                ? text
                : text.substring(0, end).stripTrailing() + "…";
    }

    /// A copy for matching only: no accents, no case, one space between words, curly quotes straight.
    public static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[‘’ʼ]", "'")
                .replaceAll("[“”]", "\"")
                .replace("ł", "l")
                .replace("Ł", "l")
                .replace("ø", "o")
                .replace("Ø", "o")
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    /// A name set apart from the direction of the text around it (first-strong isolate).
    public static String isolated(String name) {
        boolean leftToRight = name.codePoints().allMatch(c -> switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE -> false;
            default -> true;
        });
        return leftToRight ? name : "\u2068" + name + "\u2069";
    }

    private static boolean keepable(int point) {
        boolean control = Character.getType(point) == Character.CONTROL && point != '\t' && point != '\n';
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        boolean nonCharacter = (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
        return !control && !half && !nonCharacter;
    }
}
