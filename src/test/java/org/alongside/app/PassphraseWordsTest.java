package org.alongside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.alongside.store.keys.PassphraseRule;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class PassphraseWordsTest {
    private static final double BITS_LEAST = 50;

    @Test
    void aSuggestionIsHardToGuess() {
        PassphraseWords words = PassphraseWords.shipped();
        double bits = words.count() * Math.log(words.size()) / Math.log(2);
        assertThat(bits).isGreaterThanOrEqualTo(BITS_LEAST);
        assertThat(words.count()).isLessThanOrEqualTo(5);
    }

    @RepeatedTest(20)
    void aSuggestionIsTakenAsAPassphrase() {
        String suggested = PassphraseWords.shipped().suggest();
        assertThat(suggested).matches("[a-z]+( [a-z]+){4}");
        assertThat(PassphraseRule.problem(suggested.toCharArray(), "w_joanna", "Joanna Pritchard"))
                .isEmpty();
    }

    @Test
    void wordsAreDrawnByChance() {
        var words = new PassphraseWords(List.of("a", "b", "c", "d"), new Random(1));
        assertThat(words.count()).isEqualTo(25);
        assertThat(words.suggest()).isNotEqualTo(words.suggest());
    }
}
