package org.alongside.sync.wire;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.record.StreamId;
import tools.jackson.databind.node.ObjectNode;

/// The lines of a canonical dump, the same from laptop and service, so that the two can be compared
/// byte for byte (`sync.md` 3.3): streams sorted by name; of each its events in order, then the heads
/// of its field groups sorted by record, group and operation, then where it stands.
public final class CanonicalLine {
    private CanonicalLine() {}

    /// @param line the stored bytes
    public static byte[] event(byte[] line) {
        return new PullLine.Event(line).bytes();
    }

    /// A version of a field group that no accepted operation has superseded.
    public static byte[] groupHead(StreamId stream, UUID record, String fieldGroup, UUID opId) {
        ObjectNode head = Json.object();
        head.put("stream", stream.toString());
        head.put("record", record.toString());
        head.put("field_group", fieldGroup);
        head.put("op_id", opId.toString());
        return named("group_head", head);
    }

    /// @param chain the whole link
    public static byte[] head(StreamId stream, long rev, String chain) {
        ObjectNode head = Json.object();
        head.put("stream", stream.toString());
        head.put("rev", rev);
        head.put("chain", chain);
        return named("head", head);
    }

    private static byte[] named(String name, ObjectNode value) {
        ObjectNode line = Json.object();
        line.set(name, value);
        return Json.line(line).getBytes(StandardCharsets.UTF_8);
    }
}
