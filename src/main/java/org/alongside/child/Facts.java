package org.alongside.child;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.kernel.BadInput;
import org.alongside.record.CaseLog;
import org.alongside.record.Change;
import org.alongside.record.Intent;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The facts of a child's summary, field group by field group: read, changed, and settled when two
/// laptops changed one of them without seeing each other.
public final class Facts {
    /// The record type that holds them.
    public static final String TYPE = "child_details";

    private final CaseLog log;
    private final RecordType type;

    public Facts(CaseLog log, RecordTypes types) {
        this.log = log;
        this.type = types.get(TYPE);
    }

    /// Every fact that is known, by group, in the order of the declaration.
    public Map<String, Fact> of(UUID child) {
        var facts = new LinkedHashMap<String, Fact>();
        log.find(StreamId.ofCase(child), child)
                .ifPresent(state -> type.groups()
                        .forEach(group -> fact(state, group.id()).ifPresent(fact -> facts.put(group.id(), fact))));
        return facts;
    }

    /// Puts a new value in place of the versions that were on screen.
    ///
    /// @param value the group's object, or list for phones and household (`command-line.md`, VALUE.json)
    /// @param seen the op ids of the versions the writer saw; null means those that stand now
    public CaseLog.Saved set(
            UUID child, String group, JsonNode value, @Nullable List<UUID> seen, @Nullable String why) {
        return set(child, group, value, seen, why, null);
    }

    /// As [#set(UUID, String, JsonNode, List, String)], and the draft it was written in is gone in the
    /// same transaction.
    public CaseLog.Saved set(
            UUID child,
            String group,
            JsonNode value,
            @Nullable List<UUID> seen,
            @Nullable String why,
            @Nullable UUID finishedDraft) {
        if (type.fieldGroup(group).isEmpty()) {
            throw BadInput.of("fact-unknown", "group", "There is no fact called " + group + ".");
        }
        StreamId stream = StreamId.ofCase(child);
        RecordState state = log.find(stream, child)
                .orElseThrow(() -> BadInput.of("child-unknown", "child", "There is no such child on this laptop."));
        List<UUID> replaced = seen != null ? seen : versions(state, group);
        return log.save(
                List.of(Intent.group(stream, child, TYPE, group, replaced, value)
                        .because(why)),
                finishedDraft);
    }

    private static List<UUID> versions(RecordState state, String group) {
        return state.heads().getOrDefault(group, List.of()).stream()
                .map(Change::opId)
                .toList();
    }

    private static java.util.Optional<Fact> fact(RecordState state, String group) {
        List<Change> versions = state.heads().getOrDefault(group, List.of());
        return state.current(group)
                .map(current -> new Fact(
                        group,
                        current.value(),
                        current,
                        versions,
                        state.isInConflict(group)
                                ? RecordState.conflictId(state.stream(), state.record(), group)
                                : null));
    }

    /// @param shown the version shown first
    /// @param versions all that stand; more than one with different values is a clash
    /// @param conflict the clash's id, or null
    public record Fact(
            String group,
            JsonNode value,
            Change shown,
            List<Change> versions,
            @Nullable UUID conflict) {
        public Fact {
            versions = List.copyOf(versions);
        }
    }
}
