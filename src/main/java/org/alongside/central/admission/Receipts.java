package org.alongside.central.admission;

import java.time.Clock;
import java.util.Set;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.central.storage.DeviceTable.Device;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Ids;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;

/// What laptops say they did at an order or found amiss (`sync.md` 2.3).
public final class Receipts {
    private static final Set<String> KINDS = Set.of("purge", "wipe", "reset", "chain-mismatch");

    private final CentralDatabase database;
    private final Clock clock;
    private final Ids ids;

    public Receipts(CentralDatabase database, Clock clock, Ids ids) {
        this.database = database;
        this.clock = clock;
        this.ids = ids;
    }

    /// @param kind `purge`, `wipe`, `reset` or `chain-mismatch`
    /// @param rev the stream's revision on the laptop
    public record Receipt(@Nullable String kind, @Nullable String stream, long rev) {}

    /// @throws BadInput when it is no receipt
    public void take(Device device, Receipt receipt) {
        String kind = receipt.kind();
        String stream = receipt.stream();
        if (kind == null || !KINDS.contains(kind) || stream == null || receipt.rev() < 0) {
            throw BadInput.of("receipt-not-a-receipt", "A receipt has a kind, a stream and a revision.");
        }
        StreamId of = StreamId.parse(stream);
        database.change(transaction ->
                transaction.devices().receipt(ids.next(), device, kind, of, receipt.rev(), clock.instant()));
    }
}
