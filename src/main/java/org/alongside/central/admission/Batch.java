package org.alongside.central.admission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.central.directory.Scope;
import org.alongside.central.storage.DeviceTable.State;
import org.alongside.central.storage.Transaction;
import org.alongside.record.Operation;
import org.alongside.record.StreamId;

/// What is known while one transaction of a push is worked through.
final class Batch {
    private final Transaction transaction;
    private final Account author;
    private final String device;
    private final State deviceState;
    private final Scope scope;
    private final Set<StreamId> begun = new TreeSet<>();
    private final Set<StreamId> openable = new TreeSet<>();
    private final Set<StreamId> linkable = new TreeSet<>();
    private final Set<UUID> parked = new HashSet<>();
    private final Map<StreamId, Map<UUID, Set<UUID>>> links = new HashMap<>();

    Batch(Transaction transaction, Account author, String device, State deviceState, List<Sent> sent) {
        this.transaction = transaction;
        this.author = author;
        this.device = device;
        this.deviceState = deviceState;
        scope = Scope.of(transaction, author.name());
        for (Sent each : sent) {
            Operation operation = each.operation();
            if (operation != null) {
                lookAhead(operation);
            }
        }
    }

    /// A new child's case may be begun by the facts of that child; a new person by the relationship
    /// that links them, wherever in the batch it stands.
    private void lookAhead(Operation operation) {
        StreamId stream = operation.stream();
        if (operation.type().equals(Guards.CHILD_DETAILS) && stream.kind() == StreamId.Kind.CASE) {
            openable.add(stream);
        }
        if (operation.type().equals(Guards.RELATIONSHIP) && stream.isCase()) {
            Guards.personOf(operation).ifPresent(person -> linkable.add(StreamId.ofPerson(person)));
        }
    }

    Transaction transaction() {
        return transaction;
    }

    Account author() {
        return author;
    }

    /// The laptop that sends it.
    String device() {
        return device;
    }

    /// Why the author holds a stream: the role of their allocation; empty when they do not.
    String placeIn(StreamId stream) {
        return transaction.register().lastingOn(List.of(stream)).stream()
                .filter(allocation -> allocation.worker().equals(author.name()))
                .map(allocation -> allocation.role())
                .findFirst()
                .orElse("");
    }

    boolean isFromRevoked() {
        return deviceState != State.ACTIVE;
    }

    /// Whether the author's allocation covers a stream, those begun in this batch included.
    boolean isInScope(StreamId stream) {
        return scope.isFull(stream) || begun.contains(stream);
    }

    boolean isHidden(StreamId stream) {
        return scope.hidden().contains(stream);
    }

    /// Whether this batch has what a new child's case begins with.
    boolean isOpenable(StreamId stream) {
        return openable.contains(stream);
    }

    /// Whether a relationship in this batch names the person.
    boolean isLinkable(StreamId person) {
        return linkable.contains(person);
    }

    void began(Set<StreamId> streams) {
        begun.addAll(streams);
    }

    Set<StreamId> begunCases() {
        var cases = new TreeSet<>(begun);
        cases.removeIf(stream -> stream.kind() != StreamId.Kind.CASE);
        return cases;
    }

    void parked(UUID opId) {
        parked.add(opId);
    }

    boolean isParked(UUID opId) {
        return parked.contains(opId);
    }

    /// Notes whom a relationship record now links; written with the orders at the end.
    void link(StreamId caseStream, UUID record, Set<UUID> persons) {
        links.computeIfAbsent(caseStream, key -> new HashMap<>()).put(record, persons);
    }

    Map<StreamId, Map<UUID, Set<UUID>>> links() {
        return links;
    }
}
