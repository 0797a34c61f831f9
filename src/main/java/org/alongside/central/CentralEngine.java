package org.alongside.central;

import java.nio.file.Path;
import org.alongside.central.admission.Blobs;
import org.alongside.central.admission.Pull;
import org.alongside.central.admission.Push;
import org.alongside.central.admission.Receipts;
import org.alongside.central.directory.AllocationRecords;
import org.alongside.central.directory.Allocations;
import org.alongside.central.directory.Devices;
import org.alongside.central.directory.History;
import org.alongside.central.directory.People;
import org.alongside.central.directory.ScopeOrders;
import org.alongside.central.directory.ServiceEvents;
import org.alongside.central.directory.ServiceKey;
import org.alongside.central.directory.SupervisionPairs;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.exchange.council.CouncilLoad;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Ids;
import org.alongside.record.RecordTypes;
import org.alongside.record.store.Projector;

/// Everything of the service but the network, on an open database. A running service has one; so has
/// an administrator's command when none is running.
public final class CentralEngine implements AutoCloseable {
    private static final String KEY_FILE = "service.key";

    private final CentralDatabase database;
    private final Ids ids;
    private final ServiceLife life;
    private final Devices devices;
    private final Push push;
    private final Pull pull;
    private final Receipts receipts;
    private final Blobs blobs;
    private final People people;
    private final Allocations allocations;
    private final History history;
    private final CouncilIntake council;
    private final Administration administration;

    private CentralEngine(CentralConfig config) {
        var clock = config.clock();
        ids = new Ids(clock);
        RecordTypes types = RecordTypes.shipped();
        ServiceKey key = ServiceKey.in(config.home().resolve(KEY_FILE));
        database = CentralDatabase.open(
                config.database(),
                new Projector(types, config.projections()),
                ids.next().toString());
        life = new ServiceLife(database, ids);
        var events = new ServiceEvents(clock, ids);
        var orders = new ScopeOrders(events);
        var records = new AllocationRecords(clock, events);
        allocations = new Allocations(clock, orders, records);
        people = new People(clock, events, orders, allocations, new SupervisionPairs(clock, events));
        devices = new Devices(database, clock, ids, key);
        push = new Push(database, types, orders, allocations, clock, ids);
        pull = new Pull(database, clock, ids);
        history = new History(clock, ids, orders);
        receipts = new Receipts(database, clock, ids);
        blobs = new Blobs(database, clock, ids);
        council = new CouncilIntake(database, history, people, allocations, clock);
        administration = new DirectAdministration(
                database,
                life,
                devices,
                people,
                allocations,
                records,
                new Imports(database, history, allocations, clock),
                clock);
    }

    /// Opens a service's database, making it where there is none.
    ///
    /// @throws org.alongside.central.storage.StorageUnavailable when it cannot be reached, or another
    ///     program holds it
    /// @throws BadInput when a clock was asked for and it holds a council's own data
    public static CentralEngine open(CentralConfig config) {
        return opened(config);
    }

    /// Opens one that is there.
    ///
    /// @throws BadInput when there is none
    public static CentralEngine openExisting(CentralConfig config) {
        if (!CentralDatabase.exists(config.database())) {
            Path home = config.home();
            throw BadInput.of("service-missing", "home", "There is no service in " + home + ".");
        }
        return opened(config);
    }

    private static CentralEngine opened(CentralConfig config) {
        var engine = new CentralEngine(config);
        boolean accepted = false;
        try {
            engine.life.acceptClock(config.clock(), engine.isEmpty());
            engine.database.change(engine.people::settlePairs);
            engine.blobs.forgetUnnamed();
            accepted = true;
            return engine;
        } finally {
            if (!accepted) {
                engine.close();
            }
        }
    }

    public Administration administration() {
        return administration;
    }

    public ServiceLife life() {
        return life;
    }

    /// Whether nobody and nothing is known here yet.
    public boolean isEmpty() {
        return council.isEmpty();
    }

    /// Fills an empty service with a council.
    ///
    /// @return false when it holds data already; nothing is changed then
    public boolean load(CouncilLoad load) {
        return council.load(load);
    }

    CentralDatabase database() {
        return database;
    }

    People people() {
        return people;
    }

    Allocations allocations() {
        return allocations;
    }

    History history() {
        return history;
    }

    Ids ids() {
        return ids;
    }

    Devices devices() {
        return devices;
    }

    Push push() {
        return push;
    }

    Pull pull() {
        return pull;
    }

    Receipts receipts() {
        return receipts;
    }

    Blobs blobs() {
        return blobs;
    }

    @Override
    public void close() {
        database.close();
    }
}
