package org.alongside.chronology.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.Drafts.Draft;
import org.alongside.ui.control.DateBounds;
import org.alongside.ui.control.DateReading;
import org.alongside.ui.control.DateTyped;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.form.Autosave;
import org.alongside.ui.form.Writing;
import org.alongside.ui.task.Lane;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The writing of a case note: its answers, the autosave, and finishing. Knows no control. On the
/// JavaFX thread only.
public final class WriteNote {
    private static final String AT = "at";

    private final NoteDesk desk;
    private final Draft draft;
    private final Writing writing;
    private final Autosave autosave;
    private final ReadOnlyBooleanWrapper finishing = new ReadOnlyBooleanWrapper(this, "finishing");
    private Supplier<ObjectNode> whereabouts = Json::object;

    public WriteNote(NoteDesk desk, Draft draft) {
        this.desk = desk;
        this.draft = draft;
        writing = new Writing(draft.body().deepCopy(), draft.place().deepCopy());
        autosave = new Autosave(desk.background(), desk.timers(), this::step);
        autosave.startedFrom(draft.savedAt());
        writing.onChange(autosave::touched);
    }

    public Writing writing() {
        return writing;
    }

    public ReadOnlyObjectProperty<SavedMark.State> savedProperty() {
        return autosave.stateProperty();
    }

    public ReadOnlyBooleanProperty finishingProperty() {
        return finishing.getReadOnlyProperty();
    }

    /// Says where the writer is (field, caret); asked at each step of the autosave.
    public void whereabouts(Supplier<ObjectNode> place) {
        whereabouts = place;
    }

    /// A field was left, or the page: keeps what is not kept yet.
    public void left() {
        autosave.now();
    }

    /// The caret moved: it is part of the draft.
    public void moved() {
        autosave.moved();
    }

    /// What happened was, at the latest today.
    public DateBounds bounds() {
        return DateBounds.until(Clocks.today(desk.clock()));
    }

    /// Keeps and finishes.
    ///
    /// @param done gets the moment the disk had it
    /// @param wrong gets what is to be put right first
    public void finish(Consumer<Instant> done, Consumer<List<Problem>> wrong) {
        if (finishing.get()) {
            return;
        }
        List<Problem> half = halfTyped();
        if (!half.isEmpty()) {
            wrong.accept(half);
            return;
        }
        finishing.set(true);
        Draft now = snapshot();
        desk.background()
                .ask(
                        Lane.STORE,
                        () -> {
                            desk.notes().keep(now);
                            return desk.notes().finish(now.id());
                        },
                        saved -> {
                            autosave.end();
                            finishing.set(false);
                            done.accept(saved.at());
                        },
                        why -> {
                            finishing.set(false);
                            if (why instanceof BadInput bad) {
                                wrong.accept(bad.problems());
                            } else {
                                autosave.touched();
                                desk.background().fault(why);
                            }
                        });
    }

    private List<Problem> halfTyped() {
        var problems = new ArrayList<Problem>();
        JsonNode keys = writing.typed(AT);
        if (keys.isObject()) {
            var typed = new DateTyped(
                    keys.path("day").stringValue(""),
                    keys.path("month").stringValue(""),
                    keys.path("year").stringValue(""));
            if (DateReading.of(typed, bounds()) instanceof DateReading.Wrong(var ignored, String message)) {
                problems.add(Problem.at(AT, "date-not-read", message));
            }
        }
        return problems;
    }

    private Callable<Instant> step() {
        Draft now = snapshot();
        return () -> desk.notes().keep(now).savedAt();
    }

    private Draft snapshot() {
        ObjectNode place = writing.place();
        place.setAll(whereabouts.get());
        return new Draft(
                draft.id(),
                draft.kind(),
                draft.children(),
                writing.body().deepCopy(),
                place.deepCopy(),
                draft.begunAt(),
                desk.clock().instant());
    }
}
