package org.alongside.exchange.cin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.alongside.exchange.CodeMap;
import org.alongside.exchange.ToMap;
import org.junit.jupiter.api.Test;

/// The census files that others published. They are not ours to carry: the folder is named by the
/// system property `alongside.samples`, else `../shared/samples` is looked for here and above, and
/// where it is absent the test is skipped and says so.
class CinSamplesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @Test
    void everyChildAndEpisodeOfTheLargeSampleIsAccountedFor() {
        CinFile file = sample("fake_CIN_data.xml");
        assertThat(file.childrenInFile()).isEqualTo(332);
        assertThat(file.episodesInFile()).isEqualTo(402);
        assertThat(file.children()).hasSize(332);
        int taken = file.children().stream().mapToInt(c -> c.episodes().size()).sum();
        long refused = file.findings().stream()
                .filter(f -> f.refused() && f.unit() == org.alongside.exchange.Unit.EPISODE)
                .map(f -> f.record() + f.problem().field().replaceFirst("].*", "]"))
                .distinct()
                .count();
        assertThat(taken + refused).isEqualTo(402);
        assertThat(file.layouts()).containsExactly(CinLayout.GENDER);
        assertThat(file.toMap()).containsExactly(new ToMap("GenderCurrent", "9", 80));
        assertThat(codes(file)).contains("cin-1510", "cin-8790", "cin-8794", "cin-8831", "cin-8875", "cin-2990");
    }

    @Test
    void everyFaultOfThe2022SampleIsNamed() {
        assertThat(codes(sample("BAR_cin_2022.xml")))
                .contains(
                        "cin-1510",
                        "cin-1560Q",
                        "cin-8525Q",
                        "upn-and-reason",
                        "grown-up",
                        "cin-1103",
                        "cin-8867",
                        "cin-2889",
                        "cin-1104",
                        "cin-1105",
                        "cin-2884",
                        "cin-2885",
                        "cin-4016",
                        "after-closure");
    }

    @Test
    void everyFaultOfThe2024And2026SamplesIsNamed() {
        for (String name : List.of("CIN_Census_2024.xml", "CIN_Census_2026.xml")) {
            CinFile file = sample(name);
            assertThat(file.childrenInFile()).isEqualTo(2);
            assertThat(file.toMap()).containsExactly(new ToMap("AssessmentFactors", "RB", 1), new ToMap("Sex", "1", 1));
            assertThat(codes(file))
                    .contains(
                            "year-and-reference-date",
                            "year-and-layout",
                            "made-before",
                            "stray-text",
                            "code-unknown",
                            "cin-1510",
                            "cin-1560Q",
                            "upn-and-reason",
                            "date-to-come",
                            "cin-8608",
                            "cin-2889",
                            "cin-1104",
                            "cin-1105",
                            "cin-2884",
                            "cin-2885",
                            "cin-4016",
                            "after-closure",
                            "after-reference-date",
                            "cin-1103",
                            "cin-8897Q",
                            "cin-1570",
                            "cin-1580");
        }
    }

    @Test
    void aSampleCutAtEveryTwentiethGivesNothing() throws java.io.IOException {
        byte[] whole = Files.readAllBytes(folder().resolve("fake_CIN_data.xml"));
        for (int part = 1; part < 20; part++) {
            byte[] half = java.util.Arrays.copyOf(whole, whole.length * part / 20);
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                    org.alongside.kernel.BadInput.class,
                                    () -> new CinReader(CodeMap.empty(), TODAY)
                                            .read("half.xml", new java.io.ByteArrayInputStream(half)))
                            .problems()
                            .getFirst()
                            .code())
                    .isEqualTo("file-cut-short");
        }
    }

    private static List<String> codes(CinFile file) {
        return file.findings().stream().map(f -> f.problem().code()).toList();
    }

    private static CinFile sample(String name) {
        return new CinReader(CodeMap.empty(), TODAY).read(folder().resolve(name));
    }

    private static Path folder() {
        String named = System.getProperty("alongside.samples");
        if (named != null) {
            return Path.of(named, "cin");
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path at = here; at != null; at = at.getParent()) {
            for (String beside : List.of("../shared/samples/cin", "shared/samples/cin")) {
                Path folder = at.resolve(beside).normalize();
                if (Files.isDirectory(folder)) {
                    return folder;
                }
            }
        }
        assumeTrue(false, "The published census samples are not here: set -Dalongside.samples=FOLDER to try them.");
        throw new IllegalStateException("not reached");
    }
}
