package org.alongside.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.record.Change;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Gathers what an import says of each record and compares it, field by field, with what stands.
///
/// - A field as it stands already changes nothing.
/// - A field that the last import brought just so, and a worker changed since, changes nothing: the
///   file says nothing new, and the worker knows better.
/// - A field that only adds to what stands supersedes every version.
/// - Any other difference supersedes versions that were brought in, and stands beside a worker's, as a
///   clash that a person settles.
final class Intended {
    /// What became of a record, the strongest last.
    private enum Outcome {
        UNCHANGED,
        CHANGED,
        TAKEN
    }

    private record Key(StreamId stream, UUID record, String group) {}

    private record Counted(StreamId stream, UUID record, String word) {}

    private final Known known;
    private final Map<Key, ImportChange> changes = new LinkedHashMap<>();
    private final Map<Counted, Outcome> outcomes = new LinkedHashMap<>();

    Intended(Known known) {
        this.known = known;
    }

    /// Says something of one record.
    ///
    /// @param word what the report counts it as
    /// @param keptOn see [ImportChange]
    /// @return what to say fields of its groups with
    Said of(StreamId stream, UUID record, String type, String word, @Nullable LocalDate keptOn) {
        return new Said(stream, record, type, word, keptOn, known.record(stream, record));
    }

    List<ImportChange> changes() {
        return List.copyOf(changes.values());
    }

    Map<String, Integer> taken() {
        return count(Outcome.TAKEN);
    }

    Map<String, Integer> changed() {
        return count(Outcome.CHANGED);
    }

    Map<String, Integer> unchanged() {
        return count(Outcome.UNCHANGED);
    }

    private Map<String, Integer> count(Outcome outcome) {
        var counts = new TreeMap<String, Integer>();
        outcomes.forEach((record, found) -> counts.merge(record.word(), found == outcome ? 1 : 0, Integer::sum));
        return counts;
    }

    /// One record being spoken of.
    final class Said {
        private final StreamId stream;
        private final UUID record;
        private final String type;
        private final @Nullable LocalDate keptOn;
        private final Optional<RecordState> state;
        private final Counted counted;
        private boolean besideWorker;

        private Said(
                StreamId stream,
                UUID record,
                String type,
                String word,
                @Nullable LocalDate keptOn,
                Optional<RecordState> state) {
            this.stream = stream;
            this.record = record;
            this.type = type;
            this.keptOn = keptOn;
            this.state = state;
            this.counted = new Counted(stream, record, word);
            outcomes.putIfAbsent(counted, state.isPresent() ? Outcome.UNCHANGED : Outcome.TAKEN);
        }

        /// A record withdrawn by a person is never brought back by a file.
        boolean isWithdrawn() {
            return state.flatMap(RecordState::withdrawal).isPresent();
        }

        /// Whether some difference now stands beside a worker's version.
        boolean isBesideWorker() {
            return besideWorker;
        }

        /// What stands in a group, with what this import has said so far.
        JsonNode standing(String group) {
            ImportChange planned = changes.get(new Key(stream, record, group));
            if (planned != null) {
                return planned.value();
            }
            return state.flatMap(s -> s.current(group)).map(Change::value).orElseGet(Json::object);
        }

        /// Says fields of one group; a field that is null in `said` is cleared.
        void group(String group, ObjectNode said) {
            if (isWithdrawn()) {
                return;
            }
            JsonNode standing = standing(group);
            ObjectNode value = standing instanceof ObjectNode object ? object.deepCopy() : Json.object();
            JsonNode last = lastBroughtIn(group);
            boolean differs = false;
            boolean adds = true;
            for (var field : said.properties()) {
                JsonNode now = standing.path(field.getKey());
                if (same(now, field.getValue())
                        || (last.isObject() && same(last.path(field.getKey()), field.getValue()))) {
                    continue;
                }
                differs = true;
                adds &= isUnknown(now);
                if (field.getValue().isNull()) {
                    value.remove(field.getKey());
                } else {
                    value.set(field.getKey(), field.getValue());
                }
            }
            if (differs) {
                put(group, value, adds);
            }
        }

        /// Adds to a group that is a list what it lacks; nothing is ever taken off it.
        ///
        /// @param key the member that tells one item from another
        void items(String group, String key, List<ObjectNode> items) {
            JsonNode standing = standing(group);
            ArrayNode value = standing instanceof ArrayNode array ? array.deepCopy() : Json.array();
            JsonNode last = lastBroughtIn(group);
            boolean differs = false;
            for (ObjectNode item : items) {
                if (!has(value, key, item) && !has(last, key, item)) {
                    value.add(item);
                    differs = true;
                }
            }
            if (differs && !isWithdrawn()) {
                put(group, value, true);
            }
        }

        /// Empties a group that is a list, if it holds anything that an import brought.
        void clearItems(String group) {
            if (!standing(group).isEmpty() && !isWithdrawn() && !isEmptyList(lastBroughtIn(group))) {
                put(group, Json.array(), false);
            }
        }

        private void put(String group, JsonNode value, boolean adds) {
            var key = new Key(stream, record, group);
            List<UUID> replaced = new ArrayList<>();
            for (Change head :
                    state.map(s -> s.heads().getOrDefault(group, List.of())).orElse(List.of())) {
                if (adds || head.isBroughtIn()) {
                    replaced.add(head.opId());
                } else {
                    besideWorker = true;
                }
            }
            changes.put(key, new ImportChange(stream, record, type, group, value, replaced, keptOn));
            outcomes.merge(counted, Outcome.CHANGED, (a, b) -> a.compareTo(b) > 0 ? a : b);
        }

        private JsonNode lastBroughtIn(String group) {
            List<Change> history = state.map(RecordState::history).orElse(List.of());
            return history.reversed().stream()
                    .filter(change -> change.isBroughtIn()
                            && group.equals(change.operation().fieldGroup()))
                    .findFirst()
                    .map(Change::value)
                    .orElseGet(tools.jackson.databind.node.MissingNode::getInstance);
        }
    }

    private static boolean isEmptyList(JsonNode node) {
        return node.isArray() && node.isEmpty();
    }

    private static boolean has(JsonNode list, String key, ObjectNode item) {
        for (JsonNode one : list) {
            if (one.path(key).equals(item.path(key))) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(JsonNode now, JsonNode said) {
        return isUnknown(now) ? isUnknown(said) : now.equals(said);
    }

    private static boolean isUnknown(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }
}
