package org.alongside.central;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.alongside.central.directory.Allocations;
import org.alongside.central.directory.History;
import org.alongside.central.directory.History.Past;
import org.alongside.central.directory.People;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.central.storage.Transaction;
import org.alongside.exchange.council.BroughtIn;
import org.alongside.exchange.council.CouncilLoad;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.record.StreamId;

/// Fills an empty service with a council: its staff, what they declared, its families' history, who
/// holds whom. One transaction, so that a service is never half filled.
final class CouncilIntake {
    private static final String SUPERVISOR = "supervisor";
    private static final LocalTime TIME_MISSING = LocalTime.of(10, 0);

    private final CentralDatabase database;
    private final History history;
    private final People people;
    private final Allocations allocations;
    private final Clock clock;

    CouncilIntake(CentralDatabase database, History history, People people, Allocations allocations, Clock clock) {
        this.database = database;
        this.history = history;
        this.people = people;
        this.allocations = allocations;
        this.clock = clock;
    }

    /// Whether nobody and nothing is known here yet.
    boolean isEmpty() {
        return database.read(CouncilIntake::isEmpty);
    }

    private static boolean isEmpty(Transaction transaction) {
        return transaction.register().accounts().isEmpty()
                && transaction.streams().allHeads().isEmpty();
    }

    /// @return false when the service holds data already; nothing is changed then
    boolean load(CouncilLoad load) {
        return database.write(transaction -> {
            if (!isEmpty(transaction)) {
                return false;
            }
            store(transaction, load);
            return true;
        });
    }

    private void store(Transaction transaction, CouncilLoad load) {
        var settings = transaction.settings();
        settings.put(ServiceLife.DEMONSTRATION, "true");
        settings.put(ServiceLife.COUNCIL, load.council().name());
        settings.put(ServiceLife.AUTHORITY, load.council().authorityCode());
        settings.put(ServiceLife.LOCAL_VALUES, Json.line(load.localValues()));
        settings.put(ServiceLife.OTHER_LOAD, Json.line(load.otherLoad()));
        Map<StreamId, List<Past>> steps = new LinkedHashMap<>();
        load.events()
                .forEach((stream, events) -> steps.put(
                        stream, events.stream().map(CouncilIntake::past).toList()));
        var links = load.people().stream()
                .map(link -> new History.Link(StreamId.ofCase(link.child()), link.person()))
                .toList();
        history.bringIn(transaction, steps, links);
        load.references()
                .forEach(reference -> settings.refer(reference.kind(), reference.externalId(), reference.id()));
        people.putUnpublished(transaction, load.staff());
        for (CouncilLoad.Declared declared : load.declared()) {
            people.declare(transaction, declared.account(), declared.person());
            for (StreamId stream : new TreeSet<>(declared.hidden())) {
                if (stream.isCase() || stream.kind() == StreamId.Kind.PERSON) {
                    transaction.register().declare(declared.account(), stream);
                }
            }
        }
        allocations.beginNew(transaction, wanted(load));
    }

    private static Past past(BroughtIn event) {
        return new Past(event.intent(), event.author(), event.keptAt(), event.atomicGroup());
    }

    /// A supervisor holds what their workers hold by that alone; what a file says beyond that stands as
    /// it says it.
    private List<Allocations.Wanted> wanted(CouncilLoad load) {
        var wanted = new ArrayList<Allocations.Wanted>();
        for (CouncilLoad.Allocated allocated : load.allocations()) {
            boolean follows = allocated.role().equals(SUPERVISOR)
                    && allocated.depth() == CouncilLoad.Depth.FULL
                    && load.allocations().stream().anyMatch(other -> isWorkerOf(load, other, allocated));
            if (!follows) {
                Instant since = allocated.since() == null
                        ? clock.instant()
                        : allocated
                                .since()
                                .atTime(TIME_MISSING)
                                .atZone(Clocks.LONDON)
                                .toInstant();
                String role = allocated.role().equals(SUPERVISOR) ? Allocations.REVIEWER : allocated.role();
                wanted.add(new Allocations.Wanted(
                        StreamId.ofCase(allocated.child()),
                        allocated.account(),
                        allocated.depth().word(),
                        role,
                        since));
            }
        }
        return wanted;
    }

    private static boolean isWorkerOf(CouncilLoad load, CouncilLoad.Allocated other, CouncilLoad.Allocated supervisor) {
        return other.role().equals(Allocations.WORKER)
                && other.depth() == CouncilLoad.Depth.FULL
                && other.child().equals(supervisor.child())
                && load.staff().stream()
                        .anyMatch(account -> account.name().equals(other.account())
                                && supervisor.account().equals(account.supervisor()));
    }
}
