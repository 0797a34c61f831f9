package org.alongside.central.admission;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.central.directory.Allocations;
import org.alongside.central.directory.Links;
import org.alongside.central.directory.Scope;
import org.alongside.central.directory.ScopeOrders;
import org.alongside.central.storage.DeviceTable;
import org.alongside.central.storage.DeviceTable.Device;
import org.alongside.central.storage.RegisterTable.Allocation;
import org.alongside.central.storage.ResultTable;
import org.alongside.central.storage.ResultTable.Known;
import org.alongside.central.storage.Transaction;
import org.alongside.kernel.Ids;
import org.alongside.record.Operation;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.sync.wire.OpResult;

/// The work of one transaction of a push.
final class BatchWork {
    private final Guards guards;
    private final ScopeOrders orders;
    private final Allocations allocations;
    private final Clock clock;
    private final Ids ids;

    BatchWork(Guards guards, ScopeOrders orders, Allocations allocations, Clock clock, Ids ids) {
        this.guards = guards;
        this.orders = orders;
        this.allocations = allocations;
        this.clock = clock;
        this.ids = ids;
    }

    private record Place(StreamId stream, UUID record) {}

    List<OpResult> apply(Transaction transaction, Device device, Account author, List<List<Sent>> units) {
        DeviceTable.State state = touch(transaction, device);
        List<Sent> all = units.stream().flatMap(List::stream).toList();
        Map<UUID, Known> known = new HashMap<>(
                transaction.results().find(all.stream().map(Sent::opId).toList()));
        var repeats = new ArrayList<Sent>();
        List<List<Sent>> fresh = fresh(units, known.keySet(), repeats);
        List<Sent> flat = fresh.stream().flatMap(List::stream).toList();
        lock(transaction, flat);
        var batch = new Batch(transaction, author, device.device(), state, flat);
        var results = new ArrayList<OpResult>();
        for (List<Sent> unit : fresh) {
            List<OpResult> said = applyUnit(batch, device, unit);
            for (int i = 0; i < unit.size(); i++) {
                known.put(unit.get(i).opId(), new Known(said.get(i), unit.get(i).hash()));
            }
            results.addAll(said);
        }
        for (Sent repeat : repeats) {
            results.add(again(transaction, device, author, repeat, known.get(repeat.opId())));
        }
        settleScope(batch);
        return results;
    }

    /// Parks a unit that breaks its transaction; what of it is known already keeps its result.
    List<OpResult> park(Transaction transaction, Device device, Account author, List<Sent> unit) {
        touch(transaction, device);
        Map<UUID, Known> known = new HashMap<>(
                transaction.results().find(unit.stream().map(Sent::opId).toList()));
        var results = new ArrayList<OpResult>();
        for (Sent sent : unit) {
            Known before = known.get(sent.opId());
            if (before == null) {
                OpResult result = park(transaction, device, author, sent, Reason.INVALID);
                known.put(sent.opId(), new Known(result, sent.hash()));
                results.add(result);
            } else {
                results.add(again(transaction, device, author, sent, before));
            }
        }
        return results;
    }

    /// Even a push that brings nothing new writes this, so that its commit waits for what the first
    /// one's waited for (`sync.md` 2.5).
    private DeviceTable.State touch(Transaction transaction, Device device) {
        transaction.devices().touch(device.device(), clock.instant(), true);
        return transaction.devices().find(device.device()).map(Device::state).orElse(DeviceTable.State.REVOKED);
    }

    private static List<List<Sent>> fresh(List<List<Sent>> units, Set<UUID> known, List<Sent> repeats) {
        var seen = new HashSet<>(known);
        var fresh = new ArrayList<List<Sent>>();
        for (List<Sent> unit : units) {
            var kept = new ArrayList<Sent>();
            for (Sent sent : unit) {
                if (seen.add(sent.opId())) {
                    kept.add(sent);
                } else {
                    repeats.add(sent);
                }
            }
            if (!kept.isEmpty()) {
                fresh.add(kept);
            }
        }
        return fresh;
    }

    private static void lock(Transaction transaction, List<Sent> fresh) {
        var streams = new TreeSet<StreamId>();
        for (Sent sent : fresh) {
            Operation operation = sent.operation();
            if (operation != null) {
                streams.add(operation.stream());
            }
        }
        transaction.streams().lock(streams);
    }

    /// The first answer once more; but another operation that took the same id is kept, too.
    private OpResult again(
            Transaction transaction,
            Device device,
            Account author,
            Sent sent,
            @org.jspecify.annotations.Nullable Known before) {
        if (before == null || before.lineHash().equals(sent.hash())) {
            return before == null
                    ? park(transaction, device, author, sent, Reason.INVALID)
                    : OpResult.duplicate(before.result());
        }
        UUID parkedId = UUID.nameUUIDFromBytes((sent.opId() + "\n" + sent.hash()).getBytes(StandardCharsets.UTF_8));
        keep(transaction, device, author, sent, Reason.INVALID, parkedId);
        return OpResult.parked(sent.opId(), Reason.INVALID.word(), parkedId);
    }

    private List<OpResult> applyUnit(Batch batch, Device device, List<Sent> unit) {
        Map<UUID, Reason> said = guards.judge(batch, unit);
        if (said.isEmpty()) {
            return accept(batch, device, unit);
        }
        var results = new ArrayList<OpResult>();
        for (Sent sent : unit) {
            Reason reason = said.getOrDefault(sent.opId(), Reason.AFTER_PARKED);
            results.add(park(batch.transaction(), device, batch.author(), sent, reason));
            batch.parked(sent.opId());
        }
        return results;
    }

    private List<OpResult> accept(Batch batch, Device device, List<Sent> unit) {
        Transaction transaction = batch.transaction();
        Instant now = clock.instant();
        var revisions = new HashMap<UUID, Long>();
        var touched = new LinkedHashSet<Place>();
        for (Sent sent : unit) {
            Operation operation = operation(sent);
            if (!transaction.streams().exists(operation.stream())) {
                batch.began(Set.of(operation.stream()));
            }
            var event = transaction
                    .streams()
                    .append(operation.stream(), sent.line(), batch.author().name(), device.device(), now);
            revisions.put(sent.opId(), event.rev());
            touched.add(new Place(operation.stream(), operation.record()));
        }
        var states = new LinkedHashMap<Place, RecordState>();
        for (Place place : touched) {
            RecordState state = transaction.streams().rewrite(place.stream(), place.record());
            states.put(place, state);
            if (state.type().equals(Guards.RELATIONSHIP)) {
                batch.link(place.stream(), place.record(), Links.personsOf(state));
            }
        }
        var results = new ArrayList<OpResult>();
        for (Sent sent : unit) {
            Operation operation = operation(sent);
            RecordState state = states.get(new Place(operation.stream(), operation.record()));
            boolean clash = state != null && !operation.isAddition() && state.isInConflict(operation.mergeUnit());
            UUID conflict = clash
                    ? RecordState.conflictId(operation.stream(), operation.record(), operation.mergeUnit())
                    : null;
            OpResult result = OpResult.accepted(sent.opId(), revisions.getOrDefault(sent.opId(), 0L), conflict);
            transaction.results().put(sent.stream(), result, sent.hash());
            results.add(result);
        }
        return results;
    }

    private static Operation operation(Sent sent) {
        Operation operation = sent.operation();
        if (operation == null) {
            throw new IllegalStateException("accepted what is no operation");
        }
        return operation;
    }

    private OpResult park(Transaction transaction, Device device, Account author, Sent sent, Reason reason) {
        UUID parkedId = ids.next();
        keep(transaction, device, author, sent, reason, parkedId);
        OpResult result = OpResult.parked(sent.opId(), reason.word(), parkedId);
        transaction.results().put(sent.stream(), result, sent.hash());
        return result;
    }

    private void keep(Transaction transaction, Device device, Account author, Sent sent, Reason reason, UUID parkedId) {
        transaction
                .results()
                .park(new ResultTable.Parked(
                        parkedId,
                        sent.opId(),
                        sent.stream(),
                        sent.record(),
                        sent.atomicGroup(),
                        author.name(),
                        device.device(),
                        reason.word(),
                        clock.instant(),
                        null,
                        sent.line()));
    }

    /// Links people to cases and gives a new child's case to its author, and writes the orders that
    /// follow for everybody whose scope these change.
    private void settleScope(Batch batch) {
        Transaction transaction = batch.transaction();
        Set<StreamId> begun = batch.begunCases();
        if (batch.links().isEmpty() && begun.isEmpty()) {
            return;
        }
        var affected = new TreeSet<String>();
        affected.add(batch.author().name());
        String supervisor = batch.author().supervisor();
        if (supervisor != null) {
            affected.add(supervisor);
        }
        for (Allocation allocation :
                transaction.register().lastingOn(batch.links().keySet())) {
            affected.add(allocation.worker());
        }
        orders.around(transaction, affected, () -> {
            batch.links()
                    .forEach((stream, records) -> records.forEach(
                            (record, persons) -> transaction.register().link(stream, record, persons)));
            for (StreamId stream : begun) {
                transaction
                        .register()
                        .begin(batch.author().name(), stream, Scope.FULL, Allocations.WORKER, clock.instant());
            }
            if (supervisor != null && !begun.isEmpty()) {
                allocations.settleSupervision(transaction, supervisor);
            }
        });
    }
}
