package org.alongside.kernel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Words as search compares them: no accents, no case, and letters that one script spells in several
/// ways taken as one. What is stored stays as it was typed.
public final class SearchWords {
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern WITHIN = Pattern.compile("(?<=\\p{L})['’ʼ`´](?=\\p{L})");

    /// Longer words are no words.
    private static final int LETTERS_MOST = 60;

    /// Letters that are written for one another: Arabic alef, ya and ta marbuta, Ethiopic letters of one
    /// sound, and Latin letters that Unicode does not take apart.
    private static final Map<Integer, String> SAME = Map.ofEntries(
            Map.entry((int) 'ٱ', "ا"),
            Map.entry((int) 'ى', "ي"),
            Map.entry((int) 'ة', "ه"),
            Map.entry((int) 'ک', "ك"),
            Map.entry((int) 'ی', "ي"),
            Map.entry((int) 'ـ', ""),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ı', "i"));

    private SearchWords() {}

    /// The words of a text in order, each as often as it stands there.
    public static List<String> of(String text) {
        return APART.splitAsStream(folded(WITHIN.matcher(text).replaceAll("")))
                .filter(word -> !word.isEmpty() && word.length() <= LETTERS_MOST)
                .toList();
    }

    /// The different words of some texts, between spaces, so that ` word` begins one.
    public static String between(Iterable<String> texts) {
        Set<String> words = new LinkedHashSet<>();
        texts.forEach(text -> words.addAll(of(text)));
        return " " + String.join(" ", words) + " ";
    }

    /// A text as it is compared.
    public static String folded(String text) {
        String plain = TypedText.folded(text);
        var folded = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            String same = SAME.get(c);
            if (same != null) {
                folded.append(same);
            } else {
                folded.appendCodePoint(ethiopic(c));
            }
        });
        return folded.toString();
    }

    /// ሐ and ኀ are said as ሀ, ሠ as ሰ, ዐ as አ, ፀ as ጸ: one name is spelt with either. Each letter has its
    /// seven vowels in a row of eight.
    private static int ethiopic(int c) {
        int row = c & ~7;
        int to = switch (row) {
            case 0x1210, 0x1280 -> 0x1200;
            case 0x1220 -> 0x1230;
            case 0x12D0 -> 0x12A0;
            case 0x1340 -> 0x1338;
            default -> row;
        };
        return to + (c & 7);
    }
}
