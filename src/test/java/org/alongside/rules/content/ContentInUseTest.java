package org.alongside.rules.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.alongside.kernel.BadInput;
import org.alongside.rules.Content;
import org.alongside.rules.content.ContentFile.PromptBank;
import org.alongside.rules.content.ContentFile.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A laptop's content folder: taken whole or not at all, and the last good one stays in use.
class ContentInUseTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    @TempDir
    Path home;

    private void put(String name, String text) throws IOException {
        Path file = home.resolve(ContentInUse.FOLDER).resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String prompts(int version, String words) {
        return Content.text("practice/prompts.json")
                .replace("\"version\": 1", "\"version\": " + version)
                .replace("What is this visit for?", words);
    }

    private String asked() {
        return bank(ContentInUse.of(home, null)).prompts().getFirst().text();
    }

    private static PromptBank bank(ContentInUse content) {
        return content.library().find("prompts", PromptBank.class, TODAY).orElseThrow();
    }

    @Test
    void withoutAFolderTheProgramsOwnIsInUse() {
        assertThat(asked()).startsWith("What is this visit for?");
        assertThat(home.resolve(ContentInUse.KEPT)).doesNotExist();
    }

    @Test
    void aNewerFileStandsInForTheProgramsOwn() throws IOException {
        put("prompts.json", prompts(2, "Why are you going?"));
        assertThat(asked()).startsWith("Why are you going?");
    }

    @Test
    void aFileWithAMistakeIsToldWithItsLineOnceAndTheLastGoodOneStays() throws IOException {
        put("prompts.json", prompts(2, "Why are you going?"));
        assertThat(asked()).startsWith("Why are you going?");
        put("prompts.json", prompts(3, "Where to?").replace("streak >= 1", "strake >= 1"));
        ContentInUse refused = ContentInUse.of(home, null);
        assertThat(bank(refused).prompts().getFirst().text()).startsWith("Why are you going?");
        assertThat(refused.isKeptUsed()).isTrue();
        assertThat(refused.tellOnce())
                .anySatisfy(line -> assertThat(line).contains("stays in use"))
                .anySatisfy(line -> assertThat(line).contains("prompts.json, line ", "strake"));
        assertThat(refused.tellOnce()).isEmpty();
    }

    @Test
    void theFirstFolderWithAMistakeLeavesTheProgramsOwn() throws IOException {
        put("prompts.json", "{");
        assertThat(asked()).startsWith("What is this visit for?");
        assertThat(ContentInUse.of(home, null).isKeptUsed()).isFalse();
    }

    @Test
    void aCopyThatWasDamagedIsNotUsedEither() throws IOException {
        put("prompts.json", prompts(2, "Why are you going?"));
        asked();
        Files.writeString(home.resolve(ContentInUse.KEPT).resolve("prompts.json"), "{}");
        put("prompts.json", "{");
        assertThat(asked()).startsWith("What is this visit for?");
    }

    @Test
    void aVersionCountsFromItsOwnDayOn() throws IOException {
        put(
                "next.json",
                prompts(2, "Why are you going?")
                        .replaceFirst("\"regularised\"", "\"effective_from\": \"2026-11-19\", \"regularised\""));
        ContentInUse content = ContentInUse.of(home, null);
        assertThat(content.findings()).isEmpty();
        assertThat(bank(content).header().version()).isEqualTo(1);
        assertThat(content.library()
                        .find("prompts", PromptBank.class, TODAY.plusDays(1))
                        .orElseThrow()
                        .header()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void aRuleRunsInTheVersionOfTheDayOfItsTrigger() {
        RuleBook first = RuleBooks.shipped();
        var later = (RuleBook) ContentReader.read(Content.text("timescale-rules.json")
                .replace("\"version\": 1,\n  \"title\": \"Statutory", "\"version\": 2,\n  \"title\": \"Statutory")
                .replaceFirst("\"regularised\"", "\"effective_from\": \"2026-06-01\", \"regularised\""));
        var books = RuleBooks.byTime(java.util.List.of(first, later));
        assertThat(books).hasSize(2);
        Rule before = books.get(0).rules().get("cp-visit-interval");
        Rule since = books.get(1).rules().get("cp-visit-interval");
        assertThat(before.effective().covers(LocalDate.of(2026, 5, 31))).isTrue();
        assertThat(before.effective().covers(LocalDate.of(2026, 6, 1))).isFalse();
        assertThat(since.effective().covers(LocalDate.of(2026, 5, 31))).isFalse();
        assertThat(since.effective().covers(LocalDate.of(2026, 6, 1))).isTrue();
    }

    @Test
    void contentThatOnlyANewProgramCanBringIsRefused() throws IOException {
        put("fields.json", Content.text("practice/visit-fields.json").replace("\"version\": 1", "\"version\": 2"));
        assertThat(ContentInUse.of(home, null).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().code()).isEqualTo("content-not-replaceable"));
    }

    @Test
    void aNamedFolderThatIsNotThereIsAMistake() {
        assertThatThrownBy(() -> ContentInUse.of(home, home.resolve("nowhere"))).isInstanceOf(BadInput.class);
    }
}
