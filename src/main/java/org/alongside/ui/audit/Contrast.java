package org.alongside.ui.audit;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/// Contrast of words as WCAG 2.2 measures it, out of the colours that the style sheets computed.
final class Contrast {
    private static final double LARGE_PX = 24;
    private static final double LARGE_BOLD_PX = 18.66;
    private static final double NEEDED = 4.5;
    private static final double NEEDED_LARGE = 3;

    private Contrast() {}

    /// Ratio from 1 to 21.
    static double ratio(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    /// What is wrong with a drawn text, if its colours are known and too near each other.
    static Optional<String> problem(Text text) {
        if (!(text.getFill() instanceof Color ink) || text.getText().isBlank() || ink.getOpacity() == 0) {
            return Optional.empty();
        }
        if (isOutOfSight(text)) {
            return Optional.empty();
        }
        Color ground = ground(text);
        Color seen = over(ink.deriveColor(0, 1, 1, opacity(text)), ground);
        double needed = isLarge(text) ? NEEDED_LARGE : NEEDED;
        double ratio = ratio(seen, ground);
        return ratio >= needed
                ? Optional.empty()
                : Optional.of(String.format(
                        java.util.Locale.ROOT, "contrast %.2f, needed %.1f (%s on %s)", ratio, needed, seen, ground));
    }

    /// Columns of a table beyond its side lie over nothing.
    private static boolean isOutOfSight(Text text) {
        Bounds drawn = text.localToScene(text.getLayoutBounds());
        for (Node at = text.getParent(); at != null; at = at.getParent()) {
            if (at instanceof TableView<?> table) {
                Bounds shown = table.localToScene(table.getLayoutBounds());
                return drawn.getCenterX() > shown.getMaxX() || drawn.getCenterX() < shown.getMinX();
            }
        }
        return false;
    }

    private static boolean isLarge(Text text) {
        double size = text.getFont().getSize();
        boolean bold = text.getFont().getStyle().contains("Bold");
        return size >= LARGE_PX || (bold && size >= LARGE_BOLD_PX);
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node at = node; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return opacity;
    }

    /// The colour behind a node: fills of the regions it lies in, from the outermost in.
    private static Color ground(Node node) {
        Scene scene = node.getScene();
        Color ground = scene.getFill() instanceof Color fill ? over(fill, Color.WHITE) : Color.WHITE;
        var inside = new java.util.ArrayDeque<Region>();
        var bounds = node.localToScene(node.getLayoutBounds());
        Point2D middle = new Point2D(bounds.getCenterX(), bounds.getCenterY());
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at instanceof Region region) {
                inside.push(region);
            }
        }
        for (Region region : inside) {
            ground = painted(region, region.sceneToLocal(middle), ground);
        }
        return ground;
    }

    private static Color painted(Region region, Point2D at, Color ground) {
        if (region.getBackground() == null) {
            return ground;
        }
        List<BackgroundFill> fills = region.getBackground().getFills();
        Color result = ground;
        for (BackgroundFill fill : fills) {
            var edge = fill.getInsets();
            boolean covers = at.getX() >= edge.getLeft()
                    && at.getX() <= region.getWidth() - edge.getRight()
                    && at.getY() >= edge.getTop()
                    && at.getY() <= region.getHeight() - edge.getBottom();
            Paint paint = fill.getFill();
            if (covers && paint instanceof Color colour) {
                result = over(colour, result);
            }
        }
        return result;
    }

    private static Color over(Color top, Color below) {
        double alpha = top.getOpacity();
        return new Color(
                top.getRed() * alpha + below.getRed() * (1 - alpha),
                top.getGreen() * alpha + below.getGreen() * (1 - alpha),
                top.getBlue() * alpha + below.getBlue() * (1 - alpha),
                1);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /// Whether words of a control are shorter in the picture than they are.
    static boolean isCut(Labeled labeled) {
        for (Node child : labeled.getChildrenUnmodifiable()) {
            if (child instanceof Text drawn && child != labeled.getGraphic() && drawn.isVisible()) {
                return !drawn.getText()
                        .replaceAll("\\s+", "")
                        .equals(plain(labeled).replaceAll("\\s+", ""));
            }
        }
        return false;
    }

    private static String plain(Labeled labeled) {
        String text = labeled.getText() == null ? "" : labeled.getText();
        return labeled.isMnemonicParsing() ? text.replaceFirst("_(?=.)", "") : text;
    }
}
