package org.alongside.sync.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.alongside.record.CaseLog;
import org.alongside.record.Intent;
import org.alongside.store.FaultPoints;
import org.alongside.store.LaptopStore;
import org.alongside.store.testing.Laptops;
import org.alongside.sync.NetworkSwitch;
import org.alongside.sync.Service;
import org.alongside.sync.SyncEngine;
import org.alongside.sync.store.LaptopReplica;
import org.alongside.sync.store.StoredIdentity;
import org.alongside.sync.store.StoredOutbox;

/// A real laptop store with its engine on some service.
public final class SyncedLaptop implements AutoCloseable {
    public final LaptopStore store;
    public final StoredOutbox outbox;
    public final LaptopReplica replica;
    public final NetworkSwitch network;
    public final SyncEngine engine;
    private final AutoCloseable home;

    public SyncedLaptop(LaptopStore store, AutoCloseable home, Service service, NetworkSwitch network) {
        this.store = store;
        this.home = home;
        this.network = network;
        this.outbox = new StoredOutbox(store);
        this.replica = new LaptopReplica(store, outbox);
        this.engine = new SyncEngine(
                service, replica, new StoredIdentity(store), network, store.clock(), new Random(7), FaultPoints.none());
    }

    public static SyncedLaptop make(Path folder, FakeService service, String account, String device) {
        var opened = Laptops.made(folder, account, device);
        return new SyncedLaptop(opened.store(), opened.home(), service.to(account, device), new NetworkSwitch());
    }

    public CaseLog log() {
        return store.caseLog();
    }

    public UUID save(Intent intent) {
        return log().save(List.of(intent)).operations().getFirst().opId();
    }

    @Override
    public void close() {
        store.close();
        try {
            home.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
