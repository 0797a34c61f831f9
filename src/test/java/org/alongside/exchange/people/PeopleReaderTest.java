package org.alongside.exchange.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.alongside.exchange.CodeMap;
import org.alongside.exchange.Finding;
import org.alongside.exchange.InventedFiles;
import org.alongside.exchange.ToMap;
import org.alongside.kernel.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleReaderTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 4, 21);

    @Test
    void theInventedFileIsReadRowByRow() {
        PeopleFile file = read(InventedFiles.text("marlbrook-people.csv"));
        assertThat(file.rows()).extracting(PeopleRow::id).containsExactly("MB0001", "MB0002", "P77");
        assertThat(file.unknownColumns()).containsExactly("favourite_colour");
        assertThat(file.rows().getFirst().value("born")).isEqualTo("2024-02-03");
        assertThat(file.rows().get(2).relatedChildren()).containsExactly("MB0001", "MB0002", "MB9999");
        assertThat(file.childrenInFile()).isEqualTo(2);
        assertThat(file.adultsInFile()).isEqualTo(1);
    }

    @Test
    void theHeaderMayHaveAnyOrderAndCase() {
        PeopleFile file = read("Family Name;CHILD_ID;Born\nLark;C1;3/2/2024\n");
        assertThat(file.rows()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo("C1");
            assertThat(row.value("family_name")).isEqualTo("Lark");
            assertThat(row.value("born")).isEqualTo("2024-02-03");
        });
        assertThat(file.findings()).isEmpty();
    }

    @Test
    void windows1252IsReadAndSaid() {
        PeopleFile file = new PeopleReader(CodeMap.empty(), TODAY)
                .read("w.csv", "child_id,given_name\nC1,Siân\n".getBytes(Charset.forName("windows-1252")));
        assertThat(file.rows().getFirst().value("given_name")).isEqualTo("Siân");
        assertThat(codes(file)).containsExactly("not-utf-8");
    }

    @Test
    void aStrayQuoteIsNamedWithItsLineAndTheOthersAreTaken() {
        PeopleFile file = read("child_id,given_name\nC1,\"Ada\nC2,Bo\nC3,Cy\n");
        assertThat(file.rows()).extracting(PeopleRow::id).containsExactly("C2", "C3");
        assertThat(file.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.line()).isEqualTo(2);
            assertThat(finding.problem().code()).isEqualTo("csv-stray-quote");
            assertThat(finding.refused()).isTrue();
        });
        assertThat(file.childrenInFile()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        born | 31/02/2020 | date-not-real | false
        born | 02.03.2020 | cell-not-a-date | false
        born | 2028-01-01 | date-to-come | false
        born | 1066-10-14 | date-too-old | false
        sex | male | code-unknown | false
        sex | f | | true
        ethnicity | English | code-unknown | false
        communication | AAC | | true
        communication | shouting | code-unknown | false
        needs_interpreter | Yes | | true
        needs_interpreter | perhaps | cell-not-yes-or-no | false
        nhs_number | 943 476 5919 | | true
        nhs_number | 9434765918 | nhs-number-unverified | true
        nhs_number | 12345 | nhs-number-not-one | false
        upn | A123456789123 | cin-1510 | false
        upn | P123456789123 | | true
        upn | 12 | cin-1540 | false
        postcode | hr1 1aa | | true
        postcode | nowhere | postcode-odd | true
        plan | cp | | true
        plan | section 20 | code-unknown | false
        relation | aunt | column-of-adult | false
        """)
    void aBadCellKeepsOutItselfAlone(String column, String cell, String code, boolean taken) {
        PeopleFile file = read("child_id,given_name," + column + "\nC1,Ada," + cell + "\n");
        assertThat(file.rows()).hasSize(1);
        assertThat(file.rows().getFirst().value("given_name")).isEqualTo("Ada");
        assertThat(file.rows().getFirst().says(column)).isEqualTo(taken);
        assertThat(codes(file)).isEqualTo(code == null ? List.of() : List.of(code));
        assertThat(file.findings()).allSatisfy(f -> {
            assertThat(f.line()).isEqualTo(2);
            assertThat(f.record()).isEqualTo("C1");
        });
    }

    @Test
    void anUnknownCodeIsMappedByAPerson() {
        String csv = "child_id,ethnicity\nC1,English\nC2,English\n";
        assertThat(read(csv).toMap()).containsExactly(new ToMap("ethnicity", "English", 2));
        PeopleFile mapped = new PeopleReader(CodeMap.parse("{\"ethnicity\":{\"English\":\"WBRI\"}}"), TODAY)
                .read("p.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(mapped.toMap()).isEmpty();
        assertThat(mapped.rows())
                .allSatisfy(row -> assertThat(row.value("ethnicity")).isEqualTo("WBRI"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ,,Ada | id-missing
        -,,Ada | id-missing
        C1,,Twin | id-twice
        C2,robot,Ada | kind-unknown
        C2,child | row-cells
        C2,child,Ada,more | row-cells
        ,adult,Ada | id-missing
        """)
    void aRowThatCannotBeTakenIsNamed(String row, String code) {
        PeopleFile file = read("child_id,kind,given_name\nC1,,Ada\n" + row + "\n");
        assertThat(file.rows()).hasSize(1);
        assertThat(file.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.problem().code()).isEqualTo(code);
            assertThat(finding.line()).isEqualTo(3);
        });
    }

    @Test
    void aFileThatIsNoPeopleFileIsRefusedWhole() {
        assertThatThrownBy(() -> read("")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> read("name,age\nAda,4\n")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> read("child_id,Child ID\nC1,C2\n")).isInstanceOf(BadInput.class);
    }

    private static List<String> codes(PeopleFile file) {
        return file.findings().stream()
                .map(Finding::problem)
                .map(problem -> problem.code())
                .toList();
    }

    private static PeopleFile read(String csv) {
        return new PeopleReader(CodeMap.empty(), TODAY).read("people.csv", csv.getBytes(StandardCharsets.UTF_8));
    }
}
