package org.alongside.sync.store;

import org.alongside.store.LaptopStore;
import org.alongside.sync.DeviceIdentity;

/// Who an unlocked laptop is.
public record StoredIdentity(LaptopStore store) implements DeviceIdentity {
    @Override
    public String tenant() {
        return store.enrolled().tenant();
    }

    @Override
    public String device() {
        return store.enrolled().device();
    }

    @Override
    public byte[] sign(byte[] bytes) {
        return store.sign(bytes);
    }
}
