package org.alongside.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/// The chain of limits: whatever passes the smaller one fits the larger, in the worst spelling that JSON has for it.
class LimitsTest {
    /// What an operation's line holds beside its body, generously: ids, names, and 100 superseded versions.
    private static final int OPERATION_FRAME = 8 * 1024;

    /// What the service adds to an operation's line, and what an answer puts round it.
    private static final int EVENT_FRAME = 2 * 1024;

    static Stream<String> worstFields() {
        return Stream.of("\"", "\\", "\n", "\t", "😀", "\u2028", "é", "<", "/")
                .map(one -> one.repeat(Limits.FIELD_BYTES / one.getBytes(StandardCharsets.UTF_8).length));
    }

    @ParameterizedTest
    @MethodSource("worstFields")
    void aFullFieldFitsAnOperationHoweverJsonSpellsIt(String full) {
        assertThat(TypedText.problem(full)).isEmpty();
        ObjectNode body = Json.object();
        body.putObject("value").put("text", full);

        assertThat(bytes(body) + OPERATION_FRAME).isLessThanOrEqualTo(Limits.OPERATION_BYTES);
    }

    @Test
    void anOrdinaryFullFieldAndItsFullReasonFitTogether() {
        ObjectNode body = Json.object();
        body.putObject("value").put("text", "He said \"no\".\n".repeat(Limits.FIELD_BYTES / 14));
        body.put("why", "word ".repeat(Limits.FIELD_BYTES / 5));

        assertThat(bytes(body) + OPERATION_FRAME).isLessThanOrEqualTo(Limits.OPERATION_BYTES);
    }

    @Test
    void aFullOperationFitsABatchAndItsEventAnAnswer() {
        assertThat(Limits.OPERATION_BYTES + EVENT_FRAME).isLessThanOrEqualTo(Limits.REQUEST_BYTES);
        assertThat(Limits.OPERATION_BYTES + EVENT_FRAME).isLessThanOrEqualTo(Limits.PULL_BYTES);
    }

    @Test
    void aBatchOfManySmallOperationsFitsARequest() {
        assertThat(Limits.BATCH_OPERATIONS * 4 * 1024).isLessThanOrEqualTo(Limits.REQUEST_BYTES);
    }

    @Test
    void aDraftHoldsAFullFieldForEveryChildOfTheLargestOrdinaryFamily() {
        assertThat(8 * 2 * Limits.FIELD_BYTES).isLessThanOrEqualTo(Limits.DRAFT_BYTES);
    }

    @ParameterizedTest(name = "{0}.{1}.{2}")
    @CsvSource({
        "client, replica_event, line, EVENT",
        "client, own_operation, line, OPERATION",
        "client, local_draft, body, DRAFT",
        "client, local_draft, place, DRAFT",
        "central, event, line, EVENT",
        "central, parked_op, line, OPERATION",
        "central, parked_op, decided_why, FIELD",
        "record, record_head, head_value, OPERATION",
        "record, record_head, why, FIELD",
        "record, record_addition, addition, OPERATION",
        "record, record_addition, why, FIELD",
        "record, child_visit, child_words, FIELD",
        "record, child, given_name, NAME",
        "record, child, family_name, NAME",
        "record, child, known_as, NAME",
        "record, person, display_name, NAME",
        "central, account, display, NAME",
    })
    void everyColumnHoldsWhatItsLimitLetsThrough(String part, String table, String column, String holds)
            throws SQLException {
        int needed = switch (holds) {
            // H2 counts UTF-16 units, PostgreSQL code points.
            case "NAME" -> 2 * Limits.NAME_CHARACTERS;
            case "FIELD" -> Limits.FIELD_BYTES;
            case "OPERATION" -> Limits.OPERATION_BYTES;
            case "EVENT" -> Limits.OPERATION_BYTES + EVENT_FRAME;
            case "DRAFT" -> Limits.DRAFT_BYTES;
            default -> throw new IllegalArgumentException(holds);
        };
        String url = "jdbc:h2:mem:limits_" + part + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE";
        Flyway.configure()
                .dataSource(url, "", "")
                .locations("classpath:db/" + part)
                .placeholders(Map.of("json", "json", "bytes", "varbinary(1048576)"))
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url, "", "");
                var query = connection.prepareStatement("select data_type, character_maximum_length"
                        + " from information_schema.columns where table_name = ? and column_name = ?")) {
            query.setString(1, table);
            query.setString(2, column);
            try (var found = query.executeQuery()) {
                assertThat(found.next()).as("%s.%s exists", table, column).isTrue();
                assertThat(found.getLong(2))
                        .as("%s.%s %s", table, column, found.getString(1))
                        .isGreaterThanOrEqualTo(needed);
            }
        }
    }

    private static int bytes(ObjectNode node) {
        return Json.line(node).getBytes(StandardCharsets.UTF_8).length;
    }
}
