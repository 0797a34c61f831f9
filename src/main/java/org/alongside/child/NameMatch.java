package org.alongside.child;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.kernel.SearchWords;
import org.alongside.rules.Content;

/// Whether a name is meant by what was typed: without accents and case, by its beginning, by its other
/// spellings and short forms, and, for words long enough, by sound. It only finds; it never joins.
public final class NameMatch {
    /// Shorter words sound like too much.
    private static final int SOUND_FROM = 4;

    private static final int SOUND_DIFFERENCE = 3;
    private static final Map<String, Set<String>> SAME = same();

    private final List<String> wanted;

    /// @param typed what was typed
    public NameMatch(String typed) {
        this.wanted = SearchWords.of(typed);
    }

    /// How near a name is; the nearer the earlier.
    public enum Nearness {
        /// Every word typed begins a word of the name.
        WRITTEN,
        /// One is another spelling or a short form.
        VARIANT,
        /// One only sounds like it.
        SOUND,
        NONE
    }

    public Nearness of(String name) {
        List<String> words = SearchWords.of(name);
        if (wanted.isEmpty()) {
            return Nearness.NONE;
        }
        Nearness farthest = Nearness.WRITTEN;
        for (String word : wanted) {
            Nearness nearest = Nearness.NONE;
            for (String of : words) {
                Nearness one = nearness(word, of);
                nearest = one.compareTo(nearest) < 0 ? one : nearest;
            }
            farthest = nearest.compareTo(farthest) > 0 ? nearest : farthest;
        }
        return farthest;
    }

    private static Nearness nearness(String typed, String word) {
        if (word.startsWith(typed)) {
            return Nearness.WRITTEN;
        }
        if (SAME.getOrDefault(word, Set.of()).contains(typed)) {
            return Nearness.VARIANT;
        }
        boolean alike = typed.length() >= SOUND_FROM
                && word.length() >= SOUND_FROM
                && Math.abs(typed.length() - word.length()) <= SOUND_DIFFERENCE;
        String sound = alike ? sound(typed) : "";
        return sound.length() > 2 && sound.equals(sound(word)) ? Nearness.SOUND : Nearness.NONE;
    }

    /// The consonants of a Latin word by their sound, and whether it begins with a vowel; empty for
    /// other scripts. `Katherine` and `Cathryn` are one, `Szymon` and `Shimon`.
    static String sound(String word) {
        if (!word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            return "";
        }
        String said = word.replaceAll("sch|tch|cz|sz|sh|ch", "s")
                .replaceAll("ph", "f")
                .replaceAll("[gc]h|kh|ck|qu", "k")
                .replaceAll("c(?=[eiy])", "s")
                .replaceAll("[cq]", "k")
                .replaceAll("x", "ks")
                .replaceAll("[vw]", "f")
                .replaceAll("z", "s")
                .replaceAll("rs(?=[yi])", "r")
                .replaceAll("(.)\\1+", "$1");
        var sound = new StringBuilder();
        for (int i = 0; i < said.length(); i++) {
            char c = said.charAt(i);
            if ("aeiouy".indexOf(c) >= 0) {
                sound.append(i == 0 ? "a" : "");
            } else if (c != 'h' || i == 0) {
                sound.append(c);
            }
        }
        return sound.toString();
    }

    private static Map<String, Set<String>> same() {
        var same = new HashMap<String, Set<String>>();
        Content.tree("name-variants.json").path("same").forEach(line -> {
            var names = new ArrayList<String>();
            line.forEach(name -> names.addAll(SearchWords.of(name.stringValue())));
            names.forEach(
                    name -> same.computeIfAbsent(name, key -> new HashSet<>()).addAll(names));
        });
        return Map.copyOf(same);
    }
}
