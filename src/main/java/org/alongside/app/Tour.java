package org.alongside.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.tool.ExitCode;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The scripted walk: a real service in a process of its own, real laptops that are set up through the
/// window, and the window driven by keys on JavaFX's screen-less platform, with pictures on the way.
final class Tour {
    private static final Logger LOG = LoggerFactory.getLogger(Tour.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TourOptions options;
    private final Background background;
    private final Hands hands;
    private final Album album;
    private final Clock clock;
    private String child = "";
    private @Nullable Look look;
    private CompletableFuture<Boolean> closed = new CompletableFuture<>();

    Tour(TourOptions options, Background background) {
        this.options = options;
        this.background = background;
        this.hands = new Hands(background);
        this.album = new Album(options, hands);
        this.clock = Clocks.of(Optional.ofNullable(options.clock()));
    }

    int play() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            Files.createDirectories(options.out());
            forgetEarlier();
            Path given = options.home();
            Path folder = given == null ? Files.createTempDirectory("alongside-tour") : given;
            try (TourService service = TourService.start(folder.resolve("service"), options)) {
                try {
                    story(service, folder);
                } catch (IllegalStateException e) {
                    // Ids and our own words: what the hands could not find or wait for.
                    LOG.error("the tour stopped: {}", e.getMessage());
                    album.stopped();
                    throw e;
                }
                album.close(service.council());
            }
            if (given == null) {
                delete(folder);
            }
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void story(TourService service, Path folder) {
        String worker = service.worker();
        String mine = Texts.of("tool.demo-passphrase-worker");
        String theirs = Texts.of("tool.demo-passphrase-supervisor");
        Path first = folder.resolve("worker");
        Path second = folder.resolve("supervisor");

        open(first, "worker", mine);
        setUp(service, worker, mine, true);
        lookRound();
        halfANote();
        close();

        open(first, "worker", mine);
        album.take("sign-in");
        signIn(mine);
        finishTheNote();
        unplugged();
        plugged();
        changePenPicture("app.tour-say-mine", false);
        close();

        open(second, "supervisor", theirs);
        setUp(service, service.supervisorOf(worker), theirs, false);
        secondLaptop();
        close();

        open(first, "worker", mine);
        album.take("sign-in-waiting");
        signIn(mine);
        decide();
        rest(mine);
        close();

        open(folder.resolve("newcomer"), "worker", mine);
        setUp(service, service.newcomer(), mine, false);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        album.take("today-empty");
        close();
    }

    // ---------------------------------------------------------------- windows

    private void open(Path home, String who, String passphrase) {
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

    private void close() {
        hands.run(hands.window()::close);
        closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    private void setUp(TourService service, String account, String passphrase, boolean shown) {
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

    private void signIn(String passphrase) {
        hands.type(passphrase);
        hands.press(KeyCode.ENTER);
        hands.until("the unlocked laptop", this::isSignedIn);
    }

    private boolean isSignedIn() {
        Session session = hands.window().session();
        return session != null && session.here() != null;
    }

    private void command(String words) {
        hands.press(KeyCode.CONTROL, KeyCode.K);
        hands.type(words);
        hands.press(KeyCode.ENTER);
    }

    private @Nullable Node lookup(String id) {
        return hands.window().stage().getScene().lookup("#" + id);
    }

    /// The first node whose id begins so.
    private String idOf(String prefix) {
        return hands.on(() -> hands.window().stage().getScene().getRoot().lookupAll("*").stream()
                .map(node -> String.valueOf(node.getId()))
                .filter(id -> id.startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing is called " + prefix)));
    }

    // ---------------------------------------------------------------- scenes

    private void lookRound() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        album.take("today");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        album.take("caseload");
        openFirstChild();
        album.take("child-summary");
        hands.push("child-fact-pen_picture");
        hands.until("the form of a fact", () -> lookup("child-edit-pen_picture") != null);
        hands.press(KeyCode.CONTROL, KeyCode.END);
        hands.type(" " + Texts.of("app.tour-say-pen"));
        album.take("child-edit");
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        hands.until("the changed fact", () -> lookup("child-edit-pen_picture") == null);
        album.take("child-changed");
        for (String tab : List.of("child-chronology", "child-visits", "child-notes", "child-history")) {
            hands.press(KeyCode.CONTROL, KeyCode.TAB);
            album.take(tab);
        }
        hands.press(KeyCode.CONTROL, KeyCode.K);
        hands.type(child.substring(0, Math.min(3, child.length())));
        hands.press(KeyCode.DOWN);
        album.take("search");
        hands.press(KeyCode.ESCAPE);
    }

    private void openFirstChild() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        hands.tabTo("caseload-table");
        hands.press(KeyCode.ENTER);
        hands.until("a child's record", () -> lookup("child-fact-pen_picture") != null);
        Session session = Objects.requireNonNull(hands.window().session());
        child = hands.on(() -> session.shell().recent().getFirst().name());
    }

    /// The same child as before, by search.
    private void openChild() {
        command(child);
        hands.until("the same child's record", () -> lookup("child-fact-pen_picture") != null);
    }

    /// The window is closed in the middle of a sentence.
    private void halfANote() {
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        hands.until("a new note", () -> lookup("note-kind") != null);
        hands.choose("note-kind", "call");
        hands.push("note-at-today");
        hands.write("note-at-time", "07:45");
        hands.write("note-text", Texts.of("app.tour-say-note-half"));
        album.take("note");
    }

    private void finishTheNote() {
        hands.until("the half sentence", () -> lookup("note-text") != null);
        album.take("note-back");
        hands.type(Texts.of("app.tour-say-note-rest"));
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        hands.until("the finished note", () -> lookup("note-state") != null);
        album.take("note-finished");
    }

    private void unplugged() {
        command(Texts.of("app.offline-switch"));
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        hands.until("offline", () -> sending().link() instanceof Sending.Link.Offline);
        album.take("today-offline");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        album.take("visits");
        hands.push(idOf("visits-start-"));
        new TourVisit(hands, album, Clocks.today(clock)).record();
        hands.push("visit-add");
        hands.type(Texts.of("app.tour-say-added"));
        hands.write("visit-why", Texts.of("app.tour-say-why"));
        album.take("visit-amend");
        hands.push("visit-add-save");
        hands.until("the amended visit", () -> lookup("visit-added") == null);
        album.take("visit-amended");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        album.take("today-to-send");
        hands.push("today-sending-show");
        album.take("outbox");
    }

    private void plugged() {
        command(Texts.of("app.online-switch"));
        hands.until(
                "everything to be with the council",
                () -> sending().toSend() == 0 && sending().link() instanceof Sending.Link.InTouch);
        album.take("outbox-sent");
        command(Texts.of("app.offline-switch"));
    }

    private Sending sending() {
        Session session = hands.window().session();
        return session == null
                ? Sending.NEVER
                : session.shell().status().sendingProperty().get();
    }

    private void changePenPicture(String words, boolean send) {
        openChild();
        hands.push("child-fact-pen_picture");
        hands.until("the form of a fact", () -> lookup("child-edit-pen_picture") != null);
        hands.press(KeyCode.CONTROL, KeyCode.A);
        hands.type(Texts.of(words));
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        hands.until("the changed fact", () -> lookup("child-edit-pen_picture") == null);
        if (send) {
            hands.until("the change to be with the council", () -> sending().toSend() == 0);
        }
    }

    private void secondLaptop() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        album.take("second-today");
        openChild();
        hands.press(KeyCode.CONTROL, KeyCode.TAB);
        hands.press(KeyCode.CONTROL, KeyCode.TAB);
        album.take("second-visits");
        changePenPicture("app.tour-say-theirs", true);
    }

    private void decide() {
        hands.until("two versions", () -> sending().toDecide() > 0);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT6);
        album.take("conflict");
        hands.press(KeyCode.ALT, KeyCode.DIGIT3);
        hands.write("conflict-why", Texts.of("app.tour-say-both"));
        album.take("conflict-both");
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        hands.until("the decision", () -> sending().toDecide() == 0);
        album.take("conflict-settled");
    }

    private void rest(String passphrase) {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT7);
        album.take("activity");
        command(Texts.of("app.passphrase-title"));
        album.take("passphrase");
        hands.press(KeyCode.F1);
        album.take("help");
        hands.push("help-further");
        album.take("about");
        hands.press(KeyCode.CONTROL, KeyCode.L);
        hands.until("the lock", () -> hands.window().session() == null && lookup("sign-in-passphrase") != null);
        album.take("locked");
        hands.type(Texts.of("app.tour-say-wrong-passphrase"));
        hands.press(KeyCode.ENTER);
        hands.until(
                "the answer to a wrong passphrase", () -> lookup("sign-in-go") instanceof Node go && !go.isDisabled());
        album.take("wrong-passphrase");
        hands.press(KeyCode.CONTROL, KeyCode.A);
        signIn(passphrase);
        album.take("back-after-lock");
    }

    // ---------------------------------------------------------------- files

    /// Pictures of an earlier tour would mix with these.
    private void forgetEarlier() throws IOException {
        try (Stream<Path> files = Files.list(options.out())) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.matches("\\d\\d-[a-z-]+-(light|dark|contrast)-\\d+\\.png|stopped\\.png|tour\\.json")) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
