package org.alongside.central;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.central.directory.AllocationRecords;
import org.alongside.central.directory.Allocations;
import org.alongside.central.directory.Devices;
import org.alongside.central.directory.Devices.IssuedCode;
import org.alongside.central.directory.People;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.central.storage.Transaction;
import org.alongside.exchange.ImportReport;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Problem;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;

/// Administration on the database itself.
final class DirectAdministration implements Administration {
    private static final List<String> KINDS = List.of(ServiceLife.CHILD, ServiceLife.PERSON);

    private final CentralDatabase database;
    private final ServiceLife life;
    private final Devices devices;
    private final People people;
    private final Allocations allocations;
    private final AllocationRecords records;
    private final Imports imports;
    private final Clock clock;

    DirectAdministration(
            CentralDatabase database,
            ServiceLife life,
            Devices devices,
            People people,
            Allocations allocations,
            AllocationRecords records,
            Imports imports,
            Clock clock) {
        this.database = database;
        this.life = life;
        this.devices = devices;
        this.people = people;
        this.allocations = allocations;
        this.records = records;
        this.imports = imports;
        this.clock = clock;
    }

    @Override
    public void putAccount(Account account) {
        database.change(transaction -> people.put(transaction, List.of(account)));
    }

    @Override
    public void endAccount(String name) {
        database.change(transaction -> people.end(transaction, name));
    }

    @Override
    public IssuedCode enrolCode(String user, Duration valid) {
        return devices.issueCode(user, valid);
    }

    @Override
    public List<Person> people() {
        return database.read(transaction -> transaction.register().accounts().stream()
                .map(member -> new Person(
                        member.account().name(),
                        member.account().display(),
                        member.account().role().word(),
                        member.account().team(),
                        member.account().supervisor(),
                        member.isEnded()))
                .toList());
    }

    @Override
    public List<Held> allocations() {
        return database.read(transaction -> {
            Map<UUID, String> external = externalIds(transaction);
            return transaction.register().allocations().stream()
                    .filter(held -> held.stream().isCase())
                    .map(held -> new Held(
                            held.stream().name(),
                            external.get(held.stream().id()),
                            held.worker(),
                            held.depth(),
                            held.role(),
                            held.since(),
                            held.until()))
                    .toList();
        });
    }

    private static Map<UUID, String> externalIds(Transaction transaction) {
        var external = new HashMap<UUID, String>();
        KINDS.forEach(kind ->
                transaction.settings().idsOf(kind).forEach((theirs, ours) -> external.putIfAbsent(ours, theirs)));
        return external;
    }

    @Override
    public List<Laptop> devices() {
        return devices.all().stream()
                .map(device -> new Laptop(
                        device.device(),
                        device.account(),
                        device.enrolledAt(),
                        device.lastContact(),
                        device.state().word()))
                .toList();
    }

    @Override
    public List<ParkedWork> parked() {
        return database.read(transaction -> transaction.results().parked().stream()
                .map(parked -> new ParkedWork(
                        parked.parkedId(),
                        parked.opId(),
                        childOf(parked.stream()),
                        parked.author(),
                        parked.device(),
                        parked.reason(),
                        parked.receivedAt(),
                        parked.decided()))
                .toList());
    }

    private static @Nullable String childOf(String stream) {
        try {
            StreamId parsed = StreamId.parse(stream);
            return parsed.isCase() ? parsed.name() : null;
        } catch (BadInput e) {
            return null;
        }
    }

    @Override
    public void allocate(String child, String worker, String depth) {
        Instant now = clock.instant();
        database.change(transaction -> {
            StreamId stream = StreamId.ofCase(idOf(transaction, child));
            allocations.begin(
                    transaction, List.of(new Allocations.Wanted(stream, worker, depth, Allocations.WORKER, now)));
            records.begin(transaction, stream, worker);
        });
    }

    @Override
    public void deallocate(String child, String worker) {
        boolean ended = database.write(
                transaction -> allocations.end(transaction, StreamId.ofCase(idOf(transaction, child)), worker));
        if (!ended) {
            throw BadInput.of("allocation-unknown", "worker", worker + " does not hold this child.");
        }
    }

    @Override
    public void declare(String account, UUID person) {
        database.change(transaction -> people.declare(transaction, account, person));
    }

    @Override
    public void revokeDevice(String device, boolean salvage) {
        devices.revoke(device, salvage);
    }

    @Override
    public List<Problem> verify() {
        return new Verification(database).run();
    }

    @Override
    public void exportLog(OutputStream out) throws IOException {
        new CanonicalLog(database).write(out);
    }

    @Override
    public ImportReport importFiles(ImportRequest request) {
        return imports.run(request);
    }

    @Override
    public String epoch() {
        return life.epoch();
    }

    @Override
    public String newEpoch(String why) {
        return life.newEpoch(why);
    }

    @Override
    public UUID idOf(String id) {
        return database.read(transaction -> idOf(transaction, id));
    }

    private static UUID idOf(Transaction transaction, String id) {
        for (String kind : KINDS) {
            Optional<UUID> known = transaction.settings().idOf(kind, id);
            if (known.isPresent()) {
                return known.get();
            }
        }
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw BadInput.of("child-unknown", "child", "There is no child with this id.");
        }
    }
}
