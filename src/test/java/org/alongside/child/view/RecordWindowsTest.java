package org.alongside.child.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.alongside.chronology.Chronology;
import org.alongside.kernel.Json;
import org.alongside.record.Change;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.testing.RecordWindows;
import org.alongside.ui.Fx;
import org.alongside.ui.Target;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Fault;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The windows of records on a real laptop, by real keys.
class RecordWindowsTest {
    private static final String HARD = "Róisín O'Brien-Søe שלום 🦊";

    @TempDir
    Path folder;

    private final List<Fault> faults = new ArrayList<>();
    private MarlbrookLaptop marlbrook;
    private RecordWindows windows;
    private Stage stage;
    private UUID ellis;
    private UUID romy;

    @BeforeEach
    void aWindow() {
        marlbrook = MarlbrookLaptop.of(folder.resolve("laptop"));
        Look look = Fx.get(() -> new Look(Theme.LIGHT, TextSize.P100));
        windows = Fx.get(
                () -> new RecordWindows(marlbrook.laptop(), look, Background.direct(faults::add), Timers.ofWindow())
                        .registered());
        stage = Fx.show(() -> windows.shell().scene(1280, 800), look);
        ellis = marlbrook.child("Ellis");
        romy = marlbrook.child("Romy");
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            windows.router().leave();
            stage.close();
        });
        marlbrook.close();
        assertThat(faults).extracting(Fault::cause).isEmpty();
    }

    private void go(Target target) {
        Fx.run(() -> windows.router().go(target));
        Fx.settle();
    }

    private Node find(String id) {
        Fx.settle();
        Node node = Fx.get(() -> stage.getScene().lookup("#" + id));
        assertThat(node).as("a node called " + id).isNotNull();
        return node;
    }

    private void focus(String id) {
        Node node = find(id);
        Fx.run(node::requestFocus);
        Fx.settle();
    }

    private void press(String id) {
        focus(id);
        Fx.press(KeyCode.SPACE);
    }

    private String typed(String id) {
        return Fx.get(() -> ((TextInputControl) find2(id)).getText());
    }

    private Node find2(String id) {
        return stage.getScene().lookup("#" + id);
    }

    private String shown() {
        Fx.settle();
        return Fx.get(() -> {
            var words = new StringBuilder();
            walk(stage.getScene().getRoot(), node -> {
                if (node instanceof Labeled labeled && labeled.getText() != null) {
                    words.append(labeled.getText()).append('\n');
                } else if (node instanceof Text text) {
                    words.append(text.getText()).append('\n');
                }
                return true;
            });
            return words.toString();
        });
    }

    private static void walk(Node node, Predicate<Node> visit) {
        if (node.isVisible() && visit.test(node) && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> walk(child, visit));
        }
    }

    private RecordState details(UUID child) {
        return marlbrook.laptop().log().find(StreamId.ofCase(child), child).orElseThrow();
    }

    @Test
    void aFactIsChangedByKeysAndWaitsOnThisLaptop() {
        go(windows.child(romy, "summary"));
        press("child-change-pen_picture");
        Fx.press(KeyCode.A, KeyCode.CONTROL);
        Fx.type(stage, HARD);
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        var fact = marlbrook.laptop().facts().of(romy).get("pen_picture");
        assertThat(fact.value().path("text").stringValue()).isEqualTo(HARD);
        assertThat(fact.shown().isUnsent()).isTrue();
        assertThat(marlbrook.laptop().drafts().all()).isEmpty();
        assertThat(shown()).contains(HARD).contains("On this laptop, not yet with the council");
    }

    @Test
    void whatIsBeingChangedComesBackWithThePage() {
        go(windows.child(romy, "summary"));
        press("child-change-school");
        Fx.type(stage, "Larkfield");
        go(Target.of("today"));
        assertThat(marlbrook.laptop().drafts().all()).hasSize(1);
        go(windows.child(romy, "summary"));
        assertThat(typed("child-edit-school-name-text")).endsWith("Larkfield");
        press("child-edit-school-leave");
        assertThat(marlbrook.laptop().drafts().all()).isEmpty();
        press("child-left-undo");
        assertThat(typed("child-edit-school-name-text")).endsWith("Larkfield");
    }

    @Test
    void aChangeReplacesOnlyWhatWasOnTheScreen() {
        List<UUID> before = versions(romy, "gp");
        go(windows.child(romy, "summary"));
        press("child-change-gp");
        Fx.type(stage, "Mill Road Surgery");
        marlbrook.arrives(romy, "gp", Json.object().put("name", "Weir Practice"), before, deborah());
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(details(romy).isInConflict("gp")).isTrue();
        assertThat(shown())
                .contains("Two versions need your decision")
                .contains("Mill Road Surgery")
                .contains("Weir Practice");
    }

    @Test
    void whatIsMissingIsNamedAndNothingTypedIsLost() {
        var before = marlbrook.laptop().facts().of(romy).get("gp");
        go(windows.child(romy, "summary"));
        press("child-change-gp");
        focus("child-edit-gp-name-text");
        Fx.press(KeyCode.A, KeyCode.CONTROL);
        Fx.press(KeyCode.DELETE);
        focus("child-edit-gp-phone-text");
        Fx.type(stage, "01632 960 001");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(find("child-edit-gp-errors").isVisible()).isTrue();
        assertThat(typed("child-edit-gp-phone-text")).endsWith("01632 960 001");
        assertThat(marlbrook.laptop().facts().of(romy).get("gp")).isEqualTo(before);
    }

    @Test
    void aPasteOfAMebibyteIsRefusedInWordsAndWhatWasTypedStays() {
        go(windows.child(romy, "summary"));
        press("child-change-pen_picture");
        Fx.press(KeyCode.A, KeyCode.CONTROL);
        Fx.type(stage, "Romy draws foxes. ");
        Fx.run(() -> ((TextInputControl) find2("child-edit-pen_picture-text-text")).appendText("x".repeat(1 << 20)));
        Fx.settle();
        assertThat(typed("child-edit-pen_picture-text-text")).isEqualTo("Romy draws foxes. ");
        assertThat(find("child-edit-pen_picture-text-wrong").isVisible()).isTrue();
    }

    @Test
    void aNumberTakenOutComesBackWithUndo() {
        var before = marlbrook.laptop().facts().of(romy).get("phones");
        int there = before == null ? 0 : before.value().size();
        go(windows.child(romy, "summary"));
        press("child-change-phones");
        press("child-edit-phones-add");
        focus("child-edit-phones-" + there + "-number-text");
        Fx.type(stage, "01632 960 002");
        press("child-edit-phones-out-" + there);
        assertThat(Fx.get(() -> find2("child-edit-phones-" + there + "-number-text")))
                .isNull();
        press("child-edit-phones-undo");
        assertThat(typed("child-edit-phones-" + there + "-number-text")).isEqualTo("01632 960 002");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(marlbrook.laptop().facts().of(romy).get("phones").value()).hasSize(there + 1);
    }

    @Test
    void aWithheldAddressIsShownOnlyWhenAskedFor() {
        marlbrook
                .laptop()
                .facts()
                .set(
                        romy,
                        "address",
                        Json.object().put("lines", "7 Hidden Mews").put("withheld", true),
                        null,
                        null);
        for (Target target : List.of(
                Target.of("today"),
                Target.of("caseload"),
                windows.child(romy, "history"),
                windows.child(romy, "summary"))) {
            go(target);
            assertThat(shown()).as(target.toString()).doesNotContain("Hidden Mews");
        }
        press("child-address-show");
        assertThat(shown()).contains("7 Hidden Mews").contains("Do not share this address");
    }

    @Test
    void twoVersionsAreSettledByKeysWithAReason() {
        List<UUID> before = versions(ellis, "pen_picture");
        marlbrook.laptop().facts().set(ellis, "pen_picture", Json.object().put("text", "Mine."), before, null);
        marlbrook.arrives(ellis, "pen_picture", Json.object().put("text", "Theirs."), before, deborah());
        UUID conflict = marlbrook.laptop().clashes().all().getFirst().id();
        go(Target.of(ConflictsPage.SCREEN, "conflict", conflict.toString()));
        assertThat(shown()).contains("Mine.").contains("Theirs.");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(marlbrook.laptop().clashes().all())
                .as("without a choice and a reason")
                .hasSize(1);
        Fx.press(KeyCode.DIGIT3, KeyCode.ALT);
        assertThat(typed("conflict-result-text-text")).isEqualTo("Mine.\nTheirs.");
        focus("conflict-why-text");
        Fx.type(stage, "Both are true.");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(marlbrook.laptop().clashes().all()).isEmpty();
        var fact = marlbrook.laptop().facts().of(ellis).get("pen_picture");
        assertThat(fact.value().path("text").stringValue()).isEqualTo("Mine.\nTheirs.");
        assertThat(fact.shown().why()).isEqualTo("Both are true.");
        assertThat(details(ellis).history())
                .extracting(change -> change.value().path("text").asString(""))
                .contains("Mine.", "Theirs.");
        assertThat(shown()).contains("Nothing needs your decision");
    }

    @Test
    void bothListsOfPhonesAreKeptEntryByEntry() {
        List<UUID> before = versions(ellis, "phones");
        marlbrook
                .laptop()
                .facts()
                .set(ellis, "phones", Json.array().add(Json.object().put("number", "01632 960 001")), before, null);
        marlbrook.arrives(
                ellis, "phones", Json.array().add(Json.object().put("number", "01632 960 002")), before, deborah());
        go(Target.of(ConflictsPage.SCREEN));
        Fx.press(KeyCode.DIGIT3, KeyCode.ALT);
        assertThat(typed("conflict-result-0-number-text")).isEqualTo("01632 960 001");
        assertThat(typed("conflict-result-1-number-text")).isEqualTo("01632 960 002");
    }

    @Test
    void factsThatCannotStandTogetherAreWrittenAnew() {
        List<UUID> before = versions(ellis, "gp");
        marlbrook.laptop().facts().set(ellis, "gp", Json.object().put("name", "Mill Road Surgery"), before, null);
        marlbrook.arrives(ellis, "gp", Json.object().put("name", "Weir Practice"), before, deborah());
        go(Target.of(ConflictsPage.SCREEN));
        assertThat(shown()).doesNotContain("Keep both").contains("Neither: I write below what is right");
        Fx.press(KeyCode.DIGIT3, KeyCode.ALT);
        assertThat(typed("conflict-result-name-text")).isEmpty();
        focus("conflict-result-name-text");
        Fx.type(stage, "Larkfield Surgery");
        focus("conflict-why-text");
        Fx.type(stage, "Both have moved.");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(marlbrook.laptop().clashes().all()).isEmpty();
        assertThat(marlbrook
                        .laptop()
                        .facts()
                        .of(ellis)
                        .get("gp")
                        .value()
                        .path("name")
                        .stringValue())
                .isEqualTo("Larkfield Surgery");
    }

    @Test
    void aDecisionHalfMadeIsThereWhenComingBack() {
        List<UUID> before = versions(ellis, "pen_picture");
        marlbrook.laptop().facts().set(ellis, "pen_picture", Json.object().put("text", "Mine."), before, null);
        marlbrook.arrives(ellis, "pen_picture", Json.object().put("text", "Theirs."), before, deborah());
        go(Target.of(ConflictsPage.SCREEN));
        Fx.press(KeyCode.DIGIT2, KeyCode.ALT);
        focus("conflict-why-text");
        Fx.type(stage, "She saw him");
        go(Target.of("today"));
        go(Target.of(ConflictsPage.SCREEN));
        assertThat(typed("conflict-why-text")).isEqualTo("She saw him");
        assertThat(typed("conflict-result-text-text")).isEqualTo("Theirs.");
    }

    @Test
    void anEventIsAddedByKeysForBrotherAndSister() {
        go(windows.child(ellis, "chronology"));
        Fx.press(KeyCode.N, KeyCode.CONTROL);
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(find("event-errors").isVisible()).isTrue();
        focus("event-happened_on-day");
        Fx.type(stage, "17");
        focus("event-happened_on-month");
        Fx.type(stage, "11");
        focus("event-happened_on-year");
        Fx.type(stage, "2026");
        focus("event-kind-choice");
        Fx.press(KeyCode.DOWN);
        focus("event-what-text");
        Fx.type(stage, HARD);
        focus("event-source-text");
        Fx.type(stage, "School");
        press("event-about-1");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        var chronology =
                new Chronology(marlbrook.laptop().log(), marlbrook.laptop().types());
        assertThat(chronology.of(ellis)).extracting(Chronology.Entry::what).contains(HARD);
        assertThat(chronology.of(romy)).extracting(Chronology.Entry::what).contains(HARD);
        assertThat(marlbrook.laptop().drafts().all()).isEmpty();
        assertThat(shown()).contains(HARD);
    }

    @Test
    void halfADateIsNamedByItsPartAndComesBack() {
        go(Target.of("record-event", "child", ellis.toString()));
        focus("event-happened_on-day");
        Fx.type(stage, "31");
        focus("event-happened_on-month");
        Fx.type(stage, "2");
        focus("event-happened_on-year");
        Fx.type(stage, "2026");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(shown()).contains("February 2026 has 28 days, and you wrote 31.");
        go(Target.of("today"));
        go(Target.of("record-event", "child", ellis.toString()));
        assertThat(typed("event-happened_on-day")).isEqualTo("31");
    }

    @Test
    void anEventOfTheWrongChildIsMovedToTheRightOne() {
        var chronology =
                new Chronology(marlbrook.laptop().log(), marlbrook.laptop().types());
        UUID zofia = marlbrook.child("Zofia");
        int before = chronology.of(zofia).size();
        UUID record = chronology.of(ellis).stream()
                .filter(Chronology.Entry::isEntry)
                .findFirst()
                .orElseThrow()
                .record();
        go(Target.of("amend", "child", ellis.toString()).with("record", record.toString()));
        press("amend-do-2");
        Fx.run(() -> {
            var box = (javafx.scene.control.ComboBox<?>) find2("amend-right-choice");
            for (int i = 0; i < box.getItems().size(); i++) {
                if (box.getItems().get(i).toString().contains("Zofia")) {
                    box.getSelectionModel().select(i);
                }
            }
        });
        focus("amend-why-text");
        Fx.type(stage, "It was Zofia.");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(chronology.of(zofia)).hasSize(before + 1);
        assertThat(chronology.of(ellis).stream()
                        .filter(entry -> entry.record().equals(record))
                        .findFirst()
                        .orElseThrow()
                        .isWithdrawn())
                .isTrue();
        assertThat(shown()).contains("Entered in error");
    }

    @Test
    void somebodyMetIsAddedToTheWholeFamily() {
        go(windows.child(romy, "summary"));
        Fx.press(KeyCode.P, KeyCode.CONTROL, KeyCode.SHIFT);
        focus("add-person-name-text");
        Fx.type(stage, "called Jay " + HARD);
        press("add-person-kind-0");
        focus("add-person-relation-text");
        Fx.type(stage, "not known");
        Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
        for (UUID child : List.of(ellis, romy, marlbrook.child("Fern"))) {
            assertThat(marlbrook.laptop().children().people(child))
                    .filteredOn(person -> person.name().equals("called Jay " + HARD))
                    .hasSize(1);
        }
        assertThat(shown()).contains("called Jay " + HARD);
    }

    @Test
    void aDraftIsThrownAwayOnlyWhenAskedTwiceAndComesBackWithUndo() {
        go(windows.child(romy, "summary"));
        press("child-change-school");
        Fx.type(stage, "Larkfield Primary ");
        go(Target.of("today"));
        String draft =
                "today-draft-" + marlbrook.laptop().drafts().all().getFirst().id();
        press(draft + "-throw");
        assertThat(shown()).contains("Throw away this draft?", "Nobody else has it.");
        Fx.press(KeyCode.ESCAPE);
        assertThat(find(draft + "-throw").isFocused()).isTrue();
        assertThat(marlbrook.laptop().drafts().all()).hasSize(1);
        press(draft + "-throw");
        assertThat(find(draft + "-keep").isFocused()).isTrue();
        press(draft + "-throw-it");
        assertThat(marlbrook.laptop().drafts().all()).isEmpty();
        assertThat(find(draft + "-undo").isFocused()).isTrue();
        Fx.press(KeyCode.SPACE);
        assertThat(marlbrook.laptop().drafts().all()).hasSize(1);
    }

    @Test
    void goingBackLeadsToTheSamePlaceOnThePage() {
        go(windows.child(ellis, "summary"));
        focus("child-change-gp");
        double at = scroll("child-scroll");
        assertThat(at).as("the page scrolls").isPositive();
        Fx.press(KeyCode.DIGIT1, KeyCode.CONTROL);
        Fx.press(KeyCode.LEFT, KeyCode.ALT);
        assertThat(find("child-change-gp").isFocused()).isTrue();
        assertThat(scroll("child-scroll")).isCloseTo(at, org.assertj.core.data.Offset.offset(0.02));
    }

    private double scroll(String id) {
        Node pane = find(id);
        return Fx.get(() -> ((javafx.scene.control.ScrollPane) pane).getVvalue());
    }

    @Test
    void activityTellsInSentencesWhoDidWhatAndForWhom() {
        marlbrook.laptop().facts().set(ellis, "gp", Json.object().put("name", "Mill Road"), null, null);
        go(Target.of("activity"));
        assertThat(shown())
                .contains("Part of the summary: saved by you on this laptop. About Ellis Brennock, ")
                .contains("This laptop was set up for Joanna Pritchard")
                .doesNotContain("enrolled enrolled", "access-given");
    }

    @Test
    void theNextVisitIsAColumnOnlyWhileOneIsSetForAnybody() {
        boolean anySet = marlbrook.laptop().caseload().rows().stream().anyMatch(row -> row.nextVisitOn() != null);
        go(Target.of("caseload"));
        assertThat(shown().contains("Next visit set")).isEqualTo(anySet);
        String sentence =
                Fx.get(() -> ((org.alongside.ui.control.NoticeBar) find2("caseload-table-sentence")).sentence());
        assertThat(sentence).startsWith("Ellis Brennock.").doesNotContain("Enter opens");
    }

    @Test
    void aRecordThatIsNotHereSaysSo() {
        go(windows.child(new UUID(1, 2), "summary"));
        assertThat(shown()).contains("This child's record is not on this laptop.");
    }

    @Test
    void theFocusGoesWithCtrlTabThoughWhatHadItIsGone() {
        go(Target.of("child", "child", ellis.toString()));
        Node change = find("child-change-pen_picture");
        Fx.run(change::requestFocus);
        Fx.press(KeyCode.TAB, KeyCode.CONTROL);
        Fx.settle();
        assertThat(Fx.get(() -> stage.getScene().getFocusOwner().getId())).isEqualTo("child-tabs-chronology");
    }

    @Test
    void theTabsFollowCtrlTab() {
        go(windows.child(ellis, "summary"));
        Fx.press(KeyCode.TAB, KeyCode.CONTROL);
        assertThat(find("chronology-table").isVisible()).isTrue();
        Fx.press(KeyCode.TAB, KeyCode.CONTROL, KeyCode.SHIFT);
        assertThat(find("child-fact-pen_picture").isVisible()).isTrue();
    }

    private List<UUID> versions(UUID child, String group) {
        return details(child).heads().getOrDefault(group, List.of()).stream()
                .map(Change::opId)
                .toList();
    }

    private String deborah() {
        return marlbrook.laptop().staff().all().stream()
                .filter(account -> account.display().startsWith("Deborah"))
                .findFirst()
                .orElseThrow()
                .name();
    }
}
