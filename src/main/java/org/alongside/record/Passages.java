package org.alongside.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What a record says in sentences, as search may look in it and show it. What is withheld, what is
/// restricted, what was entered in error and what a child does not want shown is not among them, and
/// neither are codes, days and ids.
public final class Passages {
    private static final String DETAILS = "child_details";

    /// Facts of the summary that are sentences or places; names and numbers are found as children.
    private static final Set<String> FACTS = Set.of("pen_picture", "address", "school", "gp", "communication");

    private static final Set<String> NOT_SHOWN = Set.of("hold_until", "worker_only", "legal_hold");
    private static final Set<String> NEVER = Set.of("restricted_lines", "restricted_line");
    private static final Pattern CODE =
            Pattern.compile("[a-z0-9]+(_[a-z0-9]+)*|[A-Z]{1,3}\\d*|\\d{4}-\\d{2}-\\d{2}([T ][0-9:.]+(Z|[+-][0-9:]+)?)?"
                    + "|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F-]{22}");

    private final RecordTypes types;
    private final Set<String> worded;

    /// @param worded names of fields that hold words, of records whose fields the record types do not list
    public Passages(RecordTypes types, Set<String> worded) {
        this.types = types;
        this.worded = Set.copyOf(worded);
    }

    /// A text, and the field it stands in.
    public record Passage(String field, String text) {}

    /// The passages by part: of a summary by field group, of all else under the empty name.
    public Map<String, List<Passage>> of(RecordState state) {
        var parts = new LinkedHashMap<String, List<Passage>>();
        RecordType type = types.find(state.type()).orElse(null);
        if (type == null
                || type.restricted()
                || state.stream().kind() != StreamId.Kind.CASE
                || state.withdrawal().isPresent()) {
            return parts;
        }
        for (String group : state.heads().keySet()) {
            if (type.id().equals(DETAILS) && !FACTS.contains(group)) {
                continue;
            }
            List<JsonNode> values = values(state, group);
            if (values.stream().noneMatch(Passages::isKeptBack)) {
                var passages = parts.computeIfAbsent(type.id().equals(DETAILS) ? group : "", key -> new ArrayList<>());
                values.forEach(value -> collect(type, "", value, passages));
            }
        }
        if (values(state).anyMatch(Passages::isKeptBack)) {
            return new LinkedHashMap<>();
        }
        for (Change addition : state.additions()) {
            String words = addition.value().path("text").asString("");
            if (!words.isEmpty() && !parts.isEmpty()) {
                parts.values().iterator().next().add(new Passage("text", words));
            }
        }
        parts.replaceAll((part, passages) -> passages.stream().distinct().toList());
        parts.values().removeIf(List::isEmpty);
        return parts;
    }

    private static java.util.stream.Stream<JsonNode> values(RecordState state) {
        return state.type().equals(DETAILS)
                ? java.util.stream.Stream.of()
                : state.heads().keySet().stream().flatMap(group -> values(state, group).stream());
    }

    /// What stands: each version that nobody has settled, and what was put right.
    private static List<JsonNode> values(RecordState state, String group) {
        var values = new ArrayList<JsonNode>();
        List<Change> heads = state.heads().getOrDefault(group, List.of());
        values.add(Amended.value(state, group));
        if (heads.size() > 1) {
            heads.forEach(head -> values.add(head.value()));
        }
        return values;
    }

    /// Whether nothing of a value may be shown: a withheld address, a memory that is held back.
    private static boolean isKeptBack(JsonNode value) {
        return value.path("withheld").booleanValue(false)
                || NOT_SHOWN.contains(value.path("sensitivity").asString(""))
                || value.path("status").asString("").equals("child_only")
                || value.path("child_choice").asString("").equals("child_only");
    }

    private void collect(RecordType type, String field, JsonNode value, List<Passage> into) {
        if (value.isObject()) {
            if (isKeptBack(value)) {
                return;
            }
            value.properties().forEach(member -> {
                if (!NEVER.contains(member.getKey())) {
                    collect(type, member.getKey(), member.getValue(), into);
                }
            });
        } else if (value.isArray()) {
            value.forEach(each -> collect(type, field, each, into));
        } else if (value.isString() && isWords(type, field, value.stringValue())) {
            into.add(new Passage(field, value.stringValue()));
        }
    }

    private boolean isWords(RecordType type, String field, String text) {
        if (text.isBlank()) {
            return false;
        }
        Field.Type kind = type.field(field).map(Field::type).orElse(null);
        if (kind == null) {
            return worded.contains(field) || !CODE.matcher(text).matches();
        }
        return switch (kind) {
            case TEXT, QUOTE, POSTCODE -> true;
            case BOOL, INT, DATE, DATETIME, ENUM, ENUM_SET, CODE, CODE_SET, PERSON, PERSONS, STAFF, RECORD -> false;
        };
    }
}
