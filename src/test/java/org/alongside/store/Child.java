package org.alongside.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.record.Drafts;
import org.alongside.store.db.LaptopDatabase;
import org.alongside.store.keys.LaptopKeys;
import org.alongside.store.testing.Laptops;

/// A program of its own that works on a laptop's home until it is killed. It says each thing only after
/// the store said it was saved.
///
/// `work` and `boast` open the real store past the passphrase, with keys that the test knows: fifty
/// Argon2 computations prove nothing about the disk.
final class Child {
    static final UUID DRAFT = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final UUID AMBER = UUID.fromString("00000000-0000-7000-8000-000000000002");
    static final UUID LEO = UUID.fromString("00000000-0000-7000-8000-000000000003");
    static final String NEW_PASSPHRASE = "nine green ladders float";

    private static final LaptopDatabase.Secrets SECRETS = purpose -> ("secret" + purpose).toCharArray();
    private static final PrintStream SAYS = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Child() {}

    /// Home, `work`, `boast`, `unlock` or `passphrase`, a fault or `-`, the first number to write.
    public static void main(String[] args) throws InterruptedException {
        FaultPoints faults = args[2].equals("-") ? FaultPoints.none() : FaultPoints.asked(args[2]);
        LaptopHome.Parts parts = Laptops.parts(Laptops.CLOCK, System::nanoTime, faults);
        Path folder = Path.of(args[0]);
        if (args[1].equals("unlock")) {
            try (var laptop = Laptops.opened(folder, parts)) {
                SAYS.println("open");
                Object forever = new Object();
                synchronized (forever) {
                    forever.wait();
                }
            }
        }
        if (args[1].equals("passphrase")) {
            try (LaptopHome home = LaptopHome.open(folder, parts, java.time.Duration.ZERO)) {
                home.changePassphrase(Laptops.PASSPHRASE.toCharArray(), NEW_PASSPHRASE.toCharArray());
            }
            SAYS.println("changed");
            return;
        }
        work(folder, parts, args[1].equals("boast"), Long.parseLong(args[3]));
    }

    /// A laptop whose keys the test knows.
    static void make(Path folder) throws IOException {
        java.nio.file.Files.createDirectories(folder);
        try (var database = LaptopDatabase.create(folder.resolve("laptop"), SECRETS, FaultPoints.none())) {
            database.write(dsl -> {
                LaptopSettings.enrol(
                        dsl, Laptops.enrolled("priya", "laptop-1"), Laptops.EPOCH, Laptops.CLOCK.instant());
                return true;
            });
        }
    }

    static LaptopStore unlocked(Path folder, LaptopHome.Parts parts) {
        return new LaptopStore(
                LaptopDatabase.open(folder.resolve("laptop"), SECRETS, parts.faults()),
                LaptopKeys.random(),
                parts.projector(),
                parts.clock(),
                parts.ids(),
                parts.faults());
    }

    private static void work(Path folder, LaptopHome.Parts parts, boolean boast, long first) {
        var ids = new Ids(org.alongside.kernel.Clocks.system());
        try (HomeLock lock = HomeLock.take(folder, java.time.Duration.ZERO);
                LaptopStore store = unlocked(folder, parts)) {
            SAYS.println("open");
            for (long n = first; ; n++) {
                if (boast) {
                    SAYS.println("draft " + n);
                }
                store.drafts().keep(draft(n));
                if (!boast) {
                    SAYS.println("draft " + n);
                }
                var saved = store.caseLog()
                        .save(List.of(
                                Laptops.note(AMBER, ids.next(), "note " + n),
                                Laptops.note(LEO, ids.next(), "house " + n)));
                saved.operations().forEach(operation -> SAYS.println("saved " + operation.opId()));
            }
        }
    }

    private static Drafts.Draft draft(long n) {
        return new Drafts.Draft(
                DRAFT, "note", List.of(AMBER), Json.object().put("n", n), Json.object(), Instant.EPOCH, Instant.EPOCH);
    }

    /// Starts one.
    static Running start(Path home, String mode, Optional<String> fault, long first) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        try {
            Process process = new ProcessBuilder(
                            java.toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-Xshare:auto",
                            "--enable-native-access=ALL-UNNAMED",
                            "-D" + FaultPoints.ALLOWED + "=true",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            home.toString(),
                            mode,
                            fault.orElse("-"),
                            Long.toString(first))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Running(
                    process,
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One that runs.
    record Running(Process process, BufferedReader says) {
        /// What it says next; empty when it is no more.
        Optional<String> next() {
            try {
                return Optional.ofNullable(says.readLine());
            } catch (IOException e) {
                return Optional.empty();
            }
        }

        int end() {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
