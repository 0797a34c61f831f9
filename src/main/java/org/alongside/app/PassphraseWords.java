package org.alongside.app;

import java.security.SecureRandom;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alongside.rules.Content;

/// Suggests a passphrase of words drawn by chance: easy to keep in mind, hard to guess. The number of
/// words is the least that gives 50 bits or more (`safety.md` 5.2 asks for about 51).
final class PassphraseWords {
    private static final double BITS_LEAST = 50;

    private final List<String> words;
    private final RandomGenerator random;

    PassphraseWords(List<String> words, RandomGenerator random) {
        this.words = List.copyOf(words);
        this.random = random;
    }

    static PassphraseWords shipped() {
        List<String> words = Content.text("passphrase-words.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> java.util.Arrays.stream(line.strip().split(" ")))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        return new PassphraseWords(words, new SecureRandom());
    }

    int size() {
        return words.size();
    }

    int count() {
        return (int) Math.ceil(BITS_LEAST / (Math.log(words.size()) / Math.log(2)));
    }

    String suggest() {
        return IntStream.range(0, count())
                .mapToObj(i -> words.get(random.nextInt(words.size())))
                .collect(Collectors.joining(" "));
    }
}
