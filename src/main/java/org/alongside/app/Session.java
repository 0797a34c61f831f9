package org.alongside.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import org.alongside.kernel.Texts;
import org.alongside.rules.content.ContentInUse;
import org.alongside.store.LaptopHome;
import org.alongside.sync.NetworkSwitch;
import org.alongside.sync.Outbox;
import org.alongside.sync.SyncLoop;
import org.alongside.tool.Laptop;
import org.alongside.tool.SyncSession;
import org.alongside.tool.Window.ClientOptions;
import org.alongside.ui.Commands;
import org.alongside.ui.Footing;
import org.alongside.ui.Router;
import org.alongside.ui.Shell;
import org.alongside.ui.SignedIn;
import org.alongside.ui.Target;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.alongside.ui.theme.Look;
import org.jspecify.annotations.Nullable;

/// From the right passphrase to the lock: an unlocked laptop, the shell with its screens, and the sync
/// that runs by itself. It is thrown away whole at the lock, so that nothing shown outlives it.
final class Session {
    private final Laptop laptop;
    private final Opened opened;
    private final Background background;
    private final Commands commands = new Commands();
    private final Router router = new Router(commands);
    private final Shell shell;
    private final SyncSession sync;
    private final SyncLoop loop;
    private final Feed feed;
    private final Freshness freshness;
    private final Memory memory;
    private final Timers.Timer idle;
    private final Parts parts;

    /// What a session is put together from, beside the laptop.
    ///
    /// @param timers those of the window; tests hand in their own
    /// @param lock locks the window
    record Parts(Background background, Timers timers, Look look, ClientOptions options, Runnable lock) {}

    /// A laptop that was just unlocked or made.
    record Opened(LaptopHome home, Laptop laptop, NetworkSwitch network) {
        /// @throws org.alongside.kernel.BadInput `passphrase-wrong`, `passphrase-wait` …
        static Opened of(LaptopHome home, char[] passphrase, Clock clock, ContentInUse content) {
            var network = new NetworkSwitch();
            Laptop laptop = Laptop.unlock(home, passphrase, clock, () -> !network.isPlugged(), content);
            return new Opened(home, laptop, network);
        }

        /// What the sign-in page may say of this laptop in clear. On the store's lane.
        WindowSettings.Whose whose() {
            var waiting = laptop.outbox().items().stream()
                    .filter(item -> item.state() == Outbox.State.ON_THIS_LAPTOP || item.state() == Outbox.State.SENDING)
                    .toList();
            var council = laptop.staff().council();
            return new WindowSettings.Whose(
                    laptop.me().display(),
                    laptop.store().enrolled().council(),
                    council.dutyName(),
                    council.dutyPhone(),
                    waiting.size(),
                    waiting.stream()
                            .map(Outbox.Item::since)
                            .min(java.util.Comparator.naturalOrder())
                            .orElse(null),
                    laptop.store().settings().leaseEnds().orElse(null));
        }
    }

    Session(Opened opened, Parts parts) {
        this.opened = opened;
        this.laptop = opened.laptop();
        this.parts = parts;
        this.background = parts.background();
        this.shell = new Shell(commands, router, background, parts.look());
        this.sync = new SyncSession(laptop, opened.network());
        this.loop = new SyncLoop(sync.engine(), opened.network());
        this.feed = new Feed(laptop, sync.engine(), loop, background, shell);
        this.memory = new Memory(laptop, router, background, shell);
        this.freshness = new Freshness(laptop, sync.engine(), router, background, parts.timers(), shell);
        var places = new Places(laptop, shell, parts, feed, loop, opened);
        places.register();
        feed.places(places);
        new SessionCommands(shell, parts, opened.network(), loop).add();
        this.idle = parts.timers().after(AppSettings.shipped().lockAfterIdle(), parts.lock());
        shell.signedInProperty()
                .set(new SignedIn(
                        laptop.me().display(),
                        Texts.of("app.role-" + laptop.me().role().word()),
                        laptop.store().enrolled().council()));
    }

    /// A scene for it, in the size of the one before.
    Scene scene(double width, double height) {
        Scene scene = shell.scene(width, height);
        scene.addEventFilter(InputEvent.ANY, event -> idle.restart());
        idle.restart();
        return scene;
    }

    Shell shell() {
        return shell;
    }

    Router router() {
        return router;
    }

    Laptop laptop() {
        return laptop;
    }

    NetworkSwitch network() {
        return opened.network();
    }

    /// Begins: goes where the worker was, or to the first page; syncs.
    ///
    /// @param back where this window was when it was locked; null at the first sign-in
    /// @param first id of the first page
    /// @param footing where on that page
    void start(@Nullable Target back, @Nullable Footing footing, String first) {
        feed.start();
        freshness.start();
        background.ask(Lane.STORE, () -> memory.read(Optional.ofNullable(back)), last -> {
            memory.follow();
            memory.bring(last);
            Target goal = last.goal();
            if (footing != null && goal != null && goal.equals(back) && router.has(goal.screen())) {
                router.returnTo(goal, footing);
            } else {
                router.go(goal != null && router.has(goal.screen()) ? goal : Target.of(first));
            }
            last.notice(clock()).ifPresent(this::tell);
            content();
            loop.start();
        });
    }

    /// A content folder that was refused is told once, not at every sign-in.
    private void content() {
        List<String> told = parts.options().content().tellOnce();
        if (!told.isEmpty()) {
            tell(new NoticeBar("content-refused", NoticeBar.Kind.WARNING, String.join("\n", told)));
        }
    }

    private Clock clock() {
        return laptop.clock();
    }

    /// Where the worker is, in ids only; null before anything was shown.
    @Nullable
    Target here() {
        Router.Shown now = router.shownProperty().get();
        return now == null ? null : now.target();
    }

    /// Where on that page, by ids of controls.
    @Nullable
    Footing footing() {
        Router.Shown now = router.shownProperty().get();
        return now == null ? null : Footing.on(now.page());
    }

    void tell(NoticeBar notice) {
        shell.notice(notice);
    }

    /// Takes the page off; what was typed is on its way to the disk.
    void leave() {
        idle.cancel();
        feed.stop();
        freshness.stop();
        memory.stop();
        router.leave();
        shell.recent().clear();
        shell.signedInProperty().set(null);
    }

    /// Ends the sync and locks the laptop. On the store's lane, after what the pages kept.
    ///
    /// @return what the sign-in page may say in clear
    WindowSettings.Whose end() {
        sync.close();
        loop.close();
        WindowSettings.Whose whose = opened.whose();
        memory.ended();
        laptop.close();
        return whose;
    }
}
