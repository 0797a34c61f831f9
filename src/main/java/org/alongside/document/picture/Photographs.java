package org.alongside.document.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Texts;

/// Makes of a chosen file what is kept of it: the picture alone, upright, at most
/// [Limits#PHOTOGRAPH_BYTES] long. Everything else in the file, the place where it was taken before all,
/// is left behind, since the picture is drawn anew from its points.
///
/// Works in memory only: nothing is written to a disk, not even by the libraries below. What a picture
/// needs is told by its first lines before it is opened. Call it off the JavaFX thread; it takes a
/// second for a large picture.
public final class Photographs {
    /// The longest edge of what is kept, in points: more than a page of a book shows.
    private static final int EDGE = 2048;

    /// A picture that has to be held as a whole, in millions of points.
    private static final int WHOLE_MEGAPIXELS = 24;

    private static final int MILLION = 1_000_000;

    private Photographs() {}

    /// Reads a chosen file; one that is far too large is refused by its length alone.
    ///
    /// @throws BadInput in plain words, for every reason it cannot be kept
    public static Photograph of(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw refused("not-there");
            }
            if (Files.size(file) > Limits.PICTURE_FILE_BYTES) {
                throw refused("file-too-large", Limits.PICTURE_FILE_BYTES / 1024 / 1024);
            }
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw refused("not-readable");
        }
    }

    /// @throws BadInput in plain words, for every reason it cannot be kept
    public static Photograph of(byte[] file) {
        if (file.length == 0) {
            throw refused("empty");
        }
        if (file.length > Limits.PICTURE_FILE_BYTES) {
            throw refused("file-too-large", Limits.PICTURE_FILE_BYTES / 1024 / 1024);
        }
        PictureKind kind = PictureKind.of(file);
        if (!kind.isOpened()) {
            throw kind == PictureKind.NO_PICTURE
                    ? refused("no-picture")
                    : refused(kind == PictureKind.HEIC ? "heic" : "other-kind", kind.name());
        }
        PictureHeader header = PictureHeader.read(kind, file).orElseThrow(() -> refused("damaged"));
        int most = header.wholeAtOnce() ? WHOLE_MEGAPIXELS : Limits.PICTURE_MEGAPIXELS;
        if (header.points() > (long) most * MILLION) {
            throw refused("too-many-points", header.points() / MILLION, most);
        }
        BufferedImage opened = opened(kind, header, file);
        BufferedImage upright = Drawing.turned(Drawing.fitted(opened, EDGE), header.turn());
        return Encoding.smallEnough(
                upright, kind == PictureKind.PNG, upright.getWidth() * (long) upright.getHeight() < header.points());
    }

    /// Of points that were pasted, without a file.
    ///
    /// @param argb line by line
    public static Photograph of(int[] argb, int width, int height) {
        if (width <= 0 || height <= 0 || (long) width * height > (long) WHOLE_MEGAPIXELS * MILLION) {
            throw refused("too-many-points", (long) width * height / MILLION, WHOLE_MEGAPIXELS);
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        BufferedImage fitted = Drawing.fitted(image, EDGE);
        return Encoding.smallEnough(fitted, true, fitted.getWidth() < width);
    }

    /// Reads no more points than are kept: every n-th of a large picture, so that memory stays small.
    private static BufferedImage opened(PictureKind kind, PictureHeader header, byte[] file) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
        ImageReader reader = readers.next();
        // In memory: the stream that ImageIO would choose by itself writes a file for the system's folder.
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            ImageReadParam how = reader.getDefaultReadParam();
            int step = Math.max(1, Math.max(header.width(), header.height()) / (2 * EDGE) + 1);
            how.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, how);
        } catch (IIOException e) {
            throw refused(
                    String.valueOf(e.getMessage()).contains("Unsupported Image Type") ? "print-colours" : "damaged");
        } catch (IOException | RuntimeException e) {
            // What the reader thinks of damaged files comes in many kinds; the person is told one thing.
            throw refused("damaged");
        } finally {
            reader.dispose();
        }
    }

    private static BadInput refused(String code, Object... arguments) {
        return BadInput.of("picture-" + code, "photograph", Texts.of("document.picture-" + code, arguments));
    }
}
