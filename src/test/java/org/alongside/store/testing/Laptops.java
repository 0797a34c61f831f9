package org.alongside.store.testing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.record.Intent;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.alongside.record.store.Projector;
import org.alongside.store.FaultPoints;
import org.alongside.store.LaptopHome;
import org.alongside.store.LaptopSettings;
import org.alongside.store.LaptopStore;
import org.alongside.store.keys.Argon2;
import tools.jackson.databind.node.ObjectNode;

/// Makes laptops.
public final class Laptops {
    public static final String PASSPHRASE = "seven brown kettles sing";
    public static final Clock CLOCK = Clocks.fixed(LocalDate.of(2026, 11, 18));
    public static final String TENANT = "marlbrook";
    public static final String EPOCH = "epoch-1";

    private Laptops() {}

    public static LaptopHome.Parts parts() {
        return parts(CLOCK, System::nanoTime, FaultPoints.none());
    }

    public static LaptopHome.Parts parts(Clock clock, LongSupplier nanos, FaultPoints faults) {
        return new LaptopHome.Parts(
                new Projector(RecordTypes.shipped(), List.of()),
                clock,
                nanos,
                new Ids(Clocks.system()),
                Argon2.Calibration.floor(),
                faults);
    }

    /// An enrolled laptop of Priya's, closed again.
    public static void make(Path folder) {
        make(folder, "priya", "laptop-1");
    }

    public static void make(Path folder, String account, String device) {
        try (var home = LaptopHome.begin(folder, parts(), Duration.ZERO);
                var making = home.make(PASSPHRASE.toCharArray(), account)) {
            making.finish(enrolled(account, device), EPOCH).close();
        }
    }

    /// The same, left open.
    public static Opened made(Path folder, String account, String device) {
        LaptopHome home = LaptopHome.begin(folder, parts(), Duration.ZERO);
        try (var making = home.make(PASSPHRASE.toCharArray(), account)) {
            return new Opened(home, making.finish(enrolled(account, device), EPOCH));
        }
    }

    public static LaptopSettings.Enrolled enrolled(String account, String device) {
        return new LaptopSettings.Enrolled(
                account,
                "Priya Shah",
                "social_worker",
                device,
                "https://127.0.0.1:1",
                "",
                TENANT,
                "Marlbrook Council",
                7,
                true);
    }

    public static LaptopHome open(Path folder) {
        return LaptopHome.open(folder, parts(), Duration.ZERO);
    }

    /// An open laptop; closing it lets the folder go.
    public static Opened opened(Path folder) {
        return opened(folder, parts());
    }

    public static Opened opened(Path folder, LaptopHome.Parts parts) {
        LaptopHome home = LaptopHome.open(folder, parts, Duration.ZERO);
        return new Opened(home, home.unlock(PASSPHRASE.toCharArray()));
    }

    /// A case note of one child.
    public static Intent note(UUID child, UUID record, String text) {
        ObjectNode value = Json.object();
        value.put("kind", "call").put("at", "2026-11-18T10:30:00Z").put("text", text);
        return Intent.whole(StreamId.ofCase(child), record, "case_note", value);
    }

    /// A version of where a child lives.
    public static Intent address(UUID child, List<UUID> supersedes, String line) {
        ObjectNode value = Json.object();
        value.putArray("lines").add(line);
        return Intent.group(StreamId.ofCase(child), child, "child_details", "address", supersedes, value);
    }

    /// A home with its store.
    public record Opened(LaptopHome home, LaptopStore store) implements AutoCloseable {
        @Override
        public void close() {
            store.close();
            home.close();
        }
    }
}
