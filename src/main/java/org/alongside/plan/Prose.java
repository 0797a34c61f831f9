package org.alongside.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words and sentences of a text, counted as practice 3.4 says: a hyphen or apostrophe does not split a
/// word, a time or date is one piece, and a line break ends a sentence.
final class Prose {
    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}]|['’‑-](?=[\\p{L}\\p{N}])|(?<=\\p{N})[.:/,](?=\\p{N}))*");
    private static final Pattern END = Pattern.compile("[.!?…]+[\"”’')\\]]*(?=\\s|$)|\\R");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]");

    private Prose() {}

    /// A stretch of a text.
    ///
    /// @param end the first place after it
    record Span(int start, int end) {
        String of(String text) {
            return text.substring(start, end);
        }

        boolean meets(Span other) {
            return start < other.end && other.start < end;
        }
    }

    /// Everything that counts towards a limit of length: words, and numbers, dates and times.
    static List<Span> pieces(String text) {
        return all(WORD, text);
    }

    /// The words only: nothing that has a digit in it is one.
    static List<String> words(String text) {
        return pieces(text).stream()
                .map(span -> span.of(text))
                .filter(Prose::isWord)
                .toList();
    }

    static boolean isWord(String piece) {
        return piece.codePoints().noneMatch(Character::isDigit);
    }

    /// The sentences that have something in them.
    static List<Span> sentences(String text) {
        var sentences = new ArrayList<Span>();
        int from = 0;
        Matcher end = END.matcher(text);
        while (end.find()) {
            add(sentences, text, from, end.end());
            from = end.end();
        }
        add(sentences, text, from, text.length());
        return sentences;
    }

    private static void add(List<Span> sentences, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        var span = new Span(start, end);
        if (WORD.matcher(text).region(start, end).find()) {
            sentences.add(span);
        }
    }

    /// What stands between double quotation marks, the marks with it.
    static List<Span> quoted(String text) {
        return all(QUOTED, text);
    }

    /// The text with stretches made blank, letter for letter, so that places stay what they are.
    static String blank(String text, List<Span> spans) {
        if (spans.isEmpty()) {
            return text;
        }
        char[] letters = text.toCharArray();
        for (Span span : spans) {
            java.util.Arrays.fill(letters, span.start(), span.end(), ' ');
        }
        return new String(letters);
    }

    static List<Span> all(Pattern pattern, String text) {
        var spans = new ArrayList<Span>();
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            spans.add(new Span(found.start(), found.end()));
        }
        return spans;
    }
}
