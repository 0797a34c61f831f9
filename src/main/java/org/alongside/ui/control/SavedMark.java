package org.alongside.ui.control;

import java.time.Instant;
import javafx.scene.control.Label;
import org.alongside.kernel.Texts;
import org.alongside.ui.Breadth;
import org.alongside.ui.Words;
import org.alongside.ui.theme.Icons;

/// Where this piece of work is, in the one vocabulary: on this laptop or with the council, never one
/// word for both.
public final class SavedMark extends Label {
    /// Where it is.
    public sealed interface State {
        /// Nothing has been typed.
        record Nothing() implements State {}

        /// Keys were pressed that are not on the disk yet.
        record Saving() implements State {}

        /// A draft on the disk of this laptop.
        record Draft(Instant at) implements State {}

        /// Finished, on this laptop, not yet sent.
        record Waiting() implements State {}

        /// The council's service has confirmed it.
        record WithCouncil(Instant at) implements State {}

        /// The service has it, but it is not in the record yet.
        record Parked(String reason) implements State {}

        /// It could not be saved; what to do.
        record NotSaved(String words) implements State {}
    }

    private State state = new State.Nothing();
    private String icon = "";

    public SavedMark(String id) {
        setId(id);
        getStyleClass().add("saved-mark");
        setMinWidth(USE_PREF_SIZE);
        Breadth.of(this).subscribe(breadth -> draw(breadth));
    }

    public void show(State now) {
        state = now;
        draw(Breadth.of(this).getValue());
    }

    private void draw(Breadth breadth) {
        boolean narrow = breadth == Breadth.NARROW;
        setText(
                switch (state) {
                    case State.Nothing ignored -> "";
                    case State.Saving ignored -> Texts.of("ui.saving");
                    case State.Draft(Instant at) ->
                        Texts.of(narrow ? "ui.saved-draft-short" : "ui.saved-draft", Words.time(at));
                    case State.Waiting ignored -> Texts.of(narrow ? "ui.saved-waiting-short" : "ui.saved-waiting");
                    case State.WithCouncil(Instant at) -> Texts.of("ui.link-in-touch", Words.time(at));
                    case State.Parked(String reason) -> Texts.of("ui.saved-parked", reason);
                    case State.NotSaved(String words) -> words;
                });
        icon(
                switch (state) {
                    case State.Nothing ignored -> "";
                    case State.Saving ignored -> "mdoal-laptop";
                    case State.Draft ignored -> "mdoal-laptop";
                    case State.Waiting ignored -> "mdoal-laptop";
                    case State.WithCouncil ignored -> "mdoal-cloud_done";
                    case State.Parked ignored -> "mdoal-cloud_queue";
                    case State.NotSaved ignored -> "mdomz-warning";
                });
        getStyleClass().remove("text-when");
        if (state instanceof State.NotSaved) {
            getStyleClass().add("text-when");
        }
    }

    /// The same icon stays the same node, so that saving does not flicker.
    private void icon(String literal) {
        if (!literal.equals(icon)) {
            icon = literal;
            setGraphic(literal.isEmpty() ? null : Icons.of(literal));
        }
    }
}
