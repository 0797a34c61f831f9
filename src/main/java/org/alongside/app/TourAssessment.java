package org.alongside.app;

import javafx.scene.input.KeyCode;
import org.alongside.kernel.Texts;

/// The tour begins an assessment of a family and looks at its history beside what is newer.
final class TourAssessment {
    private static final int PARTS_TO_HISTORY = 2;
    private static final int PARTS_TO_SENDING = 10;

    private final Hands hands;
    private final Album album;
    private final TourWindows windows;

    TourAssessment(Hands hands, Album album, TourWindows windows) {
        this.hands = hands;
        this.album = album;
        this.windows = windows;
    }

    void write(String child) {
        windows.openChild(child);
        hands.push("child-tabs-assessment");
        hands.until("the tab of assessments", () -> windows.lookup("assessment-start") != null);
        album.take("assessment-tab");
        hands.push("assessment-start");
        hands.push("assessment-start-go");
        hands.until("the first part", () -> windows.lookup("assess-CF01-0-text") != null);
        hands.write("assess-CF01-0-text", Texts.of("app.tour-say-assessment"));
        album.take("assessment");
        forward(PARTS_TO_HISTORY);
        album.take("assessment-then-and-now");
        forward(PARTS_TO_SENDING);
        album.take("assessment-send");
    }

    private void forward(int parts) {
        for (int i = 0; i < parts; i++) {
            hands.press(KeyCode.ALT, KeyCode.PAGE_DOWN);
        }
    }
}
