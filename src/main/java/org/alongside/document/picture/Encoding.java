package org.alongside.document.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.alongside.kernel.Limits;

/// Writes the points of a picture, and nothing else, into so many bytes.
final class Encoding {
    private static final float[] QUALITIES = {0.88f, 0.8f, 0.7f, 0.6f};
    private static final double SMALLER = 0.75;

    private Encoding() {}

    /// A drawing stays PNG, which keeps its lines; what is too long for that becomes JPEG, coarser and
    /// then smaller until it fits.
    static Photograph smallEnough(BufferedImage image, boolean drawing, boolean shrunk) {
        if (drawing) {
            byte[] png = encoded(image, "png", Optional.empty());
            if (png.length <= Limits.PHOTOGRAPH_BYTES) {
                return new Photograph(png, Photograph.PNG, image.getWidth(), image.getHeight(), shrunk);
            }
        }
        BufferedImage at = Drawing.opaque(image);
        boolean smaller = shrunk;
        while (true) {
            for (float quality : QUALITIES) {
                byte[] jpeg = encoded(at, "jpeg", Optional.of(quality));
                if (jpeg.length <= Limits.PHOTOGRAPH_BYTES) {
                    return new Photograph(jpeg, Photograph.JPEG, at.getWidth(), at.getHeight(), smaller);
                }
            }
            at = Drawing.scaled(
                    at, Math.max(1, (int) (at.getWidth() * SMALLER)), Math.max(1, (int) (at.getHeight() * SMALLER)));
            smaller = true;
        }
    }

    private static byte[] encoded(BufferedImage image, String format, Optional<Float> quality) {
        ImageWriter writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), format)
                .next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            quality.ifPresent(share -> {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(share);
            });
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
