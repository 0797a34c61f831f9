package org.alongside.caseload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.kernel.BadInput;
import org.alongside.rules.Inputs;
import org.alongside.rules.PracticeInputs;
import org.alongside.rules.content.ContentFile.Prompt.Phase;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.visit.VisitPrompts.Asked;
import org.alongside.visit.VisitPrompts.ForChild;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Prompts around a visit to children of a real laptop (practice 1.5).
class CasePromptsTest {
    @TempDir
    static Path folder;

    private static MarlbrookLaptop marlbrook;

    @BeforeAll
    static void enrol() {
        marlbrook = MarlbrookLaptop.asFiled(folder.resolve("laptop"), "Joanna");
    }

    @AfterAll
    static void lock() {
        marlbrook.close();
    }

    private static CasePrompts prompts() {
        return marlbrook.laptop().prompts();
    }

    private static List<ForChild> brennocks(Phase phase) {
        return prompts()
                .ask(
                        phase,
                        List.of(marlbrook.child("Fern"), marlbrook.child("Romy"), marlbrook.child("Ellis")),
                        Map.of());
    }

    private static ForChild of(String name, Map<UUID, Inputs> known) {
        return prompts().ask(Phase.PLAN, List.of(marlbrook.child(name)), known).getFirst();
    }

    private static Inputs told(String name, boolean on) {
        return Inputs.none(PracticeInputs.vocabulary()).with(name, on);
    }

    @Test
    void theChildAloneLongestAgoIsAskedAboutFirst() {
        assertThat(brennocks(Phase.PLAN)).extracting(ForChild::name).containsExactly("Ellis", "Romy", "Fern");
    }

    @Test
    void noTextIsLeftWithABraceInIt() {
        for (Phase phase : Phase.values()) {
            assertThat(brennocks(phase))
                    .flatExtracting(ForChild::shown)
                    .extracting(Asked::text)
                    .allSatisfy(text -> assertThat(text).doesNotContain("{", "}"));
        }
    }

    @Test
    void theTextNamesWhatTheRecordKnows() {
        assertThat(of("Ellis", Map.of()).shown())
                .filteredOn(asked -> asked.prompt().id().equals("PN03"))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.text()).contains("(a parent or carer stayed)");
                    assertThat(asked.because()).contains("visits in a row without time alone: 4");
                });
    }

    @Test
    void aPromptForTheFamilyIsMarkedAndStandsInEachChildsList() {
        assertThat(brennocks(Phase.PLAN))
                .allSatisfy(child -> assertThat(child.shown())
                        .filteredOn(asked -> asked.prompt().id().equals("PN01"))
                        .singleElement()
                        .satisfies(asked -> assertThat(asked.forFamily()).isTrue()));
    }

    @Test
    void aSwipedNudgeStaysAwayUntilItsConditionSeesSomethingElse() {
        UUID zofia = marlbrook.child("Zofia");
        Map<UUID, Inputs> offline = Map.of(zofia, told("offline_area", true));
        assertThat(ids("Zofia", offline)).contains("PN28");
        prompts().swipe(zofia, "PN28", offline);
        assertThat(ids("Zofia", offline)).doesNotContain("PN28");
        prompts().swipe(zofia, "PN28", Map.of());
        assertThat(ids("Zofia", offline))
                .as("it saw no such place when it was swiped")
                .contains("PN28");
        prompts().unswipe(zofia, "PN28");
        assertThat(ids("Zofia", offline)).contains("PN28");
    }

    @Test
    void aPromptThatInsistsCannotBeSwipedAway() {
        UUID ellis = marlbrook.child("Ellis");
        prompts().swipe(ellis, "PN03", Map.of());
        assertThat(ids("Ellis", Map.of())).contains("PN03");
    }

    @Test
    void notNeededIsKeptWithItsReasonAndAskedAgainOnceItIsWithdrawn() {
        UUID romy = marlbrook.child("Romy");
        assertThat(ids("Romy", Map.of())).contains("PN13");
        assertThatThrownBy(() -> prompts().notNeeded(romy, "PN13", "  ")).isInstanceOf(BadInput.class);
        prompts().notNeeded(romy, "PN13", "Only Romy is at home this week.");
        assertThat(ids("Romy", Map.of())).doesNotContain("PN13");
        var said = marlbrook.laptop().notNeeded().of(romy).getFirst();
        assertThat(said.why()).isEqualTo("Only Romy is at home this week.");
        marlbrook.laptop().notNeeded().withdraw(said.record());
        assertThat(ids("Romy", Map.of())).contains("PN13");
    }

    @Test
    void aStopComesFirstAndStaysWhateverWasSaid() {
        UUID ellis = marlbrook.child("Ellis");
        Map<UUID, Inputs> hurt = Map.of(ellis, told("injury_seen", true));
        assertThat(prompts().ask(Phase.LEAVE, List.of(ellis), hurt).getFirst().shown())
                .first()
                .satisfies(asked -> assertThat(asked.prompt().id()).isEqualTo("LV06"));
    }

    private static List<String> ids(String name, Map<UUID, Inputs> known) {
        ForChild child = of(name, known);
        return java.util.stream.Stream.concat(child.shown().stream(), child.more().stream())
                .map(asked -> asked.prompt().id())
                .toList();
    }
}
