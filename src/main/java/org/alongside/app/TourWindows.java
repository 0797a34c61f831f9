package org.alongside.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.alongside.kernel.Texts;
import org.alongside.tool.Window.ClientOptions;
import org.alongside.tool.Window.Demonstrated;
import org.alongside.tool.Window.TourOptions;
import org.alongside.ui.Sending;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;
import org.alongside.ui.theme.Look;
import org.alongside.ui.theme.TextSize;
import org.alongside.ui.theme.Theme;
import org.jspecify.annotations.Nullable;

/// The windows of the tour, one after another, and the moves that every scene makes in them: open and
/// close a laptop, set it up, unlock it, go to a child, switch the network off and on.
final class TourWindows {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TourOptions options;
    private final Background background;
    private final Hands hands;
    private final Album album;
    private final Clock clock;
    private @Nullable Look look;
    private CompletableFuture<Boolean> closed = new CompletableFuture<>();

    TourWindows(TourOptions options, Background background, Hands hands, Album album, Clock clock) {
        this.options = options;
        this.background = background;
        this.hands = hands;
        this.album = album;
        this.clock = clock;
    }

    void open(Path home, String who, String passphrase) {
        closed = new CompletableFuture<>();
        var made = new CompletableFuture<ClientWindow>();
        var demonstrated = new Demonstrated(who, passphrase, List.of());
        Toolkit.run(background, () -> {
            try {
                made.complete(shown(home, demonstrated));
            } catch (RuntimeException | Error e) {
                made.completeExceptionally(e);
            }
        });
        hands.at(made.join());
        hands.settle();
    }

    private ClientWindow shown(Path home, Demonstrated demonstrated) {
        if (look == null) {
            look = new Look(Theme.LIGHT, TextSize.P100);
        }
        var window = new ClientWindow(
                new ClientOptions(home, clock, demonstrated),
                background,
                Timers.ofWindow(),
                look,
                () -> closed.complete(true));
        window.show();
        window.stage().setX(0);
        window.stage().setY(0);
        window.stage().setWidth(options.width());
        window.stage().setHeight(options.height());
        return window;
    }

    void close() {
        hands.run(hands.window()::close);
        closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    void setUp(TourService service, String account, String passphrase, boolean shown) {
        if (shown) {
            album.take("enrol");
        }
        hands.write(EnrolForm.SERVICE, service.url());
        hands.write(EnrolForm.CA, service.caFile().toString());
        hands.write(EnrolForm.USER, account);
        hands.write(EnrolForm.CODE, Texts.of("app.tour-say-wrong-code"));
        hands.write(EnrolForm.PASSPHRASE, passphrase);
        hands.write(EnrolForm.AGAIN, passphrase);
        if (shown) {
            hands.press(KeyCode.ENTER);
            hands.until("the answer to a wrong code", () -> lookup("enrol-errors-0") != null);
            album.take("enrol-wrong-code");
        }
        hands.tabTo(EnrolForm.CODE);
        hands.press(KeyCode.CONTROL, KeyCode.A);
        hands.type(service.code(account));
        hands.push("enrol-go");
        hands.until("the laptop that was set up", this::isSignedIn);
        hands.until("the cases", () -> sending().link() instanceof Sending.Link.InTouch(Instant at) && at != null);
        if (shown) {
            album.take("try");
        }
    }

    void signIn(String passphrase) {
        hands.type(passphrase);
        hands.press(KeyCode.ENTER);
        hands.until("the unlocked laptop", this::isSignedIn);
    }

    private boolean isSignedIn() {
        Session session = hands.window().session();
        return session != null && session.here() != null;
    }

    /// A command by its words, from the palette.
    void command(String words) {
        hands.press(KeyCode.CONTROL, KeyCode.K);
        hands.type(words);
        hands.press(KeyCode.ENTER);
    }

    @Nullable
    Node lookup(String id) {
        return hands.window().stage().getScene().lookup("#" + id);
    }

    /// The first node whose id begins so.
    String idOf(String prefix) {
        return hands.on(() -> hands.window().stage().getScene().getRoot().lookupAll("*").stream()
                .map(node -> String.valueOf(node.getId()))
                .filter(id -> id.startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is called " + prefix)));
    }

    Sending sending() {
        Session session = hands.window().session();
        return session == null
                ? Sending.NEVER
                : session.shell().status().sendingProperty().get();
    }

    void offline() {
        command(Texts.of("app.offline-switch"));
        hands.until("offline", () -> sending().link() instanceof Sending.Link.Offline);
    }

    /// Switches the network on and waits until nothing waits to be sent.
    void online() {
        command(Texts.of("app.online-switch"));
        hands.until(
                "everything to be with the council",
                () -> sending().toSend() == 0 && sending().link() instanceof Sending.Link.InTouch);
    }

    /// The record of the first child of the caseload.
    ///
    /// @return the child's name
    String openFirstChild() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        hands.tabTo("caseload-table");
        hands.press(KeyCode.ENTER);
        hands.until("a child's record", () -> lookup("child-fact-pen_picture") != null);
        Session session = Objects.requireNonNull(hands.window().session());
        return hands.on(() -> session.shell().recent().getFirst().name());
    }

    /// A child's record, by search.
    void openChild(String name) {
        command(name);
        hands.until("the record of the child", () -> lookup("child-fact-pen_picture") != null);
    }
}
