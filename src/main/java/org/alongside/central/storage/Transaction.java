package org.alongside.central.storage;

import org.alongside.record.store.Projector;
import org.jooq.DSLContext;

/// The tables within one transaction.
public final class Transaction {
    private final StreamTable streams;
    private final ResultTable results;
    private final RegisterTable register;
    private final DeviceTable devices;
    private final SettingTable settings;
    private final BlobTable blobs;

    Transaction(DSLContext sql, String tenant, Projector projector) {
        streams = new StreamTable(sql, tenant, projector);
        results = new ResultTable(sql, tenant);
        register = new RegisterTable(sql, tenant);
        devices = new DeviceTable(sql, tenant);
        settings = new SettingTable(sql, tenant);
        blobs = new BlobTable(sql, tenant);
    }

    /// Heads, events and the records they make.
    public StreamTable streams() {
        return streams;
    }

    /// What became of each operation.
    public ResultTable results() {
        return results;
    }

    /// Accounts, allocation, links, declarations.
    public RegisterTable register() {
        return register;
    }

    /// Laptops, enrolment codes, what was read.
    public DeviceTable devices() {
        return devices;
    }

    /// Sealed attachments.
    public BlobTable blobs() {
        return blobs;
    }

    /// Settings of the service, and the council's own ids.
    public SettingTable settings() {
        return settings;
    }
}
