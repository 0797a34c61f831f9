package org.alongside.ui.form;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.alongside.ui.control.SavedMark.State;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;

/// Keeps what is being written (`safety.md` 6): a step after 400 ms of quiet, at the latest one second
/// after a key press, and at once when a field, a part or the page is left. "Saved" is said only after
/// the step is on the disk and nothing was typed since. A step that fails says so and is tried again;
/// what was typed stays where it is.
///
/// On the JavaFX thread only.
public final class Autosave {
    static final Duration QUIET = Duration.ofMillis(400);
    /// Less than a second, so that a slow disk has the rest.
    static final Duration LATEST = Duration.ofMillis(800);

    static final Duration AGAIN = Duration.ofSeconds(5);

    private final Background background;
    private final Supplier<Callable<Instant>> step;
    private final Timers.Timer quiet;
    private final Timers.Timer latest;
    private final Timers.Timer again;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Nothing());
    private long typed;
    private long asked;
    private boolean waiting;
    private boolean ended;

    /// @param step called on the JavaFX thread, takes a copy of what is written now; what it returns
    ///     keeps that copy on the disk, on the store's lane, and answers when
    public Autosave(Background background, Timers timers, Supplier<Callable<Instant>> step) {
        this.background = background;
        this.step = step;
        this.quiet = timers.after(QUIET, this::now);
        this.latest = timers.after(LATEST, this::now);
        this.again = timers.after(AGAIN, this::now);
    }

    /// Where the writing is.
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// It was on the disk before: a draft that is opened again.
    public void startedFrom(Instant savedAt) {
        state.set(new State.Draft(savedAt));
    }

    /// Something was typed.
    public void touched() {
        if (ended) {
            return;
        }
        if (!(state.get() instanceof State.NotSaved)) {
            state.set(new State.Saving());
        }
        moved();
    }

    /// The writer is somewhere else now, and typed nothing: kept like words, and no word is said of it.
    public void moved() {
        if (ended) {
            return;
        }
        typed++;
        quiet.restart();
        if (!waiting) {
            waiting = true;
            latest.restart();
        }
    }

    /// Keeps what is not kept yet, at once.
    public void now() {
        waiting = false;
        quiet.cancel();
        latest.cancel();
        again.cancel();
        if (ended || typed == asked) {
            return;
        }
        long version = typed;
        asked = version;
        background.ask(Lane.STORE, step.get(), at -> kept(version, at), why -> failed(version, why));
    }

    /// Nothing is kept from now on: it was finished or thrown away.
    public void end() {
        ended = true;
        quiet.cancel();
        latest.cancel();
        again.cancel();
    }

    /// Whether everything typed is on the disk.
    public boolean isKept() {
        return state.get() instanceof State.Draft || state.get() instanceof State.Nothing;
    }

    private void kept(long version, Instant at) {
        if (!ended && version == typed) {
            state.set(new State.Draft(at));
        }
    }

    private void failed(long version, Throwable why) {
        if (ended) {
            return;
        }
        asked = Math.min(asked, version - 1);
        boolean told = state.get() instanceof State.NotSaved;
        state.set(new State.NotSaved(Texts.of("form.not-saved", reason(why))));
        again.restart();
        if (!told && !(why instanceof BadInput)) {
            background.fault(why);
        }
    }

    private static String reason(@Nullable Throwable why) {
        return why instanceof BadInput bad ? bad.problems().getFirst().message() : Texts.of("form.not-saved-unknown");
    }
}
