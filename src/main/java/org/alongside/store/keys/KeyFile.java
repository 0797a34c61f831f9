package org.alongside.store.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.alongside.store.FaultPoints;
import org.alongside.store.StoreTrouble;

/// `keys.alk`: two copies of the wrapped keys, so that at each moment one whole copy opens with the
/// old or the new passphrase (`safety.md` 5.3).
public final class KeyFile {
    private static final int LAPTOP_ID_BYTES = 16;

    private final Path file;
    private final FaultPoints faults;

    public KeyFile(Path file, FaultPoints faults) {
        this.file = file;
        this.faults = faults;
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /// Says damage before anyone is asked for a passphrase.
    ///
    /// @return whether both copies are whole; one is enough to open
    /// @throws BadInput `keys-damaged` when neither copy can be read
    public boolean check() {
        Pair pair = read();
        return pair.a.isPresent()
                && pair.b.isPresent()
                && pair.a.get().version() == pair.b.get().version();
    }

    /// Makes the file for a new laptop.
    public void create(LaptopKeys keys, Argon2 cost, char[] passphrase) {
        byte[] clear = PassphraseRule.bytes(passphrase);
        KeyCopy copy = KeyCopy.wrap(1, Seal.random(LAPTOP_ID_BYTES), keys, cost, clear);
        Arrays.fill(clear, (byte) 0);
        write(copy, 0);
        write(copy, 1);
    }

    /// Opens with a passphrase. Where the two copies differ, a change was cut short: either passphrase
    /// opens, and what opened becomes both copies.
    ///
    /// @return nothing when the passphrase is wrong
    public Optional<LaptopKeys> open(char[] passphrase) {
        Pair pair = read();
        KeyCopy newest = pair.newest();
        byte[] clear = PassphraseRule.bytes(passphrase);
        try {
            Optional<LaptopKeys> keys = newest.open(clear);
            keys.ifPresent(opened -> mend(pair, newest, opened));
            if (keys.isPresent()) {
                return keys;
            }
            Optional<KeyCopy> older = pair.older();
            if (older.isEmpty()) {
                return Optional.empty();
            }
            keys = older.get().open(clear);
            keys.ifPresent(opened -> mend(pair, older.get(), opened));
            return keys;
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /// Rewraps the laptop key under a new passphrase: the older copy first, then the other.
    public void change(LaptopKeys keys, Argon2 cost, char[] passphrase) {
        Pair pair = read();
        KeyCopy newest = pair.newest();
        byte[] clear = PassphraseRule.bytes(passphrase);
        KeyCopy changed = KeyCopy.wrap(newest.version() + 1, newest.laptopId(), keys, cost, clear);
        Arrays.fill(clear, (byte) 0);
        int first = pair.placeToWrite();
        write(changed, first);
        faults.pass(FaultPoints.KEYS_ONE_COPY);
        write(changed, 1 - first);
    }

    private void mend(Pair pair, KeyCopy opened, LaptopKeys keys) {
        boolean same = pair.a.isPresent()
                && pair.b.isPresent()
                && pair.a.get().version() == pair.b.get().version();
        if (same) {
            return;
        }
        KeyCopy mended = opened.withVersion(pair.newest().version() + 1, keys);
        int first = pair.placeToWrite();
        write(mended, first);
        write(mended, 1 - first);
    }

    private Pair read() {
        try {
            byte[] bytes = Files.readAllBytes(file);
            var pair = new Pair(part(bytes, 0), part(bytes, 1));
            if (pair.a.isEmpty() && pair.b.isEmpty()) {
                throw BadInput.of("keys-damaged", Texts.of("store.keys-damaged"));
            }
            return pair;
        } catch (IOException e) {
            throw StoreTrouble.of(e, file);
        }
    }

    private static Optional<KeyCopy> part(byte[] bytes, int place) {
        int start = place * KeyCopy.BYTES;
        if (bytes.length < start + KeyCopy.BYTES) {
            return Optional.empty();
        }
        return KeyCopy.parse(Arrays.copyOfRange(bytes, start, start + KeyCopy.BYTES));
    }

    private void write(KeyCopy copy, int place) {
        byte[] bytes = copy.bytes();
        long start = (long) place * KeyCopy.BYTES;
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            int half = bytes.length / 2;
            writeAll(channel, ByteBuffer.wrap(bytes, 0, half), start);
            faults.pass(FaultPoints.KEYS_HALF_WRITTEN);
            writeAll(channel, ByteBuffer.wrap(bytes, half, bytes.length - half), start + half);
            channel.force(true);
            ByteBuffer back = ByteBuffer.allocate(bytes.length);
            while (back.hasRemaining() && channel.read(back, start + back.position()) >= 0) {
                // reads until the page is whole
            }
            if (!Arrays.equals(back.array(), bytes)) {
                throw new IOException("read back differs");
            }
        } catch (IOException e) {
            throw StoreTrouble.of(e, file);
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes, long start) throws IOException {
        long at = start;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    private record Pair(Optional<KeyCopy> a, Optional<KeyCopy> b) {
        KeyCopy newest() {
            return a.isPresent() && (b.isEmpty() || a.get().version() >= b.get().version()) ? a.get() : b.orElseThrow();
        }

        /// The other copy, when it is whole and of another version.
        Optional<KeyCopy> older() {
            KeyCopy newest = newest();
            return (newest == a.orElse(null) ? b : a).filter(copy -> copy.version() != newest.version());
        }

        /// The damaged or older copy is written first.
        int placeToWrite() {
            return a.isEmpty() || (b.isPresent() && a.get().version() <= b.get().version()) ? 0 : 1;
        }
    }
}
