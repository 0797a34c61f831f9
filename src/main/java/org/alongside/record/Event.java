package org.alongside.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.alongside.kernel.Json;
import tools.jackson.databind.node.ObjectNode;

/// An operation that the council's service has accepted, with its place in the stream. Never changed
/// and never removed.
///
/// @param line the bytes as stored and sent; the chain hashes exactly these
/// @param rev its revision in the stream, from 1 without gaps
/// @param author the account that wrote it
/// @param device the laptop it came from, or [#BROUGHT_IN]
public record Event(Operation operation, byte[] line, long rev, String author, String device, Instant receivedAt) {

    /// Stands as the device of history that an import or a council file brought in.
    public static final String BROUGHT_IN = "brought-in";

    /// The event of an operation's line: its members as they came, then the service's own.
    public static Event accepted(byte[] operationLine, long rev, String author, String device, Instant receivedAt) {
        String came = new String(operationLine, StandardCharsets.UTF_8).strip();
        ObjectNode own = Json.object();
        own.put("rev", rev).put("author", author).put("device", device).put("received_at", receivedAt.toString());
        String line =
                came.substring(0, came.length() - 1) + "," + Json.line(own).substring(1);
        return parse(line.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws org.alongside.kernel.BadInput when the line is not an event
    public static Event parse(byte[] line) {
        ObjectNode node = Operation.object(line);
        return new Event(
                Operation.of(node, true),
                line,
                Operation.whole(node.path("rev"), "rev"),
                Operation.text(node.path("author"), "author"),
                Operation.text(node.path("device"), "device"),
                Operation.moment(node.path("received_at"), "received_at"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Event event && Arrays.equals(line, event.line);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(line);
    }

    @Override
    public String toString() {
        return "event " + operation.stream() + "@" + rev;
    }
}
