package org.alongside.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.alongside.kernel.BadInput;
import org.junit.jupiter.api.Test;

/// Whatever is written, a condition is either refused in words or has an answer.
class ConditionPropertiesTest {
    private static final long SEED = 20_261_125;
    private static final int ROUNDS = 20_000;
    private static final Vocabulary NAMES = PracticeInputs.vocabulary();
    private static final List<String> PIECES = List.of(
            "in_scope",
            "plan",
            "risks",
            "streak",
            "nobody",
            "'CP'",
            "'da'",
            "'",
            "3",
            "99999999999",
            "True",
            "False",
            "and",
            "or",
            "not",
            "in",
            "==",
            "!=",
            "<",
            ">=",
            "(",
            ")",
            ",",
            "\n",
            " ",
            "é",
            "\u0000",
            "💡",
            "=",
            "not in");

    private final Random random = new Random(SEED);

    @Test
    void anyCharactersAreRefusedInWordsOrAnswered() {
        for (int round = 0; round < ROUNDS; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) {
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0xFFFF) : 32 + random.nextInt(96)));
            }
            refusedOrAnswered(text.toString());
        }
    }

    @Test
    void anyOrderOfTheLanguagesOwnPiecesIsRefusedInWordsOrAnswered() {
        int answered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var pieces = new ArrayList<String>();
            for (int i = 1 + random.nextInt(9); i > 0; i--) {
                pieces.add(PIECES.get(random.nextInt(PIECES.size())));
            }
            answered += refusedOrAnswered(String.join(" ", pieces)) ? 1 : 0;
        }
        assertThat(answered).as("some of them mean something").isGreaterThan(100);
    }

    @Test
    void aConditionAndItsNotAlwaysDiffer() {
        for (int round = 0; round < ROUNDS / 10; round++) {
            String text = written(4);
            Inputs inputs = inputs();
            assertThat(Condition.of("not (" + text + ")", NAMES).holds(inputs))
                    .as(text)
                    .isNotEqualTo(Condition.of(text, NAMES).holds(inputs));
        }
    }

    @Test
    void notOfAnOrIsTheAndOfNots() {
        for (int round = 0; round < ROUNDS / 10; round++) {
            String one = written(3);
            String other = written(3);
            Inputs inputs = inputs();
            assertThat(Condition.of("not ((" + one + ") or (" + other + "))", NAMES)
                            .holds(inputs))
                    .isEqualTo(Condition.of("not (" + one + ") and not (" + other + ")", NAMES)
                            .holds(inputs));
        }
    }

    private boolean refusedOrAnswered(String text) {
        try {
            Condition.of(text, NAMES).holds(inputs());
            return true;
        } catch (BadInput refused) {
            assertThat(refused.problems()).allSatisfy(problem -> {
                assertThat(problem.message()).matches("(?s)Line \\d+, column \\d+: .+");
                assertThat(problem.line()).isPositive();
            });
            return false;
        }
    }

    private String written(int depth) {
        return switch (depth == 0 ? random.nextInt(5) : random.nextInt(8)) {
            case 0 -> "in_scope";
            case 1 -> "plan in ('CP','S47')";
            case 2 -> "streak >= " + random.nextInt(4);
            case 3 -> "'da' not in risks";
            case 4 -> "comm != 'bsl'";
            case 5 -> "not (" + written(depth - 1) + ")";
            case 6 -> "(" + written(depth - 1) + ") and (" + written(depth - 1) + ")";
            default -> "(" + written(depth - 1) + ") or (" + written(depth - 1) + ")";
        };
    }

    private Inputs inputs() {
        return Inputs.none(NAMES)
                .with("in_scope", random.nextBoolean())
                .with("plan", random.nextBoolean() ? "CP" : "CIN")
                .with("streak", random.nextInt(4))
                .with("risks", random.nextBoolean() ? Set.of("da") : Set.of())
                .with("comm", random.nextBoolean() ? "bsl" : "verbal");
    }
}
