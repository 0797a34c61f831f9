package org.alongside.sync.wire;

import java.nio.charset.StandardCharsets;

/// Names that both sides of the protocol use.
public final class Wire {
    public static final String PROTOCOL_HEADER = "Sync-Protocol";
    public static final int PROTOCOL = 1;

    /// Sent with every request from the first hello on, but hello, devices, token and witness.
    public static final String EPOCH_HEADER = "Sync-Epoch";

    /// On every answer of the service; an answer without it is not from the service.
    public static final String SERVICE_HEADER = "Alongside-Service";

    public static final String NDJSON = "application/x-ndjson";
    public static final String PROBLEM = "application/problem+json";

    public static final String HELLO = "/sync/v1/hello";
    public static final String DEVICES = "/sync/v1/devices";
    public static final String TOKEN = "/sync/v1/token";
    public static final String PUSH = "/sync/v1/push";
    public static final String PULL = "/sync/v1/pull";
    public static final String RECEIPTS = "/sync/v1/receipts";

    private Wire() {}

    /// The bytes that a device signs (Ed25519) to get a token: what the challenge was, and for whom.
    public static byte[] toSign(String tenant, String device, String challenge) {
        return ("alongside-token/1\n" + tenant + "\n" + device + "\n" + challenge).getBytes(StandardCharsets.UTF_8);
    }
}
