package org.alongside.document.picture;

import java.nio.charset.StandardCharsets;

/// What a file is by its first bytes, whatever its name says.
public enum PictureKind {
    JPEG,
    PNG,
    GIF,
    WEBP,
    HEIC,
    BMP,
    TIFF,
    PDF,
    MOVIE,
    NO_PICTURE;

    private static final int LOOK_AT = 16;

    /// Whether it can be opened here.
    public boolean isOpened() {
        return this == JPEG || this == PNG;
    }

    static PictureKind of(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xD8, 0xFF)) {
            return JPEG;
        }
        if (starts(bytes, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return PNG;
        }
        String first = new String(bytes, 0, Math.min(bytes.length, LOOK_AT), StandardCharsets.ISO_8859_1);
        if (first.startsWith("GIF8")) {
            return GIF;
        }
        if (first.startsWith("RIFF") && first.startsWith("WEBP", 8)) {
            return WEBP;
        }
        if (first.startsWith("ftyp", 4)) {
            return first.matches("(?s).{8}(heic|heix|hevc|mif1|msf1|avif).*") ? HEIC : MOVIE;
        }
        if (first.startsWith("BM")) {
            return BMP;
        }
        if (first.startsWith("II*\0") || first.startsWith("MM\0*")) {
            return TIFF;
        }
        return first.startsWith("%PDF") ? PDF : NO_PICTURE;
    }

    private static boolean starts(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
