package org.alongside.central.directory;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.alongside.central.storage.RegisterTable.Allocation;
import org.alongside.central.storage.Transaction;
import org.alongside.kernel.Ids;
import org.alongside.record.Event;
import org.alongside.record.Intent;
import org.alongside.record.Operation;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;

/// Brings in what was kept elsewhere: by a council's file or an import. It becomes real events, each
/// marked as brought in, under the author who did it and with the time when it was kept.
public final class History {
    private static final String RELATIONSHIP = "relationship";

    private final Clock clock;
    private final Ids ids;
    private final ScopeOrders orders;

    public History(Clock clock, Ids ids, ScopeOrders orders) {
        this.clock = clock;
        this.ids = ids;
        this.orders = orders;
    }

    /// One step of history.
    ///
    /// @param keptAt when it was kept: the operation's device time
    /// @param atomicGroup shared by steps that stand or fall together
    public record Past(
            Intent intent,
            String author,
            Instant keptAt,
            @Nullable UUID atomicGroup) {}

    /// That a person's stream belongs with a child's case though no relationship says so yet.
    public record Link(StreamId caseStream, UUID person) {}

    private record Unit(UUID record, String fieldGroup) {}

    /// Appends history to streams, each in the order given, and writes every record it touches once.
    /// A step of a field group stands in place of the earlier ones of the same history, unless it
    /// says itself what it stands in place of.
    ///
    /// @return how many events
    public int bringIn(Transaction transaction, Map<StreamId, List<Past>> history, Collection<Link> links) {
        var sorted = new TreeMap<>(history);
        transaction.streams().lock(sorted.keySet());
        int events = 0;
        Map<StreamId, Map<UUID, Set<UUID>>> linked = new LinkedHashMap<>();
        for (var stream : sorted.entrySet()) {
            events += bringIn(transaction, stream.getKey(), stream.getValue(), linked);
        }
        for (Link link : links) {
            linked.computeIfAbsent(link.caseStream(), key -> new HashMap<>())
                    .put(link.person(), new HashSet<>(Set.of(link.person())));
        }
        link(transaction, linked);
        return events;
    }

    private int bringIn(
            Transaction transaction, StreamId stream, List<Past> steps, Map<StreamId, Map<UUID, Set<UUID>>> linked) {
        var newest = new HashMap<Unit, List<UUID>>();
        var touched = new LinkedHashSet<UUID>();
        long number = 0;
        for (Past past : steps) {
            Intent intent = past.intent();
            var unit = new Unit(intent.record(), intent.fieldGroup() == null ? "" : intent.fieldGroup());
            List<UUID> before = intent.supersedes().isEmpty() && intent.fieldGroup() != null
                    ? newest.getOrDefault(unit, List.of())
                    : intent.supersedes();
            var operation = new Operation(
                    ids.next(),
                    stream,
                    intent.record(),
                    intent.fieldGroup(),
                    intent.type(),
                    1,
                    past.atomicGroup(),
                    isAddition(intent) ? List.of() : before,
                    past.keptAt(),
                    ++number,
                    intent.body());
            transaction.streams().append(stream, operation.line(), past.author(), Event.BROUGHT_IN, clock.instant());
            newest.put(unit, List.of(operation.opId()));
            touched.add(intent.record());
        }
        for (UUID record : touched) {
            RecordState state = transaction.streams().rewrite(stream, record);
            if (state.type().equals(RELATIONSHIP)) {
                linked.computeIfAbsent(stream, key -> new HashMap<>()).put(record, Links.personsOf(state));
            }
        }
        return steps.size();
    }

    private static boolean isAddition(Intent intent) {
        return intent.type().equals(Operation.AMENDMENT) || intent.type().equals(Operation.WITHDRAWAL);
    }

    private void link(Transaction transaction, Map<StreamId, Map<UUID, Set<UUID>>> linked) {
        if (linked.isEmpty()) {
            return;
        }
        var affected = new TreeSet<String>();
        for (Allocation allocation : transaction.register().lastingOn(new ArrayList<>(linked.keySet()))) {
            affected.add(allocation.worker());
        }
        orders.around(
                transaction,
                affected,
                () -> linked.forEach((stream, records) -> records.forEach(
                        (record, persons) -> transaction.register().link(stream, record, persons))));
    }
}
