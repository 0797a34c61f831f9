package org.alongside.child.view;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.alongside.record.Drafts;
import org.alongside.ui.form.Autosave;
import org.alongside.ui.form.Timers;
import org.alongside.ui.form.Writing;
import org.alongside.ui.task.Background;
import org.alongside.ui.task.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A form while it is written, kept as a draft within a second of each key. Nothing is kept before
/// the first change, so that looking at a form leaves no draft behind.
public final class KeptWriting {
    private final Drafts drafts;
    private final Background background;
    private final Drafts.Draft begun;
    private final Writing writing;
    private final Autosave autosave;
    private boolean there;

    /// @param begun a draft from the store, or a new one that is not there yet
    /// @param stored whether it came from the store
    public KeptWriting(
            Drafts drafts, Background background, Timers timers, Clock clock, Drafts.Draft begun, boolean stored) {
        this.drafts = drafts;
        this.background = background;
        this.begun = begun;
        this.there = stored;
        this.writing = new Writing(begun.body().deepCopy(), begun.place().deepCopy());
        this.autosave = new Autosave(background, timers, () -> {
            ObjectNode body = writing.body().deepCopy();
            ObjectNode place = writing.place().deepCopy();
            Instant now = clock.instant();
            var step = new Drafts.Draft(begun.id(), begun.kind(), begun.children(), body, place, begun.begunAt(), now);
            return () -> drafts.keep(step).savedAt();
        });
        if (stored) {
            autosave.startedFrom(begun.savedAt());
        }
        writing.onChange(() -> {
            there = true;
            autosave.touched();
        });
    }

    public UUID id() {
        return begun.id();
    }

    /// The draft that a save makes whole, after [Autosave#now()]; null when nothing was ever written.
    public @Nullable UUID finishing() {
        return there ? begun.id() : null;
    }

    public Drafts.Draft begun() {
        return begun;
    }

    public Writing writing() {
        return writing;
    }

    public Autosave autosave() {
        return autosave;
    }

    /// It became a record: nothing of it is kept from now on.
    public void finished() {
        autosave.end();
    }

    /// Throws it away; it can be had back for 30 days.
    ///
    /// @param then on the JavaFX thread, once it is gone
    public void discard(Runnable then) {
        autosave.now();
        autosave.end();
        if (!there) {
            then.run();
            return;
        }
        background.ask(
                Lane.STORE,
                () -> {
                    drafts.discard(begun.id());
                    return Boolean.TRUE;
                },
                done -> then.run());
    }
}
