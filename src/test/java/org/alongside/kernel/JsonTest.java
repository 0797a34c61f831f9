package org.alongside.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

class JsonTest {
    record Visit(
            UUID visitId,
            LocalDate dayOfVisit,
            Instant savedAt,
            int children,
            @Nullable String why) {}

    private static final String LINE = "{\"visit_id\":\"01234567-89ab-7def-8123-456789abcdef\","
            + "\"day_of_visit\":\"2026-11-18\",\"saved_at\":\"2026-11-18T10:30:00Z\",\"children\":3,\"why\":null}";

    @Test
    void aRecordIsWrittenAndReadInSnakeCaseWithIsoDatesAndItsNulls() {
        var visit = new Visit(
                UUID.fromString("01234567-89ab-7def-8123-456789abcdef"),
                LocalDate.of(2026, 11, 18),
                Instant.parse("2026-11-18T10:30:00Z"),
                3,
                null);

        assertThat(Json.MAPPER.readTree(Json.line(visit))).isEqualTo(Json.MAPPER.readTree(LINE));
        assertThat(Json.MAPPER.readValue(LINE, Visit.class)).isEqualTo(visit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"children\":3,\"colour\":1}",
                "{\"children\":null}",
                "{\"children\":1,\"children\":2}",
                "{} {}"
            })
    void whatIsNotMeantIsRefused(String text) {
        assertThatThrownBy(() -> Json.MAPPER.readValue(text, Visit.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void aLineIsOneLineWhateverItHolds() {
        assertThat(Json.line(Json.object().put("text", "a\nb\r\n\"c\"\\ 😀 é")))
                .doesNotContain("\n", "\r")
                .isEqualTo("{\"text\":\"a\\nb\\r\\n\\\"c\\\"\\\\ 😀 é\"}");
    }

    @Test
    void aTreeOfARecordIsAnObject() {
        assertThat(Json.tree(Problem.of("a", "b"), ObjectNode.class).propertyNames())
                .containsExactlyInAnyOrder("code", "field", "message", "line");
    }

    @Test
    void anObjectIsParsed() {
        assertThat(Json.parseObject(" {\"a\":1} ", "The file").path("a").intValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "1", "null", "\"text\""})
    void whatIsNoObjectIsSaidSo(String text) {
        assertThat(problemOf(text).code()).isEqualTo("json-not-object");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{'a':|1", "{¶'a': 1,¶'b' 2}|3", "{'a':1}}|1", "{'a':1,¶'a':2}|2", "{¶¶'a': secretword}|3"})
    void whatCannotBeReadIsNamedByItsLineAndNeverQuoted(String text, int line) {
        var problem = problemOf(text.replace('\'', '"').replace('¶', '\n'));

        assertThat(problem.code()).isEqualTo("json-not-readable");
        assertThat(problem.line()).isEqualTo(line);
        assertThat(problem.message()).startsWith("The file").doesNotContain("secretword");
    }

    @Test
    void aBombOfBracketsIsRefusedAndNotAFault() {
        assertThat(problemOf("{\"a\":" + "[".repeat(100_000)).code()).isEqualTo("json-not-readable");
    }

    private static Problem problemOf(String text) {
        return catchThrowableOfType(BadInput.class, () -> Json.parseObject(text, "The file"))
                .problems()
                .getFirst();
    }
}
