package org.alongside.app;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/// What is to be done now, and the prompts before a visit and before leaving, in the tour.
final class TourStanding {
    private static final int TRIES = 3;

    private final Hands hands;
    private final Album album;
    private final TourWindows windows;

    TourStanding(Hands hands, Album album, TourWindows windows) {
        this.hands = hands;
        this.album = album;
        this.windows = windows;
    }

    /// Opens the first thing to do; Today is on show.
    void doNow() {
        Node first = hands.on(() -> hands.window().stage().getScene().getRoot().lookup(".prompt-head"));
        if (first != null) {
            hands.push(String.valueOf(first.getId()));
            album.take("today-do-now");
        }
    }

    /// The prompts around the visit whose record is on show, and back to the record.
    void around() {
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.G);
        hands.until("the prompts before a visit", () -> windows.lookup("plan-main") != null);
        album.take("visit-plan");
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        album.take("visit-plan-left-out");
        back("plan-main");
        hands.press(KeyCode.CONTROL, KeyCode.G);
        hands.until("the prompts before leaving", () -> windows.lookup("leave-main") != null);
        album.take("visit-leave");
        back("leave-main");
    }

    /// What is not answered holds nobody back.
    private void back(String main) {
        for (int i = 0; i < TRIES && windows.lookup(main) != null; i++) {
            hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        }
        hands.until("the record", () -> windows.lookup("visit-plan-link") != null);
    }
}
