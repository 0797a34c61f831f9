package org.alongside.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hash chain over a stream's events (`sync.md` 2.2, Audit): each link is SHA-256 of the link
/// before, as 32 raw bytes, and the event's line as stored. Links are written in lower-case hex.
public final class Chain {
    /// Hex digits of a link that a manifest carries: 8 bytes.
    public static final int MANIFEST_DIGITS = 16;

    private Chain() {}

    /// The link before the first event of a stream.
    public static String start(String tenant, StreamId stream) {
        return hex(digest().digest(("alongside/" + tenant + "/" + stream).getBytes(StandardCharsets.UTF_8)));
    }

    /// The link after an event's line.
    public static String next(String before, byte[] line) {
        MessageDigest digest = digest();
        digest.update(HexFormat.of().parseHex(before));
        return hex(digest.digest(line));
    }

    /// What a manifest carries of a link.
    public static String brief(String link) {
        return link.substring(0, MANIFEST_DIGITS);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
