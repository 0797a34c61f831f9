package org.alongside.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.rules.content.ContentFile.Prompt;
import org.alongside.rules.content.ContentFile.Prompt.Phase;
import org.alongside.rules.content.ContentFile.PromptBank;
import org.alongside.rules.content.ContentReader;
import org.alongside.rules.prompt.PromptText;
import org.alongside.rules.prompt.Prompts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every prompt's condition has an answer for any inputs there can be, and every prompt can come up.
class PromptConditionsTest {
    private static final PromptBank BANK = (PromptBank) ContentReader.read(Content.text("practice/prompts.json"));
    private static final List<Inputs> GENERATED = generated();

    /// Any value that each name may hold, unset ones among them; always the same ones.
    private static List<Inputs> generated() {
        var random = new Random(15);
        var all = new ArrayList<Inputs>();
        all.add(Inputs.none(PracticeInputs.vocabulary()));
        for (int i = 0; i < 4_000; i++) {
            Inputs inputs = Inputs.none(PracticeInputs.vocabulary());
            for (String name : PracticeInputs.vocabulary().ids()) {
                if (random.nextInt(4) > 0) {
                    inputs = inputs.with(
                            name,
                            value(
                                    PracticeInputs.vocabulary()
                                            .find(name)
                                            .orElseThrow()
                                            .type(),
                                    random));
                }
            }
            all.add(inputs);
        }
        return all;
    }

    private static Value value(Type type, Random random) {
        return switch (type) {
            case Type.Flag _ -> new Value.Flag(random.nextBoolean());
            case Type.Count _ -> new Value.Count(random.nextInt(20));
            case Type.Word word -> new Value.Word(one(word.values(), random));
            case Type.Words words -> {
                Set<String> some = new HashSet<>();
                words.values().stream()
                        .sorted()
                        .filter(_ -> random.nextInt(3) == 0)
                        .forEach(some::add);
                yield new Value.Words(some);
            }
        };
    }

    private static String one(Set<String> values, Random random) {
        List<String> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? "" : sorted.get(random.nextInt(sorted.size()));
    }

    static Stream<Prompt> prompts() {
        return BANK.prompts().stream();
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void eachHasAnAnswerForAnyInputsAndSometimesHolds(Prompt prompt) {
        assertThat(GENERATED.stream().filter(prompt.when()::holds).count())
                .as(prompt.id())
                .isPositive();
    }

    @Test
    void everySelectionKeepsItsOrderItsCapAndEveryPromptOnce() {
        var bank = new Prompts(BANK);
        for (Inputs inputs : GENERATED.subList(0, 500)) {
            for (Phase phase : Phase.values()) {
                Prompts.Choice choice = bank.choose(phase, inputs, Set.of());
                List<String> ids = Stream.concat(choice.shown().stream(), choice.more().stream())
                        .map(Prompt::id)
                        .toList();
                assertThat(ids).doesNotHaveDuplicates();
                long insisting = choice.shown().stream()
                        .filter(prompt -> prompt.level() == Prompt.Level.STOP || prompt.level() == Prompt.Level.MUST)
                        .count();
                int cap = BANK.mostShown().getOrDefault(phase, 0);
                assertThat(choice.shown().size()).isLessThanOrEqualTo((int) Math.max(cap, insisting));
                assertThat(choice.more())
                        .allSatisfy(prompt -> assertThat(prompt.level()).isIn(Prompt.Level.ASK, Prompt.Level.NUDGE));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("prompts")
    void noPromptEverShowsABrace(Prompt prompt) {
        assertThat(PromptText.filled(prompt.text(), java.util.Map.of())).doesNotContain("{", "}");
    }
}
