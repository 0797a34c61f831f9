package org.alongside.rules.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.alongside.kernel.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Everything that is shipped is whole, keeps to the schema of its kind, and is read strictly.
class ShippedContentTest {
    private static final Path FOLDER = Path.of("src/main/resources/content");

    @Test
    void nothingThatIsShippedHasAMistake() {
        assertThat(ContentFolder.check(FOLDER).findings()).isEmpty();
    }

    @Test
    void thereAre218RulesAnd66FactsAnd124Prompts() {
        assertThat(RuleBooks.shipped().rules()).hasSize(218);
        assertThat(RuleBooks.shipped().facts()).hasSize(66);
        assertThat(read("practice/prompts.json"))
                .isInstanceOfSatisfying(
                        ContentFile.PromptBank.class,
                        bank -> assertThat(bank.prompts()).hasSize(124));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileKeepsToTheSchemaOfItsKind(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(schemaOf(text).validate(text, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aMemberTooManyIsAgainstTheSchemaAndRefused(Path file) throws IOException {
        String planted = Files.readString(file).replaceFirst("\"version\": ", "\"planted\": 1, \"version\": ");
        assertThat(schemaOf(planted).validate(planted, InputFormat.JSON)).isNotEmpty();
        assertThat(ContentFolder.check(java.util.Map.of("planted.json", planted))
                        .findings())
                .isNotEmpty();
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.startsWith(FOLDER.resolve("schemas")))
                    .filter(file -> !file.endsWith("record-types.json"))
                    .sorted()
                    .toList();
        }
    }

    private static Schema schemaOf(String text) throws IOException {
        String kind = Json.MAPPER.readTree(text).path("header").path("kind").stringValue();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        Files.readString(FOLDER.resolve("schemas/" + kind.replace('_', '-') + ".schema.json")),
                        InputFormat.JSON);
    }

    private static ContentFile read(String file) {
        return ContentReader.read(org.alongside.rules.Content.text(file));
    }
}
