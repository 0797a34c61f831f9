package org.alongside.app;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import org.alongside.caseload.RecentChanges;
import org.alongside.caseload.store.StoredRecentChanges;
import org.alongside.kernel.Texts;
import org.alongside.record.StreamId;
import org.alongside.sync.SyncEngine;
import org.alongside.sync.SyncStatus.Link;
import org.alongside.tool.Laptop;
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
            boolean news = known.addAll(now);
            if (router.shownProperty().get() == asked) {
                fromOthers |= news;
                show();
            }
        });
    }

    private void show() {
        Router.Shown now = router.shownProperty().get();
        if (now == null) {
            return;
        }
        String screen = now.screen().id();
        boolean list = LISTS.contains(screen) || (screen.equals(CONFLICTS) && fromOthers);
        if (list && !isTyping(now)) {
            again();
        } else if (fromOthers) {
            told();
        }
    }

    /// Says it once; pressing the button shows it.
    private void told() {
        shell.notice(new NoticeBar(
                NEW,
                NoticeBar.Kind.PLAIN,
                Texts.of("app.synced-new"),
                Buttons.of("something-new-show", Texts.of("app.show-it"), () -> {
                    shell.takeAway(NEW);
                    again();
                })));
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

    /// The page anew, with focus and scroll where they were.
    private void again() {
        Router.Shown now = router.shownProperty().get();
        Scene scene = now == null ? null : now.page().node().getScene();
        if (now == null || scene == null) {
            return;
        }
        Node owner = scene.getFocusOwner();
        String focused = owner == null ? null : owner.getId();
        @Nullable ScrollPane scrolled = scroll(now);
        String scroll = scrolled == null ? null : scrolled.getId();
        double at = scrolled == null ? 0 : scrolled.getVvalue();
        router.again();
        Node placed = scene.getFocusOwner();
        // What the page asked of the store is answered before this is.
        background.ask(Lane.STORE, () -> Boolean.TRUE, done -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            // Whoever pressed a key meanwhile is somewhere else by now, and stays there.
            if (focused != null
                    && scene.getFocusOwner() == placed
                    && scene.lookup("#" + focused) instanceof Node same) {
                same.requestFocus();
            }
            if (scroll != null && scene.lookup("#" + scroll) instanceof ScrollPane same) {
                same.setVvalue(at);
            }
        });
    }

    private static @Nullable ScrollPane scroll(Router.Shown now) {
        return now.page().node().lookup(".page-scroll") instanceof ScrollPane pane ? pane : null;
    }
}
