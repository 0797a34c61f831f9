package org.alongside.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alongside.plan.Prose.Span;

/// A set of words and phrases, found at the bounds of words. Of two that begin together the longer
/// counts, so that "as appropriate" is one find.
final class Phrases {
    private static final Pattern NEVER = Pattern.compile("(?!)");

    private final Pattern pattern;

    private Phrases(Collection<String> alternatives, int flags) {
        List<String> sorted = alternatives.stream()
                .filter(one -> !one.isBlank())
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        this.pattern = sorted.isEmpty()
                ? NEVER
                : Pattern.compile(
                        "(?<![\\p{L}\\p{M}\\p{N}])(?=" + firstLetters(sorted) + ")(?:"
                                + sorted.stream().map(Phrases::quoted).collect(Collectors.joining("|"))
                                + ")(?![\\p{L}\\p{M}\\p{N}])",
                        flags);
    }

    /// Looked at before the alternatives: with hundreds of names most places end here.
    private static String firstLetters(List<String> phrases) {
        return phrases.stream()
                .map(phrase -> Pattern.quote(Character.toString(phrase.strip().codePointAt(0))))
                .distinct()
                .collect(Collectors.joining("|"));
    }

    /// In whatever case.
    static Phrases of(Collection<String> words) {
        return new Phrases(words, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// As written: "dash" is no short form.
    static Phrases asWritten(Collection<String> words) {
        return new Phrases(words, 0);
    }

    /// With the endings s, es, d, ed and ing on the first word: a final e drops before "ing", and a
    /// final y becomes "ies" or "ied".
    static Phrases withEndings(Collection<String> words) {
        var all = new ArrayList<String>();
        for (String phrase : words) {
            int space = phrase.indexOf(' ');
            String first = space < 0 ? phrase : phrase.substring(0, space);
            String rest = space < 0 ? "" : phrase.substring(space);
            forms(first).forEach(form -> all.add(form + rest));
        }
        return of(all);
    }

    private static List<String> forms(String verb) {
        var forms = new ArrayList<String>(List.of(verb, verb + "s", verb + "es", verb + "ed", verb + "ing"));
        String stem = verb.substring(0, verb.length() - 1);
        if (verb.endsWith("e")) {
            forms.add(verb + "d");
            forms.add(stem + "ing");
        } else if (verb.endsWith("y")) {
            forms.add(stem + "ies");
            forms.add(stem + "ied");
        } else {
            forms.add(verb + "d");
        }
        return forms;
    }

    /// A space stands for any white space.
    private static String quoted(String phrase) {
        return java.util.Arrays.stream(phrase.strip().split("\\s+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+"));
    }

    List<Span> in(String text) {
        return Prose.all(pattern, text);
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    String replaceIn(String text, String with) {
        return pattern.matcher(text).replaceAll(with);
    }
}
