package org.alongside.app;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.alongside.kernel.Texts;
import org.alongside.record.StreamId;
import org.alongside.sync.SyncEngine;
import org.alongside.sync.SyncLoop;
import org.alongside.sync.SyncStatus;
import org.alongside.sync.SyncStatus.Link;
import org.alongside.tool.Laptop;
import org.alongside.ui.Sending;
import org.alongside.ui.Shell;
import org.alongside.ui.Words;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;

/// Feeds the status line and the sending panel: from the engine's status, and from the store whenever
/// something was saved. Wakes the sync when own work was added.
final class Feed {
    private static final String CLOCK = "clock-off";
    private static final String NETWORK = "network-in-the-way";

    private final Laptop laptop;
    private final SyncEngine engine;
    private final SyncLoop loop;
    private final Background background;
    private final Shell shell;
    private final ObjectProperty<Sending> sending;
    private final ReadOnlyObjectWrapper<@Nullable Instant> checked = new ReadOnlyObjectWrapper<>(this, "checked", null);
    private Runnable unlisten = () -> {};
    private @Nullable Places places;
    private int unsent;
    private boolean counting;

    Feed(Laptop laptop, SyncEngine engine, SyncLoop loop, Background background, Shell shell) {
        this.laptop = laptop;
        this.engine = engine;
        this.loop = loop;
        this.background = background;
        this.shell = shell;
        this.sending = shell.status().sendingProperty();
    }

    /// The places of the rail that say what can be acted on.
    void places(Places shown) {
        places = shown;
    }

    ReadOnlyObjectProperty<Sending> sending() {
        return sending;
    }

    /// When this laptop last had everything from the council.
    ReadOnlyObjectProperty<@Nullable Instant> checked() {
        return checked.getReadOnlyProperty();
    }

    void start() {
        Runnable status = engine.listen(now -> background.later(() -> show(now)));
        Runnable changes = laptop.store().changes().listen(this::changed);
        unlisten = () -> {
            status.run();
            changes.run();
        };
        count();
    }

    void stop() {
        unlisten.run();
        unlisten = () -> {};
    }

    /// Told on the thread that changed the store.
    private void changed(Set<StreamId> streams) {
        background.later(this::count);
    }

    private record Counts(
            int unsent,
            int parked,
            int toDecide,
            @Nullable Instant checked,
            @Nullable Instant draft) {}

    private void count() {
        if (counting) {
            return;
        }
        counting = true;
        background.ask(
                Lane.STORE,
                () -> {
                    counting = false;
                    return new Counts(
                            laptop.replica().outboxSize(),
                            laptop.replica().parkedSize(),
                            laptop.clashes().all().size(),
                            laptop.store().settings().lastSync().orElse(null),
                            laptop.drafts().all().stream()
                                    .findFirst()
                                    .map(draft -> draft.savedAt())
                                    .orElse(null));
                },
                this::show);
    }

    private void show(Counts counts) {
        if (counts.unsent() > unsent) {
            loop.now();
        }
        unsent = counts.unsent();
        checked.set(counts.checked());
        Sending.Link link = sending.get().link();
        sending.set(new Sending(
                link instanceof Sending.Link.InTouch ? new Sending.Link.InTouch(counts.checked()) : link,
                counts.unsent(),
                counts.parked(),
                counts.toDecide()));
        if (counts.draft() != null) {
            shell.status().savedProperty().set(Texts.of("app.saved-all", Words.time(counts.draft())));
        } else {
            shell.status().savedProperty().set("");
        }
        if (places != null) {
            places.toDecide(counts.toDecide());
        }
    }

    private void show(SyncStatus status) {
        if (status.checked() != null) {
            checked.set(status.checked());
        }
        sending.set(sending.get().with(link(status, checked.get())));
        tell(CLOCK, status.clockAhead() == null ? "" : Texts.of("app.clock-off", away(status.clockAhead())));
        tell(NETWORK, inTheWay(status.link()));
        count();
    }

    /// What stands in the service's place is a thing to act on, more than the status line can say.
    private static String inTheWay(Link link) {
        return link instanceof Link.CannotReach(String code, String words, Duration again)
                        && (code.equals("certificate-not-trusted") || code.equals("not-the-councils-service"))
                ? words
                : "";
    }

    private void tell(String id, String words) {
        if (words.isEmpty()) {
            shell.takeAway(id);
        } else {
            shell.notice(new NoticeBar(id, NoticeBar.Kind.WARNING, words));
        }
    }

    private static String away(Duration ahead) {
        Duration far = ahead.abs();
        if (far.toDays() > 1) {
            return Texts.of("app.away-days", far.toDays());
        }
        return far.toHours() > 1
                ? Texts.of("app.away-hours", far.toHours())
                : Texts.of("app.away-minutes", far.toMinutes());
    }

    /// The engine's state in the one vocabulary of the windows.
    static Sending.Link link(SyncStatus status, @Nullable Instant checked) {
        return switch (status.link()) {
            case Link.Resting ignored -> new Sending.Link.InTouch(checked);
            case Link.Fetching ignored -> new Sending.Link.InTouch(checked);
            case Link.Sending(int done, int of) -> new Sending.Link.Passing(done, of);
            case Link.Offline(Instant since) -> new Sending.Link.Offline(since);
            case Link.CannotReach(String code, String words, Duration again) -> new Sending.Link.CannotReach(again);
            case Link.Ended(String code) -> new Sending.Link.Ended(Texts.of("sync.access-ended"));
        };
    }
}
