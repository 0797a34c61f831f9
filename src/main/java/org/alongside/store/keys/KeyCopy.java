package org.alongside.store.keys;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/// One copy of the key file, format 1 (`safety.md` 5.3): 4 KiB, big-endian.
///
/// magic `ALNGKEY1` (8) · file version (8) · laptop id (16) · number of slots (4), each slot: kind (4),
/// memory KiB, passes, lanes (4 each), salt (16), wrapped laptop key (60) · wrapped store key (60) ·
/// length (4) and bytes of the device's public key · length (4) and bytes of its sealed private key ·
/// keyed check (32) · zeros · CRC-32C of the first 4,092 bytes (4).
@SuppressWarnings("ArrayRecordComponent") // never compared
record KeyCopy(
        long version,
        byte[] laptopId,
        Argon2 cost,
        byte[] salt,
        byte[] wrappedLaptopKey,
        byte[] wrappedStoreKey,
        byte[] devicePublicKey,
        byte[] sealedDeviceKey,
        byte[] keyedCheck) {
    static final int BYTES = 4096;

    private static final byte[] MAGIC = "ALNGKEY1".getBytes(StandardCharsets.US_ASCII);
    private static final int PASSPHRASE_SLOT = 1;
    private static final int SALT_BYTES = 16;
    private static final int ID_BYTES = 16;
    private static final int CHECK_BYTES = 32;
    private static final int WRAPPED_BYTES = Seal.NONCE_BYTES + Seal.KEY_BYTES + Seal.TAG_BYTES;
    private static final int DEVICE_KEY_MAX = 512;

    /// A copy that opens with this passphrase.
    static KeyCopy wrap(long version, byte[] laptopId, LaptopKeys keys, Argon2 cost, byte[] passphrase) {
        byte[] salt = Seal.random(SALT_BYTES);
        byte[] wrapping = cost.derive(passphrase, salt);
        byte[] laptopKey = keys.laptopKey();
        byte[] wrapped = Seal.close(wrapping, laptopKey, associated(laptopId, cost, salt));
        Arrays.fill(wrapping, (byte) 0);
        var unchecked = new KeyCopy(
                version,
                laptopId,
                cost,
                salt,
                wrapped,
                Seal.close(Seal.derive(laptopKey, "store key wrap"), keys.storeKey(), laptopId),
                keys.device().publicKey(),
                Seal.close(
                        Seal.derive(laptopKey, "device key wrap"), keys.device().privateKey(), laptopId),
                new byte[CHECK_BYTES]);
        return unchecked.checkedWith(laptopKey);
    }

    /// The same keys under a higher version, for mending the other copy.
    KeyCopy withVersion(long higher, LaptopKeys keys) {
        return new KeyCopy(
                        higher,
                        laptopId,
                        cost,
                        salt,
                        wrappedLaptopKey,
                        wrappedStoreKey,
                        devicePublicKey,
                        sealedDeviceKey,
                        keyedCheck)
                .checkedWith(keys.laptopKey());
    }

    /// @return nothing when the passphrase is not the one, or the copy was changed on purpose: one
    ///     answer for both
    Optional<LaptopKeys> open(byte[] passphrase) {
        byte[] wrapping = cost.derive(passphrase, salt);
        byte[] laptopKey = Seal.open(wrapping, wrappedLaptopKey, associated(laptopId, cost, salt));
        Arrays.fill(wrapping, (byte) 0);
        if (laptopKey == null || !MessageDigest.isEqual(keyedCheck, checkedWith(laptopKey).keyedCheck)) {
            return Optional.empty();
        }
        byte[] storeKey = Seal.open(Seal.derive(laptopKey, "store key wrap"), wrappedStoreKey, laptopId);
        byte[] privateKey = Seal.open(Seal.derive(laptopKey, "device key wrap"), sealedDeviceKey, laptopId);
        if (storeKey == null || privateKey == null) {
            return Optional.empty();
        }
        return Optional.of(new LaptopKeys(laptopKey, storeKey, new DeviceKey(devicePublicKey, privateKey)));
    }

    byte[] bytes() {
        ByteBuffer page = ByteBuffer.allocate(BYTES);
        page.put(beforeCheck()).put(keyedCheck);
        var sum = new CRC32C();
        sum.update(page.array(), 0, BYTES - Integer.BYTES);
        page.putInt(BYTES - Integer.BYTES, (int) sum.getValue());
        return page.array();
    }

    /// @return nothing when the bytes are not a whole copy
    static Optional<KeyCopy> parse(byte[] bytes) {
        var sum = new CRC32C();
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        sum.update(bytes, 0, BYTES - Integer.BYTES);
        ByteBuffer page = ByteBuffer.wrap(bytes);
        if (page.getInt(BYTES - Integer.BYTES) != (int) sum.getValue()
                || !Arrays.equals(take(page, MAGIC.length), MAGIC)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(page)).filter(copy -> copy.cost.isReadable());
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static KeyCopy read(ByteBuffer page) {
        long version = page.getLong();
        byte[] laptopId = take(page, ID_BYTES);
        if (page.getInt() != 1 || page.getInt() != PASSPHRASE_SLOT) {
            throw new IllegalArgumentException("slots");
        }
        var cost = new Argon2(page.getInt(), page.getInt(), page.getInt());
        return new KeyCopy(
                version,
                laptopId,
                cost,
                take(page, SALT_BYTES),
                take(page, WRAPPED_BYTES),
                take(page, WRAPPED_BYTES),
                take(page, length(page)),
                take(page, length(page)),
                take(page, CHECK_BYTES));
    }

    private static int length(ByteBuffer page) {
        int length = page.getInt();
        if (length < 1 || length > DEVICE_KEY_MAX) {
            throw new IllegalArgumentException("length");
        }
        return length;
    }

    private static byte[] take(ByteBuffer page, int length) {
        byte[] bytes = new byte[length];
        page.get(bytes);
        return bytes;
    }

    private byte[] beforeCheck() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.put(MAGIC).putLong(version).put(laptopId).putInt(1).putInt(PASSPHRASE_SLOT);
        bytes.putInt(cost.memoryKib()).putInt(cost.passes()).putInt(cost.lanes());
        bytes.put(salt).put(wrappedLaptopKey).put(wrappedStoreKey);
        bytes.putInt(devicePublicKey.length).put(devicePublicKey);
        bytes.putInt(sealedDeviceKey.length).put(sealedDeviceKey);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private KeyCopy checkedWith(byte[] laptopKey) {
        byte[] check = Seal.check(Seal.derive(laptopKey, "key file check"), beforeCheck());
        return new KeyCopy(
                version,
                laptopId,
                cost,
                salt,
                wrappedLaptopKey,
                wrappedStoreKey,
                devicePublicKey,
                sealedDeviceKey,
                check);
    }

    /// Cost and salt cannot be changed without the wrap refusing to open.
    private static byte[] associated(byte[] laptopId, Argon2 cost, byte[] salt) {
        return ByteBuffer.allocate(MAGIC.length + ID_BYTES + 3 * Integer.BYTES + SALT_BYTES)
                .put(MAGIC)
                .put(laptopId)
                .putInt(cost.memoryKib())
                .putInt(cost.passes())
                .putInt(cost.lanes())
                .put(salt)
                .array();
    }
}
