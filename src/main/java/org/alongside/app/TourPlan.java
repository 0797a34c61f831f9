package org.alongside.app;

import javafx.scene.input.KeyCode;
import org.alongside.kernel.Texts;

/// The tour reads a child's plan with its questions and the family's page, adds an action, and watches
/// the questions go as they are answered.
final class TourPlan {
    private final Hands hands;
    private final Album album;
    private final TourWindows windows;

    TourPlan(Hands hands, Album album, TourWindows windows) {
        this.hands = hands;
        this.album = album;
        this.windows = windows;
    }

    /// @param child whose record it is; a child without a plan has no scene
    void addAnAction(String child) {
        windows.openChild(child);
        hands.push("child-tabs-plan");
        if (!hands.shows("plan-add")) {
            return;
        }
        album.take("plan");
        hands.push("plan-add");
        hands.until("a new action", () -> windows.lookup("plan-edit-text-text") != null);
        hands.type(Texts.of("app.tour-say-action-vague"));
        album.take("plan-questions");
        hands.press(KeyCode.CONTROL, KeyCode.A);
        hands.type(Texts.of("app.tour-say-action"));
        hands.write("plan-edit-who", Texts.of("app.tour-say-action-who"));
        hands.write("plan-edit-by", Texts.of("app.tour-say-action-by"));
        hands.write("plan-edit-outcome", Texts.of("app.tour-say-action-outcome"));
        hands.write("plan-edit-if_not", Texts.of("app.tour-say-action-if-not"));
        album.take("plan-answered");
        hands.press(KeyCode.ESCAPE);
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        album.take("plan-agree");
    }
}
