package org.alongside.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.tool.ExitCode;
import org.alongside.tool.Window.TourOptions;
import org.alongside.ui.task.Background;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The scripted walk: a real service in a process of its own, real laptops that are set up through the
/// window, and the window driven by keys on JavaFX's screen-less platform, with pictures on the way.
final class Tour {
    private static final Logger LOG = LoggerFactory.getLogger(Tour.class);

    private final TourOptions options;
    private final Hands hands;
    private final Album album;
    private final Clock clock;
    private final TourWindows windows;
    private final TourRecord record;

    Tour(TourOptions options, Background background) {
        this.options = options;
        this.hands = new Hands(background);
        this.album = new Album(options, hands);
        this.clock = Clocks.of(Optional.ofNullable(options.clock()));
        this.windows = new TourWindows(options, background, hands, album, clock);
        this.record = new TourRecord(hands, album, windows);
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

        windows.open(first, "worker", mine);
        windows.setUp(service, worker, mine, true);
        record.lookRound();
        record.halfANote();
        windows.close();

        windows.open(first, "worker", mine);
        album.take("sign-in");
        windows.signIn(mine);
        record.finishTheNote();
        unplugged();
        plugged();
        record.changePenPicture("app.tour-say-mine", false);
        windows.close();

        windows.open(second, "supervisor", theirs);
        windows.setUp(service, service.supervisorOf(worker), theirs, false);
        secondLaptop();
        new TourSupervision(hands, album, windows).prepare(worker);
        windows.close();

        windows.open(first, "worker", mine);
        album.take("sign-in-waiting");
        windows.signIn(mine);
        record.decide();
        new TourPlan(hands, album, windows).addAnAction(record.child());
        new TourLifeStory(hands, album, windows).leaveOneSmallThing(record.child());
        new TourAssessment(hands, album, windows).write(record.child());
        rest(mine);
        windows.close();

        windows.open(folder.resolve("newcomer"), "worker", mine);
        windows.setUp(service, service.newcomer(), mine, false);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        album.take("today-empty");
        windows.close();
    }

    // ---------------------------------------------------------------- scenes

    private void unplugged() {
        windows.offline();
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        album.take("today-offline");
        var standing = new TourStanding(hands, album, windows);
        standing.doNow();
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        album.take("visits");
        hands.push(windows.idOf("visits-start-"));
        hands.until("the record", () -> windows.lookup("visit-plan-link") != null);
        standing.around();
        new TourVisit(hands, album, Clocks.today(clock)).record();
        hands.push("visit-add");
        hands.type(Texts.of("app.tour-say-added"));
        hands.write("visit-why", Texts.of("app.tour-say-why"));
        album.take("visit-amend");
        hands.push("visit-add-save");
        hands.until("the amended visit", () -> windows.lookup("visit-added") == null);
        album.take("visit-amended");
        var print = new TourPrint(hands, album, windows);
        print.visit();
        print.familyPage(record.child());
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        album.take("today-to-send");
        hands.push("today-sending-show");
        album.take("outbox");
    }

    private void plugged() {
        windows.online();
        album.take("outbox-sent");
        windows.offline();
    }

    private void secondLaptop() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        album.take("second-today");
        windows.openChild(record.child());
        hands.press(KeyCode.CONTROL, KeyCode.TAB);
        hands.press(KeyCode.CONTROL, KeyCode.TAB);
        album.take("second-visits");
        record.changePenPicture("app.tour-say-theirs", true);
    }

    private void rest(String passphrase) {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT7);
        album.take("activity");
        windows.command(Texts.of("app.passphrase-title"));
        album.take("passphrase");
        hands.press(KeyCode.F1);
        album.take("help");
        hands.push("help-further");
        album.take("about");
        hands.press(KeyCode.CONTROL, KeyCode.L);
        hands.until("the lock", () -> hands.window().session() == null && windows.lookup("sign-in-passphrase") != null);
        album.take("locked");
        hands.type(Texts.of("app.tour-say-wrong-passphrase"));
        hands.press(KeyCode.ENTER);
        hands.until(
                "the answer to a wrong passphrase",
                () -> windows.lookup("sign-in-go") instanceof Node go && !go.isDisabled());
        album.take("wrong-passphrase");
        hands.press(KeyCode.CONTROL, KeyCode.A);
        windows.signIn(passphrase);
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
