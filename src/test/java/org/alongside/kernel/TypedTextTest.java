package org.alongside.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {
    /// A family, a flag, a thumb with a skin, a keycap and a heart: each is one character to a reader.
    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "O'Brien",
                "O’Brien",
                "Zoë Łukasz Nguyễn Đặng",
                "ܐܡܝܪ",
                "עמית כהן",
                "زينب",
                "👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽 1️⃣ ❤️",
                "He said: \"I don't like it\"\n\t- twice.",
                "  spaces kept  ",
                "中文 日本語 한국어",
                "a\u2028b\u200Fc\u202Ad\u202C\uFEFFe\u00AD",
                "\uE000 private"
            })
    void whatAPersonTypesIsKeptLetterForLetter(String text) {
        assertThat(TypedText.isClean(text)).isTrue();
        assertThat(TypedText.mended(text)).isEqualTo(text);
        assertThat(TypedText.problem(text)).isEmpty();
    }

    @Test
    void decomposedLettersAreComposed() {
        assertThat(TypedText.isClean("Zoe\u0308")).isFalse();
        assertThat(TypedText.problem("Zoe\u0308")).isEmpty();
        assertThat(TypedText.mended("Zoe\u0308 \u1112\u1161\u11AB")).isEqualTo("Zoë 한");
    }

    @Test
    void everyLineEndBecomesANewline() {
        assertThat(TypedText.mended("a\r\nb\rc\n\r\n")).isEqualTo("a\nb\nc\n\n");
        assertThat(TypedText.problem("a\r\nb\rc")).isEmpty();
    }

    static IntStream unkeepable() {
        return IntStream.of(
                0, 1, 7, 8, 0x0B, 0x0C, 0x0E, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF,
                0x1FFFE, 0x1FFFF, 0x10FFFF);
    }

    @ParameterizedTest
    @MethodSource("unkeepable")
    void controlsAndNonCharactersAreNamedAndTakenOut(int point) {
        String text = "ab" + Character.toString(point) + "c";

        assertThat(TypedText.isClean(text)).isFalse();
        assertThat(TypedText.mended(text)).isEqualTo("abc");
        assertThat(TypedText.problem(text).orElseThrow().code()).isEqualTo("text-character-refused");
        assertThat(TypedText.problem(text).orElseThrow().message())
                .contains("1 character cannot", "U+" + String.format(java.util.Locale.ROOT, "%04X", point))
                .doesNotContain(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83Db", "a\uDE00b", "ab\uD83D", "\uDE00ab", "a\uDE00\uD83Db"})
    void halfASurrogatePairIsTakenOutAndAWholeOneStays(String text) {
        assertThat(TypedText.mended(text)).isEqualTo("ab");
        assertThat(TypedText.problem(text).orElseThrow().code()).isEqualTo("text-character-refused");
        assertThat(TypedText.mended(text + "😀")).isEqualTo("ab😀");
    }

    @Test
    void whatIsLeftWhenAControlStoodInsideALetterIsComposed() {
        assertThat(TypedText.mended("e\u0000\u0301")).isEqualTo("é");
    }

    @Test
    void anyTextIsMendedOnceAndForAll() {
        long seed = 20261118;
        var random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            String text = random.ints(random.nextInt(40), 0, Character.MAX_CODE_POINT + 1)
                    .map(point -> random.nextBoolean() ? point % 0x3100 : point)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String mended = TypedText.mended(text);

            assertThat(TypedText.isClean(mended))
                    .as("seed %d, text %d", seed, i)
                    .isTrue();
            assertThat(TypedText.mended(mended)).isEqualTo(mended);
            assertThat(TypedText.problem(mended)).isEmpty();
            assertThat(Normalizer.isNormalized(mended, Normalizer.Form.NFC)).isTrue();
        }
    }

    static Stream<String> fullFields() {
        return Stream.of(
                "a".repeat(Limits.FIELD_BYTES),
                "é".repeat(Limits.FIELD_BYTES / 2),
                "中".repeat(Limits.FIELD_BYTES / 3) + "a",
                "😀".repeat(Limits.FIELD_BYTES / 4),
                // Six bytes typed, three kept.
                "e\u0301".repeat(Limits.FIELD_BYTES / 2));
    }

    @ParameterizedTest
    @MethodSource("fullFields")
    void aFieldTakesExactlyItsLimitInBytesAsKept(String full) {
        assertThat(TypedText.bytes(TypedText.mended(full))).isEqualTo(Limits.FIELD_BYTES);
        assertThat(TypedText.problem(full)).isEmpty();
        assertThat(TypedText.problem(full + "a").orElseThrow().code()).isEqualTo("text-too-long");
    }

    @Test
    void aTextThatGrowsWhenComposedIsMeasuredAsKept() {
        String signs = "\uD834\uDD60".repeat(Limits.FIELD_BYTES / 4);

        assertThat(TypedText.bytes(signs)).isEqualTo(Limits.FIELD_BYTES);
        assertThat(TypedText.problem(signs).orElseThrow().code()).isEqualTo("text-too-long");
    }

    @Test
    void aMebibytePastedInIsRefusedInWordsThatSayWhatToDo() {
        String message =
                TypedText.problem("x".repeat(1024 * 1024)).orElseThrow().message();

        assertThat(message).contains("1024 KB", "256 KB", "another field").doesNotContain("xxx");
    }

    @ParameterizedTest
    @CsvSource({
        "abc, 3, abc",
        "abcd, 3, abc…",
        "ab cd, 3, ab…",
        "👨‍👩‍👧‍👦👨‍👩‍👧‍👦, 1, 👨‍👩‍👧‍👦…",
        "👨‍👩‍👧‍👦👨‍👩‍👧‍👦, 2, 👨‍👩‍👧‍👦👨‍👩‍👧‍👦",
        "👍🏽👍🏽, 1, 👍🏽…",
        "🇬🇧🇫🇷, 1, 🇬🇧…",
        "Zoë, 2, Zo…",
        "abc, 0, …",
    })
    void shorteningNeverCutsACharacter(String text, int characters, String expected) {
        assertThat(TypedText.shortened(text, characters)).isEqualTo(expected);
    }

    @Test
    void shorteningKeepsADecomposedLetterWhole() {
        assertThat(TypedText.shortened("e\u0301e\u0301e\u0301", 2)).isEqualTo("e\u0301e\u0301…");
        assertThat(TypedText.shortened("a\r\nb", 2)).isEqualTo("a…");
        assertThat(TypedText.shortened("", 5)).isEmpty();
    }

    @Test
    void shortenedTextIsAlwaysClean() {
        String text = (FAMILY + "é中 a").repeat(20);
        for (int characters = 0; characters < 120; characters++) {
            assertThat(TypedText.isClean(TypedText.shortened(text, characters))).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Zoë, zoe",
        "ŁUKASZ, lukasz",
        "Søren, soren",
        "Nguyễn  Văn, nguyen van",
        "O’Brien, o'brien",
        "O‘Brien, o'brien",
        "'  Mixed   Spaces ', mixed spaces",
        "ISTANBUL, istanbul",
        "İstanbul, istanbul",
        "ﬁne, fine",
        "①, 1",
    })
    void foldedTextMatchesHowPeopleType(String text, String folded) {
        assertThat(TypedText.folded(text)).isEqualTo(folded);
    }

    @Test
    void namesFromRightToLeftAreIsolatedAndOthersAreNot() {
        assertThat(TypedText.isolated("Zoë O'Brien")).isEqualTo("Zoë O'Brien");
        assertThat(TypedText.isolated("زينب")).isEqualTo("\u2068زينب\u2069");
        assertThat(TypedText.isolated("Amit עמית")).isEqualTo("\u2068Amit עמית\u2069");
    }
}
