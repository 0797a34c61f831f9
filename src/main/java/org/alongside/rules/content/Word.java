package org.alongside.rules.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the constants of an enumeration are written in content: `WORKING_DAYS` is `working_days`.
public final class Word {
    private Word() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> @Nullable E find(Class<E> words, String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> of(word).equals(text))
                .findFirst()
                .orElse(null);
    }

    static String list(Class<? extends Enum<?>> words) {
        return Arrays.stream(words.getEnumConstants()).map(Word::of).collect(Collectors.joining(", "));
    }
}
