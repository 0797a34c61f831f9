package org.alongside.tool;

import java.security.SecureRandom;
import org.alongside.store.FaultPoints;
import org.alongside.store.LaptopSettings;
import org.alongside.store.LaptopStore;
import org.alongside.sync.DeviceIdentity;
import org.alongside.sync.NetworkSwitch;
import org.alongside.sync.SyncEngine;
import org.alongside.sync.remote.ServiceClient;

/// An open laptop's connection with its service.
public final class SyncSession implements AutoCloseable {
    private final ServiceClient client;
    private final SyncEngine engine;
    private final NetworkSwitch network;

    public SyncSession(Laptop laptop, NetworkSwitch network) {
        LaptopStore store = laptop.store();
        LaptopSettings.Enrolled enrolled = store.enrolled();
        this.network = network;
        this.client = new ServiceClient(enrolled.serviceUrl(), enrolled.caPem(), network);
        this.engine = new SyncEngine(
                client, laptop.replica(), identity(store), network, laptop.clock(), new SecureRandom(), faults(store));
    }

    private static FaultPoints faults(LaptopStore store) {
        return store.faults();
    }

    private static DeviceIdentity identity(LaptopStore store) {
        LaptopSettings.Enrolled enrolled = store.enrolled();
        return new DeviceIdentity() {
            @Override
            public String tenant() {
                return enrolled.tenant();
            }

            @Override
            public String device() {
                return enrolled.device();
            }

            @Override
            public byte[] sign(byte[] bytes) {
                return store.sign(bytes);
            }
        };
    }

    public SyncEngine engine() {
        return engine;
    }

    public NetworkSwitch network() {
        return network;
    }

    @Override
    public void close() {
        client.close();
    }
}
