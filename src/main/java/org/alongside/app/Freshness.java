package org.alongside.app;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import org.alongside.caseload.RecentChanges;
import org.alongside.caseload.store.StoredRecentChanges;
import org.alongside.kernel.Texts;
import org.alongside.record.StreamId;
import org.alongside.sync.SyncEngine;
import org.alongside.sync.SyncStatus.Link;
import org.alongside.tool.Laptop;
import org.alongside.ui.Command;
import org.alongside.ui.Router;
import org.alongside.ui.Shell;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.form.Timers;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;

/// Makes a list on show anew when what it shows has changed; never while somebody types, and never a
/// page for writing. There it only says that something new has come.
final class Freshness {
    private static final String NEW = "something-new";
    private static final Duration QUIET = Duration.ofMillis(300);
    /// Screens that only show.
    private static final Set<String> LISTS =
            Set.of("try", "today", "caseload", "visits", "visit", "note", "activity", "outbox");
    /// Says at its top what was just decided, so it changes only when others changed something.
    private static final String CONFLICTS = "conflicts";
    private static final int LOOKED_AT = 50;

    private final Laptop laptop;
    private final SyncEngine engine;
    private final Router router;
    private final Background background;
    private final Shell shell;
    private final Timers.Timer soon;
    private Runnable unlisten = () -> {};
    private final RecentChanges changes;
    private final Set<RecentChanges.Line> known = new HashSet<>();
    private boolean fetched;
    private boolean fromOthers;

    Freshness(Laptop laptop, SyncEngine engine, Router router, Background background, Timers timers, Shell shell) {
        this.laptop = laptop;
        this.engine = engine;
        this.router = router;
        this.background = background;
        this.shell = shell;
        this.changes = new StoredRecentChanges(laptop.store(), laptop.me().name());
        this.soon = timers.after(QUIET, this::refresh);
    }

    void start() {
        shell.commands().add(Command.of("show-new", Texts.of("app.command-show-new"), "F5", this::showNew));
        Runnable listening = laptop.store().changes().listen(this::changed);
        var leaving = router.shownProperty().subscribe(() -> {
            fromOthers = false;
            shell.takeAway(NEW);
            look();
        });
        unlisten = () -> {
            listening.run();
            leaving.unsubscribe();
        };
    }

    /// The page that came on show reads the store now, and so knows this.
    private void look() {
        fetched = false;
        background.ask(Lane.STORE, () -> changes.byOthers(LOOKED_AT), known::addAll);
    }

    void stop() {
        soon.cancel();
        unlisten.run();
        unlisten = () -> {};
    }

    /// Told on the thread that changed the store.
    private void changed(Set<StreamId> streams) {
        boolean fetched = engine.status().link() instanceof Link.Fetching && !streams.isEmpty();
        background.later(() -> {
            this.fetched |= fetched;
            soon.restart();
        });
    }

    /// What was fetched may be one's own work, come back: only what others wrote is news.
    private void refresh() {
        if (!fetched) {
            show();
            return;
        }
        fetched = false;
        Router.Shown asked = router.shownProperty().get();
        background.ask(Lane.STORE, () -> changes.byOthers(LOOKED_AT), now -> {
            List<RecentChanges.Line> news = now.stream().filter(known::add).toList();
            if (router.shownProperty().get() == asked) {
                fromOthers |= news.stream().anyMatch(line -> isAbout(asked, line));
                show();
            }
        });
    }

    /// On one child's page only what is about that child is news.
    private static boolean isAbout(Router.@Nullable Shown on, RecentChanges.Line line) {
        String child = on == null ? null : on.target().arguments().get("child");
        return child == null || child.equals(line.child().toString());
    }

    private void show() {
        Router.Shown now = router.shownProperty().get();
        if (now == null) {
            return;
        }
        String screen = now.screen().id();
        boolean list = LISTS.contains(screen) || (screen.equals(CONFLICTS) && fromOthers);
        if (list && !isTyping(now) && !now.page().holds()) {
            router.renew();
        } else if (fromOthers) {
            told();
        }
    }

    /// Says it once; pressing the button shows it.
    private void told() {
        Button show = Buttons.of("something-new-show", Texts.of("app.show-it"), this::showNew);
        show.setAccessibleHelp("F5");
        shell.notice(new NoticeBar(NEW, NoticeBar.Kind.PLAIN, Texts.of("app.synced-new"), show));
    }

    /// The page anew, with what has come; keeps what is typed on it, as leaving does.
    private void showNew() {
        shell.takeAway(NEW);
        router.renew();
    }

    /// A page with a text in it is being written on, whatever has the focus; and so is the search field,
    /// also while somebody is in the list under it.
    private boolean isTyping(Router.Shown now) {
        Scene scene = now.page().node().getScene();
        return scene == null
                || scene.getFocusOwner() instanceof TextInputControl
                || shell.isSearching()
                || now.page().node().lookup(".text-input") != null;
    }
}
