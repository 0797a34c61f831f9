package org.alongside.guided;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.alongside.kernel.Problem;
import org.alongside.record.Drafts;
import org.alongside.record.SignOff.Step;
import org.alongside.testing.FilledForm;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.tool.Laptop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A child and family assessment from its first answer to its sending, on a worker's laptop.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssessmentsTest {
    private static final String FORM = "child-and-family-assessment";

    private MarlbrookLaptop marlbrook;
    private Laptop laptop;
    private Assessments assessments;
    private List<UUID> brennocks;

    @BeforeAll
    void open(@TempDir Path folder) {
        marlbrook = MarlbrookLaptop.of(folder.resolve("laptop"));
        laptop = marlbrook.laptop();
        assessments = laptop.assessments();
        brennocks = List.of(marlbrook.child("Ellis"), marlbrook.child("Romy"), marlbrook.child("Fern"));
    }

    @AfterAll
    void close() {
        marlbrook.close();
    }

    private Drafts.Draft begun() {
        return assessments.begin(FORM, brennocks, MarlbrookLaptop.TODAY.minusDays(20));
    }

    @Test
    void aBlankOneNamesEveryQuestionThatMustBeAnsweredAndOfWhom() {
        Scene scene = assessments.scene(begun());
        List<Problem> problems = assessments.beforeSending(scene, scene.draft().body());
        assertThat(problems)
                .extracting(Problem::field)
                .contains("answers.CF01", "answers.CF04." + brennocks.getFirst());
    }

    @Test
    void whenAllIsAnsweredItIsSentWithTheQuestionsAsTheyWereAsked() {
        Drafts.Draft draft = FilledForm.fill(assessments, begun());
        Scene scene = assessments.scene(draft);
        assertThat(assessments.beforeSending(scene, draft.body()))
                .extracting(Problem::code)
                .containsOnly("not-alone-undecided");
        laptop.signingOff().ask(draft.id(), "Fern is six months old and Ellis was at his father's.");
        assertThat(assessments.find(draft.id()).orElseThrow().isAt(Step.ASKED)).isTrue();
    }
}
