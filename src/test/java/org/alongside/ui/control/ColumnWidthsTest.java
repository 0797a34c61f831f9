package org.alongside.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnWidthsTest {
    private static final double[] EVEN = {1, 1, 1, 1};

    @Test
    void whatSomeDoNotNeedGoesToThoseWhoseWordsAreLong() {
        assertThat(ColumnWidths.of(new double[] {80, 60, 700, 40}, EVEN, 600)).containsExactly(80, 60, 420, 40);
    }

    @Test
    void twoLongColumnsDivideTheRestByTheirShare() {
        assertThat(ColumnWidths.of(new double[] {100, 900, 900, 100}, new double[] {1, 2, 1, 1}, 800))
                .containsExactly(100, 400, 200, 100);
    }

    @Test
    void roomThatNobodyNeedsGoesToAllByShare() {
        assertThat(ColumnWidths.of(new double[] {100, 100, 100, 100}, new double[] {1, 1, 1, 2}, 900))
                .containsExactly(200, 200, 200, 300);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 99.5, 333, 600, 5000})
    void theRoomIsNeverPassed(double room) {
        double sum = 0;
        for (double width : ColumnWidths.of(new double[] {80.2, 61.7, 700.1, 0}, new double[] {3, 1.5, 2, 1}, room)) {
            assertThat(width).isNotNegative();
            sum += width;
        }
        assertThat(sum).isLessThanOrEqualTo(room);
    }
}
