package org.alongside.record;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What somebody did, with an id their own machine made (`sync.md` 2.2, 2.3). There is no other way
/// to change a record.
///
/// @param record the record it is about; for an amendment or withdrawal the record that it adds to
/// @param fieldGroup the merge unit, or null where the whole record is meant
/// @param type a type of the record types' file, or [#AMENDMENT] or [#WITHDRAWAL]
/// @param schema version of the type's body
/// @param atomicGroup shared by operations that stand or fall together
/// @param supersedes the versions of this field group that the author had on screen
/// @param deviceTime what the author's clock said: a claim
/// @param deviceSeq counts the device's operations, from 1
/// @param body `value`: what is now so; `why`: the reason where one is asked
public record Operation(
        UUID opId,
        StreamId stream,
        UUID record,
        @Nullable String fieldGroup,
        String type,
        int schema,
        @Nullable UUID atomicGroup,
        List<UUID> supersedes,
        Instant deviceTime,
        long deviceSeq,
        ObjectNode body) {

    /// Words added to, or a correction of, a finished record.
    public static final String AMENDMENT = "amendment";

    /// "Entered in error", with a reason, and the right child where it was the wrong one.
    public static final String WITHDRAWAL = "withdrawal";

    /// Heads of one field group that one operation may name as superseded.
    public static final int SUPERSEDES_MAX = 100;

    private static final Set<String> MEMBERS = Set.of(
            "op_id",
            "stream",
            "record",
            "field_group",
            "type",
            "schema",
            "atomic_group",
            "supersedes",
            "device_time",
            "device_seq",
            "body");

    public Operation {
        supersedes = List.copyOf(new LinkedHashSet<>(supersedes));
        if (supersedes.size() > SUPERSEDES_MAX) {
            throw BadInput.of(
                    "operation-supersedes-too-many", "supersedes", "At most " + SUPERSEDES_MAX + " versions.");
        }
        if (!body.has("value")) {
            throw BadInput.of("operation-body-without-value", "body", "A body has a value.");
        }
    }

    /// What is now so.
    public JsonNode value() {
        return body.path("value");
    }

    /// The reason given, if one was.
    public @Nullable String why() {
        JsonNode why = body.path("why");
        return why.isString() ? why.stringValue() : null;
    }

    /// Whether this adds to a record instead of stating part of it.
    public boolean isAddition() {
        return type.equals(AMENDMENT) || type.equals(WITHDRAWAL);
    }

    /// The group that heads are kept for: the field group, or `record` where the whole is meant.
    public String mergeUnit() {
        return fieldGroup == null ? "record" : fieldGroup;
    }

    /// One line of UTF-8 JSON, without the newline.
    ///
    /// @throws BadInput when it is longer than [Limits#OPERATION_BYTES]
    public byte[] line() {
        ObjectNode line = Json.object();
        line.put("op_id", opId.toString());
        line.put("stream", stream.toString());
        line.put("record", record.toString());
        line.put("field_group", fieldGroup);
        line.put("type", type);
        line.put("schema", schema);
        line.put("atomic_group", atomicGroup == null ? null : atomicGroup.toString());
        var heads = line.putArray("supersedes");
        supersedes.forEach(head -> heads.add(head.toString()));
        line.put("device_time", deviceTime.toString());
        line.put("device_seq", deviceSeq);
        line.set("body", body);
        byte[] bytes = Json.line(line).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > Limits.OPERATION_BYTES) {
            throw BadInput.of(
                    "operation-too-long",
                    "body",
                    "This is " + bytes.length / 1024 + " KB long and one save takes " + Limits.OPERATION_BYTES / 1024
                            + " KB. Shorten it, or make it two records.");
        }
        return bytes;
    }

    /// Reads a line as [#line()] writes it; members it does not know are refused.
    ///
    /// @throws BadInput when it is not an operation
    public static Operation parse(byte[] line) {
        return of(object(line), false);
    }

    static ObjectNode object(byte[] line) {
        try {
            if (Json.MAPPER.readTree(line) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw BadInput.of("operation-not-json", "An operation is one line of JSON.");
        }
        throw BadInput.of("operation-not-json", "An operation is one line of JSON.");
    }

    static Operation of(ObjectNode line, boolean others) {
        if (!others) {
            line.propertyNames().stream()
                    .filter(name -> !MEMBERS.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw BadInput.of("operation-member-unknown", name, "An operation has no such member.");
                    });
        }
        var heads = new ArrayList<UUID>();
        for (JsonNode head : line.path("supersedes")) {
            heads.add(uuid(head, "supersedes"));
        }
        JsonNode group = line.path("field_group");
        JsonNode atomic = line.path("atomic_group");
        if (!(line.path("body") instanceof ObjectNode body)) {
            throw BadInput.of("operation-body-missing", "body", "An operation has a body.");
        }
        return new Operation(
                uuid(line.path("op_id"), "op_id"),
                StreamId.parse(text(line.path("stream"), "stream")),
                uuid(line.path("record"), "record"),
                group.isNull() || group.isMissingNode() ? null : text(group, "field_group"),
                text(line.path("type"), "type"),
                whole(line.path("schema"), "schema").intValue(),
                atomic.isNull() || atomic.isMissingNode() ? null : uuid(atomic, "atomic_group"),
                heads,
                moment(line.path("device_time"), "device_time"),
                whole(line.path("device_seq"), "device_seq"),
                body);
    }

    static String text(JsonNode node, String member) {
        if (node.isString()
                && !node.stringValue().isEmpty()
                && node.stringValue().length() <= 120) {
            return node.stringValue();
        }
        throw BadInput.of("operation-member-wrong", member, "This member is a short text.");
    }

    static Long whole(JsonNode node, String member) {
        if (node.isIntegralNumber() && node.canConvertToLong() && node.longValue() >= 0) {
            return node.longValue();
        }
        throw BadInput.of("operation-member-wrong", member, "This member is a whole number.");
    }

    static UUID uuid(JsonNode node, String member) {
        try {
            return UUID.fromString(text(node, member));
        } catch (IllegalArgumentException e) {
            throw BadInput.of("operation-member-wrong", member, "This member is a UUID.");
        }
    }

    static Instant moment(JsonNode node, String member) {
        try {
            return Instant.parse(text(node, member));
        } catch (DateTimeException e) {
            throw BadInput.of("operation-member-wrong", member, "This member is a moment in UTC.");
        }
    }
}
