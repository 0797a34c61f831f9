package org.alongside.app;

import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.alongside.kernel.Texts;

/// The tour leaves one small thing for a child: two lines and a drawing that was copied, and then reads the
/// story as the child would.
final class TourLifeStory {
    private static final double WIDE = 720;
    private static final double HIGH = 540;

    private final Hands hands;
    private final Album album;
    private final TourWindows windows;

    TourLifeStory(Hands hands, Album album, TourWindows windows) {
        this.hands = hands;
        this.album = album;
        this.windows = windows;
    }

    void leaveOneSmallThing(String child) {
        windows.openChild(child);
        hands.press(KeyCode.CONTROL, KeyCode.M);
        hands.until("the page of a memory", () -> windows.lookup("life-words") != null);
        hands.write("life-words", Texts.of("app.tour-say-memory"));
        hands.write("life-title", Texts.of("app.tour-say-memory-title"));
        hands.choose("life-says", "child");
        hands.push("life-when-today");
        hands.run(TourLifeStory::copyADrawing);
        hands.push("life-photo-paste");
        hands.until(
                "the sealed drawing",
                () -> windows.lookup("life-alt") instanceof Node alt
                        && alt.isVisible()
                        && alt.getParent().isVisible());
        hands.write("life-alt", Texts.of("app.tour-say-drawing"));
        album.take("life-story-write");
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        hands.until("the list of the life story", () -> windows.lookup("life-read") != null);
        album.take("life-story-list");
        hands.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        hands.until("the child's page", () -> windows.lookup("life-story-title") != null);
        album.take("life-story-page");
        hands.press(KeyCode.ESCAPE);
    }

    /// A house, a tree and the sun: nobody's picture but the tour's.
    private static void copyADrawing() {
        var paper = new Pane();
        paper.setStyle("-fx-background-color: #fffdf7;");
        paper.setMinSize(WIDE, HIGH);
        paper.getChildren()
                .addAll(
                        coloured(new Circle(600, 90, 46), "#e0a626"),
                        coloured(new Rectangle(0, 460, WIDE, 80), "#6f9a4a"),
                        coloured(new Rectangle(250, 230, 240, 240), "#c9614a"),
                        coloured(new Arc(370, 232, 150, 90, 0, 180), "#8a5a3c"),
                        coloured(new Rectangle(345, 350, 60, 120), "#2e6f8e"),
                        coloured(new Rectangle(275, 280, 50, 50), "#fffdf7"),
                        coloured(new Rectangle(415, 280, 50, 50), "#fffdf7"),
                        coloured(new Rectangle(110, 330, 28, 140), "#7a5230"),
                        coloured(new Circle(124, 290, 74), "#4f8a3f"),
                        coloured(new Circle(150, 270, 9), "#b4462f"),
                        coloured(new Circle(96, 300, 9), "#b4462f"));
        new javafx.scene.Scene(paper, WIDE, HIGH);
        var content = new ClipboardContent();
        content.putImage(paper.snapshot(null, null));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Shape coloured(Shape shape, String colour) {
        shape.setFill(Color.web(colour));
        return shape;
    }
}
