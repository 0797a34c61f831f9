package org.alongside.document.picture;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the first lines of a JPEG or PNG say, read without opening the picture: how large it is, how it
/// is to be turned, and whether opening it needs memory for all of it.
///
/// @param turn the EXIF orientation, 1 to 8
/// @param wholeAtOnce the picture is built up in layers, so that it cannot be read line by line
record PictureHeader(int width, int height, int turn, boolean wholeAtOnce) {
    private static final int SOI_BYTES = 2;
    private static final int EXIF = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int ORIENTATION = 0x0112;
    private static final int TURNS = 8;

    long points() {
        return (long) width * height;
    }

    /// Nothing when the lines are cut short or make no sense.
    static Optional<PictureHeader> read(PictureKind kind, byte[] bytes) {
        try {
            return kind == PictureKind.PNG ? png(bytes) : jpeg(bytes);
        } catch (ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<PictureHeader> png(byte[] bytes) {
        boolean header = new String(bytes, 12, 4, StandardCharsets.ISO_8859_1).equals("IHDR");
        int width = whole(bytes, 16);
        int height = whole(bytes, 20);
        boolean interlaced = bytes[28] != 0;
        return header && width > 0 && height > 0
                ? Optional.of(new PictureHeader(width, height, 1, interlaced))
                : Optional.empty();
    }

    private static Optional<PictureHeader> jpeg(byte[] bytes) {
        int turn = 1;
        int at = SOI_BYTES;
        while (at + 4 <= bytes.length) {
            if ((bytes[at] & 0xFF) != 0xFF) {
                return Optional.empty();
            }
            int marker = bytes[at + 1] & 0xFF;
            if (marker == 0xFF) {
                at++;
                continue;
            }
            int length = half(bytes, at + 2);
            if (marker == START_OF_SCAN || length < 2) {
                return Optional.empty();
            }
            if (isFrame(marker)) {
                int height = half(bytes, at + 5);
                int width = half(bytes, at + 7);
                boolean layered = marker != 0xC0 && marker != 0xC1;
                return width > 0 && height > 0
                        ? Optional.of(new PictureHeader(width, height, turn, layered))
                        : Optional.empty();
            }
            if (marker == EXIF) {
                turn = turn(bytes, at + 4, at + 2 + length, turn);
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    /// The start of a frame, of any coding; the three others in that range are tables.
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /// The orientation of an EXIF block; what cannot be read there is upright.
    private static int turn(byte[] bytes, int from, int to, int otherwise) {
        if (to > bytes.length
                || to - from < 14
                || !new String(bytes, from, 4, StandardCharsets.ISO_8859_1).equals("Exif")) {
            return otherwise;
        }
        int tiff = from + 6;
        boolean little = bytes[tiff] == 'I';
        long directory = tiff + unsigned(bytes, tiff + 4, little);
        if (directory < tiff || directory + 2 > to) {
            return otherwise;
        }
        int entries = half(bytes, (int) directory, little);
        for (int i = 0; i < entries; i++) {
            int entry = (int) directory + 2 + i * 12;
            if (entry + 12 > to) {
                return otherwise;
            }
            if (half(bytes, entry, little) == ORIENTATION) {
                int value = half(bytes, entry + 8, little);
                return value >= 1 && value <= TURNS ? value : otherwise;
            }
        }
        return otherwise;
    }

    private static int half(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static int half(byte[] bytes, int at, boolean little) {
        return little ? (bytes[at + 1] & 0xFF) << 8 | bytes[at] & 0xFF : half(bytes, at);
    }

    private static int whole(byte[] bytes, int at) {
        return half(bytes, at) << 16 | half(bytes, at + 2);
    }

    private static long unsigned(byte[] bytes, int at, boolean little) {
        long whole = little ? half(bytes, at + 2, true) << 16 | half(bytes, at, true) : whole(bytes, at);
        return whole & 0xFFFFFFFFL;
    }
}
