package org.alongside.central;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.alongside.central.storage.CentralDatabase;
import org.alongside.central.storage.StreamTable.GroupHead;
import org.alongside.central.storage.StreamTable.Head;
import org.alongside.central.storage.StreamTable.Stored;
import org.alongside.record.StreamId;
import org.alongside.sync.wire.CanonicalLine;

/// Writes the whole log in the canonical form that laptops write, too: streams by name; of each its
/// events as stored, then the heads of its field groups by record, group and id, then its own head.
final class CanonicalLog {
    private static final long CHUNK_BYTES = 4L * 1024 * 1024;

    private final CentralDatabase database;

    CanonicalLog(CentralDatabase database) {
        this.database = database;
    }

    /// In one snapshot, so that the lines belong together.
    void write(OutputStream out) throws IOException {
        Function<org.alongside.central.storage.Transaction, List<Head>> heads =
                transaction -> List.copyOf(transaction.streams().allHeads().values());
        for (Head head : database.read(heads)) {
            write(out, head);
        }
    }

    /// What came after the head was read is left out, so that each stream stands as it did then.
    private void write(OutputStream out, Head head) throws IOException {
        StreamId stream = head.stream();
        long rev = 0;
        while (rev < head.rev()) {
            long after = rev;
            List<Stored> chunk =
                    database.read(transaction -> transaction.streams().eventsAfter(stream, after, CHUNK_BYTES));
            for (Stored event : chunk) {
                if (event.rev() <= head.rev()) {
                    line(out, CanonicalLine.event(event.line()));
                }
                rev = event.rev();
            }
        }
        for (GroupHead group :
                database.read(transaction -> transaction.streams().groupHeads(stream))) {
            line(out, CanonicalLine.groupHead(stream, group.record(), group.fieldGroup(), group.opId()));
        }
        line(out, CanonicalLine.head(stream, head.rev(), head.chain()));
    }

    private static void line(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
