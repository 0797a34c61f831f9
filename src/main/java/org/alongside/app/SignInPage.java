package org.alongside.app;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.tool.Window.Demonstrated;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.PageTitle;
import org.alongside.ui.theme.Icons;
import org.alongside.ui.theme.Logo;
import org.alongside.ui.theme.SizeOfScene;
import org.alongside.ui.theme.TextSize;
import org.jspecify.annotations.Nullable;

/// Sign in: who, passphrase, what waits on this laptop and how long it may be read. The same page
/// comes back when the laptop is locked.
final class SignInPage {
    static final double CARD_EM = 25;

    private static final double BESIDE_EM = 27;

    private final SecretField passphrase = new SecretField("sign-in-passphrase", Texts.of("app.sign-in-passphrase"));
    private final Button signIn = Buttons.of("sign-in-go", Texts.of("app.sign-in-go"), this::go);
    private final Label cannot = Boxes.text(Texts.of("app.sign-in-cannot-help"), "text-hint");
    private final PageTitle title;
    private final Node node;
    private Consumer<char[]> attempt = typed -> {};

    /// @param demonstrated what a laptop of the demonstration tells; null for one in use
    SignInPage(WindowSettings.Whose whose, boolean locked, Clock clock, @Nullable Demonstrated demonstrated) {
        this.title = new PageTitle("sign-in-title", Texts.of(locked ? "app.locked" : "app.sign-in"));
        signIn.getStyleClass().addAll("accent", "wide-button");
        passphrase.hint(Texts.of("app.sign-in-passphrase-hint"));
        passphrase.onEnter(this::go);
        Boxes.show(cannot, false);
        this.node = centred(card(whose, locked), CARD_EM, beside(whose, clock, demonstrated));
    }

    /// Tries a passphrase; the array is the taker's to overwrite.
    void onTry(Consumer<char[]> taker) {
        attempt = taker;
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
        attempt.accept(passphrase.typed().toCharArray());
    }

    private Region card(WindowSettings.Whose whose, boolean locked) {
        var name = Boxes.column(
                1,
                Boxes.text(Texts.of("app.sign-in-name"), "text-label"),
                Boxes.text(whose.worker().isEmpty() ? Texts.of("app.sign-in-name-unknown") : whose.worker()));
        var help = new Link("sign-in-cannot", Texts.of("app.sign-in-cannot"), () -> Boxes.show(cannot, true));
        HBox actions = Boxes.row(5, signIn, help);
        actions.setAlignment(Pos.CENTER_LEFT);
        var head = locked
                ? Boxes.column(1, title, Boxes.text(Texts.of("app.locked-more"), "text-quiet"))
                : Boxes.column(1, title);
        VBox card = Boxes.column(6, wordmark(), head, name, passphrase, actions, cannot);
        card.getStyleClass().add("cover-card");
        return card;
    }

    private static Region beside(WindowSettings.Whose whose, Clock clock, @Nullable Demonstrated demonstrated) {
        var beside = Boxes.column(6);
        beside.getStyleClass().add("cover-beside");
        if (demonstrated != null) {
            beside.getChildren()
                    .add(told(
                            "mdoal-info",
                            Texts.of("app.demonstration"),
                            Texts.of("app.demonstration-more"),
                            Boxes.word(demonstrated.passphrase(), "strong")));
        }
        beside.getChildren().add(told("mdomz-wifi_off", Texts.of("app.offline-title"), Texts.of("app.offline-more")));
        if (whose.waiting() > 0) {
            Instant since = whose.waitingSince();
            String oldest = since == null
                    ? Texts.of("app.waiting-more")
                    : Texts.of("app.waiting-since", Words.moment(since, Clocks.today(clock)));
            beside.getChildren().add(told("mdoal-cloud_upload", Texts.of("app.waiting", whose.waiting()), oldest));
        }
        Instant lease = whose.leaseEnds();
        if (lease != null) {
            String until = Words.day(Clocks.day(lease));
            beside.getChildren()
                    .add(
                            lease.isAfter(clock.instant())
                                    ? told("mdomz-schedule", Texts.of("app.lease", until), Texts.of("app.lease-more"))
                                    : told(
                                            "mdomz-schedule",
                                            Texts.of("app.lease-over", until),
                                            Texts.of("app.lease-over-more")));
        }
        beside.getChildren().add(danger(whose));
        return beside;
    }

    private static Node danger(WindowSettings.Whose whose) {
        if (whose.dutyPhone().isEmpty()) {
            return told("mdoal-local_phone", Texts.of("app.danger"), Texts.of("app.danger-none"));
        }
        return told(
                "mdoal-local_phone",
                Texts.of("app.danger"),
                Texts.of("app.danger-more", whose.dutyName()),
                Boxes.word(whose.dutyPhone(), "strong"));
    }

    static HBox wordmark() {
        var logo = new Logo(Texts.of("ui.product"));
        logo.getStyleClass().add("cover-logo");
        return Boxes.row(2, logo);
    }

    /// An icon, a bold line and what it means.
    static Node told(String icon, String title, String more, Node... further) {
        var words = Boxes.column(0, Boxes.text(title, "text-label"), Boxes.text(more, "text-quiet"));
        words.getChildren().addAll(further);
        HBox line = Boxes.row(3, Icons.of(icon), words);
        line.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        return line;
    }

    /// A card and what is told beside it, in the middle; under it when the window is narrow.
    ///
    /// @param cardEm width of the card, in em of the text
    static Node centred(Region card, double cardEm, Region beside) {
        var both = new FlowPane(card, beside);
        both.setAlignment(Pos.CENTER);
        both.getStyleClass().add("cover-page");
        Runnable fit = () -> {
            double px = both.getScene() == null
                    ? TextSize.ROOT_PX
                    : SizeOfScene.of(both.getScene()).get().px();
            double room = both.getWidth()
                    - both.getInsets().getLeft()
                    - both.getInsets().getRight();
            fit(card, cardEm * px, room);
            fit(beside, BESIDE_EM * px, room);
        };
        both.widthProperty().subscribe(fit);
        both.insetsProperty().subscribe(fit);
        both.sceneProperty().flatMap(SizeOfScene::of).subscribe(size -> fit.run());
        var scroll = new ScrollPane(both);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("page-scroll");
        return scroll;
    }

    private static void fit(Region part, double wanted, double room) {
        double width = room > 0 ? Math.min(wanted, room) : wanted;
        part.setMinWidth(width);
        part.setPrefWidth(width);
        part.setMaxSize(width, Region.USE_PREF_SIZE);
    }
}
