package org.alongside.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Path CATALOGUE = Path.of("src/main/resources/text");

    @Test
    void aKeyNamesItsFileAndItsEntry() {
        assertThat(Texts.of("sample.plain")).isEqualTo("Save and close");
        assertThat(Texts.of("sample.apostrophe")).isEqualTo("It's on this laptop");
        assertThat(Texts.find("sample.plain")).contains("Save and close");
    }

    @Test
    void argumentsArePutInAsTheyAre() {
        assertThat(Texts.of("sample.counted", 2, 3, "{0} isn't 'new' 😀"))
                .isEqualTo("2 of 3 children seen, said {0} isn't 'new' 😀");
    }

    @Test
    void numbersReadAsInEngland() {
        assertThat(Texts.of("sample.turkish", 1234567)).isEqualTo("1,234,567 visits");
    }

    @Test
    void aKeyThatIsNotThereIsAFaultOfOurs() {
        assertThat(Texts.find("sample.nowhere")).isEmpty();
        assertThat(Texts.find("nofile.key")).isEmpty();
        assertThat(Texts.find("nodot")).isEmpty();
        assertThatThrownBy(() -> Texts.of("sample.nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sample.nowhere");
    }

    /// Also the check of every file of the catalogue: a lone quote would swallow what follows it.
    @Test
    void everyTextOfTheCatalogueCanBeRead() throws IOException {
        var wrong = new ArrayList<String>();
        for (Path file : catalogue()) {
            var texts = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                texts.load(in);
            }
            texts.stringPropertyNames().forEach(key -> {
                if (!readable(texts.getProperty(key))) {
                    wrong.add(file.getFileName() + ": " + key);
                }
            });
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void aLoneQuoteAndABrokenPlaceAreCaught() {
        assertThat(readable("It's {0}")).isFalse();
        assertThat(readable("It''s and it's")).isFalse();
        assertThat(readable("{0")).isFalse();
        assertThat(readable(" ")).isFalse();
        assertThat(readable("It's on this laptop")).isTrue();
        assertThat(readable("It''s {0}")).isTrue();
        assertThat(readable("'{'\"a\":1'}'")).isTrue();
    }

    private static List<Path> catalogue() throws IOException {
        if (!Files.isDirectory(CATALOGUE)) {
            return List.of();
        }
        try (var files = Files.list(CATALOGUE)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean readable(String text) {
        boolean formatted = text.contains("{") || text.contains("''");
        // A quote is either written twice or stands round braces that are meant as they are.
        String rest = text.replace("''", "").replaceAll("'[{}]+'", "");
        if (text.isBlank() || (formatted && rest.contains("'"))) {
            return false;
        }
        try {
            new MessageFormat(text, Locale.UK);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
