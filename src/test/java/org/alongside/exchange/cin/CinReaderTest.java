package org.alongside.exchange.cin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.alongside.exchange.CodeMap;
import org.alongside.exchange.Finding;
import org.alongside.exchange.InventedFiles;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CinReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 4, 21);
    private static final String SOUND = InventedFiles.text("marlbrook-2027.xml").replace("9Z", "9");

    @Test
    void aSoundFileIsTakenWholeWithEveryLine() {
        CinFile file = read(SOUND);
        assertThat(file.findings()).isEmpty();
        assertThat(file.layouts()).containsExactlyInAnyOrder(CinLayout.SEX, CinLayout.PRE_PROCEEDINGS);
        assertThat(file.children()).extracting(CinChild::id).containsExactly("MB0001", "MB0002", "MB0003");
        CinEpisode episode = file.children().getFirst().episodes().getFirst();
        assertThat(episode.blocks()).hasSize(4);
        assertThat(episode.at().line()).isEqualTo(lineOf("<CINreferralDate>2026-05-05") - 1);
        assertThat(file.childrenInFile()).isEqualTo(3);
        assertThat(file.episodesInFile()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        <LAchildID>MB0001</LAchildID> | | cin-8500
        <LAchildID>MB0002< | <LAchildID>MB0001< | cin-8510
        <LAchildID>MB0002< | <LAchildID>MB-0002< | cin-1580
        <LAchildID>MB0002< | <LAchildID>MB0000000000000000002< | cin-1570
        <UPNunknown>UN4</UPNunknown> | <UPN>A123456789123</UPN> | cin-1510
        <UPNunknown>UN4</UPNunknown> | <UPN>A12345</UPN> | cin-1540
        <UPNunknown>UN4</UPNunknown> | <UPN>A12345678912I</UPN> | cin-1550
        <UPNunknown>UN4</UPNunknown> | <FormerUPN>A1</FormerUPN> | cin-1560Q
        <UPNunknown>UN4</UPNunknown> | | cin-8770Q
        <UPNunknown>UN4< | <UPNunknown>UN7< | cin-8772
        <Sex>U</Sex> | <Sex>F</Sex> | cin-8750
        <Sex>U</Sex> | | cin-4180
        <Sex>U</Sex> | <Sex>X</Sex> | code-unknown
        <Ethnicity>NOBT</Ethnicity> | | cin-4220
        <Disability>COMM< | <Disability>LD< | cin-8794
        <Disability>COMM< | <Disability>NONE< | cin-8790
        <ExpectedPersonBirthDate>2027-05-14< | <PersonBirthDate>2027-03-01</PersonBirthDate><ExpectedPersonBirthDate>2027-05-14< | cin-8525Q
        <CINreferralDate>2027-03-22</CINreferralDate> | | cin-8600
        <ReferralSource>3A</ReferralSource> | | cin-8866
        <PrimaryNeedCode>N3</PrimaryNeedCode> | | cin-8610
        <ReferralNFA>0</ReferralNFA> | | cin-8568
        <ReasonForClosure>RC7</ReasonForClosure> | | cin-8810
        <CINclosureDate>2026-05-22</CINclosureDate> | | cin-8805
        <CINclosureDate>2026-05-22< | <CINclosureDate>2025-05-22< | cin-8630
        <CINclosureDate>2026-05-22< | <CINclosureDate>2026-02-31< | date-not-real
        <CINclosureDate>2026-05-22< | <CINclosureDate>22/05/2026< | date-not-readable
        <CINclosureDate>2026-05-22< | <CINclosureDate>2027-05-22< | date-to-come
        RC7< | RC2< | cin-8585Q
        RC7< | RC8< | cin-2990
        <CINreferralDate>2027-02-01< | <CINreferralDate>2025-11-03< | repeated
        <ReferralNFA>0< | <ReferralNFA>1< | cin-8831
        <ReferralNFA>0< | <ReferralNFA>1< | cin-4000
        <ReferralNFA>0< | <ReferralNFA>maybe< | not-yes-or-no
        <ReferralNFA>false</ReferralNFA>\\n        <Child | <ReferralNFA>true</ReferralNFA><Child | cin-8832
        <AssessmentActualStartDate>2025-11-04< | <AssessmentActualStartDate>2025-11-01< | cin-1103
        <AssessmentAuthorisationDate>2025-12-12< | <AssessmentAuthorisationDate>2025-11-03< | cin-8608
        <AssessmentAuthorisationDate>2025-12-12< | <AssessmentAuthorisationDate>2026-06-01< | cin-8867
        <AssessmentAuthorisationDate>2025-12-12</AssessmentAuthorisationDate> | | cin-8867
        <AssessmentAuthorisationDate>2026-06-10</AssessmentAuthorisationDate> | | cin-8614
        <AssessmentAuthorisationDate>2026-06-10</AssessmentAuthorisationDate> | | cin-8670Q
        <AssessmentFactors>14A</AssessmentFactors> | | cin-8897Q
        <AssessmentFactors>14A< | <AssessmentFactors>21< | cin-8873Q
        <AssessmentFactors>4B< | <AssessmentFactors>16A< | cin-8898
        <AssessmentFactors>4B< | <AssessmentFactors>21< | cin-8869
        <AssessmentFactors>4B< | <AssessmentFactors>18A< | cin-8945Q
        <AssessmentFactors>4B< | <AssessmentFactors>19A< | cin-8950Q
        <S47ActualStartDate>2026-06-11< | <S47ActualStartDate>2026-05-01< | cin-2889
        <S47ActualStartDate>2026-06-11< | <S47ActualStartDate>2026-07-01< | cin-8615
        <DateOfInitialCPC>2026-06-30</DateOfInitialCPC> | | cin-2885
        <DateOfInitialCPC>2026-06-30</DateOfInitialCPC> | | cin-2883
        <DateOfInitialCPC>2026-06-30</DateOfInitialCPC> | | cin-8675Q
        <DateOfInitialCPC>2026-06-30< | <DateOfInitialCPC>2026-06-28< | cin-8875
        <DateOfInitialCPC>2026-06-30< | <DateOfInitialCPC>2026-05-01< | cin-1104
        <InitialCPCtarget>2026-07-02< | <InitialCPCtarget>2026-07-04< | cin-8870Q
        <PrimaryNeedCode>N1</PrimaryNeedCode> | <PrimaryNeedCode>N1</PrimaryNeedCode><DateOfInitialCPC>2026-06-30</DateOfInitialCPC> | cin-2884
        <CPPstartDate>2026-06-30< | <CPPstartDate>2026-05-01< | cin-1105
        <CPPstartDate>2026-06-30</CPPstartDate> | <CPPstartDate>2026-06-30</CPPstartDate><CPPendDate>2026-06-30</CPPendDate> | cin-8840
        <InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse> | | cin-8905
        <LatestCategoryOfAbuse>NEG</LatestCategoryOfAbuse> | | cin-8910
        <NumberOfPreviousCPP>0</NumberOfPreviousCPP> | | cin-8730
        <NumberOfPreviousCPP>0< | <NumberOfPreviousCPP>many< | not-a-number
        <CPPreviewDate>2026-09-25< | <CPPreviewDate>2026-06-30< | cin-8841
        <CPPreviewDate>2026-09-25< | <CPPreviewDate>< | cin-8842Q
        <CINPlanStartDate>2025-12-15< | <CINPlanStartDate>2025-11-01< | cin-4015
        <CINPlanEndDate>2026-05-22< | <CINPlanEndDate>2025-12-14< | cin-4011
        <CINPlanEndDate>2026-05-22< | <CINPlanEndDate>2025-12-15< | cin-4012Q
        <CINPlanEndDate>2026-05-22</CINPlanEndDate> | | open-at-closure
        <PPStartDate>2027-01-11< | <PPStartDate>2026-05-04< | before-referral
        <Year>2027< | <Year>2024< | year-and-layout
        <Year>2027< | <Year>2026< | year-and-reference-date
        <Sex>F</Sex> | <GenderCurrent>2</GenderCurrent> | layouts-mixed
        <Sex>F</Sex> | <Sex>F</Sex><Shoes>12</Shoes> | element-unknown
        <Sex>F</Sex> | <Sex>F</Sex>Sex | stray-text
        <Sex>F</Sex> | <Sex>F</Sex><Sex>M</Sex> | element-contradicts
        <Sex>F</Sex> | <Sex>F</Sex><Sex>F</Sex> | element-twice
        """)
    void everyFaultIsNamedOnItsOwnLine(String was, String becomes, String code) {
        String from = was.replace("\\n", "\n");
        assertThat(SOUND).contains(from);
        String to = becomes == null ? "" : becomes;
        CinFile file = read(SOUND.replace(from, to));
        assertThat(file.findings()).extracting(f -> f.problem().code()).contains(code);
        assertThat(file.findings()).allSatisfy(f -> {
            assertThat(f.line()).isBetween(1, (int) SOUND.lines().count());
            assertThat(f.problem().message()).isNotBlank().doesNotContain("{");
        });
        for (Finding finding : file.findings()) {
            if (finding.problem().code().endsWith("Q")) {
                assertThat(finding.refused()).as("a query is said and taken").isFalse();
            }
        }
        assertThat(file.childrenInFile()).isEqualTo(3);
        assertThat(file.episodesInFile()).isEqualTo(4);
    }

    @Test
    void plansBesideEachOtherAreNamedAndTheProtectionPlanIsKept() {
        String beside = """
            <CINPlanDates><CINPlanStartDate>2026-07-01</CINPlanStartDate></CINPlanDates>
            <Section47>\
            """;
        CinFile file = read(SOUND.replace("<Section47>", beside));
        assertThat(codes(file)).contains("cin-4001");
        CinEpisode episode = file.children().getFirst().episodes().getFirst();
        assertThat(episode.blocks(CinNeedPlan.class)).isEmpty();
        assertThat(episode.blocks(CinProtectionPlan.class)).hasSize(1);
    }

    @Test
    void ofTwoOpenEpisodesTheLaterIsTaken() {
        CinFile file = read(SOUND.replace("<CINclosureDate>2026-05-22</CINclosureDate>", "")
                .replace("<ReasonForClosure>RC7</ReasonForClosure>", "")
                .replace("<ReferralNFA>1<", "<ReferralNFA>0<"));
        assertThat(codes(file)).contains("cin-8815", "with-episode");
        assertThat(file.children().get(1).episodes())
                .extracting(CinEpisode::referredOn)
                .containsExactly(LocalDate.of(2027, 2, 1));
    }

    @Test
    void anUnreadableClosureNeverLeavesAnOpenCase() {
        CinFile file = read(SOUND.replace("<CINclosureDate>2026-05-22<", "<CINclosureDate>soon<"));
        assertThat(file.children().get(1).episodes()).hasSize(1);
        assertThat(file.children()).hasSize(3);
    }

    @Test
    void theOlderLayoutIsToldFromItsElements() {
        CinFile file = read(SOUND.replace("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>")
                .replace("<Sex>M</Sex>", "<GenderCurrent>1</GenderCurrent>")
                .replace("<Sex>U</Sex>", "<GenderCurrent>0</GenderCurrent>")
                .replaceAll("(?s)<PreProceedingsandFGDM>.*</PreProceedingsandFGDM>", "")
                .replace("2027</Year>", "2024</Year>"));
        assertThat(file.layouts()).containsExactly(CinLayout.GENDER);
        assertThat(file.children()).extracting(CinChild::sex).containsExactly("F", "M", "U");
        assertThat(codes(file)).doesNotContain("year-and-layout");
    }

    @Test
    void aFileCutAnywhereFailsWholeAndSaysWhere() {
        byte[] whole = SOUND.getBytes(StandardCharsets.UTF_8);
        for (int part = 0; part < 20; part++) {
            byte[] half = Arrays.copyOf(whole, whole.length * part / 20);
            Problem problem = failure(half);
            int lines = (int) new String(half, StandardCharsets.UTF_8)
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            assertThat(problem.code()).as("part %d", part).isEqualTo("file-cut-short");
            assertThat(problem.line()).as("part %d", part).isEqualTo(lines);
        }
    }

    @Test
    void aFileCutAtAnyByteNeverGivesAnything() {
        byte[] whole = SOUND.strip().getBytes(StandardCharsets.UTF_8);
        var random = new Random(1604);
        for (int round = 0; round < 200; round++) {
            failure(Arrays.copyOf(whole, random.nextInt(whole.length)));
        }
    }

    @Test
    void aDamagedFileFailsWholeWithItsLine() {
        Problem problem = failure(SOUND.replace("<Ethnicity>MWBC</Ethnicity>", "<Ethnicity>MWBC</Ethnicty>")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(problem.code()).isEqualTo("file-damaged");
        assertThat(problem.line()).isEqualTo(lineOf("<Ethnicity>MWBC"));
    }

    @Test
    void entitiesThatGrowAreRefusedBeforeTheyGrow() {
        var laughs = new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE Message [\n<!ENTITY a \"ha\">\n");
        for (char c = 'b'; c <= 'z'; c++) {
            String before = "&" + (char) (c - 1) + ";";
            laughs.append("<!ENTITY ")
                    .append(c)
                    .append(" \"")
                    .append(before.repeat(10))
                    .append("\">\n");
        }
        laughs.append("]>\n<Message>&z;</Message>");
        assertThat(failure(laughs.toString().getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("xml-dtd-refused");
    }

    @Test
    void nothingOutsideTheFileIsOpened(@TempDir Path dir) throws IOException {
        Path secret = Files.writeString(dir.resolve("secret.txt"), "MB-SECRET");
        String asks = "<?xml version=\"1.0\"?>\n<!DOCTYPE Message [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n"
                + SOUND.replaceFirst("<\\?xml[^>]*>\\s*", "").replace("MB0003", "&x;");
        BadInput refused = catchThrowableOfType(BadInput.class, () -> read(asks));
        assertThat(refused.problems().getFirst().code()).isEqualTo("xml-dtd-refused");
        assertThat(refused.problems().toString()).doesNotContain("MB-SECRET");
        String remote = asks.replace("SYSTEM \"" + secret.toUri(), "SYSTEM \"http://127.0.0.1:1/x");
        assertThat(failure(remote.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("xml-dtd-refused");
    }

    @Test
    void anEntityWithoutADocumentTypeIsRefused() {
        assertThatThrownBy(() -> read(SOUND.replace("MB0003", "&x;"))).isInstanceOf(BadInput.class);
    }

    @Test
    void anotherKindOfFileIsNamedAsSuch() {
        assertThat(failure("<Census/>".getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("not-a-census");
        assertThat(failure("child_id,name\n1,Ada\n".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isIn("file-cut-short", "file-damaged");
    }

    @Test
    void aFileOverTheLimitIsRefusedWhileItIsRead() {
        byte[] bytes = SOUND.getBytes(StandardCharsets.UTF_8);
        var parts = new ArrayList<CensusElement>();
        assertThatThrownBy(() -> CensusXml.read(new ByteArrayInputStream(bytes), bytes.length - 1L, parts::add))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.problems().getFirst().code()).isEqualTo("file-too-large"));
        CensusXml.read(new ByteArrayInputStream(bytes), bytes.length, parts::add);
    }

    @Test
    void aChildWithoutEndDoesNotFillTheMemory() {
        String deep = "<Message><Children><Child>" + "<a>".repeat(100_000);
        assertThat(failure(deep.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("xml-too-deep");
        String wide = "<Message><Children><Child>" + "<a/>".repeat(100_000);
        assertThat(failure(wide.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo("xml-too-deep");
    }

    private static Problem failure(byte[] bytes) {
        BadInput failure = catchThrowableOfType(
                BadInput.class,
                () -> new CinReader(CodeMap.empty(), TODAY).read("half.xml", new ByteArrayInputStream(bytes)));
        assertThat(failure).isNotNull();
        return failure.problems().getFirst();
    }

    private static int lineOf(String text) {
        return (int) SOUND.substring(0, SOUND.indexOf(text))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    private static List<String> codes(CinFile file) {
        return file.findings().stream().map(f -> f.problem().code()).toList();
    }

    private static CinFile read(String xml) {
        return new CinReader(CodeMap.empty(), TODAY)
                .read("marlbrook-2027.xml", new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }
}
