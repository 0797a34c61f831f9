package org.alongside.store.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/// The laptop's key pair to which others seal keys (HPKE, RFC 9180: X25519, HKDF-SHA256,
/// AES-256-GCM), and the sealing of words under such keys. The pair follows from the laptop key, so
/// that it needs no place of its own in the key file.
public final class SealingKey {
    /// Of a content key, in bytes.
    public static final int KEY_BYTES = Seal.KEY_BYTES;

    private static final byte[] INFO = "alongside sealed streams 1".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NO_PSK = new byte[0];
    private static final int PUBLIC_BYTES = 32;

    private final AsymmetricCipherKeyPair pair;
    private final byte[] here;

    SealingKey(byte[] laptopKey) {
        byte[] seed = Seal.derive(laptopKey, "sealed streams pair");
        this.pair = suite().deriveKeyPair(seed);
        Arrays.fill(seed, (byte) 0);
        this.here = Seal.derive(laptopKey, "sealed on this laptop");
    }

    private static HPKE suite() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }

    /// The public half, 32 bytes.
    public byte[] publicKey() {
        return suite().serializePublicKey(pair.getPublic());
    }

    /// A new content key.
    public static byte[] newKey() {
        return Seal.random(KEY_BYTES);
    }

    /// Seals a content key for the laptop of a public key.
    ///
    /// @param place what it is for: it opens nowhere else
    /// @return empty when the public key is none
    public static Optional<byte[]> wrap(byte[] publicKey, byte[] key, String place) {
        if (publicKey.length != PUBLIC_BYTES) {
            return Optional.empty();
        }
        try {
            HPKE suite = suite();
            byte[][] sealed =
                    suite.seal(suite.deserializePublicKey(publicKey), INFO, bytes(place), key, NO_PSK, NO_PSK, null);
            return Optional.of(ByteBuffer.allocate(sealed[0].length + sealed[1].length)
                    .put(sealed[1])
                    .put(sealed[0])
                    .array());
        } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
            // A public key of small order, or no point at all: nobody can be given a key by it.
            return Optional.empty();
        }
    }

    /// Opens a content key that was sealed for this laptop.
    public Optional<byte[]> unwrap(byte[] wrapped, String place) {
        if (wrapped.length <= PUBLIC_BYTES) {
            return Optional.empty();
        }
        try {
            byte[] key = suite().open(
                            Arrays.copyOf(wrapped, PUBLIC_BYTES),
                            pair,
                            INFO,
                            bytes(place),
                            Arrays.copyOfRange(wrapped, PUBLIC_BYTES, wrapped.length),
                            NO_PSK,
                            NO_PSK,
                            null);
            return key.length == KEY_BYTES ? Optional.of(key) : Optional.empty();
        } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /// Seals words under a content key, bound to their place.
    public static byte[] seal(byte[] key, byte[] words, String place) {
        return Seal.close(key, words, bytes(place));
    }

    /// @return empty when key, bytes or place are not the ones sealed
    public static Optional<byte[]> open(byte[] key, byte[] sealed, String place) {
        return Optional.ofNullable(Seal.open(key, sealed, bytes(place)));
    }

    /// Seals for this laptop alone.
    public byte[] sealHere(byte[] words, String place) {
        return Seal.close(here, words, bytes(place));
    }

    public Optional<byte[]> openHere(byte[] sealed, String place) {
        return Optional.ofNullable(Seal.open(here, sealed, bytes(place)));
    }

    void close() {
        Arrays.fill(here, (byte) 0);
    }

    private static byte[] bytes(String place) {
        return place.getBytes(StandardCharsets.UTF_8);
    }
}
