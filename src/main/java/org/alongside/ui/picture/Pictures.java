package org.alongside.ui.picture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.PopupControl;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Takes pictures of windows with their open pop-ups. They are put together from snapshots, because
/// the screen-less platform's own capture wraps round at 1000 px and paints what is clear white; a
/// pop-up that was pushed to the left by that edge is drawn at its owner. On the JavaFX thread.
public final class Pictures {
    /// Edge of the screen-less platform's screen, in px.
    private static final double HEADLESS_SCREEN = 1_000;

    private Pictures() {}

    /// Saves a picture of what the window shows, without the frame that the desktop draws.
    public static void save(Stage stage, Path file) throws IOException {
        Scene scene = stage.getScene();
        Image base = scene.snapshot(null);
        int width = (int) base.getWidth();
        int height = (int) base.getHeight();
        int[] pixels = pixels(base.getPixelReader(), width, height);
        for (PopupWindow popup : openPopupsOf(stage)) {
            paint(pixels, width, height, stage, popup);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Png.write(out, pixels, width, height);
        }
    }

    /// Pop-ups whose owners lead up to the stage, the outer ones first.
    private static List<PopupWindow> openPopupsOf(Stage stage) {
        var popups = new ArrayList<PopupWindow>();
        for (Window window : Window.getWindows()) {
            if (window instanceof PopupWindow popup && popup.isShowing() && leadsTo(popup, stage)) {
                popups.add(popup);
            }
        }
        return popups;
    }

    private static boolean leadsTo(PopupWindow popup, Stage stage) {
        @Nullable Window owner = popup.getOwnerWindow();
        while (owner instanceof PopupWindow outer) {
            owner = outer.getOwnerWindow();
        }
        return owner == stage;
    }

    private static void paint(int[] pixels, int width, int height, Stage stage, PopupWindow popup) {
        var root = popup.getScene().getRoot();
        var clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        Image image = root.snapshot(clear, null);
        double left = popup.getX();
        if (left + popup.getWidth() >= HEADLESS_SCREEN
                && popup instanceof PopupControl control
                && control.getStyleableParent() instanceof Node owner) {
            left = owner.localToScreen(0, 0).getX()
                    - root.getChildrenUnmodifiable()
                            .getFirst()
                            .localToScene(0, 0)
                            .getX();
        }
        Scene scene = stage.getScene();
        int toX = (int) Math.round(left + root.getBoundsInParent().getMinX() - stage.getX() - scene.getX());
        int toY = (int) Math.round(popup.getY() + root.getBoundsInParent().getMinY() - stage.getY() - scene.getY());
        int wide = (int) image.getWidth();
        int[] over = pixels(image.getPixelReader(), wide, (int) image.getHeight());
        for (int i = 0; i < over.length; i++) {
            int x = toX + i % wide;
            int y = toY + i / wide;
            if (x >= 0 && x < width && y >= 0 && y < height) {
                pixels[y * width + x] = blended(over[i], pixels[y * width + x]);
            }
        }
    }

    private static int[] pixels(PixelReader reader, int width, int height) {
        int[] pixels = new int[width * height];
        reader.getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return pixels;
    }

    /// One pixel over another, both plain (not premultiplied).
    private static int blended(int over, int under) {
        int alpha = over >>> 24;
        int result = 0xFF << 24;
        for (int shift = 0; shift <= 16; shift += 8) {
            int top = over >> shift & 0xFF;
            int below = under >> shift & 0xFF;
            result |= (top * alpha + below * (255 - alpha) + 127) / 255 << shift;
        }
        return result;
    }
}
