package org.alongside.store.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassphraseRuleTest {
    @ParameterizedTest
    @CsvSource({
        "fourteen chars, passphrase-short",
        "Correct Horse Battery Staple, passphrase-common",
        "p-a-s-s-w-o-r-d p-a-s-s-w-o-r-d, passphrase-common",
        "aaaaaaaaaaaaaaaaaa, passphrase-common",
        "Priya Shah priya shah, passphrase-name",
        "priya.shah.priya.shah.2026, passphrase-name"
    })
    void aPassphraseThatIsGuessedFirstIsRefused(String passphrase, String code) {
        assertThat(PassphraseRule.problem(passphrase.toCharArray(), "priya.shah", "Priya Shah"))
                .hasValueSatisfying(problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void fourOrdinaryWordsAreEnoughWithoutCapitalsOrFigures() {
        assertThat(PassphraseRule.problem("seven brown kettles sing".toCharArray(), "priya"))
                .isEmpty();
    }

    @Test
    void aKeyFileBelowTheFloorOrOverTheTopIsNotRead() {
        assertThat(Argon2.FLOOR.isReadable()).isTrue();
        assertThat(new Argon2(32 * 1024, 3, 1).isReadable()).isFalse();
        assertThat(new Argon2(64 * 1024, 2, 1).isReadable()).isFalse();
        assertThat(new Argon2(2 * 1024 * 1024, 3, 1).isReadable()).isFalse();
        assertThat(new Argon2(64 * 1024, 17, 1).isReadable()).isFalse();
    }

    @Test
    void calibrationDoublesMemoryWhileATryStaysUnderASecond() {
        long[] now = {0};
        Argon2 slow = Argon2.Calibration.measured(() -> now[0] += 600_000_000L).choose();
        assertThat(slow).isEqualTo(new Argon2(64 * 1024, 4, 1));
    }
}
