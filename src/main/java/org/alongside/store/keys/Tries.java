package org.alongside.store.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Texts;
import org.alongside.store.FaultPoints;
import org.alongside.store.StoreTrouble;

/// Counts wrong tries of the passphrase in `tries.alk` and makes the next one wait (`safety.md` 5.5).
/// A try is counted and forced before it is computed. Waits run by the running clock, so setting the
/// machine's clock does nothing and a restart starts the wait anew. It never wipes anything.
public final class Tries {
    private static final byte[] MAGIC = "ALNGTRY1".getBytes(StandardCharsets.US_ASCII);
    private static final int BYTES = MAGIC.length + 2 * Integer.BYTES;
    private static final int FREE = 5;
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(60));

    private final Path file;
    private final LongSupplier nanos;
    private final FaultPoints faults;
    private long waitingSince;

    /// @param nanos the running clock
    public Tries(Path file, LongSupplier nanos, FaultPoints faults) {
        this.file = file;
        this.nanos = nanos;
        this.faults = faults;
        this.waitingSince = nanos.getAsLong();
    }

    /// Wrong tries since the last right one.
    public int wrong() {
        try {
            if (!Files.exists(file)) {
                return 0;
            }
            byte[] bytes = Files.readAllBytes(file);
            ByteBuffer content = ByteBuffer.wrap(bytes);
            if (bytes.length != BYTES || content.getInt(BYTES - Integer.BYTES) != sum(bytes)) {
                // A damaged count is not a clean one.
                return FREE;
            }
            return content.getInt(MAGIC.length);
        } catch (IOException e) {
            throw StoreTrouble.of(e, file);
        }
    }

    /// How long the next try has to wait.
    public Duration left() {
        int wrong = wrong();
        if (wrong < FREE) {
            return Duration.ZERO;
        }
        Duration wait = WAITS.get(Math.min(wrong - FREE, WAITS.size() - 1));
        Duration left = wait.minusNanos(nanos.getAsLong() - waitingSince);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// Counts the try that is about to be computed.
    ///
    /// @throws BadInput `passphrase-wait` while the next try has to wait; nothing is counted then
    public void count() {
        Duration left = left();
        if (!left.isZero()) {
            long seconds = left.plusMillis(999).toSeconds();
            throw BadInput.of(
                    "passphrase-wait",
                    "passphrase",
                    seconds > 90
                            ? Texts.of("store.passphrase-wait-minutes", (seconds + 59) / 60)
                            : Texts.of("store.passphrase-wait-seconds", seconds));
        }
        write(wrong() + 1);
        waitingSince = nanos.getAsLong();
        faults.pass(FaultPoints.TRY_COUNTED);
    }

    /// The try was right.
    public void clear() {
        write(0);
    }

    private void write(int wrong) {
        ByteBuffer content = ByteBuffer.allocate(BYTES).put(MAGIC).putInt(wrong);
        content.putInt(BYTES - Integer.BYTES, sum(content.array()));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            content.position(0);
            channel.write(content, 0);
            channel.force(true);
        } catch (IOException e) {
            throw StoreTrouble.of(e, file);
        }
    }

    private static int sum(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes, 0, BYTES - Integer.BYTES);
        return (int) sum.getValue();
    }
}
