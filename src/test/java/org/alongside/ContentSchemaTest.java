package org.alongside;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.kernel.Json;
import org.alongside.record.Field;
import org.alongside.record.FieldGroup;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Content is data, and data has a schema.
class ContentSchemaTest {

    @Test
    void recordTypesKeepToTheirSchema() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text("/content/schemas/record-types.schema.json"), InputFormat.JSON);
        assertThat(schema.validate(text("/content/record-types.json"), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void aMistakeInRecordTypesIsSeen() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text("/content/schemas/record-types.schema.json"), InputFormat.JSON);
        String planted = text("/content/record-types.json").replaceFirst("\"type\": \"date\"", "\"type\": \"day\"");
        assertThat(schema.validate(planted, InputFormat.JSON)).isNotEmpty();
    }

    static Set<RecordType> types() {
        return new HashSet<>(RecordTypes.shipped().all());
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyFieldBelongsToAGroupAndEveryGroupSaysWhy(RecordType type) {
        Set<String> fields = type.fields().stream().map(Field::id).collect(Collectors.toSet());
        Set<String> grouped =
                type.groups().stream().flatMap(group -> group.fields().stream()).collect(Collectors.toSet());
        assertThat(grouped).isEqualTo(fields);
        assertThat(type.groups()).allSatisfy(group -> assertThat(group.reason()).hasSizeGreaterThan(20));
        assertThat(type.groups().stream().map(FieldGroup::id)).doesNotHaveDuplicates();
    }

    @Test
    void theCountInTheFileIsTheCountOfTypes() throws IOException {
        assertThat(Json.parseObject(text("/content/record-types.json"), "types")
                        .path("meta")
                        .path("count")
                        .intValue())
                .isEqualTo(RecordTypes.shipped().all().size());
    }

    private static String text(String resource) throws IOException {
        try (var in = ContentSchemaTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
