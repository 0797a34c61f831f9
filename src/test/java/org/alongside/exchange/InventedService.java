package org.alongside.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.record.Change;
import org.alongside.record.Event;
import org.alongside.record.Intent;
import org.alongside.record.Operation;
import org.alongside.record.RecordFold;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A service that keeps what it is given in memory and folds it with the real fold.
final class InventedService implements Known {
    private static final Set<String> ACCOUNTS = Set.of("joanna", "deborah", "desk");

    private final Map<String, UUID> children = new HashMap<>();
    private final Map<String, UUID> people = new HashMap<>();
    private final Map<UUID, List<Change>> history = new LinkedHashMap<>();
    private @Nullable String authority;
    private long seq;

    /// Stores a plan as history that was brought in.
    void store(ImportPlan plan) {
        for (ImportPlan.Reference reference : plan.references()) {
            var ids = reference.kind() == ImportPlan.Kind.CHILD ? children : people;
            ids.put(reference.externalId(), reference.id());
        }
        authority = plan.authority().orElse(authority);
        plan.changes().forEach(change -> write(change.intent(), Event.BROUGHT_IN));
    }

    /// A worker's own change, in place of what stands.
    void byWorker(StreamId stream, UUID record, String type, String group, JsonNode value) {
        List<UUID> heads = record(stream, record).orElseThrow().heads().getOrDefault(group, List.of()).stream()
                .map(Change::opId)
                .toList();
        write(Intent.group(stream, record, type, group, heads, value), "laptop-1");
    }

    /// A worker says that a record was entered in error.
    void withdraw(StreamId stream, UUID record) {
        write(Intent.withdrawal(stream, record, org.alongside.kernel.Json.object(), "entered in error"), "laptop-1");
    }

    UUID childId(String externalId) {
        return child(externalId).orElseThrow();
    }

    @Override
    public Optional<String> authority() {
        return Optional.ofNullable(authority);
    }

    @Override
    public Optional<UUID> child(String externalId) {
        return Optional.ofNullable(children.get(externalId));
    }

    @Override
    public Optional<UUID> person(String externalId) {
        return Optional.ofNullable(people.get(externalId));
    }

    @Override
    public Optional<RecordState> record(StreamId stream, UUID record) {
        return Optional.ofNullable(history.get(record)).map(RecordFold::fold);
    }

    @Override
    public boolean isAccount(String account) {
        return ACCOUNTS.contains(account);
    }

    @Override
    public boolean mayHold(String account, UUID child) {
        return isAccount(account) && !account.equals("desk");
    }

    @Override
    public Optional<String> supervisor(String account) {
        return account.equals("joanna") ? Optional.of("deborah") : Optional.empty();
    }

    @Override
    public Optional<LocalDate> openPlan(UUID child) {
        return Optional.empty();
    }

    private void write(Intent intent, String device) {
        seq++;
        var operation = new Operation(
                new UUID(7, seq),
                intent.stream(),
                intent.record(),
                intent.fieldGroup(),
                intent.type(),
                1,
                null,
                intent.supersedes(),
                Instant.EPOCH,
                seq,
                intent.body());
        history.computeIfAbsent(intent.record(), r -> new ArrayList<>())
                .add(new Change(operation, seq, "council", device, Instant.EPOCH, false));
    }
}
