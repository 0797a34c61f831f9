package org.alongside.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.alongside.store.LaptopHome;
import org.alongside.tool.Laptop;
import org.alongside.tool.Window.ClientOptions;
import org.alongside.ui.Footing;
import org.alongside.ui.Target;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Fault;
import org.alongside.ui.task.Lane;
import org.alongside.ui.theme.Look;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One window of the client: it shows the cover (signing in, setting up, what is in the way) or a
/// session, and goes from one to the other. Its title is always the product's name. On the JavaFX
/// thread only.
final class ClientWindow {
    private static final Logger LOG = LoggerFactory.getLogger(ClientWindow.class);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double ON_SCREEN_LEAST = 100;

    private final ClientOptions options;
    private final Background background;
    private final Timers timers;
    private final Runnable closed;
    private final Stage stage = new Stage();
    private final Look look;
    private final Cover cover;
    private final Subscription keeping;
    private WindowSettings settings;
    private @Nullable LaptopHome home;
    private @Nullable Session session;
    private @Nullable Target back;
    private @Nullable Footing footing;

    /// @param timers those of the window; tests hand in their own
    /// @param closed runs once the window is closed and the laptop locked
    /// @param look the one of this program run; it takes on what this laptop's window looked like
    ClientWindow(ClientOptions options, Background background, Timers timers, Look look, Runnable closed) {
        this.options = options;
        this.background = background;
        this.timers = timers;
        this.closed = closed;
        this.settings = WindowSettings.read(options.home());
        this.look = look;
        look.themeProperty().set(settings.theme());
        look.textSizeProperty().set(settings.textSize());
        this.cover = new Cover(look);
        this.keeping = Subscription.combine(
                look.themeProperty().subscribe((was, is) -> keepLook()),
                look.textSizeProperty().subscribe((was, is) -> keepLook()));
        stage.setTitle(Texts.of("ui.product"));
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
    }

    Stage stage() {
        return stage;
    }

    Look look() {
        return look;
    }

    Path folder() {
        return options.home();
    }

    @Nullable
    Session session() {
        return session;
    }

    void show() {
        placeOnScreen();
        if (LaptopHome.isLaptop(options.home())) {
            signIn(false);
        } else {
            enrol();
        }
        stage.show();
        look.apply(stage.getScene());
        onceDrawn(() -> LOG.info("first window drawn"));
    }

    /// After the first pulse that laid the window out and drew it: `src/bench/first-window.sh` reads it.
    private void onceDrawn(Runnable told) {
        var once = new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
                if (++pulses > 1) {
                    stop();
                    told.run();
                }
            }
        };
        once.start();
    }

    /// A fault of ours, as its reference; what was typed is in no message.
    void told(Fault fault) {
        String words = Texts.of("app.fault-title", fault.reference());
        Session now = session;
        if (now != null) {
            now.tell(new NoticeBar("fault-" + fault.reference(), NoticeBar.Kind.WARNING, words));
        } else {
            cover.tell(words);
        }
    }

    /// Locks: what is written is kept first, then the keys are overwritten. Nothing that was shown stays
    /// in the scene meanwhile.
    void lock() {
        Session now = session;
        if (now == null) {
            return;
        }
        back = now.here();
        footing = now.footing();
        leave(now, () -> signIn(true));
    }

    private void leave(Session now, Runnable then) {
        session = null;
        now.leave();
        cover.wait(Texts.of("app.locking"));
        scene(cover.scene());
        background.ask(Lane.STORE, now::end, whose -> {
            remember(settings.of(whose));
            home = null;
            then.run();
        });
    }

    void close() {
        stage.setOnCloseRequest(null);
        keeping.unsubscribe();
        remember(settings.standing(frame()));
        Session now = session;
        if (now == null) {
            end();
        } else {
            leave(now, this::end);
        }
    }

    private void end() {
        LaptopHome held = home;
        if (held != null) {
            held.close();
        }
        stage.close();
        closed.run();
    }

    private void signIn(boolean locked) {
        cover.wait(Texts.of("app.starting"));
        scene(cover.scene());
        background.ask(
                Lane.STORE,
                () -> Laptop.home(options.home(), options.clock(), Duration.ofSeconds(1)),
                taken -> {
                    home = taken;
                    ask(taken, locked);
                },
                fault -> inTheWay(fault, locked));
    }

    private void ask(LaptopHome taken, boolean locked) {
        var page = new SignInPage(settings.whose(), locked, options.clock(), options.demonstration());
        page.onTry(passphrase -> unlock(taken, page, passphrase));
        cover.show(page.node(), page::focus, settings.whose().council());
    }

    private void unlock(LaptopHome taken, SignInPage page, char[] passphrase) {
        background.ask(
                Lane.STORE,
                () -> {
                    try {
                        return Session.Opened.of(taken, passphrase, options.clock(), options.content());
                    } finally {
                        Arrays.fill(passphrase, '\0');
                    }
                },
                this::begin,
                fault -> {
                    if (fault instanceof BadInput bad) {
                        page.refuse(bad.problems().getFirst().message());
                    } else {
                        page.refuse(Texts.of("app.sign-in-fault"));
                        background.fault(fault);
                    }
                });
    }

    private void begin(Session.Opened opened) {
        var begun = new Session(opened, new Session.Parts(background, timers, look, options, this::lock));
        session = begun;
        scene(begun.scene(stage.getScene().getWidth(), stage.getScene().getHeight()));
        cover.clear();
        begun.start(back, footing, options.demonstration() == null ? Places.TODAY : Places.TRY);
        back = null;
        footing = null;
    }

    private void enrol() {
        var page = new EnrolPage(options.home(), options.clock(), background);
        page.onDone(opened -> {
            remember(settings.of(opened.whose()));
            begin(opened);
        });
        cover.show(page.node(), page::focus, "");
        scene(cover.scene());
    }

    /// What keeps the folder from being opened, in words that say what to do.
    private void inTheWay(Throwable fault, boolean locked) {
        if (!(fault instanceof BadInput bad)) {
            background.fault(fault);
        }
        String words =
                fault instanceof BadInput bad ? bad.problems().getFirst().message() : Texts.of("app.sign-in-fault");
        var page = new InTheWayPage(words, () -> signIn(locked));
        cover.show(page.node(), page::focus, settings.whose().council());
    }

    private void scene(Scene next) {
        if (stage.getScene() != next) {
            stage.setScene(next);
            look.apply(next);
        }
    }

    private void keepLook() {
        remember(settings.looking(
                look.themeProperty().get(), look.textSizeProperty().get()));
    }

    /// On the store's lane, so that two changes are kept in their order.
    private void remember(WindowSettings changed) {
        settings = changed;
        background.run(Lane.STORE, () -> changed.keep(options.home()));
    }

    private WindowSettings.Frame frame() {
        return new WindowSettings.Frame(
                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    /// Where it stood, if that is still on a screen.
    private void placeOnScreen() {
        WindowSettings.Frame frame = settings.frame();
        Rectangle2D room = Screen.getPrimary().getVisualBounds();
        if (frame == null
                || Screen.getScreensForRectangle(frame.x(), frame.y(), ON_SCREEN_LEAST, ON_SCREEN_LEAST)
                        .isEmpty()) {
            stage.setWidth(Math.min(WIDTH, Math.max(room.getWidth(), 1)));
            stage.setHeight(Math.min(HEIGHT, Math.max(room.getHeight(), 1)));
            return;
        }
        stage.setX(frame.x());
        stage.setY(frame.y());
        stage.setWidth(frame.width());
        stage.setHeight(frame.height());
        stage.setMaximized(frame.maximized());
    }
}
