package org.alongside.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Reading age and counts are those of practice 3.4.
class ReadabilityTest {
    private static final double HALF_A_GRADE = 0.5;

    private static final String A =
            "It is imperative that parents engage consistently with professionals in order to facilitate improved"
                + " outcomes. Home conditions will be monitored on an ongoing basis, and support will be provided as"
                + " and when required. Parents must demonstrate sustained motivation and prioritise the children's"
                + " emotional wellbeing above their own needs. Failure to comply with the aforementioned expectations"
                + " may necessitate consideration of alternative safeguarding measures.";
    private static final String B =
            "Ellis and Romy need to be at school every day by 8:45. Carly will get them there. Luca will come at 7:45"
                    + " on Monday and Thursday for six weeks to help with mornings. If Ellis or Romy miss two days in"
                    + " one week, Joanna will meet Carly and the school within three days to change the plan.";
    private static final String C =
            "You live with Bev and Tom right now. Your mum was very ill and had to stay in hospital. She could not look"
                    + " after you when she was ill. It was not your fault. Grown-ups are making a plan about where you"
                    + " will live. I will tell you what they decide. You can ask me anything.";

    static Stream<Arguments> vectors() {
        return Stream.of(
                Arguments.of("A", A, List.of(), 62, 4, 14.6, 16.0, 20.3),
                Arguments.of("B", B, List.of("Ellis", "Romy", "Carly", "Luca", "Joanna"), 55, 4, 2.6, 2.7, 7.7),
                Arguments.of("C", C, List.of("Bev", "Tom"), 56, 7, 1.4, 0.1, 5.8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void theTestVectorsComeOutWithinHalfAGrade(
            String name,
            String text,
            List<String> names,
            int words,
            int sentences,
            double kincaid,
            double ari,
            double age) {
        Readability read = Readability.of(text, names);
        assertThat(read.words()).isEqualTo(words);
        assertThat(read.sentences()).isEqualTo(sentences);
        assertThat(read.fleschKincaid()).isCloseTo(kincaid, within(HALF_A_GRADE));
        assertThat(read.ari()).isCloseTo(ari, within(HALF_A_GRADE));
        assertThat(read.readingAge()).isCloseTo(age, within(HALF_A_GRADE));
    }

    @Test
    void aFamilyCalledHabtemichaelIsNotMarkedHarder() {
        String text = "NAME comes to school by nine every day. NAME has breakfast with Ellis before that.";
        Readability brief = Readability.of(text.replace("NAME", "Sam"), List.of("Ellis"));
        Readability lengthy = Readability.of(text.replace("NAME", "Habtemichael"), List.of("Ellis", "Habtemichael"));
        assertThat(lengthy).isEqualTo(brief);
    }

    @ParameterizedTest
    @CsvSource({
        "every, 2",
        "people, 2",
        "wellbeing, 3",
        "family, 3",
        "different, 2",
        "home, 1",
        "goes, 1",
        "decided, 2",
        "the, 1",
        "safeguarding, 4"
    })
    void syllablesAreGroupsOfVowelsAfterTheEnding(String word, int syllables) {
        assertThat(Readability.syllables(word, LinterWords.shipped().syllables()))
                .isEqualTo(syllables);
    }

    @Test
    void numbersDatesAndTimesAreNoWordsButCountTowardsLength() {
        Readability read = Readability.of("Luca comes at 7:15am on 24/11/2026 with 2 bags.", List.of());
        assertThat(read.words()).isEqualTo(6);
        assertThat(read.longestSentence()).isEqualTo(9);
    }

    @Test
    void aHyphenOrApostropheSplitsNoWordAndALineBreakEndsASentence() {
        Readability read = Readability.of("Grown-ups don't shout\nEllis’s bed is dry", List.of());
        assertThat(read.words()).isEqualTo(7);
        assertThat(read.sentences()).isEqualTo(2);
    }

    @Test
    void nothingToReadIsNoFault() {
        Readability read = Readability.of(" \n 12:30 ", List.of());
        assertThat(read.words()).isZero();
        assertThat(read.readingAge()).isEqualTo(5);
        assertThat(read.smog()).isNull();
    }

    @Test
    void smogNeedsTenSentences() {
        String one = "Everybody remembers yesterday. ";
        assertThat(Readability.of(one.repeat(9), List.of()).smog()).isNull();
        assertThat(Readability.of(one.repeat(10), List.of()).smog()).isNotNull();
    }
}
