package org.alongside.guided;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.rules.Content;
import org.alongside.rules.Inputs;
import org.alongside.rules.Name;
import org.alongside.rules.PracticeInputs;
import org.alongside.rules.Type;
import org.alongside.rules.Value;
import org.alongside.rules.content.ContentFile.Form;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.rules.content.ContentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every condition of every form has an answer for any inputs, and says no while nothing is known, unless
/// it always holds.
class FormConditionsTest {
    private static final int ROUNDS = 300;

    static Stream<Form> forms() {
        return Stream.of(
                        "form-care-plan",
                        "form-child-and-family-assessment",
                        "form-child-in-need-plan-and-review",
                        "form-core-group",
                        "form-education-plan-target-check",
                        "form-pathway-plan",
                        "form-placement-matching",
                        "form-private-fostering-assessment",
                        "form-return-home-interview",
                        "form-section-47-enquiry",
                        "pre-proceedings-letter")
                .map(file -> (Form) ContentReader.read(Content.text("practice/" + file + ".json")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyConditionHasAnAnswerForAnyInputs(Form form) {
        var random = new Random(form.header().id().hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            Inputs inputs = inputs(random);
            for (Question question : form.questions()) {
                assertThatCode(() -> question.required().holds(inputs))
                        .as("%s %s", form.header().id(), question.id())
                        .doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void unsetIsQuiet(Form form) {
        Inputs nothing = Inputs.none(PracticeInputs.ofForms());
        assertThat(form.questions())
                .filteredOn(question -> !question.required().toString().equals("True"))
                .allSatisfy(question -> assertThat(question.required().holds(nothing))
                        .as(question.id())
                        .isFalse());
    }

    /// A condition that no inputs make true asks a question that nobody ever sees.
    @ParameterizedTest
    @MethodSource("forms")
    void eachConditionCanBeTrueAndCanBeFalse(Form form) {
        var random = new Random(7);
        List<Inputs> tried = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            tried.add(inputs(random));
        }
        assertThat(form.questions())
                .filteredOn(question ->
                        !Set.of("True", "False").contains(question.required().toString()))
                .allSatisfy(question -> {
                    assertThat(tried).as(question.id()).anyMatch(question.required()::holds);
                    assertThat(tried)
                            .as(question.id())
                            .anyMatch(inputs -> !question.required().holds(inputs));
                });
    }

    @Test
    void everyFactOfTheTableIsDeclaredAndWorkedOutOrReadFromAnAnswer() {
        Set<String> declared = new HashSet<>();
        for (JsonNode entry : Content.tree("practice/form-facts.json").path("inputs")) {
            declared.add(entry.path("name").stringValue());
        }
        assertThat(declared)
                .contains("age", "ticks", "tick_count", "referrals", "earlier_work", "same_harm_before", "adult_stays")
                .contains("pregnancy", "siblings", "injury", "no_time_alone", "plan_follows", "continuing_harm")
                .contains("conference", "plan_months", "danger_more", "accepted", "episodes_90d", "unmet");
        assertThat(GuidedSettings.shipped().answerFacts())
                .extracting(GuidedSettings.AnswerFact::fact)
                .allSatisfy(fact -> assertThat(declared).contains(fact));
    }

    private static Inputs inputs(Random random) {
        Map<String, Value> values = new HashMap<>();
        for (String file : List.of("practice/inputs.json", "practice/form-facts.json")) {
            for (JsonNode entry : Content.tree(file).path("inputs")) {
                if (random.nextInt(3) > 0) {
                    Name name = PracticeInputs.ofForms()
                            .find(entry.path("name").stringValue())
                            .orElseThrow();
                    values.put(name.id(), value(name.type(), random));
                }
            }
        }
        return Inputs.none(PracticeInputs.ofForms()).with(values);
    }

    private static Value value(Type type, Random random) {
        return switch (type) {
            case Type.Flag _ -> new Value.Flag(random.nextBoolean());
            case Type.Count _ -> new Value.Count(random.nextInt(20));
            case Type.Word(var words) -> new Value.Word(pick(words, random));
            case Type.Words(var words) -> {
                var some = new HashSet<String>();
                words.forEach(word -> {
                    if (random.nextInt(4) == 0) {
                        some.add(word);
                    }
                });
                yield new Value.Words(some);
            }
        };
    }

    private static String pick(Set<String> words, Random random) {
        return words.stream().sorted().toList().get(random.nextInt(words.size()));
    }
}
