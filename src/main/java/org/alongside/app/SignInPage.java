package org.alongside.app;

import java.time.Clock;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.PageTitle;
import org.alongside.ui.theme.Icons;
import org.alongside.ui.theme.Logo;

/// Sign in: who, passphrase, what waits on this laptop and how long it may be read. The same page
/// comes back when the laptop is locked.
final class SignInPage {
    private final WindowSettings settings;
    private final Clock clock;
    private final Attempt attempt;
    private final SecretField passphrase = new SecretField("sign-in-passphrase", Texts.of("app.sign-in-passphrase"));
    private final Button signIn = Buttons.of("sign-in-go", Texts.of("app.sign-in-go"), this::go);
    private final Label cannot = Boxes.text(Texts.of("app.sign-in-cannot-help"), "text-hint");
    private final PageTitle title;
    private final Node node;

    /// Tries a passphrase. The array is the taker's to overwrite.
    interface Attempt {
        void with(char[] passphrase);
    }

    SignInPage(WindowSettings settings, Clock clock, boolean locked, Attempt attempt) {
        this.settings = settings;
        this.clock = clock;
        this.attempt = attempt;
        this.title = new PageTitle("sign-in-title", Texts.of(locked ? "app.locked" : "app.sign-in"));
        signIn.getStyleClass().add("accent");
        passphrase.hint(Texts.of("app.sign-in-passphrase-hint"));
        passphrase.onEnter(this::go);
        Boxes.show(cannot, false);
        this.node = laidOut();
    }

    Node node() {
        return node;
    }

    /// The passphrase has the focus: that is what a tired person came for.
    void focus() {
        passphrase.focusAnswer();
    }

    /// What was wrong; the passphrase stays to be mended.
    void refuse(String words) {
        signIn.setDisable(false);
        signIn.setText(Texts.of("app.sign-in-go"));
        passphrase.wrong(words);
        passphrase.focusAnswer();
    }

    void clear() {
        passphrase.clear();
    }

    private void go() {
        if (signIn.isDisabled()) {
            return;
        }
        if (passphrase.typed().isEmpty()) {
            refuse(Texts.of("app.sign-in-empty"));
            return;
        }
        passphrase.wrong("");
        signIn.setDisable(true);
        signIn.setText(Texts.of("app.sign-in-opening"));
        attempt.with(passphrase.typed().toCharArray());
    }

    private Node laidOut() {
        var name = Boxes.column(
                1,
                Boxes.text(Texts.of("app.sign-in-name"), "text-label"),
                Boxes.text(
                        settings.worker().isEmpty() ? Texts.of("app.sign-in-name-unknown") : settings.worker(),
                        "text-lead"));
        var help = new Link("sign-in-cannot", Texts.of("app.sign-in-cannot"), () -> Boxes.show(cannot, true));
        HBox actions = Boxes.row(4, signIn, help);
        actions.setAlignment(Pos.CENTER_LEFT);
        VBox card = Boxes.column(5, wordmark(), title, name, passphrase, actions, cannot);
        card.getStyleClass().add("cover-card");
        var beside = Boxes.column(6);
        beside.getStyleClass().add("cover-beside");
        if (settings.waiting() > 0) {
            beside.getChildren()
                    .add(told(
                            "mdoal-cloud_upload",
                            Texts.of("app.waiting", settings.waiting()),
                            Texts.of("app.waiting-more")));
        }
        if (settings.leaseEnds() != null) {
            beside.getChildren()
                    .add(told(
                            "mdomz-schedule",
                            Texts.of("app.lease", Words.day(Clocks.day(settings.leaseEnds()))),
                            Texts.of("app.lease-more")));
        }
        beside.getChildren().add(told("mdoal-laptop", Texts.of("app.offline-title"), Texts.of("app.offline-more")));
        beside.getChildren()
                .add(told(
                        "mdoal-local_phone",
                        Texts.of("app.danger"),
                        settings.dutyPhone().isEmpty()
                                ? Texts.of("app.danger-none")
                                : Texts.of("app.danger-more", settings.dutyName(), settings.dutyPhone())));
        return centred(card, beside);
    }

    static HBox wordmark() {
        return Boxes.row(2, new Logo(Texts.of("ui.product")));
    }

    static Node told(String icon, String title, String more) {
        var words = Boxes.column(1, Boxes.text(title, "strong"), Boxes.text(more, "text-quiet"));
        HBox line = Boxes.row(3, Icons.of(icon), words);
        line.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        return line;
    }

    /// A card and what is told beside it, in the middle; under it when the window is narrow.
    static Node centred(Node card, Node beside) {
        var both = new FlowPane(card, beside);
        both.setAlignment(Pos.CENTER);
        both.getStyleClass().add("cover-page");
        var scroll = new ScrollPane(both);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().addAll("cover-scroll", "edge-to-edge");
        return scroll;
    }
}
