package org.alongside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.alongside.kernel.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrolFormTest {
    private static final String WORDS = "copper kettle meadow ladder";

    @TempDir
    private Path folder;

    private String ca = "";

    @BeforeEach
    void aFile() throws IOException {
        ca = Files.writeString(folder.resolve("ca.pem"), "certificate").toString();
    }

    private EnrolForm whole() {
        return new EnrolForm("https://alongside.example.gov.uk", ca, "w_joanna", "ABCD2345", WORDS, WORDS);
    }

    @Test
    void aWholeFormCanBeTried() {
        assertThat(whole().problems()).isEmpty();
    }

    @Test
    void everyAnswerThatIsMissingIsNamedAtItsField() {
        assertThat(new EnrolForm("", "", "", "", "", "").problems())
                .extracting(Problem::field)
                .containsExactly(EnrolForm.SERVICE, EnrolForm.CA, EnrolForm.USER, EnrolForm.CODE, EnrolForm.PASSPHRASE);
    }

    @Test
    void aFileThatIsNotThereIsSaidBeforeTheCodeIsUsed() {
        var form = new EnrolForm("https://a.example", folder.resolve("none.pem").toString(), "u", "C", WORDS, WORDS);
        assertThat(form.problems()).extracting(Problem::code).containsExactly("file-not-there");
    }

    @Test
    void aPathThatIsNoPathIsAFileThatIsNotThere() {
        var form = new EnrolForm("https://a.example", "\0", "u", "C", WORDS, WORDS);
        assertThat(form.problems()).extracting(Problem::code).containsExactly("file-not-there");
    }

    @Test
    void theCodeIsTakenWithSpacesAndSmallLetters() {
        assertThat(new EnrolForm("", "", "", " abcd-2345 ", "", "").code()).isEqualTo("ABCD2345");
    }

    @Test
    void aPassphraseOfOnesOwnNameIsRefused() {
        var form =
                new EnrolForm("https://a.example", ca, "joanna.pritchard", "C", "joanna.pritchard", "joanna.pritchard");
        assertThat(form.problems()).extracting(Problem::code).containsExactly("passphrase-name");
    }

    @Test
    void twoPassphrasesThatDifferAreSaidAtTheSecond() {
        var form = new EnrolForm("https://a.example", ca, "u", "C", WORDS, WORDS + "s");
        assertThat(form.problems()).extracting(Problem::field).containsExactly(EnrolForm.AGAIN);
    }

    @Test
    void whatTheServiceRefusesStandsAtTheAnswerItIsAbout() {
        for (String code : List.of("enrolment-code-wrong", "enrolment-code-used", "enrolment-code-expired")) {
            assertThat(EnrolForm.placed(Problem.of(code, "…")).field()).isEqualTo(EnrolForm.CODE);
        }
        assertThat(EnrolForm.placed(Problem.of("certificate-not-trusted", "…")).field())
                .isEqualTo(EnrolForm.CA);
        assertThat(EnrolForm.placed(Problem.of("not-the-councils-service", "…")).field())
                .isEqualTo(EnrolForm.SERVICE);
        assertThat(EnrolForm.placed(Problem.of("service-busy", "…")).field()).isNull();
    }
}
