package org.alongside.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.input.KeyCode;
import org.alongside.kernel.Json;
import org.alongside.record.Change;
import org.alongside.record.StreamId;
import org.alongside.testing.LifeStories;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.ui.Fx;
import org.alongside.ui.Screen;
import org.alongside.ui.Target;
import org.alongside.ui.audit.AccessibilityAudit;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every screen of the register of a real session, and every page of the cover, in each theme and at
/// both ends of the text size. A screen without a target here fails.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryScreenAuditTest {
    private final Map<String, Target> targets = new LinkedHashMap<>();
    /// Further pages of screens that have more than one face.
    private final Map<String, Target> faces = new LinkedHashMap<>();
    private Path folder = Path.of("");
    private Path home = Path.of("");
    private OpenWindow open;

    @BeforeAll
    void aLaptopWithEverything(@TempDir Path given) {
        folder = given;
        home = folder.resolve("laptop");
        try (var marlbrook = MarlbrookLaptop.of(home)) {
            fill(marlbrook);
        }
        open = new OpenWindow(home);
        open.signIn();
    }

    @AfterAll
    void close() {
        Fx.run(() -> {
            open.window.look().themeProperty().set(Theme.LIGHT);
            open.window.look().textSizeProperty().set(TextSize.P100);
        });
        open.close();
    }

    private void fill(MarlbrookLaptop marlbrook) {
        var laptop = marlbrook.laptop();
        UUID ellis = marlbrook.child("Ellis");
        List<UUID> before = laptop
                .log()
                .find(StreamId.ofCase(ellis), ellis)
                .orElseThrow()
                .heads()
                .getOrDefault("pen_picture", List.of())
                .stream()
                .map(Change::opId)
                .toList();
        laptop.facts().set(ellis, "pen_picture", Json.object().put("text", "Mine."), before, null);
        marlbrook.arrives(ellis, "pen_picture", Json.object().put("text", "Theirs."), before, "somebody");
        String child = ellis.toString();
        targets.put("child", Target.of("child", "child", child).with("tab", "summary"));
        faces.put(
                "dates", Target.of("child", "child", child).with("tab", "dates").with("card", "alone"));
        faces.put(
                "date", Target.of("child", "child", child).with("tab", "dates").with("card", "cp-visit-interval"));
        String plan = laptop.visits().begin(List.of(ellis)).id().toString();
        targets.put("visit-plan", Target.of("visit-plan", "draft", plan));
        targets.put("visit-leave", Target.of("visit-leave", "draft", plan));
        faces.put("plan", Target.of("child", "child", child).with("tab", "plan"));
        targets.put("plan-review", Target.of("plan-review", "child", child));
        targets.put("add-person", Target.of("add-person", "child", child));
        targets.put("record-event", Target.of("record-event", "child", child));
        targets.put("add-record", Target.of("add-record", "child", child));
        targets.put("search", Target.of("search"));
        targets.put(
                "record",
                Target.of("record", "child", child)
                        .with(
                                "record",
                                laptop.log().records(StreamId.ofCase(ellis)).stream()
                                        .filter(state -> state.type().equals("conference"))
                                        .findFirst()
                                        .orElseThrow()
                                        .record()
                                        .toString()));
        String record = laptop.visits().visitsOf(ellis).getFirst().record().toString();
        targets.put("amend", Target.of("amend", "child", child).with("record", record));
        targets.put("visit", Target.of("visit", "visit", record));
        targets.put("print", Printouts.visit(UUID.fromString(record)));
        targets.put("visit-correct", Target.of("visit-correct", "visit", record));
        targets.put(
                "note",
                Target.of(
                        "note",
                        "note",
                        laptop.notes().of(ellis).getFirst().record().toString()));
        targets.put("visit-record", Target.of("visit-record", "draft", plan));
        targets.put(
                "note-write",
                Target.of(
                        "note-write",
                        "draft",
                        laptop.notes().begin(List.of(ellis)).id().toString()));
        targets.put("life-write", Target.of("life-write", "child", child));
        targets.put("life-story", Target.of("life-story", "child", child));
        targets.put(
                "life-entry",
                Target.of("life-entry", "child", child)
                        .with("entry", LifeStories.memory(laptop, ellis).toString()));
        var mine = laptop.supervising().mine().orElseThrow();
        targets.put("supervision-session", Target.of("supervision-session", "worker", mine.worker()));
        targets.put(
                "supervision-held",
                Target.of("supervision-held", "worker", mine.worker())
                        .with(
                                "session",
                                laptop.supervising()
                                        .record(mine)
                                        .last()
                                        .orElseThrow()
                                        .id()
                                        .toString()));
        faces.put("assessments", Target.of("child", "child", child).with("tab", "assessment"));
        UUID assessment = org.alongside.testing.FilledForm.sent(laptop, List.of(ellis, marlbrook.child("Romy")));
        targets.put("assessment-read", Target.of("assessment-read", "record", assessment.toString()));
        targets.put(
                "assessment",
                Target.of(
                        "assessment",
                        "draft",
                        laptop.assessments()
                                .begin("child-and-family-assessment", List.of(ellis), MarlbrookLaptop.TODAY)
                                .id()
                                .toString()));
        for (String plain : List.of(
                "sign-offs",
                "today",
                "supervision",
                "caseload",
                "visits",
                "conflicts",
                "activity",
                "outbox",
                "help",
                "about",
                "passphrase",
                "try")) {
            targets.put(plain, Target.of(plain));
        }
    }

    private void look(OpenWindow window, Theme theme, TextSize size, double width, double height) {
        Fx.run(() -> {
            window.window.look().themeProperty().set(theme);
            window.window.look().textSizeProperty().set(size);
            window.window.stage().setWidth(width);
            window.window.stage().setHeight(height);
        });
        Fx.settle();
    }

    private static List<String> audited(OpenWindow window, String name) {
        return Fx.get(() -> AccessibilityAudit.of(window.window.stage().getScene())).stream()
                .map(finding -> name + " " + finding)
                .toList();
    }

    @Test
    void noScreenOfTheRegisterIsLeftOut() {
        assertThat(Fx.get(() -> open.router().screens().stream().map(Screen::id).toList()))
                .containsExactlyInAnyOrderElementsOf(targets.keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "LIGHT,P100,1280,800",
        "DARK,P100,1280,800",
        "LIGHT,P100,1000,700",
        "DARK,P200,1280,800",
        "CONTRAST,P200,1280,800"
    })
    void everyScreenPassesTheAudit(Theme theme, TextSize size, double width, double height) {
        look(open, theme, size, width, height);
        var findings = new ArrayList<String>();
        var all = new LinkedHashMap<>(targets);
        all.putAll(faces);
        all.forEach((name, target) -> {
            Fx.run(() -> open.router().go(target));
            open.idle();
            findings.addAll(audited(open, name));
            if (name.equals("assessment")) {
                for (int part = 0; part < 12; part++) {
                    Fx.press(KeyCode.PAGE_DOWN, KeyCode.ALT);
                    open.idle();
                    findings.addAll(audited(open, name + " " + part));
                }
            }
        });
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,P100,1280,800", "DARK,P150,1280,800", "LIGHT,P100,900,700", "CONTRAST,P200,1024,700"})
    void everyPageOfTheCoverPassesTheAudit(Theme theme, TextSize size, double width, double height) {
        var findings = new ArrayList<String>();
        try (var setUp = new OpenWindow(folder.resolve("new"))) {
            look(setUp, theme, size, width, height);
            findings.addAll(audited(setUp, "enrol"));
            Fx.run(() -> ((javafx.scene.control.Button) setUp.node("enrol-go")).fire());
            Fx.settle();
            findings.addAll(audited(setUp, "enrol-errors"));
            Fx.press(KeyCode.F1);
            findings.addAll(audited(setUp, "cover-help"));
        }
        try (var inTheWay = new OpenWindow(home)) {
            inTheWay.until("what is in the way", () -> inTheWay.shows("in-the-way-title"));
            look(inTheWay, theme, size, width, height);
            findings.addAll(audited(inTheWay, "in-the-way"));
        }
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,P100,1280,800", "DARK,P150,1280,800", "LIGHT,P100,900,700", "CONTRAST,P200,1024,700"})
    void theLockedWindowPassesTheAudit(Theme theme, TextSize size, double width, double height) {
        Fx.run(open.window::lock);
        open.until("the lock", () -> open.shows("sign-in-title"));
        look(open, theme, size, width, height);
        var findings = new ArrayList<>(audited(open, "locked"));
        Fx.run(() -> ((javafx.scene.control.Hyperlink) open.node("sign-in-cannot")).fire());
        Fx.settle();
        findings.addAll(audited(open, "cannot sign in"));
        Fx.run(() -> open.node("sign-in-passphrase-hidden").requestFocus());
        open.signIn();
        assertThat(findings).isEmpty();
    }
}
