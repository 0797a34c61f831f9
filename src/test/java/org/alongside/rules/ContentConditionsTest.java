package org.alongside.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.alongside.kernel.BadInput;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Every condition that the content carries is a condition, over names and values that there are.
class ContentConditionsTest {
    private static final JsonNode SHAPES = Content.tree("practice/visit-shapes.json");

    @ParameterizedTest
    @MethodSource("prompts")
    void everyPromptsConditionIsUnderstood(String id, String when) {
        assertThatCode(() -> Condition.of(when, PracticeInputs.vocabulary()))
                .as(id)
                .doesNotThrowAnyException();
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> prompts() {
        return Content.tree("practice/prompts.json")
                .path("prompts")
                .valueStream()
                .map(prompt -> org.junit.jupiter.params.provider.Arguments.of(
                        prompt.path("id").stringValue(), prompt.path("when").stringValue()));
    }

    @Test
    void thereAre124Prompts() {
        assertThat(prompts()).hasSize(124);
    }

    @ParameterizedTest
    @ValueSource(strings = {"visit-fields", "child-visit-fields"})
    void everyVisitFieldsConditionIsUnderstood(String file) {
        List<FieldDefinition> fields =
                FieldDefinition.read(Content.tree("practice/" + file + ".json").path("fields"), SHAPES);
        assertThatCode(() -> Definition.of(fields, PracticeInputs.vocabulary())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("recordTypes")
    void everyRecordTypesConditionsAreUnderstoodOverItsOwnFields(RecordType type) {
        assertThatCode(() -> Definition.of(type)).as(type.id()).doesNotThrowAnyException();
    }

    static Stream<RecordType> recordTypes() {
        return RecordTypes.shipped().all().stream();
    }

    /// The forms name facts that later work declares (`ticks`, `age`), so here only how they are
    /// written is checked; two of their words are not conditions.
    @ParameterizedTest
    @MethodSource("formConditions")
    void everyFormsConditionIsWrittenInTheLanguage(String condition) {
        assertThatCode(() -> Parser.parse(condition)).doesNotThrowAnyException();
    }

    static Stream<String> formConditions() {
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
                .flatMap(form -> Content.tree("practice/" + form + ".json").findValues("required").stream())
                .map(JsonNode::stringValue)
                .filter(condition -> !Set.of("True", "False").contains(condition))
                .distinct();
    }

    @Test
    void theFormsHaveConditions() {
        assertThat(formConditions()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "visit-fields place place",
                "visit-fields place place_planned",
                "visit-fields access access",
                "child-visit-fields seen seen",
                "child-visit-fields alone alone",
                "child-visit-fields reason_not_alone reason_not_alone",
                "child-visit-fields match match"
            })
    void anInputFromAnAnswerHasTheValuesOfItsField(String place) {
        String[] words = place.split(" ", -1);
        Set<String> values = new HashSet<>();
        Content.tree("practice/" + words[0] + ".json")
                .path("fields")
                .valueStream()
                .filter(field -> field.path("field").stringValue().equals(words[1]))
                .forEach(field -> field.path("values").forEach(value -> values.add(value.stringValue())));
        assertThat(PracticeInputs.vocabulary().find(words[2]).orElseThrow().type())
                .isEqualTo(new Type.Word(values));
    }

    @Test
    void aMistakeInAFieldsConditionNamesTheField() {
        var field = new FieldDefinition("why", new FieldKind.Text(0), "kind == 'nothing'", "", false);
        var kind = new FieldDefinition("kind", new FieldKind.OneOf(List.of("call"), false), "True", "", false);
        assertThatThrownBy(() -> Definition.of(List.of(kind, field), Vocabulary.of()))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.field()).isEqualTo("why");
                                    assertThat(problem.code()).isEqualTo("condition-unknown-value");
                                }));
    }
}
