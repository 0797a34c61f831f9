package org.alongside.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.alongside.kernel.Texts;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.FieldKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        reason_not_alone | carer_always_present | A parent or carer stayed
        alone            | alone_private        | Yes, alone
        alone            | alone_with_support   | Yes, with an independent helper
        alone            | alone_partial        | In part: an adult at the door or listening
        alone            | not_alone            | No
        place            | children_home        | Children's home
        place            | not_in_the_list      | Not in the list
        """)
    void aValueIsSaidInPlainWords(String field, String value, String words) {
        assertThat(Words.value(field, value)).isEqualTo(words);
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyValueHasItsWords(String field, String value) {
        assertThat(Texts.find("visit.value." + field + "." + value))
                .as(field + "." + value)
                .isPresent();
    }

    static Stream<Arguments> values() {
        return fields().flatMap(field -> values(field.kind()).map(value -> Arguments.of(field.id(), value)));
    }

    private static Stream<String> values(FieldKind kind) {
        return switch (kind) {
            case FieldKind.OneOf(var values, var _) -> values.stream();
            case FieldKind.ListOf(var each, var _) -> values(each);
            default -> Stream.empty();
        };
    }

    @Test
    void everyFieldThatAPersonAnswersHasItsLabel() {
        assertThat(fields().filter(field -> !field.automatic()).map(FieldDefinition::id))
                .allSatisfy(field ->
                        assertThat(Texts.find("visit.field." + field)).as(field).isPresent());
    }

    @Test
    void everyFieldThatFinishingMayNeedSaysWhatToDo() {
        assertThat(fields().filter(field -> !field.required().equals("False"))
                        .map(FieldDefinition::id)
                        .filter(field -> !field.equals("child"))
                        .filter(VisitFields.shipped()::isAsked))
                .allSatisfy(field -> assertThat(Texts.find("visit.missing." + field))
                        .as(field)
                        .isPresent());
    }

    @Test
    void everyFieldIsAskedInOnePart() {
        assertThat(VisitFields.shipped().row().fields().stream()
                        .filter(field -> !field.automatic())
                        .map(field -> VisitFields.shipped().part(field.id())))
                .doesNotContain(Part.Kind.WHO_WHERE_WHEN);
    }

    @Test
    void aQuestionNamesTheChild() {
        assertThat(Words.question("seen", "Ellis")).isEqualTo("Was Ellis seen?");
        assertThat(Words.question("match", "Romy")).isEqualTo("Do Romy's words and what you saw match?");
        assertThat(Words.question("place", "Ellis")).isEqualTo("Place");
    }

    @Test
    void everyPartHasATitle() {
        assertThat(Words.part(Part.Kind.WHO_WHERE_WHEN)).isEqualTo("Who, where, when");
        assertThat(Words.part(Part.Kind.NEXT)).isEqualTo("Actions and next visit");
    }

    private static Stream<FieldDefinition> fields() {
        VisitFields fields = VisitFields.shipped();
        return Stream.concat(fields.trip().fields().stream(), fields.row().fields().stream());
    }
}
