package org.alongside.rules.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.alongside.kernel.Problem;
import org.alongside.rules.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whatever is wrong in a content file is found by the check, with file and line, and never at work.
class PlantedMistakesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "practice/prompts.json | \"level\": \"must\" | \"level\": \"should\" | content-word-unknown",
                "practice/prompts.json | \"rank\": 1 | \"rank\": \"first\" | content-whole-needed",
                "practice/prompts.json | streak >= 1 | strake >= 1 | condition-unknown-name",
                "practice/prompts.json | streak >= 1 | streak == 'one' | condition-wrong-type",
                "practice/prompts.json | streak >= 1 | streak >= | condition-ends-early",
                "practice/prompts.json | plan == 'CLA' | plan == 'LAC' | condition-unknown-value",
                "practice/prompts.json | \"id\": \"PN02\" | \"id\": \"PN01\" | content-twice",
                "practice/prompts.json | \"LV05\", | \"LV95\", | content-name-unknown",
                "practice/form-child-and-family-assessment.json | tick_count >= 2 | ticks >= 2 | condition-wrong-type",
                "practice/form-child-and-family-assessment.json | \"evidence\": 1 | \"evidence\": true |"
                        + " content-whole-needed",
                "practice/plan-linter-word-sets.json | [0-9] | [0-9 | content-pattern-wrong",
                "bank-holidays-england.json | 2026-12-25 | 2026-02-30 | content-day-needed",
                "timescale-rules.json | \"at\": \"received_on\" | \"at\": \"recieved_on\" | content-time-needed",
                "timescale-rules.json | \"record\": \"referral\" | \"record\": \"referal\" | content-record-unknown",
                "timescale-rules.json | \"unit\": \"working_days\" | \"unit\": \"work_days\" | content-word-unknown",
                "timescale-rules.json | months_known < 12 | months_know < 12 | condition-unknown-name",
                "timescale-rules.json | police_grade == 'high' | police_grade == 'grave' | condition-unknown-value",
                "visit-rule-order.json | cp-visit-interval | cp-visit-intervals | content-name-unknown",
                "seen-alone.json | \"group\": \"obstructed\" | \"group\": \"blocked\" | content-word-unknown",
                "seen-alone.json | obstructed >= 3 | obstructid >= 3 | condition-unknown-name",
                "seen-alone.json | \"urgent_plans\": [\"S47\" | \"urgent_plans\": [\"S74\" | content-name-unknown",
                "practice/visit-fields.json | announced == False | announced == 'no' | condition-wrong-type",
                "practice/child-visit-fields.json | seen == 'not_seen' | seen == 'not seen' | condition-unknown-value",
                "practice/life-story-entry-fields.json | \"least\": 0 | \"least\": -1 | content-whole-needed",
                "practice/inputs.json | \"type\": \"flag\" | \"type\": \"flags\" | content-word-unknown",
                "practice/form-facts.json | \"type\": \"count\" | \"type\": 7 | content-text-needed",
                "practice/neglect-picture.json | \"steady\": | \"study\": | content-member-missing",
                "practice/delegated-authority-matrix.json | \"s20\": \"carer\" | \"s20\": \"nobody\" |"
                        + " content-word-unknown",
                "prompt-numbers.json | \"version\": 1 | \"version\": \"one\" | content-whole-needed",
            })
    void eachIsNamedWithItsLine(String file, String right, String wrong, String code) {
        String text = Content.text(file);
        assertThat(text).contains(right);
        int line = (int) text.substring(0, text.indexOf(right)).lines().count();
        List<ContentFolder.Finding> findings = ContentFolder.check(Map.of(file, replaceFirst(text, right, wrong)))
                .findings();
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.problem().code()).isEqualTo(code);
            assertThat(finding.problem().line()).isBetween(line, line + 1);
            assertThat(finding.problem().message()).isNotBlank();
        });
    }

    @Test
    void allAreNamedNotOnlyTheFirst() {
        String planted = Content.text("practice/prompts.json")
                .replace("\"phase\": \"leave\"", "\"phase\": \"left\"")
                .replace("'da' in risks", "'db' in risks")
                .replace("\"answer\": \"tick\"}", "\"answer\": \"tick\", \"extra\": 1}");
        assertThat(findings(planted))
                .extracting(Problem::code)
                .contains("content-word-unknown", "condition-unknown-value", "content-member-unknown")
                .hasSizeGreaterThan(20);
    }

    @Test
    void aFileThatStopsBeingJsonSaysInWhichLine() {
        String text = Content.text("practice/prompts.json");
        int cut = text.indexOf("\"PN03\"");
        assertThat(findings(text.substring(0, cut) + "\u0001" + text.substring(cut)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("json-not-readable");
                    assertThat(problem.line())
                            .isEqualTo((int) text.substring(0, cut).lines().count());
                });
    }

    @Test
    void anEmptyFileAListAndAFileWithoutHeaderAreRefused() {
        assertThat(findings("")).isNotEmpty();
        assertThat(findings("[]")).extracting(Problem::code).containsExactly("json-not-object");
        assertThat(findings("{}")).extracting(Problem::code).containsExactly("content-member-missing");
    }

    @Test
    void twoFilesCannotShareAnId() {
        String prompts = Content.text("practice/prompts.json");
        assertThat(ContentFolder.check(Map.of("a.json", prompts, "b.json", prompts))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().code()).isEqualTo("content-id-twice"));
    }

    @Test
    void aCodeThatStandsTwiceInItsSetIsNamedWithItsLine() {
        String codes = "set,code,label,used_in\nsex,M,Male,x\nsex,F,Female,x\nsex,M,Man,x\n";
        assertThat(ContentFolder.check(Map.of("code-sets.csv", codes)).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem().line()).isEqualTo(4));
    }

    @Test
    void theLastGoodVersionStaysWhenANewOneHasAMistake() {
        String one = Content.text("practice/prompts.json");
        var library = new ContentLibrary(List.of(ContentReader.read(one)));
        String two = one.replace("\"version\": 1", "\"version\": 2");

        assertThat(library.take(Map.of("prompts.json", two.replace("streak >= 1", "streak >= one"))))
                .isNotEmpty();
        assertThat(version(library)).isEqualTo(1);

        assertThat(library.take(Map.of("prompts.json", two))).isEmpty();
        assertThat(version(library)).isEqualTo(2);
    }

    @Test
    void oneMistakeRefusesTheLot() {
        var library = new ContentLibrary(List.of(ContentReader.read(Content.text("practice/prompts.json"))));
        String newer = Content.text("practice/prompts.json").replace("\"version\": 1", "\"version\": 2");
        assertThat(library.take(Map.of("prompts.json", newer, "other.json", "{}")))
                .isNotEmpty();
        assertThat(version(library)).isEqualTo(1);
    }

    @Test
    void anOlderVersionIsRefused() {
        String one = Content.text("practice/prompts.json");
        var library = new ContentLibrary(List.of(ContentReader.read(one)));
        assertThat(library.take(Map.of("prompts.json", one)))
                .extracting(finding -> finding.problem().code())
                .containsExactly("content-not-newer");
    }

    private static int version(ContentLibrary library) {
        return library.find("prompts", ContentFile.PromptBank.class)
                .orElseThrow()
                .header()
                .version();
    }

    private static List<Problem> findings(String text) {
        return ContentFolder.check(Map.of("prompts.json", text)).findings().stream()
                .map(ContentFolder.Finding::problem)
                .toList();
    }

    private static String replaceFirst(String text, String right, String wrong) {
        int at = text.indexOf(right);
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }
}
