package org.alongside.visit.view;

import javafx.scene.layout.VBox;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.LongText;
import org.jspecify.annotations.Nullable;

/// A note to myself beside a draft. It is kept with the draft, is no part of the record and goes when
/// the visit is finished.
final class NoteToSelf {
    private static final String NOTE = "note";

    private final VBox box = Boxes.styled(Boxes.column(2), "notice", "note-to-self");
    private @Nullable LongText text;

    NoteToSelf() {
        Boxes.show(box, false);
    }

    VBox node() {
        return box;
    }

    void open(RecordVisit visit) {
        var words = new LongText("visit-note-text", visit.desk().clock());
        words.bring(visit.writing().typed(NOTE).asString(""), 0);
        words.setAccessibleText(Asking.text(NOTE));
        words.setAccessibleHelp(Asking.text("note-hint"));
        words.textProperty()
                .subscribe((was, is) ->
                        visit.writing().typed(NOTE, org.alongside.kernel.Json.MAPPER.valueToTree(words.typed())));
        text = words;
        box.getChildren()
                .setAll(
                        Boxes.row(
                                3,
                                Boxes.word(Asking.text(NOTE), "text-label"),
                                Boxes.growing(Boxes.text(Asking.text("note-hint"), "text-hint")),
                                new Link("visit-note-close", Asking.text("note-close"), this::close)),
                        words);
        Boxes.show(box, !words.getText().isBlank());
    }

    void show() {
        LongText words = text;
        if (words != null) {
            Boxes.show(box, true);
            words.requestFocus();
        }
    }

    /// Says whether there was anything to close.
    boolean close() {
        LongText words = text;
        if (words == null || !box.isVisible() || !words.isFocused()) {
            boolean open = box.isVisible();
            Boxes.show(box, false);
            return open;
        }
        Boxes.show(box, false);
        return true;
    }
}
