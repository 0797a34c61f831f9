package org.alongside.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final Vocabulary NAMES = PracticeInputs.vocabulary();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        True                                                     | true
        False                                                    | false
        in_scope                                                 | true
        plan == 'CP'                                             | true
        plan != 'CP'                                             | false
        plan in ('S47','CP')                                     | true
        plan not in ('S47','CP')                                 | false
        plan in ('CP')                                           | true
        'da' in risks                                            | true
        'neglect' in risks                                       | false
        'neglect' not in risks                                   | true
        streak >= 2                                              | true
        streak >= 3                                              | false
        streak < 3                                               | true
        streak < 2                                               | false
        in_scope == False                                        | false
        not in_scope                                             | false
        not not in_scope                                         | true
        (in_scope)                                               | true
        seen == place                                            | never
        """)
    void aConditionIsTrueOrFalseOfItsInputs(String text, String expected) {
        Inputs inputs = Inputs.none(NAMES)
                .with("in_scope", true)
                .with("plan", "CP")
                .with("streak", 2)
                .with("risks", Set.of("da", "csa"));
        if (expected.equals("never")) {
            assertThat(codes(text)).containsExactly("condition-never-equal");
        } else {
            assertThat(Condition.of(text, NAMES).holds(inputs)).isEqualTo(Boolean.parseBoolean(expected));
        }
    }

    @Test
    void andBindsTighterThanOr() {
        assertThat(holds("in_scope or in_scope and disclosure")).isTrue();
        assertThat(holds("(in_scope or in_scope) and disclosure")).isFalse();
    }

    @Test
    void notBindsTighterThanAndAndLooserThanAComparison() {
        assertThat(holds("not disclosure and in_scope")).isTrue();
        assertThat(holds("not in_scope and disclosure")).isFalse();
        assertThat(holds("not plan == 'CP'")).isTrue();
        assertThat(holds("not in_scope == False")).isTrue();
    }

    private static boolean holds(String text) {
        return Condition.of(text, NAMES).holds(Inputs.none(NAMES).with("in_scope", true));
    }

    @Test
    void anInputThatNothingHasSetIsQuiet() {
        assertThat(Condition.of(
                                "not in_scope and streak < 1 and 'da' not in risks and seen != 'not_seen'"
                                        + " and plan not in ('S47','CP','CLA','PF','CIN')",
                                NAMES)
                        .holds(Inputs.none(NAMES)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"announced", "identity_recorded", "comm_aid_working", "mobile", "comm == 'verbal'"})
    void exceptTheFiveThatPracticeNames(String text) {
        assertThat(Condition.of(text, NAMES).holds(Inputs.none(NAMES))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        injury                               | condition-unknown-name    | 1 | 1
        in_scope and injury                  | condition-unknown-name    | 1 | 14
        plan == 'LAC'                        | condition-unknown-value   | 1 | 9
        plan in ('CP','LAC')                 | condition-unknown-value   | 1 | 9
        'fire' in risks                      | condition-unknown-value   | 1 | 1
        plan == ''                           | condition-unknown-value   | 1 | 9
        plan                                 | condition-not-yes-or-no   | 1 | 1
        in_scope and streak                  | condition-not-yes-or-no   | 1 | 14
        not plan                             | condition-not-yes-or-no   | 1 | 5
        streak == 'CP'                       | condition-wrong-type      | 1 | 8
        plan >= 'CP'                         | condition-wrong-type      | 1 | 6
        in_scope < True                      | condition-wrong-type      | 1 | 10
        risks == 'da'                        | condition-wrong-type      | 1 | 7
        streak in ('a')                      | condition-wrong-type      | 1 | 8
        plan in in_scope                     | condition-wrong-type      | 1 | 6
        in_scope and                         | condition-ends-early      | 1 | 13
        (in_scope                            | condition-expected        | 1 | 10
        in_scope)                            | condition-unexpected      | 1 | 9
        plan = 'CP'                          | condition-character       | 1 | 6
        streak > 2                           | condition-character       | 1 | 8
        streak <= 2                          | condition-character       | 1 | 9
        plan == 'CP                          | condition-text-open       | 1 | 9
        plan in ()                           | condition-unexpected      | 1 | 10
        plan in ('CP',)                      | condition-unexpected      | 1 | 15
        plan in 'CP'                         | condition-expected        | 1 | 9
        streak == 2 == 2                     | condition-unexpected      | 1 | 13
        size(risks)                          | condition-unexpected      | 1 | 5
        streak == 1234567890                 | condition-number-too-long | 1 | 11
        streak >= -1                         | condition-character       | 1 | 11
        true                                 | condition-unknown-name    | 1 | 1
        """)
    void aMistakeIsNamedWithItsLineAndColumn(String text, String code, int line, int column) {
        Problem problem = problems(text).getFirst();
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.message()).startsWith("Line " + line + ", column " + column + ": ");
    }

    @Test
    void linesAreCounted() {
        assertThat(problems("in_scope\n  and plan == 'LAC'").getFirst().message())
                .isEqualTo("Line 2, column 15: \"LAC\" is no value that this input can have.");
    }

    @Test
    void everyMistakeOfAConditionIsNamedAtOnce() {
        assertThat(codes("injury or plan == 'LAC' or streak"))
                .containsExactly("condition-unknown-name", "condition-unknown-value", "condition-not-yes-or-no");
    }

    @Test
    void nothingIsAnsweredForAnEmptyCondition() {
        assertThat(codes("")).containsExactly("condition-ends-early");
    }

    @Test
    void lengthAndDepthHaveLimits() {
        String longest = "in_scope" + " ".repeat(Limits.CONDITION_CHARACTERS - 8);
        assertThat(Condition.of(longest, NAMES)).isNotNull();
        assertThat(codes(longest + " ")).containsExactly("condition-too-long");
        int brackets = Limits.CONDITION_DEPTH - 1;
        assertThat(Condition.of("(".repeat(brackets) + "in_scope" + ")".repeat(brackets), NAMES))
                .isNotNull();
        assertThat(codes("(".repeat(brackets + 1) + "in_scope" + ")".repeat(brackets + 1)))
                .containsExactly("condition-too-deep");
        assertThat(codes("not ".repeat(Limits.CONDITION_DEPTH) + "in_scope")).containsExactly("condition-too-deep");
    }

    @Test
    void aChainOfAndIsNotDepth() {
        assertThat(Condition.of("in_scope" + " and in_scope".repeat(100), NAMES)
                        .holds(Inputs.none(NAMES).with("in_scope", true)))
                .isTrue();
    }

    private static List<String> codes(String text) {
        return problems(text).stream().map(Problem::code).toList();
    }

    private static List<Problem> problems(String text) {
        BadInput refused = catchThrowableOfType(BadInput.class, () -> Condition.of(text, NAMES));
        assertThat(refused).as(text).isNotNull();
        return refused.problems();
    }
}
