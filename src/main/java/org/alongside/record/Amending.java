package org.alongside.record;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.TypedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Adds to finished records: nothing finished is ever overwritten. An amendment needs its reason; a
/// withdrawal says the record was entered in error, and names the right child where it was the wrong
/// one. Every stream that holds the record gets the addition, together.
public final class Amending {
    private final CaseLog log;
    private final java.util.function.Supplier<UUID> ids;
    private final @Nullable UUID draft;

    public Amending(CaseLog log, java.util.function.Supplier<UUID> ids) {
        this(log, ids, null);
    }

    private Amending(CaseLog log, java.util.function.Supplier<UUID> ids, @Nullable UUID draft) {
        this.log = log;
        this.ids = ids;
        this.draft = draft;
    }

    /// The same, for what was written in a draft: it goes in the transaction that keeps the addition, so
    /// that a program killed between the two finds it never twice and never not at all.
    public Amending finishing(@Nullable UUID writtenIn) {
        return new Amending(log, ids, writtenIn);
    }

    /// Adds words to, or corrects, a finished record in every stream that holds it.
    ///
    /// @param change what changes, in the shape that made the record, or `{"text":…}` for words added
    /// @throws BadInput when there is no such record, no reason, or nothing changes
    public CaseLog.Saved amend(UUID record, ObjectNode change, String why) {
        return amend(record, stream -> change, why);
    }

    /// As [#amend(UUID, ObjectNode, String)], with what changes told for each stream; null for a
    /// stream in which nothing changes.
    public CaseLog.Saved amend(UUID record, Function<StreamId, @Nullable ObjectNode> changes, String why) {
        String reason = reason(why);
        var intents = new ArrayList<Intent>();
        for (StreamId stream : held(record)) {
            standing(stream, record);
            ObjectNode change = changes.apply(stream);
            if (change != null && !change.isEmpty()) {
                intents.add(Intent.amendment(stream, record, change, reason));
            }
        }
        if (intents.isEmpty()) {
            throw BadInput.of("amendment-empty", "Nothing was changed. Write what is to be added or put right.");
        }
        return log.save(intents, draft);
    }

    /// Says that a record was entered in error. With the right child named, the same words are
    /// written there in the same save, and the two name each other.
    ///
    /// @param rightChild the stream where it belongs, or null
    public CaseLog.Saved withdraw(UUID record, String why, @Nullable StreamId rightChild) {
        String reason = reason(why);
        List<StreamId> streams = held(record);
        if (rightChild != null) {
            refuseOfSeveral(streams, record);
        }
        UUID moved = rightChild == null ? null : ids.get();
        var intents = new ArrayList<Intent>();
        for (StreamId stream : streams) {
            RecordState state = standing(stream, record);
            ObjectNode value = Json.object();
            value.put("right_child", rightChild == null ? null : rightChild.name());
            value.put("moved_to", moved == null ? null : moved.toString());
            intents.add(Intent.withdrawal(stream, record, value, reason));
            if (rightChild != null && moved != null && stream.equals(streams.getFirst())) {
                intents.addAll(moved(state, rightChild, moved, reason));
            }
        }
        return log.save(intents, draft);
    }

    private static List<Intent> moved(RecordState state, StreamId to, UUID record, String why) {
        if (state.stream().equals(to)) {
            throw BadInput.of("withdrawal-same-child", "right_child", "That is the child it is recorded on already.");
        }
        var intents = new ArrayList<Intent>();
        state.heads().forEach((unit, versions) -> {
            JsonNode value = renamed(versions.getLast().value(), state, to, record);
            String group = versions.getLast().operation().fieldGroup();
            var copy = new Intent(to, record, group, state.type(), List.of(), value, null);
            intents.add(copy.because(why + " (moved from record " + state.record() + ")"));
        });
        return intents;
    }

    /// A visit says something else of each child: which row is the wrong one nobody can tell from here.
    private void refuseOfSeveral(List<StreamId> streams, UUID record) {
        long sayings = streams.stream()
                .map(stream -> standing(stream, record).heads().values().stream()
                        .map(versions -> versions.getLast().value())
                        .toList())
                .distinct()
                .count();
        if (sayings > 1) {
            throw BadInput.of(
                    "withdrawal-of-several",
                    "right_child",
                    "This says something of each of several children, so it cannot be moved as one. Withdraw it"
                            + " without naming a child, and record it anew for the children it belongs to.");
        }
    }

    /// The words as they were, with the record's own id and its child's put right.
    private static JsonNode renamed(JsonNode value, RecordState from, StreamId to, UUID record) {
        return switch (value) {
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                object.properties()
                        .forEach(member -> copy.set(
                                member.getKey(),
                                member.getKey().equals("child")
                                                && member.getValue()
                                                        .asString("")
                                                        .equals(from.stream().name())
                                        ? object.stringNode(to.name())
                                        : renamed(member.getValue(), from, to, record)));
                yield copy;
            }
            case StringNode text
            when text.stringValue().equals(from.record().toString()) -> StringNode.valueOf(record.toString());
            default -> value;
        };
    }

    private List<StreamId> held(UUID record) {
        List<StreamId> streams = log.streamsOf(record);
        if (streams.isEmpty()) {
            throw BadInput.of("record-unknown", "record", "There is no such record on this laptop.");
        }
        return streams;
    }

    private RecordState standing(StreamId stream, UUID record) {
        RecordState state = log.find(stream, record)
                .orElseThrow(() -> BadInput.of("record-unknown", "record", "There is no such record on this laptop."));
        if (state.withdrawal().isPresent()) {
            throw BadInput.of(
                    "record-withdrawn",
                    "record",
                    "This record was withdrawn already. Nothing more can be added to it.");
        }
        return state;
    }

    private static String reason(String why) {
        String reason = TypedText.mended(why).strip();
        if (reason.isEmpty()) {
            throw BadInput.of("reason-missing", "why", "Say why. It stays beside the record.");
        }
        return reason;
    }
}
