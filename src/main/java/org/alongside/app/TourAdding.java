package org.alongside.app;

import javafx.scene.input.KeyCode;
import org.alongside.kernel.Texts;

/// The tour looks at what can be added to a record, and for words that somebody wrote long ago.
final class TourAdding {
    private final Hands hands;
    private final Album album;
    private final TourWindows windows;

    TourAdding(Hands hands, Album album, TourWindows windows) {
        this.hands = hands;
        this.album = album;
        this.windows = windows;
    }

    /// A child's record is on show, and again afterwards.
    void look() {
        hands.press(KeyCode.CONTROL, KeyCode.N);
        hands.until("what can be added", () -> windows.lookup("add-record-types") != null);
        album.take("add-record");
        hands.write("add-record-words", Texts.of("app.tour-say-add"));
        hands.press(KeyCode.ENTER);
        hands.until("the page of a record", () -> windows.lookup("event-save") != null);
        album.take("add-event");
        hands.press(KeyCode.ESCAPE);
        hands.press(KeyCode.ESCAPE);
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.K);
        hands.until("the page of search", () -> windows.lookup("search-words-text") != null);
        hands.write("search-words", Texts.of("app.tour-say-search"));
        hands.press(KeyCode.ENTER);
        hands.until("what was found", () -> windows.lookup("search-results") != null);
        album.take("search-page");
        hands.press(KeyCode.ESCAPE);
    }
}
