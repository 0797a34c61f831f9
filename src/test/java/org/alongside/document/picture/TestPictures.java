package org.alongside.document.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures drawn by the tests: free of anybody's rights and of anybody's face.
public final class TestPictures {
    /// Planted where cameras write the place and the camera's owner.
    public static final String PLACE = "51 deg 30 min 12.3 sec N Mill Road";

    private TestPictures() {}

    /// A house under a sun; the upper left quarter is red, so that turning shows.
    public static BufferedImage drawn(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xfffdf7));
        pen.fillRect(0, 0, width, height);
        pen.setColor(new Color(0xb4462f));
        pen.fillRect(0, 0, width / 2, height / 2);
        pen.setColor(new Color(0xe0a626));
        pen.fillOval(width * 3 / 5, height / 10, width / 5, height / 5);
        pen.setColor(new Color(0x2e6f8e));
        pen.fillRect(width / 4, height / 2, width / 2, height * 2 / 5);
        pen.setColor(new Color(0x4f8a3f));
        pen.fillRect(0, height * 9 / 10, width, height / 10);
        pen.dispose();
        return image;
    }

    /// Points that no coding makes small.
    public static BufferedImage noise(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var random = new Random(7);
        int[] line = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                line[x] = random.nextInt() & 0xFFFFFF;
            }
            image.setRGB(0, y, width, 1, line, 0, width);
        }
        return image;
    }

    public static byte[] encoded(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] jpeg(int width, int height) {
        return encoded(drawn(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return encoded(drawn(width, height), "png");
    }

    /// As a phone makes it: an orientation and a place in front of the picture, a note behind it.
    public static byte[] fromAPhone(byte[] jpeg, int orientation) {
        byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
        var exif = ByteBuffer.allocate(6 + 8 + 2 + 2 * 12 + 4 + place.length).order(ByteOrder.LITTLE_ENDIAN);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        exif.putShort((short) 2);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putShort((short) 0x8825).putShort((short) 2).putInt(place.length).putInt(8 + 2 + 2 * 12 + 4);
        exif.putInt(0);
        exif.put(place);
        var whole = new ByteArrayOutputStream();
        whole.write(jpeg, 0, 2);
        segment(whole, 0xE1, exif.array());
        segment(
                whole,
                0xE1,
                ("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + PLACE + "</x:xmpmeta>")
                        .getBytes(StandardCharsets.US_ASCII));
        segment(whole, 0xFE, ("taken at " + PLACE).getBytes(StandardCharsets.US_ASCII));
        whole.write(jpeg, 2, jpeg.length - 2);
        whole.writeBytes(PLACE.getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write((content.length + 2) & 0xFF);
        out.writeBytes(content);
    }

    /// A PNG with the place in a text chunk.
    public static byte[] pngWithPlace(int width, int height) {
        byte[] png = png(width, height);
        var whole = new ByteArrayOutputStream();
        int head = 8 + 25;
        whole.write(png, 0, head);
        byte[] text = ("tEXtComment\0" + PLACE).getBytes(StandardCharsets.US_ASCII);
        whole.writeBytes(ByteBuffer.allocate(4).putInt(text.length - 4).array());
        whole.writeBytes(text);
        var crc = new CRC32();
        crc.update(text);
        whole.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
        whole.write(png, head, png.length - head);
        return whole.toByteArray();
    }

    /// A small file whose first lines tell of a picture of so many points.
    public static byte[] claiming(int width, int height) {
        byte[] jpeg = jpeg(64, 64);
        for (int i = 2; i < jpeg.length - 9; i++) {
            if ((jpeg[i] & 0xFF) == 0xFF && (jpeg[i + 1] & 0xFF) == 0xC0) {
                jpeg[i + 5] = (byte) (height >> 8);
                jpeg[i + 6] = (byte) height;
                jpeg[i + 7] = (byte) (width >> 8);
                jpeg[i + 8] = (byte) width;
                return jpeg;
            }
        }
        throw new IllegalStateException("no frame");
    }
}
