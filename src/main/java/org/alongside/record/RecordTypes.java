package org.alongside.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import tools.jackson.databind.JsonNode;

/// Every record type there is, read from `content/record-types.json`.
public final class RecordTypes {
    private final Map<String, RecordType> types;

    private RecordTypes(Map<String, RecordType> types) {
        this.types = Collections.unmodifiableMap(types);
    }

    /// The types shipped with the program.
    public static RecordTypes shipped() {
        return Shipped.TYPES;
    }

    /// Reads a record types' file; its schema is checked in the tests of the content.
    public static RecordTypes read(JsonNode file) {
        var types = new LinkedHashMap<String, RecordType>();
        for (JsonNode node : file.path("types")) {
            RecordType type = type(node);
            types.put(type.id(), type);
        }
        return new RecordTypes(types);
    }

    public Collection<RecordType> all() {
        return types.values();
    }

    public Optional<RecordType> find(String id) {
        return Optional.ofNullable(types.get(id));
    }

    /// @throws BadInput when there is no such type
    public RecordType get(String id) {
        return find(id).orElseThrow(
                        () -> BadInput.of("record-type-unknown", "type", "There is no record type " + id + "."));
    }

    private static RecordType type(JsonNode node) {
        var fields = new ArrayList<Field>();
        node.path("fields").forEach(field -> fields.add(field(field)));
        var groups = new ArrayList<FieldGroup>();
        node.path("field_groups")
                .forEach(group -> groups.add(new FieldGroup(
                        text(group, "id"),
                        texts(group.path("fields")),
                        group.path("whole").booleanValue(),
                        text(group, "reason"))));
        return new RecordType(
                text(node, "id"),
                text(node, "title"),
                text(node, "group"),
                text(node, "per"),
                text(node, "happened"),
                Set.copyOf(new HashSet<>(texts(node.path("recorded_by")))),
                node.path("restricted").booleanValue(),
                text(node, "made_by").equals("person"),
                List.copyOf(fields),
                List.copyOf(groups),
                signOff(node.path("sign_off")));
    }

    private static Optional<SignOff> signOff(JsonNode node) {
        return node.isObject()
                ? Optional.of(new SignOff(
                        text(node, "step"),
                        Set.copyOf(texts(node.path("author"))),
                        Set.copyOf(texts(node.path("authoriser"))),
                        Set.copyOf(texts(node.path("roles")))))
                : Optional.empty();
    }

    private static Field field(JsonNode node) {
        JsonNode range = node.path("range");
        JsonNode required = node.path("required");
        return new Field(
                text(node, "id"),
                fieldType(text(node, "type")),
                texts(node.path("values")),
                node.path("code_set").isString() ? text(node, "code_set") : null,
                node.path("of").isString() ? text(node, "of") : null,
                range.isArray()
                        ? new int[] {range.get(0).intValue(), range.get(1).intValue()}
                        : null,
                node.path("for").isString(),
                required.isString() ? required.stringValue() : String.valueOf(required.booleanValue()),
                text(node, "meaning"),
                texts(node.path("returns")));
    }

    private static Field.Type fieldType(String word) {
        for (Field.Type type : Field.Type.values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        throw new IllegalArgumentException("field type " + word);
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).stringValue();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.stringValue()));
        return List.copyOf(texts);
    }

    /// Read once, when first asked for.
    private static final class Shipped {
        private static final RecordTypes TYPES = load();

        private static RecordTypes load() {
            try (var in = RecordTypes.class.getResourceAsStream("/content/record-types.json")) {
                if (in == null) {
                    throw new IllegalStateException("record-types.json is not on the class path");
                }
                return read(Json.MAPPER.readTree(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
