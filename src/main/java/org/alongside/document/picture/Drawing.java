package org.alongside.document.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/// Makes pictures smaller and turns them upright.
final class Drawing {
    private Drawing() {}

    /// The picture with no edge longer than this. Halved as often as it can be, so that fine lines stay.
    static BufferedImage fitted(BufferedImage image, int edge) {
        BufferedImage at = plain(image);
        while (Math.max(at.getWidth(), at.getHeight()) > edge) {
            double share = Math.max(0.5, (double) edge / Math.max(at.getWidth(), at.getHeight()));
            at = scaled(at, Math.max(1, (int) Math.round(at.getWidth() * share)), Math.max(1, (int)
                    Math.round(at.getHeight() * share)));
        }
        return at;
    }

    static BufferedImage scaled(BufferedImage image, int width, int height) {
        var made = new BufferedImage(width, height, type(image));
        Graphics2D pen = made.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return made;
    }

    /// The same points in plain colours, whatever the file used.
    private static BufferedImage plain(BufferedImage image) {
        if (image.getType() == type(image)) {
            return image;
        }
        var made = new BufferedImage(image.getWidth(), image.getHeight(), type(image));
        Graphics2D pen = made.createGraphics();
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return made;
    }

    /// On white where it is clear, for a kind of file that knows no clear points.
    static BufferedImage opaque(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        var made = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = made.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        return made;
    }

    private static int type(BufferedImage image) {
        return image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    }

    /// Upright, by the EXIF orientation: how the first line and the first column of the file lie.
    static BufferedImage turned(BufferedImage image, int turn) {
        int w = image.getWidth();
        int h = image.getHeight();
        AffineTransform how = switch (turn) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
            default -> new AffineTransform();
        };
        if (how.isIdentity()) {
            return image;
        }
        boolean side = turn >= 5;
        var made = new BufferedImage(side ? h : w, side ? w : h, type(image));
        Graphics2D pen = made.createGraphics();
        pen.drawImage(image, how, null);
        pen.dispose();
        return made;
    }
}
