package org.alongside.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.alongside.rules.Content;
import org.alongside.rules.alone.AloneCount;
import org.alongside.rules.content.ContentFile.SupervisionRules;
import org.alongside.rules.content.ContentFile.SupervisionRules.Route;
import org.alongside.rules.content.ContentReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Scores, caps and order of the agenda (practice 4.4).
class AgendaMakerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 18);

    private final SupervisionRules rules = (SupervisionRules) ContentReader.read(Content.text("supervision.json"));
    private final AgendaMaker maker = new AgendaMaker(rules, Map::of);

    private static ChildFacts child(
            String name, UUID family, int level, String plan, int overdue, LocalDate discussed) {
        UUID id = UUID.randomUUID();
        var summary = new ChildSummary(
                id,
                null,
                name,
                "Test",
                null,
                LocalDate.of(2016, 1, 1),
                null,
                null,
                null,
                family,
                "Family of " + name,
                "",
                false,
                Optional.of(new ChildSummary.CurrentPlan(plan, TODAY.minusDays(400))),
                null);
        var alone = new AloneCount(
                plan, true, level, 0, false, 10 * level, false, null, TODAY, 0, 0, 28, level, List.of(), null, null);
        return new ChildFacts(
                summary,
                plan,
                alone,
                "",
                null,
                overdue,
                List.of(),
                List.of(),
                discussed,
                TODAY.minusDays(400),
                List.of(),
                List.of(),
                TODAY,
                List.of());
    }

    private Agenda agenda(List<ChildFacts> children) {
        return maker.make(children, List.of(), Map.of(), AgendaMaker.Said.NOTHING, TODAY);
    }

    @ParameterizedTest
    @CsvSource({"CP,1,81", "CP,15,95", "CP,40,95", "CLA,3,68", "PF,0,0", "CIN,2,57", "S47,4,84"})
    void aVisitScoresItsPlanAndUpToFifteenDays(String plan, int overdue, int score) {
        var items = agenda(List.of(child("A", UUID.randomUUID(), 0, plan, overdue, TODAY)))
                .groups();
        assertThat(items.stream().mapToInt(Agenda.Group::score).sum()).isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"CP,31,0", "CP,32,50", "CP,45,52", "CIN,62,0", "CIN,63,50", "CP,300,65"})
    void aGapInTalkingThroughCountsAWeekAPoint(String plan, int days, int score) {
        var groups = agenda(List.of(child("A", UUID.randomUUID(), 0, plan, 0, TODAY.minusDays(days))))
                .groups();
        assertThat(groups.stream().mapToInt(Agenda.Group::score).sum()).isEqualTo(score);
    }

    @Test
    void furtherItemsOfAFamilyAddTwoEachAndNoMoreThanTen() {
        UUID family = UUID.randomUUID();
        var children = new ArrayList<ChildFacts>();
        for (int i = 0; i < 8; i++) {
            children.add(child("C" + i, family, 4, "CP", 0, TODAY));
        }
        assertThat(agenda(children.subList(0, 2)).groups())
                .extracting(Agenda.Group::score)
                .containsExactly(102);
        assertThat(agenda(children).groups()).extracting(Agenda.Group::score).containsExactly(110);
    }

    @Test
    void sixFamiliesAreTalkedThroughAndTheOthersAreAnsweredBefore() {
        var children = new ArrayList<ChildFacts>();
        for (int i = 0; i < 9; i++) {
            children.add(child("C" + i, UUID.randomUUID(), i < 4 ? 4 : 2, "CP", 0, TODAY));
        }
        Agenda agenda = agenda(children);
        assertThat(agenda.groups()).hasSize(6);
        assertThat(agenda.noTalk()).hasSize(3).allMatch(group -> group.score() == 75);
    }

    @Test
    void anOverdueActionScoresByTheWeekAndIsNotMadeHeavierByTheChildsAge() {
        ChildFacts child = child("A", UUID.randomUUID(), 0, "CP", 0, TODAY);
        var action = new ActionItem(
                UUID.randomUUID(),
                child.id(),
                Route.CHILD_FILE,
                "Ring",
                "w",
                "W",
                TODAY.minusDays(60),
                TODAY.minusDays(45),
                null,
                "",
                0);
        Agenda agenda = maker.make(List.of(child), List.of(action), Map.of(), AgendaMaker.Said.NOTHING, TODAY);
        assertThat(agenda.groups().getFirst().items()).singleElement().satisfies(item -> {
            assertThat(item.score()).isEqualTo(66);
            assertThat(item.subject()).isEqualTo(action.record());
        });
    }

    @Test
    void ofEqualItemsTheChildLongestSinceAloneIsNamedFirst() {
        UUID family = UUID.randomUUID();
        ChildFacts lately = child("Lately", family, 0, "CP", 3, TODAY);
        ChildFacts long_ = new ChildFacts(
                child("Long", family, 0, "CP", 3, TODAY).child(),
                "CP",
                new AloneCount("CP", true, 0, 0, false, 90, false, null, TODAY, 0, 0, 28, 0, List.of(), null, null),
                "",
                null,
                3,
                List.of(),
                List.of(),
                TODAY,
                TODAY,
                List.of(),
                List.of(),
                TODAY,
                List.of());
        assertThat(agenda(List.of(lately, long_)).groups().getFirst().headline().shortName())
                .isEqualTo("Long");
    }

    @Test
    void aChildNamedByNobodyForTooLongIsShown() {
        ChildFacts child = child("A", UUID.randomUUID(), 0, "CP", 0, TODAY);
        ChildFacts quiet = new ChildFacts(
                child.child(),
                "CP",
                child.alone(),
                "",
                null,
                0,
                List.of(),
                List.of(),
                TODAY,
                TODAY,
                List.of(),
                List.of(),
                TODAY.minusDays(63),
                List.of());
        assertThat(agenda(List.of(child)).unnamed()).isEmpty();
        assertThat(agenda(List.of(quiet)).unnamed()).hasSize(1);
    }
}
