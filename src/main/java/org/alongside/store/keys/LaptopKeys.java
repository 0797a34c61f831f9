package org.alongside.store.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The laptop's keys while it is unlocked; overwritten at lock.
public final class LaptopKeys implements AutoCloseable {
    private final byte[] laptopKey;
    private final byte[] storeKey;
    private final DeviceKey device;
    private @Nullable SealingKey sealing;

    LaptopKeys(byte[] laptopKey, byte[] storeKey, DeviceKey device) {
        this.laptopKey = laptopKey;
        this.storeKey = storeKey;
        this.device = device;
    }

    /// New random keys for a new laptop.
    public static LaptopKeys random() {
        return new LaptopKeys(Seal.random(Seal.KEY_BYTES), Seal.random(Seal.KEY_BYTES), DeviceKey.random());
    }

    /// A secret of the database for one purpose, as 64 hex digits. The caller overwrites it.
    public char[] storeSecret(String purpose) {
        byte[] secret = Seal.derive(storeKey, "store " + purpose);
        char[] digits = HexFormat.of().formatHex(secret).toCharArray();
        Arrays.fill(secret, (byte) 0);
        return digits;
    }

    /// The public half of the device's key pair: Ed25519, X.509 encoded.
    public byte[] devicePublicKey() {
        return device.publicKey().clone();
    }

    /// Signs with the device's private key.
    public byte[] sign(byte[] bytes) {
        try {
            PrivateKey key =
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(device.privateKey()));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing with the device's key", e);
        }
    }

    /// The pair to which others seal keys for this laptop; made when first asked for.
    public synchronized SealingKey sealing() {
        SealingKey made = sealing;
        if (made == null) {
            made = new SealingKey(laptopKey);
            sealing = made;
        }
        return made;
    }

    byte[] laptopKey() {
        return laptopKey;
    }

    byte[] storeKey() {
        return storeKey;
    }

    DeviceKey device() {
        return device;
    }

    /// Overwrites the keys.
    @Override
    public void close() {
        if (sealing != null) {
            sealing.close();
        }
        Arrays.fill(laptopKey, (byte) 0);
        Arrays.fill(storeKey, (byte) 0);
        Arrays.fill(device.privateKey(), (byte) 0);
    }
}
