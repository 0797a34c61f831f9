package org.alongside.store.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.alongside.record.Blobs;

/// An attachment sealed under a random key of its own (AES-256-GCM), and named by the hash of what came
/// out: the name says nothing of the picture, and two laptops that choose the same picture make two
/// names. The key tree of the safe laptop takes these keys over (decision 6).
///
/// @param sealed nonce, ciphertext and tag
public record SealedBlob(Blobs.Ref ref, byte[] sealed) {
    private static final byte[] PURPOSE = "alongside-blob/1".getBytes(StandardCharsets.UTF_8);

    public static SealedBlob of(byte[] clear) {
        byte[] key = Seal.random(Seal.KEY_BYTES);
        byte[] sealed = Seal.close(key, clear, PURPOSE);
        return new SealedBlob(new Blobs.Ref(name(sealed), Base64.getEncoder().encodeToString(key)), sealed);
    }

    /// @return the clear bytes; nothing when these are not the ones that the record names
    public static Optional<byte[]> open(Blobs.Ref ref, byte[] sealed) {
        byte[] key = key(ref);
        if (key.length != Seal.KEY_BYTES || !name(sealed).equals(ref.name())) {
            return Optional.empty();
        }
        return Optional.ofNullable(Seal.open(key, sealed, PURPOSE));
    }

    private static byte[] key(Blobs.Ref ref) {
        try {
            return Base64.getDecoder().decode(ref.key());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /// What an attachment is called.
    public static String name(byte[] sealed) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sealed));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
