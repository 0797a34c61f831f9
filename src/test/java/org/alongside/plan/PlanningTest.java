package org.alongside.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.child.Settling;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.Clashes;
import org.alongside.record.Intent;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.testing.MarlbrookLaptop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// A plan is drafted, agreed and reviewed through the normal log, on Joanna's laptop.
class PlanningTest {
    private static final LocalDate TODAY = MarlbrookLaptop.TODAY;

    @TempDir
    Path folder;

    private MarlbrookLaptop marlbrook;
    private UUID ellis;

    @BeforeEach
    void open() {
        marlbrook = MarlbrookLaptop.asFiled(folder, "Joanna");
        ellis = marlbrook.child("Ellis Brennock");
    }

    @AfterEach
    void lock() {
        marlbrook.close();
    }

    @Test
    void thePlanOfTheCouncilFileIsOnePlanOfThreeChildren() {
        Standing standing = standing();
        assertThat(standing.kind()).isEqualTo(Plan.Kind.CHILD_PROTECTION);
        assertThat(standing.members()).hasSize(3);
        assertThat(standing.open())
                .hasSize(5)
                .allSatisfy(entry -> assertThat(entry.children()).hasSize(3));
        assertThat(standing.version()).isEqualTo(3);
        assertThat(standing.agreedOn()).isEqualTo(TODAY.minusDays(75));
        assertThat(standing.nextReview()).isEqualTo(TODAY.plusDays(106));
        assertThat(standing.open().getFirst().value().path("text").asString())
                .isEqualTo("Parents to engage with professionals on an ongoing basis.");
    }

    @Test
    void lookingAtAPlanLeavesNoChangeAndWritingOneBackLeavesNone() {
        var draft = draft();
        UUID first = draft.items().getFirst().record();
        assertThat(draft.isEmpty()).isTrue();
        String before = draft.items().getFirst().action().who();
        draft.write(first, "who", "Carly Brennock");
        assertThat(draft.isEmpty()).isFalse();
        draft.write(first, "who", before);
        assertThat(draft.isEmpty()).isTrue();
    }

    @Test
    void hardQuestionsAreMendedOrExplainedBeforeAPlanIsAgreed() {
        var draft = draft();
        assertThatThrownBy(() -> planning().agree(draft, TODAY, null))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems())
                                .extracting(Problem::code)
                                .contains("PL01", "PL02", "PL08", "PL11", "PL17", "PL35", "PL39")
                                .doesNotContain("PL04", "PL05"));
        mend(draft);
        planning().agree(draft, TODAY, null);

        Standing after = standing();
        assertThat(after.version()).isEqualTo(4);
        assertThat(after.agreedOn()).isEqualTo(TODAY);
        assertThat(after.open()).hasSize(3);
        assertThat(after.closed())
                .extracting(entry -> entry.value().path("closed").asString(""))
                .containsExactly("given_up", "given_up");
        Standing.Entry third = after.open().getFirst();
        assertThat(third.value().path("due_on").asString("")).isEqualTo("2026-12-09");
        assertThat(third.value().path("explained").asString("")).isEqualTo("Carly asked for these words.");
        assertThat(third.value().path("explained_codes").get(0).asString("")).isEqualTo("pl08");
        for (String name : List.of("Ellis Brennock", "Romy Brennock")) {
            RecordState state = marlbrook
                    .laptop()
                    .log()
                    .find(StreamId.ofCase(marlbrook.child(name)), third.record())
                    .orElseThrow();
            assertThat(state.isInConflict("record")).isFalse();
            assertThat(state.unsent()).isPositive();
        }
    }

    @Test
    void whatIsTakenOutCanBeHadBackAndANewActionToo() {
        var draft = draft();
        UUID record = marlbrook.laptop().ids().next();
        draft.add(record);
        draft.write(record, "text", "Joanna sees Ellis alone every week.");
        ObjectNode before = draft.remove(record);
        assertThat(draft.items()).hasSize(5);
        draft.restore(before);
        assertThat(draft.items())
                .hasSize(6)
                .last()
                .satisfies(item -> assertThat(item.action().text()).isEqualTo("Joanna sees Ellis alone every week."));
    }

    @Test
    void actionsAreMovedWithoutTouchingTheirWords() {
        var draft = draft();
        mend(draft);
        UUID last = draft.items().getLast().record();
        assertThat(draft.move(last, -1)).isTrue();
        planning().agree(draft, TODAY, null);
        Standing after = standing();
        assertThat(after.open().get(1).record()).isEqualTo(last);
        RecordState state =
                marlbrook.laptop().log().find(StreamId.ofCase(ellis), last).orElseThrow();
        assertThat(state.heads().get("record")).singleElement().matches(change -> change.isBroughtIn());
    }

    @Test
    void twoPeopleWhoChangeTwoActionsMergeAndOneActionOfBothIsOneDecision() {
        Standing standing = standing();
        Standing.Entry fourth = standing.open().get(3);
        Standing.Entry fifth = standing.open().get(4);
        var draft = new PlanDraft(standing, Json.object());
        mend(draft);
        draft.write(fourth.record(), "by", "1 December");
        arrives(fifth, "frequency", "three times a week");
        arrives(fourth, "who", "Carly and Dean");
        planning().agree(draft, TODAY, null);

        Standing after = standing();
        Standing.Entry merged = entry(after, fifth.record());
        assertThat(merged.conflict()).isNull();
        assertThat(merged.value().path("frequency").asString("")).isEqualTo("three times a week");
        Standing.Entry clash = entry(after, fourth.record());
        assertThat(clash.conflict()).isNotNull();
        List<Clashes.Clash> clashes = marlbrook.laptop().clashes().all();
        assertThat(clashes)
                .hasSize(3)
                .allSatisfy(one -> assertThat(one.record()).isEqualTo(fourth.record()));
        marlbrook.laptop().settling().keep(clashes.getFirst().id(), Settling.Keep.THEIRS, "Dean is there too.");
        assertThat(marlbrook.laptop().clashes().all()).isEmpty();
        assertThat(entry(standing(), fourth.record()).value().path("who").asString(""))
                .isEqualTo("Carly and Dean");
    }

    @Test
    void aReviewDecidesEachActionAndSaysWhenThePlanIsLookedAtAgain() {
        Standing standing = standing();
        Map<UUID, Planning.Reviewed> reviewed = new HashMap<>();
        assertThat(planning().problems(standing, reviewed, null, TODAY)).hasSize(6);
        reviewed.put(id(standing, 0), new Planning.Reviewed(Planning.Decision.GIVE_UP, "Nobody knew what it was.", ""));
        reviewed.put(id(standing, 1), new Planning.Reviewed(Planning.Decision.DONE, "The kitchen is clean.", ""));
        reviewed.put(
                id(standing, 2),
                new Planning.Reviewed(Planning.Decision.CARRY_FORWARD, "The course was full.", "15 January"));
        reviewed.put(id(standing, 3), new Planning.Reviewed(Planning.Decision.CARRY_FORWARD, "Half term.", ""));
        reviewed.put(id(standing, 4), new Planning.Reviewed(Planning.Decision.DONE, "", ""));
        assertThat(planning().problems(standing, reviewed, TODAY.plusDays(28), TODAY))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("Action 5: what came of it?"));
        reviewed.put(id(standing, 4), new Planning.Reviewed(Planning.Decision.DONE, "Breakfast is eaten.", ""));
        planning().review(standing, reviewed, TODAY, TODAY.plusDays(28), true, null);

        Standing after = standing();
        assertThat(after.open()).hasSize(2);
        assertThat(after.open().getFirst().value().path("carried_forward").asInt())
                .isEqualTo(2);
        assertThat(after.open().getFirst().value().path("due_on").asString("")).isEqualTo("2027-01-15");
        assertThat(after.nextReview()).isEqualTo(TODAY.plusDays(28));
        assertThat(after.closed()).hasSize(3);
        List<RecordState> groups = marlbrook.laptop().log().records(StreamId.ofCase(ellis)).stream()
                .filter(state -> state.type().equals("core_group") && state.unsent() > 0)
                .toList();
        assertThat(groups)
                .singleElement()
                .satisfies(group -> assertThat(marlbrook.laptop().log().streamsOf(group.record()))
                        .hasSize(3));
    }

    @Test
    void thePlanTakesTwoHundredActionsAndRefusesTheNextInWords() {
        var draft = draft();
        while (draft.items().size() < 200) {
            draft.add(marlbrook.laptop().ids().next());
        }
        assertThatThrownBy(() -> draft.add(marlbrook.laptop().ids().next()))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(bad.problems().getFirst().message()).contains("at most 200 actions"));
        assertThat(draft.items()).hasSize(200);
    }

    @Test
    void theCommandLineAndTheWindowMakeTheSameRecords() {
        UUID zofia = marlbrook.child("Zofia Nowak-Hadley");
        ObjectNode answers = Json.object();
        answers.put("kind", "plan").put("agreed_on", TODAY.toString());
        answers.put("text", "Joanna sees Zofia alone every week.").put("who", "Joanna Pritchard");
        answers.put("by", "2 December").put("due_on", "2026-12-02");
        answers.put("outcome", "Zofia has told Joanna 2 things.").put("if_not", "Deborah asks why.");
        marlbrook.laptop().events().save("action", List.of(zofia), answers, null);
        Standing standing = marlbrook.laptop().plans().of(zofia).orElseThrow();
        Standing.Entry typed = standing.open().getLast();
        assertThat(typed.read().text()).isEqualTo("Joanna sees Zofia alone every week.");

        var draft = new PlanDraft(standing, Json.object());
        draft.remove(standing.open().getFirst().record());
        draft.why(standing.open().getFirst().record(), "It was never done.");
        UUID record = marlbrook.laptop().ids().next();
        draft.add(record);
        for (String field : List.of("text", "who", "by", "outcome", "if_not")) {
            draft.write(record, field, answers.path(field).asString(""));
        }
        planning().agree(draft, TODAY, null);
        Standing.Entry written = entry(marlbrook.laptop().plans().of(zofia).orElseThrow(), record);
        assertThat(written.value()).isEqualTo(typed.value());

        ObjectNode agreed = Json.object();
        agreed.put("next_review_on", "2026-12-16").put("worries", "Zofia is not heard.");
        marlbrook
                .laptop()
                .events()
                .change(StreamId.ofCase(zofia), standing.members().getFirst().planRecord(), agreed, null);
        Standing after = marlbrook.laptop().plans().of(zofia).orElseThrow();
        assertThat(after.nextReview()).isEqualTo(LocalDate.of(2026, 12, 16));
        assertThat(after.plan().said().worries()).containsExactly("Zofia is not heard.");
    }

    private void mend(PlanDraft draft) {
        List<PlanDraft.Item> items = draft.items();
        for (int at : new int[] {0, 1}) {
            draft.remove(items.get(at).record());
            draft.why(items.get(at).record(), "Nobody could say what it meant.");
        }
        UUID third = items.get(2).record();
        draft.write(third, "by", "9 December");
        draft.explain(third, Set.of("PL08"), "Carly asked for these words.");
        draft.say("seeing", "Joanna sees each child alone every 10 days.");
        draft.say("contingency", "Deborah decides on 1 December whether to ask for legal advice.");
        draft.explainPlan(Set.of("PL30"), "Fern is a baby: her outcome is with the health visitor.");
    }

    private void arrives(Standing.Entry entry, String field, String text) {
        ObjectNode value = entry.value().deepCopy();
        value.put(field, text);
        entry.seen()
                .forEach((child, seen) -> marlbrook.arrives(
                        Intent.group(StreamId.ofCase(child), entry.record(), "action", "record", seen, value),
                        "w_ffion",
                        MarlbrookLaptop.CLOCK.instant().minusSeconds(600)));
    }

    private static UUID id(Standing standing, int at) {
        return standing.open().get(at).record();
    }

    private static Standing.Entry entry(Standing standing, UUID record) {
        return standing.open().stream()
                .filter(one -> one.record().equals(record))
                .findFirst()
                .orElseThrow();
    }

    private PlanDraft draft() {
        return new PlanDraft(standing(), Json.object());
    }

    private Standing standing() {
        return marlbrook.laptop().plans().of(ellis).orElseThrow();
    }

    private Planning planning() {
        return marlbrook.laptop().planning();
    }
}
