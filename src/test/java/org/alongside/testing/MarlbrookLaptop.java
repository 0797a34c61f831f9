package org.alongside.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.exchange.council.BroughtIn;
import org.alongside.exchange.council.CouncilFile;
import org.alongside.exchange.council.CouncilLoad;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Ids;
import org.alongside.kernel.Json;
import org.alongside.record.Chain;
import org.alongside.record.Event;
import org.alongside.record.Intent;
import org.alongside.record.Operation;
import org.alongside.record.Sealing;
import org.alongside.record.StreamId;
import org.alongside.store.FaultPoints;
import org.alongside.store.LaptopHome;
import org.alongside.store.LaptopSettings;
import org.alongside.store.LaptopStore;
import org.alongside.store.keys.Argon2;
import org.alongside.sync.wire.PullLine;
import org.alongside.tool.Laptop;
import tools.jackson.databind.JsonNode;

/// Joanna's laptop, real and encrypted, after its first sync with the demonstration council: tests of
/// windows see what a worker sees, through the real store.
public final class MarlbrookLaptop implements AutoCloseable {
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 18);
    public static final Clock CLOCK =
            Clock.fixed(TODAY.atTime(12, 6).atZone(Clocks.LONDON).toInstant(), Clocks.LONDON);
    private static final String TENANT = "marlbrook";
    public static final String PASSPHRASE = "seven brown kettles sing";

    private final LaptopHome home;
    private final LaptopStore store;
    private final Laptop laptop;
    private final Map<StreamId, Long> revisions = new LinkedHashMap<>();
    private final Map<StreamId, String> chains = new LinkedHashMap<>();
    private final Ids ids = new Ids(CLOCK);

    private MarlbrookLaptop(LaptopHome home, LaptopStore store) {
        this.home = home;
        this.store = store;
        this.laptop = Laptop.of(home, store, CLOCK, () -> true);
    }

    /// A laptop in a folder, with every case of the demonstration council's worker Joanna.
    public static MarlbrookLaptop of(Path folder) {
        return of(folder, true);
    }

    /// @param filled false for a laptop that has fetched nothing yet
    public static MarlbrookLaptop of(Path folder, boolean filled) {
        return of(folder, filled, CouncilFile.demonstration(CLOCK), "Joanna");
    }

    /// A worker's laptop with the council file as it stands, dated from its own day: for expectations
    /// that hold on the day, where the live demonstration moves visits off weekends.
    ///
    /// @param worker what the worker's name begins with
    public static MarlbrookLaptop asFiled(Path folder, String worker) {
        try (var in = Objects.requireNonNull(MarlbrookLaptop.class.getResourceAsStream("/demo/marlbrook.json"))) {
            return of(folder, true, CouncilFile.read(in.readAllBytes(), CLOCK), worker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MarlbrookLaptop of(Path folder, boolean filled, CouncilLoad load, String worker) {
        var parts = new LaptopHome.Parts(
                Laptop.projector(),
                CLOCK,
                System::nanoTime,
                new Ids(Clocks.system()),
                Argon2.Calibration.floor(),
                FaultPoints.none());
        LaptopHome home = LaptopHome.begin(folder, parts, Duration.ZERO);
        Account account = load.staff().stream()
                .filter(staff -> staff.display().startsWith(worker))
                .findFirst()
                .orElseThrow();
        LaptopStore store;
        try (var making = home.make(PASSPHRASE.toCharArray(), account.name())) {
            store = making.finish(
                    new LaptopSettings.Enrolled(
                            account.name(),
                            account.display(),
                            account.role().word(),
                            "laptop-" + worker.toLowerCase(java.util.Locale.ROOT),
                            "https://127.0.0.1:1",
                            authority(),
                            TENANT,
                            load.council().name(),
                            7,
                            true),
                    "epoch-1");
        }
        var made = new MarlbrookLaptop(home, store);
        if (filled) {
            made.fill(load, account.name());
        }
        return made;
    }

    /// An authority that has signed for nobody: the service of these tests is never there.
    public static String authority() {
        try (var in = Objects.requireNonNull(MarlbrookLaptop.class.getResourceAsStream("/app/authority.pem"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Laptop laptop() {
        return laptop;
    }

    public LaptopStore store() {
        return store;
    }

    /// The child who is called so.
    public UUID child(String name) {
        return laptop.children().all().stream()
                .filter(child -> child.name().equals(name) || child.shortName().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /// What a colleague wrote on another laptop arrives with a sync.
    public Operation arrives(Intent intent, String author, Instant at) {
        long rev = revisions.getOrDefault(intent.stream(), 0L) + 1;
        var operation = new Operation(
                ids.next(),
                intent.stream(),
                intent.record(),
                intent.fieldGroup(),
                intent.type(),
                1,
                null,
                intent.supersedes(),
                at,
                rev,
                intent.body());
        take(intent.stream(), List.of(Event.accepted(operation.line(), rev, author, "laptop-" + author, at)));
        return operation;
    }

    /// A version of a fact by a colleague who had seen only what the council had before.
    public Operation arrives(UUID child, String group, JsonNode value, List<UUID> seen, String author) {
        Instant at = CLOCK.instant().minus(Duration.ofHours(3));
        return arrives(Intent.group(StreamId.ofCase(child), child, "child_details", group, seen, value), author, at);
    }

    private void fill(CouncilLoad load, String account) {
        var wanted = new ArrayList<StreamId>();
        wanted.add(StreamId.council());
        var children = load.allocations().stream()
                .filter(allocated -> allocated.account().equals(account))
                .map(CouncilLoad.Allocated::child)
                .toList();
        children.forEach(child -> wanted.add(StreamId.ofCase(child)));
        load.people().stream()
                .filter(link -> children.contains(link.child()))
                .map(link -> StreamId.ofPerson(link.person()))
                .distinct()
                .forEach(wanted::add);
        for (StreamId stream : wanted) {
            var events = new ArrayList<Event>();
            long rev = 0;
            for (BroughtIn broughtIn : load.events().getOrDefault(stream, List.of())) {
                events.add(event(broughtIn, ++rev));
            }
            if (!events.isEmpty()) {
                take(stream, events);
            }
        }
        load.staff().stream()
                .filter(each -> each.supervisor() != null)
                .filter(each -> each.name().equals(account) || account.equals(each.supervisor()))
                .forEach(each -> together(load, each.name(), each.supervisor()));
        laptop.replica().synced(TODAY.atTime(8, 55).atZone(Clocks.LONDON).toInstant());
    }

    /// What a worker and their supervisor keep, as the service begins it.
    private void together(CouncilLoad load, String worker, String supervisor) {
        StreamId stream = StreamId.ofSupervision(worker, supervisor);
        var past = new ArrayList<BroughtIn>();
        past.add(new BroughtIn(
                Intent.group(
                        stream,
                        UUID.nameUUIDFromBytes(stream.toString().getBytes(StandardCharsets.UTF_8)),
                        Sealing.PAIR,
                        "record",
                        List.of(),
                        Json.object().put("worker", worker).put("supervisor", supervisor)),
                BroughtIn.COUNCIL,
                CLOCK.instant(),
                null));
        past.addAll(load.events().getOrDefault(stream, List.of()));
        var events = new ArrayList<Event>();
        past.forEach(one -> events.add(event(one, events.size() + 1L)));
        take(stream, events);
    }

    private void take(StreamId stream, List<Event> events) {
        String chain = chains.getOrDefault(stream, Chain.start(TENANT, stream));
        for (Event event : events) {
            chain = Chain.next(chain, event.line());
        }
        long rev = events.getLast().rev();
        boolean taken =
                laptop.replica().events(stream, false, events, new PullLine.Head(stream.toString(), rev, chain, rev));
        if (!taken) {
            throw new IllegalStateException("the laptop refused " + stream);
        }
        chains.put(stream, chain);
        revisions.put(stream, rev);
    }

    private static Event event(BroughtIn broughtIn, long rev) {
        var intent = broughtIn.intent();
        UUID id = UUID.nameUUIDFromBytes((intent.stream() + " " + rev).getBytes(StandardCharsets.UTF_8));
        var operation = new Operation(
                id,
                intent.stream(),
                intent.record(),
                intent.fieldGroup(),
                intent.type(),
                1,
                broughtIn.atomicGroup(),
                intent.supersedes(),
                broughtIn.keptAt(),
                rev,
                intent.body());
        return Event.accepted(operation.line(), rev, broughtIn.author(), Event.BROUGHT_IN, broughtIn.keptAt());
    }

    @Override
    public void close() {
        laptop.close();
    }
}
