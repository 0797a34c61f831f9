package org.alongside.app;

import javafx.scene.input.KeyCode;
import org.alongside.kernel.Texts;

/// The supervisor of the tour prepares a session: what the record shows of each family, a decision that goes to each
/// child's record, and what stays between the two.
final class TourSupervision {
    private static final int PARTS_MOST = 12;

    private final Hands hands;
    private final Album album;
    private final TourWindows windows;

    TourSupervision(Hands hands, Album album, TourWindows windows) {
        this.hands = hands;
        this.album = album;
        this.windows = windows;
    }

    /// @param worker the account whose session it is
    void prepare(String worker) {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        hands.until("the list of sessions", () -> windows.lookup("supervision-open-" + worker) != null);
        album.take("supervision");
        hands.push("supervision-open-" + worker);
        hands.until("the first family", () -> windows.lookup("session-what-text") != null);
        album.take("supervision-family");
        hands.write("session-what-text", Texts.of("app.tour-say-decision"));
        hands.write("session-why-text", Texts.of("app.tour-say-decision-why"));
        album.take("supervision-decision");
        for (int part = 0; part < PARTS_MOST && !hands.shows("session-arrive-text"); part++) {
            hands.press(KeyCode.ALT, KeyCode.PAGE_DOWN);
        }
        album.take("supervision-private");
    }
}
