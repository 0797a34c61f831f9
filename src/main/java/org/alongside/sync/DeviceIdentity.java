package org.alongside.sync;

/// Who this laptop is to the service.
public interface DeviceIdentity {
    String tenant();

    String device();

    /// Signs with the device's own key.
    byte[] sign(byte[] bytes);
}
