package org.alongside.child.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChangedWordsTest {
    @Test
    void onlyTheWordsThatAreNewStandOut() {
        var runs = ChangedWords.runs("Luca visits in the morning.", "Luca visits twice in the morning.");
        assertThat(runs)
                .containsExactly(
                        new ChangedWords.Run("Luca visits ", false),
                        new ChangedWords.Run("twice ", true),
                        new ChangedWords.Run("in the morning.", false));
    }

    @Test
    void nothingOfTheTextIsLost() {
        String now = "  two  spaces,\nanother line 🦊 שלום ";
        assertThat(ChangedWords.runs("two spaces", now).stream()
                        .map(ChangedWords.Run::words)
                        .reduce("", String::concat))
                .isEqualTo(now);
    }
}
