package org.alongside.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.testing.MarlbrookLaptop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// One session, two records, on the supervisor's and the worker's own laptops.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupervisingTest {
    private static final String MARKER = "Slept-in-the-car-2291";

    private MarlbrookLaptop deborah;
    private MarlbrookLaptop joanna;
    private Supervising supervising;
    private Pair pair;
    private UUID ellis;
    private UUID romy;

    @BeforeAll
    void enrol(@TempDir Path folder) {
        deborah = MarlbrookLaptop.asFiled(folder.resolve("deborah"), "Deborah");
        joanna = MarlbrookLaptop.asFiled(folder.resolve("joanna"), "Joanna");
        supervising = deborah.laptop().supervising();
        pair = supervising.with("w_joanna");
        ellis = deborah.child("Ellis");
        romy = deborah.child("Romy");
    }

    @AfterAll
    void lock() {
        deborah.close();
        joanna.close();
    }

    private static ObjectNode session() {
        return Json.object().put("session_id", UUID.randomUUID().toString()).put("at", "2026-11-18T10:00");
    }

    private static void line(ObjectNode session, String slot, String route, String child, String text) {
        ObjectNode line =
                session.withArray("lines").addObject().put("slot", slot).put("route", route);
        line.put("text", text);
        if (!child.isEmpty()) {
            line.put("child", child);
        }
    }

    private static void decision(ObjectNode session, String child, String what) {
        session.withArray("decisions")
                .addObject()
                .put("child", child)
                .put("what", what)
                .put("why", "He asked for it.")
                .put("what_would_change_it", "If school finds no room.")
                .put("who", "w_joanna")
                .put("by", "2026-11-20");
    }

    private List<RecordState> of(UUID child, String type, UUID session) {
        return deborah.laptop().log().records(StreamId.ofCase(child)).stream()
                .filter(state -> state.type().equals(type))
                .filter(state -> state.value("record", "session").asString("").equals(session.toString()))
                .toList();
    }

    private static List<String> codes(Iterable<Problem> problems) {
        return java.util.stream.StreamSupport.stream(problems.spliterator(), false)
                .map(problem -> problem.code() + " " + problem.field())
                .toList();
    }

    @Test
    void brothersAndSistersEachGetTheirOwnEntryAndNothingPrivateGoesToAChild() {
        ObjectNode json = session();
        json.putArray("children").add("p_ellis").add("p_romy");
        decision(json, "p_ellis", "See Ellis alone at school.");
        line(json, "decide", "child_file", "p_romy", "Romy was asleep twice.");
        line(json, "arrive", "private", "", MARKER);
        json.withArray("actions")
                .addObject()
                .put("text", MARKER + " rest day")
                .put("owner", "m_deborah")
                .put("due", "2026-12-01")
                .put("route", "private");
        SessionFile file = supervising.check(json).file();
        supervising.file(pair, file, null);
        assertThat(of(ellis, "case_discussion", file.session())).singleElement().satisfies(entry -> {
            assertThat(entry.value("record", "decision").stringValue())
                    .isEqualTo("See Ellis alone at school. Why: He asked for it.");
            assertThat(entry.value("record", "would_change").stringValue()).isEqualTo("If school finds no room.");
            assertThat(entry.value("record", "seen_alone").stringValue()).contains("98 days");
        });
        assertThat(of(romy, "case_discussion", file.session()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.value("record", "decision").stringValue())
                        .isEqualTo("Romy was asleep twice."));
        assertThat(of(ellis, "management_decision", file.session())).hasSize(1);
        assertThat(of(romy, "management_decision", file.session())).isEmpty();
        assertThat(of(ellis, "action", file.session())).singleElement().satisfies(action -> {
            assertThat(action.value("record", "owner").stringValue()).isEqualTo("w_joanna");
            assertThat(action.value("record", "due_on").stringValue()).isEqualTo("2026-11-20");
        });
        assertThat(deborah.store().rebuild().rows().toString())
                .as("no table of this laptop")
                .contains("See Ellis alone at school.")
                .doesNotContain(MARKER);
        assertThat(supervising.session(pair, file.session()).of(Words.Kind.LINE))
                .extracting(Words::text)
                .containsExactly(MARKER);
        assertThat(supervising.actions(pair)).extracting(ActionItem::text).contains(MARKER + " rest day");
        int before = deborah.laptop().outbox().items().size();
        supervising.file(pair, supervising.check(json).file(), null);
        assertThat(deborah.laptop().outbox().items())
                .as("the same again files nothing twice")
                .hasSize(before);
        line(json, "grow", "private", "", MARKER + " more");
        supervising.file(pair, supervising.check(json).file(), null);
        assertThat(supervising.session(pair, file.session()).of(Words.Kind.LINE))
                .hasSize(2);
        assertThat(deborah.store().rebuild().run()).isEmpty();
    }

    @Test
    void aLineHasOneRouteAndWhatIsNotUnderstoodIsRefusedWithItsPath() {
        ObjectNode json = session();
        ObjectNode line =
                json.withArray("lines").addObject().put("slot", "think").put("text", "Both?");
        line.putArray("route").add("private").add("child_file");
        json.withArray("lines")
                .addObject()
                .put("slot", "lunch")
                .put("route", "private")
                .put("text", "x");
        json.withArray("actions")
                .addObject()
                .put("text", "Do it")
                .put("owner", "nobody_here")
                .put("due", "2026-02-31")
                .put("route", "child_file");
        json.put("surprise", true);
        assertThatThrownBy(() -> supervising.check(json))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        bad -> assertThat(codes(bad.problems()))
                                .contains(
                                        "member-unknown surprise",
                                        "two-routes lines[0].route",
                                        "word-unknown lines[1].slot",
                                        "staff-unknown actions[0].owner",
                                        "date-not-real actions[0].due",
                                        "route-and-child actions[0].route"));
    }

    @Test
    void whatIsMissingIsListedAndNothingIsFiled() {
        ObjectNode json = session();
        json.putArray("children").add("p_ellis").add("p_fern");
        decision(json, "p_ellis", "Case discussed, continue.");
        json.withArray("decisions").addObject().put("child", "p_ellis").put("what", "Ring the school");
        json.withArray("lines").addObject().put("slot", "think").put("text", "No route given");
        json.withArray("actions").addObject().put("text", "No date").put("owner", "w_joanna");
        assertThat(codes(supervising.check(json).missing()))
                .contains(
                        "no-decision decisions[0].what",
                        "text-missing decisions[1].why",
                        "who-missing decisions[1].who",
                        "date-missing decisions[1].by",
                        "route-missing lines[0].route",
                        "date-missing actions[0].due",
                        "child-without-line children");
    }

    @Test
    void puttingOffWhatWeighsMostNeedsASentenceAndBothSeeTheAnswer() {
        Agenda.Item first = supervising.agenda(pair).groups().getFirst().items().getFirst();
        assertThat(first.score()).isGreaterThanOrEqualTo(95);
        assertThatThrownBy(() -> supervising.reply(pair, first, "park", " ")).isInstanceOf(BadInput.class);
        supervising.reply(pair, first, "park", "The strategy meeting is tomorrow.");
        Agenda after = supervising.agenda(pair);
        assertThat(after.groups().stream().flatMap(group -> group.items().stream()))
                .doesNotContain(first);
        assertThat(after.parked()).singleElement().satisfies(answered -> {
            assertThat(answered.item()).isEqualTo(first);
            assertThat(answered.why()).isEqualTo("The strategy meeting is tomorrow.");
        });
        supervising.putBack(pair, first);
        assertThat(supervising.agenda(pair).groups().getFirst().items()).contains(first);
    }

    @Test
    void ownItemsStandAboveAllUntilTheyAreTakenOffOrTheSessionWasHeld() {
        supervising.addOwnItem(pair, "  " + MARKER + " item ", null);
        Agenda.OwnItem item = supervising.agenda(pair).ownItems().getLast();
        assertThat(item.text()).isEqualTo(MARKER + " item");
        supervising.takeOff(pair, item);
        assertThat(supervising.agenda(pair).ownItems()).doesNotContain(item);
        assertThatThrownBy(() -> supervising.addOwnItem(pair, "  ", null)).isInstanceOf(BadInput.class);
        supervising.addOwnItem(pair, MARKER + " next", null);
        ObjectNode json = session();
        line(json, "load", "private", "", "Two courts.");
        supervising.file(pair, supervising.check(json).file(), null);
        assertThat(supervising.agenda(pair).ownItems()).isEmpty();
    }

    @Test
    void anActionNotDoneNeedsAReasonAndFromTheSecondTimeTheSupervisorDecides() {
        Supervising hers = joanna.laptop().supervising();
        Pair own = hers.mine().orElseThrow();
        LocalDate soon = MarlbrookLaptop.TODAY.plusDays(7);
        assertThatThrownBy(() -> hers.again(own, sv1(hers, own), soon, "")).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> hers.again(own, sv1(hers, own), MarlbrookLaptop.TODAY, "School was shut."))
                .isInstanceOf(BadInput.class);
        hers.again(own, sv1(hers, own), soon, "School was shut.");
        assertThat(sv1(hers, own).notDone()).isEqualTo(1);
        assertThat(hers.agenda(own).groups().getFirst().items())
                .as("it is not overdue any more")
                .noneMatch(item -> item.code().equals("action_overdue"));
        assertThatThrownBy(() -> hers.again(own, sv1(hers, own), soon, "Again."))
                .isInstanceOf(BadInput.class);
        hers.done(own, sv1(hers, own), MarlbrookLaptop.TODAY, "Seen in the library.");
        assertThat(sv1(hers, own).isOpen()).isFalse();
        assertThat(joanna.store().rebuild().run()).isEmpty();
    }

    private static ActionItem sv1(Supervising supervising, Pair pair) {
        return supervising.actions(pair).stream()
                .filter(action -> action.text().startsWith("See Ellis on his own"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theWorkerSignsAndDissentsAndDoesNotWriteTheSessionDown() {
        Supervising hers = joanna.laptop().supervising();
        Pair own = hers.mine().orElseThrow();
        ObjectNode json = session();
        line(json, "arrive", "private", "", "hers");
        SessionFile file = hers.check(json).file();
        assertThatThrownBy(() -> hers.file(own, file, null)).isInstanceOf(BadInput.class);
        Session held = hers.record(own).last().orElseThrow();
        assertThat(held.isLocked()).isTrue();
        hers.add(own, held.id(), MARKER + " later");
        assertThat(hers.session(own, held.id()).of(Words.Kind.NOTE))
                .as("after both have signed it is a later note")
                .hasSize(1);
        assertThatThrownBy(() -> hers.sign(own, held.id())).isInstanceOf(BadInput.class);
        assertThat(joanna.store().rebuild().rows().toString()).doesNotContain(MARKER);
    }

    @Test
    void anUnsignedSessionIsWaitedForAndToldWhenItIsTooLong() {
        Supervising.Waiting waiting = supervising.toSign().stream()
                .filter(each -> each.pair().worker().equals("w_kofi"))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.session().workerSigned()).isNotNull();
        assertThat(waiting.by()).isEqualTo(LocalDate.of(2026, 10, 9));
        assertThat(waiting.session()
                        .isUnsignedTooLong(supervising.rules().sign(), supervising.calendar(), MarlbrookLaptop.TODAY))
                .isTrue();
        supervising.sign(waiting.pair(), waiting.session().id());
        assertThat(supervising.session(waiting.pair(), waiting.session().id()).bothSigned())
                .isEqualTo(MarlbrookLaptop.TODAY);
    }

    @Test
    void aDraftOfASessionIsNotReadableInTheStore() {
        var open = deborah.laptop().sessions().open("w_ffion");
        open.body().putObject("private").put("arrive", MARKER + " draft");
        deborah.laptop().sessions().keep(open);
        assertThat(deborah.laptop().drafts().all().toString()).doesNotContain(MARKER);
        assertThat(deborah.laptop()
                        .sessions()
                        .find("w_ffion")
                        .orElseThrow()
                        .body()
                        .path("private")
                        .path("arrive")
                        .stringValue())
                .isEqualTo(MARKER + " draft");
        deborah.laptop().drafts().discard(open.id());
    }
}
