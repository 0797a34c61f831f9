package org.alongside.sync.wire;

import java.nio.charset.StandardCharsets;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One line of the answer to a pull. Scope orders come first, then each stream's events closed by
/// its head, then the end.
public sealed interface PullLine {

    /// Take a stream on, or let it go.
    ///
    /// @param rev place in the worker's user stream
    /// @param kind `add` or `remove`
    /// @param depth `full` or `summary`
    record Order(long rev, String kind, String stream, String depth) implements PullLine {}

    /// Begin this stream again from nothing.
    record Reset(String stream) implements PullLine {}

    /// An event's stored bytes.
    record Event(byte[] line) implements PullLine {}

    /// Where a stream stands after the events above.
    ///
    /// @param chain the whole link, 64 hex digits
    record Head(String stream, long rev, String chain, long durableRev) implements PullLine {}

    /// @param more ask again, there is more
    record End(boolean more) implements PullLine {}

    /// The line's bytes without the newline. An event's stored bytes stand in it letter for letter.
    default byte[] bytes() {
        return switch (this) {
            case Event event -> {
                byte[] head = "{\"event\":".getBytes(StandardCharsets.UTF_8);
                byte[] whole = new byte[head.length + event.line().length + 1];
                System.arraycopy(head, 0, whole, 0, head.length);
                System.arraycopy(event.line(), 0, whole, head.length, event.line().length);
                whole[whole.length - 1] = '}';
                yield whole;
            }
            case Order order -> named("order", Json.MAPPER.valueToTree(order));
            case Head head -> named("head", Json.MAPPER.valueToTree(head));
            case End end -> named("end", Json.MAPPER.valueToTree(end));
            case Reset reset ->
                Json.line(Json.object().put("reset", reset.stream())).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static byte[] named(String name, JsonNode value) {
        ObjectNode line = Json.object();
        line.set(name, value);
        return Json.line(line).getBytes(StandardCharsets.UTF_8);
    }

    /// @throws BadInput when it is no line of the protocol
    static PullLine parse(byte[] line) {
        byte[] event = "{\"event\":".getBytes(StandardCharsets.UTF_8);
        if (startsWith(line, event) && line[line.length - 1] == '}') {
            return new Event(java.util.Arrays.copyOfRange(line, event.length, line.length - 1));
        }
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            if (node.has("order")) {
                return Json.MAPPER.treeToValue(node.get("order"), Order.class);
            }
            if (node.has("head")) {
                return Json.MAPPER.treeToValue(node.get("head"), Head.class);
            }
            if (node.has("end")) {
                return Json.MAPPER.treeToValue(node.get("end"), End.class);
            }
            if (node.path("reset").isString()) {
                return new Reset(node.get("reset").stringValue());
            }
        } catch (JacksonException e) {
            throw BadInput.of("pull-line-unknown", "The answer is not one the council's service gives.");
        }
        throw BadInput.of("pull-line-unknown", "The answer is not one the council's service gives.");
    }

    private static boolean startsWith(byte[] line, byte[] start) {
        return line.length > start.length && java.util.Arrays.equals(line, 0, start.length, start, 0, start.length);
    }
}
