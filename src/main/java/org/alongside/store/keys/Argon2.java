package org.alongside.store.keys;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// How hard a passphrase is to guess: Argon2id's cost (`safety.md` 5.2).
///
/// @param memoryKib memory in KiB
/// @param passes times over it
/// @param lanes always 1 when we choose: Bouncy Castle computes lanes one after another
public record Argon2(int memoryKib, int passes, int lanes) {
    /// Less is refused when a key file is read.
    public static final Argon2 FLOOR = new Argon2(64 * 1024, 3, 1);

    private static final int MEMORY_CHOSEN_MAX = 512 * 1024;
    private static final int MEMORY_READ_MAX = 1024 * 1024;
    private static final int PASSES_CHOSEN_MAX = 8;
    private static final int PASSES_READ_MAX = 16;
    private static final long TARGET_NANOS = 1_000_000_000L;

    /// Chooses the cost when a passphrase is set. Tests use the floor.
    public interface Calibration {
        Argon2 choose();

        static Calibration floor() {
            return () -> FLOOR;
        }

        /// Doubles memory to at most 512 MiB while a try stays under a second and a quarter of free
        /// memory, then adds passes.
        ///
        /// @param nanos the running clock
        static Calibration measured(LongSupplier nanos) {
            return () -> Argon2.measured(nanos);
        }
    }

    /// Whether a key file may ask for this.
    boolean isReadable() {
        return memoryKib >= FLOOR.memoryKib
                && memoryKib <= MEMORY_READ_MAX
                && passes >= FLOOR.passes
                && passes <= PASSES_READ_MAX
                && lanes >= 1
                && lanes <= 4;
    }

    /// The key-encrypting key.
    byte[] derive(byte[] passphrase, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] key = new byte[Seal.KEY_BYTES];
        generator.generateBytes(passphrase, key);
        byte[] wrapping = Seal.derive(key, "kek");
        Arrays.fill(key, (byte) 0);
        return wrapping;
    }

    private static Argon2 measured(LongSupplier nanos) {
        Argon2 chosen = FLOOR;
        long took = chosen.time(nanos);
        while (chosen.memoryKib < MEMORY_CHOSEN_MAX
                && took * 2 < TARGET_NANOS
                && chosen.memoryKib * 2L * 1024 < freeBytes() / 4) {
            chosen = new Argon2(chosen.memoryKib * 2, chosen.passes, 1);
            took = chosen.time(nanos);
        }
        while (chosen.passes < PASSES_CHOSEN_MAX && took / chosen.passes * (chosen.passes + 1) < TARGET_NANOS) {
            took += took / chosen.passes;
            chosen = new Argon2(chosen.memoryKib, chosen.passes + 1, 1);
        }
        return chosen;
    }

    private long time(LongSupplier nanos) {
        long before = nanos.getAsLong();
        derive(new byte[Seal.KEY_BYTES], new byte[16]);
        return nanos.getAsLong() - before;
    }

    private static long freeBytes() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
