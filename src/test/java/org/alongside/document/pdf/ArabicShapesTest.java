package org.alongside.document.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArabicShapesTest {
    @Test
    void aLetterTakesTheFormThatItsNeighboursAskFor() {
        // beh alone; beginning, middle and end of a word
        assertThat(ArabicShapes.shaped("ب")).isEqualTo("\uFE8F");
        assertThat(ArabicShapes.shaped("ببب")).isEqualTo("\uFE91\uFE92\uFE90");
    }

    @Test
    void aLetterThatJoinsToTheRightOnlyEndsTheJoin() {
        // dal, then meem at a beginning
        assertThat(ArabicShapes.shaped("بدم")).isEqualTo("\uFE91\uFEAA\uFEE1");
    }

    @Test
    void lamAndAlefAreOne() {
        assertThat(ArabicShapes.shaped("لا")).isEqualTo("\uFEFB");
        assertThat(ArabicShapes.shaped("سلا")).isEqualTo("\uFEB3\uFEFC");
    }

    @Test
    void marksOverALetterDoNotPartIt() {
        assertThat(ArabicShapes.shaped("بَب")).isEqualTo("\uFE91\u064E\uFE90");
    }

    @Test
    void aNonJoinerPartsTwoLetters() {
        assertThat(ArabicShapes.shaped("ب\u200Cب")).isEqualTo("\uFE8F\u200C\uFE8F");
    }

    @Test
    void persianAndUrduLettersHaveTheirForms() {
        assertThat(ArabicShapes.shaped("پپ")).isEqualTo("\uFB58\uFB57");
    }

    @Test
    void otherTextStaysAsItIs() {
        assertThat(ArabicShapes.shaped("Zażółć 12")).isEqualTo("Zażółć 12");
    }
}
