package org.alongside.central.admission;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.record.Operation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A line of a push as it came.
///
/// @param opId the operation's own, or where none can be read one made from the bytes, so that the
///     same line sent again has the same
/// @param hash SHA-256 of the bytes
/// @param operation null when the line is none; the bytes are kept all the same
/// @param stream as sent, empty when it cannot be read
record Sent(byte[] line, UUID opId, String hash, @Nullable Operation operation, String stream) {

    static Sent of(byte[] line) {
        String hash = hash(line);
        try {
            Operation operation = Operation.parse(line);
            return new Sent(
                    line, operation.opId(), hash, operation, operation.stream().toString());
        } catch (BadInput e) {
            return opaque(line, hash);
        }
    }

    private static Sent opaque(byte[] line, String hash) {
        try {
            JsonNode node = Json.MAPPER.readTree(line);
            JsonNode stream = node.path("stream");
            return new Sent(line, opId(node, line), hash, null, stream.isString() ? stream.stringValue() : "");
        } catch (JacksonException e) {
            return new Sent(line, UUID.nameUUIDFromBytes(line), hash, null, "");
        }
    }

    private static UUID opId(JsonNode node, byte[] line) {
        JsonNode opId = node.path("op_id");
        try {
            return opId.isString() ? UUID.fromString(opId.stringValue()) : UUID.nameUUIDFromBytes(line);
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(line);
        }
    }

    @Nullable
    UUID atomicGroup() {
        return operation == null ? null : operation.atomicGroup();
    }

    @Nullable
    UUID record() {
        return operation == null ? null : operation.record();
    }

    private static String hash(byte[] line) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(line));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sent sent && hash.equals(sent.hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    @Override
    public String toString() {
        return "sent " + opId;
    }
}
