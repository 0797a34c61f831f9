package org.alongside.central.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeSet;
import org.alongside.central.storage.Transaction;
import org.alongside.kernel.Json;
import org.alongside.record.StreamId;

/// Tells laptops what to take on and what to let go: whoever changes what an account may see does it
/// through here, and the orders stand in that account's stream in the same transaction. Laptops act
/// on orders, never on absence (`sync.md` 2.2).
public final class ScopeOrders {
    private static final String ADD = "add";
    private static final String REMOVE = "remove";

    private final ServiceEvents events;

    public ScopeOrders(ServiceEvents events) {
        this.events = events;
    }

    /// Runs a change of the register and writes each account's orders for what it made different.
    /// The accounts' own streams are locked first, so that two changes cannot each think the other's
    /// link still stands; other streams must be locked before this is called, since `user/…` comes
    /// last in the order of names.
    public void around(Transaction transaction, Collection<String> accounts, Runnable change) {
        var affected = new TreeSet<>(accounts);
        affected.forEach(account -> transaction.streams().lockOrBegin(StreamId.ofUser(account)));
        Map<String, NavigableMap<StreamId, String>> before = new HashMap<>();
        affected.forEach(
                account -> before.put(account, Scope.of(transaction, account).depths()));
        change.run();
        for (String account : affected) {
            write(
                    transaction,
                    account,
                    before.getOrDefault(account, new java.util.TreeMap<>()),
                    Scope.of(transaction, account).depths());
        }
    }

    private void write(
            Transaction transaction,
            String account,
            NavigableMap<StreamId, String> before,
            NavigableMap<StreamId, String> after) {
        after.forEach((stream, depth) -> {
            if (!depth.equals(before.get(stream))) {
                order(transaction, account, ADD, stream, depth);
            }
        });
        before.forEach((stream, depth) -> {
            if (!after.containsKey(stream)) {
                order(transaction, account, REMOVE, stream, depth);
            }
        });
    }

    private void order(Transaction transaction, String account, String kind, StreamId stream, String depth) {
        var value =
                Json.object().put("kind", kind).put("stream", stream.toString()).put("depth", depth);
        events.write(transaction, StreamId.ofUser(account), events.newId(), "order", null, value);
    }
}
