package org.alongside.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The family's page shows only what is clear, says what is missing, and keeps secrets.
class FamilyPagesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    @Test
    void theDemonstrationsPlanShowsItsTwoClearActionsAndSaysWhichAreMissing() throws java.io.IOException {
        Plan plan = PlanFile.read(ExpectedLintTest.plans().getFirst(), TODAY, null, null);
        FamilyPage page = page(plan, List.of());
        assertThat(page.title()).isEqualTo("Our plan for Ellis, Romy and Fern");
        assertThat(lines(page, FamilyPage.Part.WHO_DOES_WHAT))
                .containsExactly(
                        "1. Carly wakes Ellis and Romy by 7:15 and they leave for school at 8:25, Monday to Friday. By"
                                + " 24 November 2026.",
                        "2. Luca visits at 7:15am on Monday and Thursday for six weeks to help set up the morning"
                                + " routine. By 8 January 2027.",
                        "Actions 1 to 3 are not here yet. They do not say who, what and when.");
        assertThat(page.hasGaps()).isTrue();
        assertThat(page.plainText()).doesNotContain("Legal advice").doesNotContain("monitored");
        assertThat(page.readingAge()).isBetween(6, 11);
        assertThat(page.dated()).isEqualTo("Agreed on 4 September 2026. We look at it again on 4 March 2027.");
    }

    @Test
    void aWithheldAddressStaysOffHoweverItGotIntoThePlan() {
        Action told = clear("Carly and Ellis stay at 14 quarry row every night.");
        Plan plan = plan(List.of(clear("Carly wakes Ellis by 7:15 every day."), told));
        FamilyPage page = page(plan, List.of("14 Quarry Row, Marlbrook"));
        assertThat(page.plainText().toLowerCase(java.util.Locale.ROOT)).doesNotContain("quarry");
        assertThat(lines(page, FamilyPage.Part.WHO_DOES_WHAT))
                .hasSize(2)
                .last()
                .isEqualTo("Action 2 is not here: it names an address that is withheld.");
    }

    @Test
    void whatWasExplainedIsOnThePageAndWhatIsOnlyHardToReadIsSaidToBeSo() {
        Action undated = new Action(
                "a",
                "Carly wakes Ellis by 7:15 every day.",
                "Carly",
                "",
                "",
                "",
                "Ellis is in class on 9 days of 10.",
                "Joanna meets Carly.",
                "",
                0,
                TODAY,
                Set.of(),
                Set.of("PL02"),
                "The court sets the day.");
        Action vague = clear("Carly keeps a regular bedtime every day.");
        FamilyPage page = page(plan(List.of(undated, vague)), List.of());
        assertThat(lines(page, FamilyPage.Part.WHO_DOES_WHAT))
                .containsExactly(
                        "1. Carly wakes Ellis by 7:15 every day.",
                        "Action 2 is not here yet. Its words are not plain yet.");
    }

    @Test
    void anEmptyPlanSaysWhatIsMissingInEverySection() {
        FamilyPage page = page(plan(List.of()), List.of());
        assertThat(page.sections())
                .hasSize(5)
                .allSatisfy(section -> assertThat(section.lines())
                        .singleElement()
                        .matches(line -> line.kind() == FamilyPage.Kind.MISSING));
        assertThat(page.readingAge()).isNull();
    }

    @Test
    void twoHundredActionsAreTwoHundredLines() {
        var actions = new ArrayList<Action>();
        for (int at = 0; at < 200; at++) {
            actions.add(clear("Carly wakes Ellis by 7:15 on " + at + " days."));
        }
        assertThat(lines(page(plan(actions), List.of()), FamilyPage.Part.WHO_DOES_WHAT))
                .hasSize(200)
                .last()
                .asString()
                .startsWith("200. ");
    }

    @Test
    void numbersInARowAreSaidAsOne() {
        assertThat(Numbers.words(List.of(1))).isEqualTo("1");
        assertThat(Numbers.words(List.of(1, 2))).isEqualTo("1 and 2");
        assertThat(Numbers.words(List.of(1, 2, 3, 5, 8))).isEqualTo("1 to 3, 5 and 8");
    }

    private static FamilyPage page(Plan plan, List<String> withheld) {
        return FamilyPages.of(plan, Linter.shipped().check(plan, TODAY), TODAY, withheld, List.of());
    }

    private static List<String> lines(FamilyPage page, FamilyPage.Part part) {
        return page.sections().stream()
                .filter(section -> section.part() == part)
                .flatMap(section -> section.lines().stream())
                .map(FamilyPage.Line::plain)
                .toList();
    }

    private static Plan plan(List<Action> actions) {
        return new Plan(
                Plan.Kind.CHILD_IN_NEED,
                TODAY,
                null,
                List.of(new Plan.Child("1", "Ellis", "Ellis Brennock", Plan.Words.NOT_KNOWN)),
                actions,
                Plan.Said.NOTHING,
                List.of());
    }

    private static Action clear(String text) {
        return new Action(
                "a",
                text,
                "Carly",
                "24 November",
                "",
                "",
                "Ellis is in class on 9 days of 10.",
                "Joanna meets Carly.",
                "",
                0,
                TODAY,
                Set.of(),
                Set.of(),
                "");
    }
}
