package org.alongside.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.alongside.kernel.BadInput;
import org.alongside.store.LaptopHome;
import org.alongside.testing.MarlbrookLaptop;
import org.alongside.tool.Laptop;
import org.alongside.ui.Fx;
import org.alongside.ui.Target;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.alongside.visit.view.VisitScreens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client's window by keyboard, on a real encrypted laptop whose service is not there.
class ClientWindowTest {
    private static final List<String> NAMES = List.of("Brennock", "Ellis", "Romy", "Zofia", "Tanner");

    @TempDir
    private Path folder;

    private Path home = Path.of("");

    @BeforeEach
    void aLaptop() {
        home = folder.resolve("laptop");
        MarlbrookLaptop.of(home).close();
    }

    @Test
    void theTitleNamesNobody() {
        try (var open = new OpenWindow(home)) {
            open.signIn();
            assertThat(Fx.get(() -> open.window.stage().getTitle())).isEqualTo("Alongside");
        }
    }

    @Test
    void aWrongPassphraseIsSaidAndStaysToBeMended() {
        try (var open = new OpenWindow(home)) {
            open.until("the field of the passphrase", () -> open.shows("sign-in-passphrase-hidden"));
            Fx.type(open.window.stage(), "not the right words");
            Fx.press(KeyCode.ENTER);
            open.until("the answer", () -> !open.node("sign-in-go").isDisabled());
            assertThat(open.texts()).anyMatch(words -> words.startsWith("That passphrase is not right."));
            var field = (TextInputControl) Fx.get(() -> open.node("sign-in-passphrase-hidden"));
            assertThat(field.getText()).isEqualTo("not the right words");
            assertThat(Fx.get(field::isFocused)).isTrue();
        }
    }

    @Test
    void afterSeveralWrongTriesTheWaitingIsSaid() {
        try (var open = new OpenWindow(home)) {
            open.until("the field of the passphrase", () -> open.shows("sign-in-passphrase-hidden"));
            Fx.type(open.window.stage(), "x");
            for (int i = 0; i < 6; i++) {
                Fx.press(KeyCode.ENTER);
                open.until("the answer", () -> !open.node("sign-in-go").isDisabled());
            }
            assertThat(open.texts()).anyMatch(words -> words.startsWith("Too many wrong tries."));
        }
    }

    @Test
    void lockingLeavesNoTextOfACaseInTheWindowAndClosesTheStore() {
        try (var open = new OpenWindow(home)) {
            open.signIn();
            Fx.press(KeyCode.DIGIT2, KeyCode.CONTROL);
            open.idle();
            assertThat(open.texts()).anyMatch(text -> NAMES.stream().anyMatch(text::contains));
            Laptop laptop = Objects.requireNonNull(open.window.session()).laptop();
            Fx.press(KeyCode.L, KeyCode.CONTROL);
            open.until("the lock", () -> open.shows("sign-in-title"));
            assertThat(open.texts()).noneMatch(text -> NAMES.stream().anyMatch(text::contains));
            assertThat(open.texts()).contains("Locked", "Joanna Pritchard");
            assertThatThrownBy(() -> laptop.children().all()).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void afterUnlockingTheSamePageIsOnShow() {
        try (var open = new OpenWindow(home)) {
            open.signIn();
            Fx.press(KeyCode.DIGIT3, KeyCode.CONTROL);
            open.idle();
            String last = Fx.get(() -> {
                var links = open.window.stage().getScene().getRoot().lookupAll(".hyperlink").stream()
                        .filter(node -> String.valueOf(node.getId()).startsWith("visits-"))
                        .toList();
                links.getLast().requestFocus();
                return links.getLast().getId();
            });
            Fx.settle();
            double at = scroll(open);
            Fx.press(KeyCode.L, KeyCode.CONTROL);
            open.until("the lock", () -> open.shows("sign-in-title"));
            open.signIn();
            assertThat(Fx.get(open::screen)).isEqualTo("visits");
            open.until(
                    "the same focus", () -> open.shows(last) && open.node(last).isFocused());
            assertThat(scroll(open)).isCloseTo(at, org.assertj.core.data.Offset.offset(0.02));
        }
    }

    private static double scroll(OpenWindow open) {
        return Fx.get(() -> ((javafx.scene.control.ScrollPane) open.node("visits-scroll")).getVvalue());
    }

    @Test
    void aListThatIsMadeAnewDoesNotTakeTheKeysFromTheSearch() {
        try (var open = new OpenWindow(home)) {
            open.signIn();
            Fx.press(KeyCode.DIGIT3, KeyCode.CONTROL);
            open.idle();
            Laptop laptop = Objects.requireNonNull(open.window.session()).laptop();
            var child = laptop.children().all().getFirst().id();
            laptop.notes().begin(List.of(child));
            Fx.settle();
            Fx.run(() -> {
                Node before = open.node("visits-title");
                open.timers.pass(Duration.ofSeconds(1));
                assertThat(open.node("visits-title")).isNotSameAs(before);
                open.node("shell-search").requestFocus();
            });
            open.idle();
            Fx.type(open.window.stage(), "loc");
            assertThat(((TextInputControl) open.node("shell-search")).getText()).isEqualTo("loc");
        }
    }

    @Test
    void anIdleWindowLocksItselfAndAKeyPutsThatOff() {
        try (var open = new OpenWindow(home)) {
            open.signIn();
            Duration idle = AppSettings.shipped().lockAfterIdle();
            Fx.run(() -> open.timers.pass(idle.minusMinutes(1)));
            Fx.press(KeyCode.F6);
            Fx.run(() -> open.timers.pass(idle.minusMinutes(1)));
            Fx.settle();
            assertThat(Fx.get(() -> open.window.session() != null)).isTrue();
            Fx.run(() -> open.timers.pass(Duration.ofMinutes(2)));
            open.until("the lock", () -> open.shows("sign-in-title"));
        }
    }

    @Test
    void aFormThatWasOpenIsGoneBackToWithItsCaret() {
        try (var open = new OpenWindow(home)) {
            open.signIn();
            Fx.press(KeyCode.DIGIT3, KeyCode.CONTROL);
            open.idle();
            Fx.run(() -> open.router().go(Target.of("visits")));
            open.until(
                    "a household",
                    () -> open.window.stage().getScene().getRoot().lookupAll(".button").stream()
                            .anyMatch(node -> String.valueOf(node.getId()).startsWith("visits-start-")));
            Fx.run(() -> ((javafx.scene.control.Button)
                            open.window.stage().getScene().getRoot().lookupAll(".button").stream()
                                    .filter(node -> String.valueOf(node.getId()).startsWith("visits-start-"))
                                    .findFirst()
                                    .orElseThrow())
                    .fire());
            open.until("the visit", () -> open.shows("visit-visit-started_at-time-text"));
            Fx.run(() -> open.node("visit-visit-started_at-time-text").requestFocus());
            Fx.type(open.window.stage(), "10:3");
        }
        try (var again = new OpenWindow(home)) {
            again.signIn();
            again.until("the visit", () -> again.shows("visit-visit-started_at-time-text"));
            assertThat(Fx.get(again::screen)).isEqualTo(VisitScreens.RECORD);
            var field = (TextInputControl) Fx.get(() -> again.node("visit-visit-started_at-time-text"));
            assertThat(field.getText()).isEqualTo("10:3");
            again.until("the caret", field::isFocused);
            assertThat(Fx.get(field::getCaretPosition)).isEqualTo(4);
        }
    }

    @Test
    void aFolderInUseIsSaidWithWhatToDoAndOpensOnceItIsFree() {
        LaptopHome held = Laptop.home(home, MarlbrookLaptop.CLOCK, Duration.ZERO);
        try (var open = new OpenWindow(home)) {
            open.until("what is in the way", () -> open.shows("in-the-way-title"));
            assertThat(open.texts()).anyMatch(words -> words.startsWith("Alongside is already open with this folder"));
            held.close();
            Fx.press(KeyCode.TAB);
            Fx.press(KeyCode.SPACE);
            open.signIn();
        }
    }

    @Test
    void damagedKeysAreSaidBeforeAnybodyIsAskedForAPassphrase() throws IOException {
        Files.writeString(home.resolve("keys.alk"), "nothing of a key file");
        try (var open = new OpenWindow(home)) {
            open.until("what is in the way", () -> open.shows("in-the-way-title"));
            assertThat(open.texts()).anyMatch(words -> words.startsWith("The key file of this laptop is damaged"));
        }
    }

    @Test
    void howItLooksIsRememberedOutsideTheSealedStoreAndNamesNoChild() throws IOException {
        try (var open = new OpenWindow(home)) {
            open.signIn();
            Fx.run(() -> open.window.look().themeProperty().set(Theme.DARK));
            Fx.press(KeyCode.PLUS, KeyCode.CONTROL);
            Fx.run(() -> open.window.look().textSizeProperty().set(TextSize.P120));
        }
        WindowSettings kept = WindowSettings.read(home);
        assertThat(kept.theme()).isEqualTo(Theme.DARK);
        assertThat(kept.textSize()).isEqualTo(TextSize.P120);
        assertThat(kept.whose().worker()).isEqualTo("Joanna Pritchard");
        assertThat(kept.frame()).isNotNull();
        assertThat(Files.readString(home.resolve("window.json"))).doesNotContain(NAMES.toArray(String[]::new));
    }

    @Test
    void aChangedPassphraseOpensTheLaptopAndTheOldOneDoesNot() {
        String changed = "willow harbour biscuit lantern";
        try (var open = new OpenWindow(home)) {
            open.signIn();
            Fx.run(() -> open.router().go("passphrase"));
            open.idle();
            Fx.run(() -> {
                ((TextInputControl) open.node("passphrase-now-hidden")).setText(MarlbrookLaptop.PASSPHRASE);
                ((TextInputControl) open.node("passphrase-new-hidden")).setText(changed);
                ((TextInputControl) open.node("passphrase-again-hidden")).setText(changed);
            });
            Fx.press(KeyCode.ENTER, KeyCode.CONTROL);
            open.until("the change", () -> open.shows("passphrase-done"));
        }
        try (LaptopHome locked = Laptop.home(home, MarlbrookLaptop.CLOCK, Duration.ZERO)) {
            assertThatThrownBy(() -> locked.unlock(MarlbrookLaptop.PASSPHRASE.toCharArray()))
                    .isInstanceOf(BadInput.class);
            locked.unlock(changed.toCharArray()).close();
        }
    }

    @Test
    void aLaptopThatCannotBeSetUpKeepsEveryAnswer() throws IOException {
        Path ca = Files.writeString(folder.resolve("ca.pem"), MarlbrookLaptop.authority());
        String words = "copper kettle meadow ladder";
        try (var open = new OpenWindow(folder.resolve("new"))) {
            open.until("the page", () -> open.shows("enrol-go"));
            Fx.run(() -> {
                text(open, "enrol-service-text", "https://127.0.0.1:1");
                text(open, "enrol-ca-text", ca.toString());
                text(open, "enrol-user-text", "w_joanna");
                text(open, "enrol-code-text", "ABCD 2345");
                text(open, "enrol-passphrase-hidden", words);
                text(open, "enrol-again-hidden", words);
                open.node("enrol-again-hidden").requestFocus();
            });
            Fx.press(KeyCode.ENTER);
            open.until("the answer", () -> open.shows("enrol-errors-0"));
            assertThat(open.texts()).anyMatch(said -> said.startsWith("Cannot reach the council's service."));
            assertThat(open.texts()).contains("https://127.0.0.1:1", ca.toString(), "w_joanna", "ABCD 2345", words);
            assertThat(Fx.get(() -> open.node("enrol-errors").isFocused())).isTrue();
        }
        assertThat(LaptopHome.isLaptop(folder.resolve("new"))).isFalse();
    }

    private static void text(OpenWindow open, String id, String words) {
        ((TextInputControl) open.node(id)).setText(words);
    }
}
