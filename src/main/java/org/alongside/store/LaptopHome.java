package org.alongside.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Ids;
import org.alongside.kernel.OwnerOnly;
import org.alongside.kernel.Texts;
import org.alongside.record.store.Projector;
import org.alongside.store.db.LaptopDatabase;
import org.alongside.store.keys.Argon2;
import org.alongside.store.keys.KeyFile;
import org.alongside.store.keys.LaptopKeys;
import org.alongside.store.keys.PassphraseRule;
import org.alongside.store.keys.Tries;

/// A laptop's data folder, held by this program alone while it is open; locked until a passphrase opens
/// it. Nothing is read or written outside the folder.
public final class LaptopHome implements AutoCloseable {
    private static final String KEYS = "keys.alk";
    private static final String TRIES = "tries.alk";
    private static final String DATABASE = "laptop";
    /// There from the first to the last step of making a home: a home with it was never finished.
    private static final String UNFINISHED = "enrolling";

    private static final List<String> OURS = List.of(
            KEYS, TRIES, DATABASE + ".mv.db", DATABASE + ".trace.db", "profile.lock", "profile.holder", UNFINISHED);

    private final Path folder;
    private final Parts parts;
    private final HomeLock lock;
    private final KeyFile keyFile;
    private final Tries tries;

    /// What a home is put together from.
    ///
    /// @param nanos the running clock, for waits
    public record Parts(
            Projector projector,
            Clock clock,
            LongSupplier nanos,
            Ids ids,
            Argon2.Calibration calibration,
            FaultPoints faults) {

        /// As a program run has it.
        public static Parts of(Projector projector, Clock clock, FaultPoints faults) {
            return new Parts(
                    projector,
                    clock,
                    System::nanoTime,
                    new Ids(clock),
                    Argon2.Calibration.measured(System::nanoTime),
                    faults);
        }

        /// With a new passphrase as cheap as a key file allows: for the many laptops of test builds.
        public Parts atLeastCost() {
            return new Parts(projector, clock, nanos, ids, Argon2.Calibration.floor(), faults);
        }
    }

    private LaptopHome(Path folder, Parts parts, HomeLock lock) {
        this.folder = folder;
        this.parts = parts;
        this.lock = lock;
        this.keyFile = new KeyFile(folder.resolve(KEYS), parts.faults());
        this.tries = new Tries(folder.resolve(TRIES), parts.nanos(), parts.faults());
    }

    /// Whether a folder holds a laptop whose making was finished.
    public static boolean isLaptop(Path folder) {
        return Files.exists(folder.resolve(KEYS)) && !Files.exists(folder.resolve(UNFINISHED));
    }

    /// Takes a laptop's folder and says what is wrong with it, before anyone is asked for a passphrase.
    ///
    /// @param wait how long to wait for another program that holds it
    /// @throws BadInput `home-not-a-laptop`, `home-not-writable`, `home-in-use`, `keys-damaged`
    public static LaptopHome open(Path folder, Parts parts, Duration wait) {
        if (!isLaptop(folder)) {
            throw BadInput.of("home-not-a-laptop", "home", Texts.of("store.home-not-a-laptop"));
        }
        return held(folder, parts, wait, home -> home.keyFile.check());
    }

    /// Takes an empty folder to make a laptop of. What an unfinished making left behind is cleared.
    ///
    /// @throws BadInput `home-not-empty`, `home-not-writable`, `home-in-use`
    public static LaptopHome begin(Path folder, Parts parts, Duration wait) {
        try {
            OwnerOnly.folder(folder);
        } catch (IOException e) {
            throw StoreTrouble.of(e, folder);
        }
        refuseStrangers(folder);
        return held(folder, parts, wait, home -> {
            refuseStrangers(folder);
            if (Files.exists(folder.resolve(UNFINISHED))) {
                home.clear();
            }
        });
    }

    private static LaptopHome held(
            Path folder, Parts parts, Duration wait, java.util.function.Consumer<LaptopHome> look) {
        if (!Files.isWritable(folder)) {
            throw StoreTrouble.notWritable();
        }
        var home = new LaptopHome(folder, parts, HomeLock.take(folder, wait));
        try {
            look.accept(home);
            home.closeToOthers();
            return home;
        } catch (RuntimeException | Error e) {
            home.lock.close();
            throw e;
        }
    }

    /// The folder may have been copied, or made by hand, with the system's usual modes.
    private void closeToOthers() {
        try {
            OwnerOnly.folder(folder);
            OwnerOnly.within(folder);
        } catch (IOException e) {
            throw StoreTrouble.of(e, folder);
        }
    }

    private static void refuseStrangers(Path folder) {
        boolean unfinished = Files.exists(folder.resolve(UNFINISHED));
        try (var files = Files.list(folder)) {
            boolean strange = files.map(file -> String.valueOf(file.getFileName()))
                    .anyMatch(name -> !OURS.contains(name) || (name.endsWith(".alk") && !unfinished));
            if (strange) {
                throw BadInput.of("home-not-empty", "home", Texts.of("store.home-not-empty"));
            }
        } catch (IOException e) {
            throw StoreTrouble.of(e, folder);
        }
    }

    /// Makes the laptop's keys and its empty database; [Making#finish] makes it a laptop, anything else
    /// leaves an empty folder.
    ///
    /// @throws BadInput when the passphrase is refused
    public Making make(char[] passphrase, String... names) {
        PassphraseRule.problem(passphrase, names).ifPresent(problem -> {
            throw new BadInput(List.of(problem));
        });
        try {
            OwnerOnly.create(folder.resolve(UNFINISHED));
            LaptopKeys keys = LaptopKeys.random();
            keyFile.create(keys, parts.calibration().choose(), passphrase);
            var making = new Making(
                    keys, LaptopDatabase.create(folder.resolve(DATABASE), keys::storeSecret, parts.faults()));
            closeToOthers();
            return making;
        } catch (IOException e) {
            throw StoreTrouble.of(e, folder);
        } catch (RuntimeException | Error e) {
            clear();
            throw e;
        }
    }

    /// Opens with the passphrase. A try is counted before it is computed.
    ///
    /// @throws BadInput `passphrase-wrong`, the same whatever failed; `passphrase-wait` after too many
    public LaptopStore unlock(char[] passphrase) {
        LaptopKeys keys = open(passphrase);
        try {
            return new LaptopStore(
                    LaptopDatabase.open(folder.resolve(DATABASE), keys::storeSecret, parts.faults()),
                    keys,
                    parts.projector(),
                    parts.clock(),
                    parts.ids(),
                    parts.faults());
        } catch (RuntimeException | Error e) {
            keys.close();
            throw e;
        }
    }

    /// Whether a passphrase opens this home, under the same counting: before a change, say.
    private LaptopKeys open(char[] passphrase) {
        tries.count();
        LaptopKeys keys = keyFile.open(passphrase)
                .orElseThrow(() -> BadInput.of("passphrase-wrong", "passphrase", Texts.of("store.passphrase-wrong")));
        tries.clear();
        return keys;
    }

    /// How long the next try has to wait; zero mostly.
    public Duration waitBeforeTry() {
        return tries.left();
    }

    /// Wrong tries since the last right one.
    public int wrongTries() {
        return tries.wrong();
    }

    /// Rewraps the laptop key; needs no network, and nothing else changes.
    ///
    /// @throws BadInput `passphrase-wrong` for the present one, or what is wrong with the new one
    public void changePassphrase(char[] present, char[] changed, String... names) {
        PassphraseRule.problem(changed, names).ifPresent(problem -> {
            throw new BadInput(List.of(problem));
        });
        try (LaptopKeys keys = open(present)) {
            keyFile.change(keys, parts.calibration().choose(), changed);
        }
    }

    public Path folder() {
        return folder;
    }

    /// Lets the folder go. A store that is still open must be closed before.
    @Override
    public void close() {
        try {
            // A compaction has put a new file in the place of the old one.
            closeToOthers();
        } finally {
            lock.close();
        }
    }

    private void clear() {
        var left = new ArrayList<>(OURS);
        left.removeAll(List.of("profile.lock", "profile.holder", UNFINISHED));
        left.add(UNFINISHED);
        for (String name : left) {
            try {
                Files.deleteIfExists(folder.resolve(name));
            } catch (IOException e) {
                throw StoreTrouble.of(e, folder);
            }
        }
    }

    /// A home in the making.
    public final class Making implements AutoCloseable {
        private final LaptopKeys keys;
        private final LaptopDatabase database;
        private boolean finished;

        private Making(LaptopKeys keys, LaptopDatabase database) {
            this.keys = keys;
            this.database = database;
        }

        /// The public half of the new device's key pair: Ed25519, X.509 encoded.
        public byte[] devicePublicKey() {
            return keys.devicePublicKey();
        }

        /// The last step: what the service settled is kept, and the folder is a laptop.
        public LaptopStore finish(LaptopSettings.Enrolled enrolled, String epoch) {
            Instant now = parts.clock().instant();
            database.write(dsl -> {
                LaptopSettings.enrol(dsl, enrolled, epoch, now);
                StoredActivity.add(dsl, now, StoredActivity.Kind.ENROLLED, null, "enrolled");
                return true;
            });
            try {
                Files.delete(folder.resolve(UNFINISHED));
            } catch (IOException e) {
                throw StoreTrouble.of(e, folder);
            }
            finished = true;
            return new LaptopStore(database, keys, parts.projector(), parts.clock(), parts.ids(), parts.faults());
        }

        /// Clears the folder unless the making was finished.
        @Override
        public void close() {
            if (!finished) {
                database.close();
                keys.close();
                clear();
            }
        }
    }
}
