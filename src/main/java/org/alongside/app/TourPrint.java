package org.alongside.app;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;

/// What is printed, before it is: the finished visit for staff and for the family, and the family's
/// page of the plan.
final class TourPrint {
    private final Hands hands;
    private final Album album;
    private final TourWindows windows;

    TourPrint(Hands hands, Album album, TourWindows windows) {
        this.hands = hands;
        this.album = album;
        this.windows = windows;
    }

    /// From the finished visit, and back to it.
    void visit() {
        hands.press(KeyCode.CONTROL, KeyCode.P);
        laidOut();
        album.take("print-visit");
        hands.choose("print-copy", "family");
        laidOut();
        album.take("print-visit-family");
        hands.press(KeyCode.ESCAPE);
    }

    void familyPage(String child) {
        windows.openChild(child);
        hands.press(KeyCode.CONTROL, KeyCode.ALT, KeyCode.P);
        laidOut();
        album.take("print-family-page");
    }

    private void laidOut() {
        hands.until("the pages", () -> {
            @Nullable Node save = windows.lookup("print-save");
            return save != null && !save.isDisabled();
        });
    }
}
