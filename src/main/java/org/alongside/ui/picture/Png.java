package org.alongside.ui.picture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes pixels as PNG (RFC 2083), true colour without alpha. Our own, because AWT's writer may only
/// be used where documents are made.
public final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int TRUE_COLOUR = 2;
    private static final byte FILTER_SUB = 1;

    private Png() {}

    /// A picture of a window into a file, whose folders are made.
    public static void write(Image image, Path file) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        var argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            write(out, argb, width, height);
        }
    }

    /// @param argb row by row, `width * height` long; alpha is left out
    static void write(OutputStream out, int[] argb, int width, int height) throws IOException {
        var png = new DataOutputStream(out);
        png.write(SIGNATURE);
        chunk(png, "IHDR", head(width, height));
        chunk(png, "IDAT", pixels(argb, width, height));
        chunk(png, "IEND", new byte[0]);
        png.flush();
    }

    private static byte[] head(int width, int height) {
        var bytes = new ByteArrayOutputStream();
        var head = new DataOutputStream(bytes);
        try {
            head.writeInt(width);
            head.writeInt(height);
            head.write(new byte[] {8, TRUE_COLOUR, 0, 0, 0});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// Each row as differences from the pixel to the left, which packs flat colours well.
    private static byte[] pixels(int[] argb, int width, int height) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION))) {
            byte[] row = new byte[1 + width * 3];
            row[0] = FILTER_SUB;
            for (int y = 0; y < height; y++) {
                int before = 0;
                for (int x = 0; x < width; x++) {
                    int now = argb[y * width + x];
                    row[1 + x * 3] = (byte) ((now >> 16 & 0xFF) - (before >> 16 & 0xFF));
                    row[2 + x * 3] = (byte) ((now >> 8 & 0xFF) - (before >> 8 & 0xFF));
                    row[3 + x * 3] = (byte) ((now & 0xFF) - (before & 0xFF));
                    before = now;
                }
                deflater.write(row);
            }
        }
        return packed.toByteArray();
    }

    private static void chunk(DataOutputStream png, String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(content);
        png.writeInt(content.length);
        png.write(name);
        png.write(content);
        png.writeInt((int) sum.getValue());
    }
}
