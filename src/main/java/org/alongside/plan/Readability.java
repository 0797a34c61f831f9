package org.alongside.plan;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alongside.plan.Prose.Span;

/// How hard a text is to read (practice 3.4). All of it is rough: it counts length, not sense.
///
/// @param words nothing that has a digit in it is one
/// @param fleschKincaid a grade
/// @param ari a grade
/// @param readingAge in years, not below 5
/// @param fleschEase higher is easier
/// @param smog a grade; null below ten sentences
/// @param colemanLiau a grade
/// @param longestSentence in words, numbers counted with them
/// @param shareOver25 share of sentences with more than 25 words, 0 to 1
public record Readability(
        int words,
        int sentences,
        double fleschKincaid,
        double ari,
        double readingAge,
        double fleschEase,
        @org.jspecify.annotations.Nullable Double smog,
        double colemanLiau,
        int longestSentence,
        double shareOver25) {
    /// Sentences that SMOG needs.
    private static final int SMOG_SENTENCES = 10;
    /// What a long sentence has more words than.
    private static final int LONG = 25;
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT = Pattern.compile("(?:es|ed|e)$");
    private static final String NAME = "Sam";

    /// @param names of people and places; each is read as "Sam", so that nobody's name makes a text hard
    public static Readability of(String text, Collection<String> names) {
        return of(text, names, LinterWords.shipped().syllables());
    }

    static Readability of(String text, Collection<String> names, Map<String, Integer> syllables) {
        return of(Phrases.asWritten(names).replaceIn(text, NAME), syllables);
    }

    private static Readability of(String text, Map<String, Integer> exceptions) {
        List<String> words = Prose.words(text);
        List<Span> sentences = Prose.sentences(text);
        int long3 = 0;
        int syllables = 0;
        int letters = 0;
        for (String word : words) {
            int count = syllables(word, exceptions);
            syllables += count;
            long3 += count >= 3 ? 1 : 0;
            letters += (int) word.codePoints().filter(Character::isLetter).count();
        }
        int longest = 0;
        int over = 0;
        for (Span sentence : sentences) {
            int length = Prose.pieces(sentence.of(text)).size();
            longest = Math.max(longest, length);
            over += length > LONG ? 1 : 0;
        }
        int count = words.size();
        int parts = sentences.size();
        if (count == 0) {
            return new Readability(0, parts, 0, 0, 5, 0, null, 0, longest, 0);
        }
        double perSentence = (double) count / parts;
        double perWord = (double) syllables / count;
        double kincaid = 0.39 * perSentence + 11.8 * perWord - 15.59;
        double ari = 4.71 * letters / count + 0.5 * perSentence - 21.43;
        return new Readability(
                count,
                parts,
                kincaid,
                ari,
                Math.max(5, (ari + kincaid) / 2 + 5),
                206.835 - 1.015 * perSentence - 84.6 * perWord,
                parts < SMOG_SENTENCES ? null : 1.0430 * Math.sqrt(long3 * 30.0 / parts) + 3.1291,
                0.0588 * (100.0 * letters / count) - 0.296 * (100.0 * parts / count) - 15.8,
                longest,
                (double) over / parts);
    }

    /// Groups of vowels after a final e, es or ed, silent or not; one at least.
    static int syllables(String word, Map<String, Integer> exceptions) {
        String small = word.toLowerCase(Locale.ROOT);
        Integer known = exceptions.get(small);
        if (known != null) {
            return known;
        }
        Matcher groups = VOWELS.matcher(SILENT.matcher(small).replaceFirst(""));
        int count = 0;
        while (groups.find()) {
            count++;
        }
        return Math.max(1, count);
    }

    /// The reading age as it is said: "about 8".
    public int about() {
        return (int) Math.round(readingAge);
    }
}
