package org.alongside.app;

import java.util.List;
import javafx.scene.input.KeyCode;
import org.alongside.kernel.Texts;

/// The tour looks round a child's record, writes a note that is cut off in the middle of a sentence, and
/// changes a fact that somebody else has changed too.
final class TourRecord {
    private final Hands hands;
    private final Album album;
    private final TourWindows windows;
    private String child = "";

    TourRecord(Hands hands, Album album, TourWindows windows) {
        this.hands = hands;
        this.album = album;
        this.windows = windows;
    }

    /// The child whose record the day is about; known once the caseload was looked at.
    String child() {
        return child;
    }

    void lookRound() {
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT1);
        album.take("today");
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        album.take("caseload");
        child = windows.openFirstChild();
        album.take("child-summary");
        hands.push("child-fact-pen_picture");
        hands.until("the form of a fact", () -> windows.lookup("child-edit-pen_picture") != null);
        hands.press(KeyCode.CONTROL, KeyCode.END);
        hands.type(" " + Texts.of("app.tour-say-pen"));
        album.take("child-edit");
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        hands.until("the changed fact", () -> windows.lookup("child-edit-pen_picture") == null);
        album.take("child-changed");
        for (String tab : List.of(
                "child-chronology",
                "child-visits",
                "child-dates",
                "child-assessment",
                "child-plan",
                "child-notes",
                "child-records",
                "child-life-story",
                "child-history")) {
            hands.press(KeyCode.CONTROL, KeyCode.TAB);
            album.take(tab);
        }
        hands.press(KeyCode.CONTROL, KeyCode.K);
        hands.type(child.substring(0, Math.min(3, child.length())));
        hands.press(KeyCode.DOWN);
        album.take("search");
        hands.press(KeyCode.ESCAPE);
        new TourAdding(hands, album, windows).look();
        windows.openChild(child);
    }

    /// The window is closed in the middle of a sentence.
    void halfANote() {
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        hands.until("a new note", () -> windows.lookup("note-kind") != null);
        hands.choose("note-kind", "call");
        hands.push("note-at-today");
        hands.write("note-at-time", "07:45");
        hands.write("note-text", Texts.of("app.tour-say-note-half"));
        album.take("note");
    }

    void finishTheNote() {
        hands.until("the half sentence", () -> windows.lookup("note-text") != null);
        album.take("note-back");
        hands.type(Texts.of("app.tour-say-note-rest"));
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        hands.until("the finished note", () -> windows.lookup("note-state") != null);
        album.take("note-finished");
    }

    void changePenPicture(String words, boolean send) {
        windows.openChild(child);
        hands.push("child-fact-pen_picture");
        hands.until("the form of a fact", () -> windows.lookup("child-edit-pen_picture") != null);
        hands.press(KeyCode.CONTROL, KeyCode.A);
        hands.type(Texts.of(words));
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        hands.until("the changed fact", () -> windows.lookup("child-edit-pen_picture") == null);
        if (send) {
            hands.until(
                    "the change to be with the council", () -> windows.sending().toSend() == 0);
        }
    }

    void decide() {
        hands.until("two versions", () -> windows.sending().toDecide() > 0);
        hands.press(KeyCode.CONTROL, KeyCode.DIGIT6);
        album.take("conflict");
        hands.press(KeyCode.ALT, KeyCode.DIGIT3);
        hands.write("conflict-why", Texts.of("app.tour-say-both"));
        album.take("conflict-both");
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        hands.until("the decision", () -> windows.sending().toDecide() == 0);
        album.take("conflict-settled");
    }
}
