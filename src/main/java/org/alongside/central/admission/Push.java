package org.alongside.central.admission;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.central.directory.Allocations;
import org.alongside.central.directory.ScopeOrders;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.central.storage.DeviceTable.Device;
import org.alongside.central.storage.StorageUnavailable;
import org.alongside.kernel.Ids;
import org.alongside.record.RecordTypes;
import org.alongside.sync.wire.OpResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes in what a laptop sends: one transaction a batch, in which streams are locked in order, ids
/// looked up, revisions given and each operation's result written beside its effect.
public final class Push {
    private static final Logger LOG = LoggerFactory.getLogger(Push.class);

    private final CentralDatabase database;
    private final BatchWork work;

    public Push(
            CentralDatabase database,
            RecordTypes types,
            ScopeOrders orders,
            Allocations allocations,
            Clock clock,
            Ids ids) {
        this.database = database;
        this.work = new BatchWork(new Guards(types), orders, allocations, clock, ids);
    }

    /// @param lines the operations' bytes, in order
    /// @return a result for each
    /// @throws StorageUnavailable when the database cannot be reached: nothing is known then of those
    ///     that have no result yet, and sending all again is safe
    public List<OpResult> take(Device device, Account author, List<byte[]> lines) {
        return takeUnits(device, author, units(lines.stream().map(Sent::of).toList()));
    }

    /// What stands or falls together, in order of the first of each.
    private static List<List<Sent>> units(List<Sent> sent) {
        var units = new LinkedHashMap<Object, List<Sent>>();
        for (Sent each : sent) {
            UUID group = each.atomicGroup();
            units.computeIfAbsent(group == null ? new Object() : group, key -> new ArrayList<>())
                    .add(each);
        }
        return List.copyOf(units.values());
    }

    /// A batch that the database or our own code breaks on is halved until the one that breaks it is
    /// found and parked, so that it holds nobody up (`sync.md` 2.2). That is why every run-time
    /// exception counts here, but for a database that is away.
    private List<OpResult> takeUnits(Device device, Account author, List<List<Sent>> units) {
        try {
            return database.write(transaction -> work.apply(transaction, device, author, units));
        } catch (StorageUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (units.size() == 1) {
                LOG.warn(
                        "operation parked, it breaks its transaction: {}",
                        e.getClass().getSimpleName());
                return database.write(transaction -> work.park(transaction, device, author, units.getFirst()));
            }
            int half = units.size() / 2;
            var results = new ArrayList<>(takeUnits(device, author, units.subList(0, half)));
            results.addAll(takeUnits(device, author, units.subList(half, units.size())));
            return results;
        }
    }
}
