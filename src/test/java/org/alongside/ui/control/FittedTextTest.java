package org.alongside.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import org.alongside.ui.Fx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FittedTextTest {
    private static final String LONG = "Romy in the same clothes three days running 😀 and asking for food on arrival";

    private static String fitted(String words, double room) {
        return Fx.get(() -> FittedText.of(words, Font.getDefault(), room));
    }

    @ParameterizedTest
    @ValueSource(doubles = {60, 150, 299.5, 340, 420})
    void whatIsTooLongIsCutAtAWordAndFits(double room) {
        String cut = fitted(LONG, room);
        assertThat(cut).endsWith("…");
        String words = cut.substring(0, cut.length() - 1);
        assertThat(LONG).startsWith(words);
        assertThat(LONG.charAt(words.length())).isEqualTo(' ');
        assertThat(Fx.<Double>get(() -> FittedText.width(cut, Font.getDefault())))
                .isLessThanOrEqualTo(room);
    }

    @Test
    void whatFitsStaysAndLinesBecomeOne() {
        assertThat(fitted("One\ntwo", 500)).isEqualTo("One two");
    }

    @Test
    void withNoRoomAtAllOnlyTheSignIsLeft() {
        assertThat(fitted(LONG, 0)).isEqualTo("…");
    }
}
