package org.alongside.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.record.Field;
import tools.jackson.databind.JsonNode;

/// One field of a record, a row or a composite answer.
///
/// @param required `True`, `False` or a condition in the language of practice 1.5
/// @param meaning the question or hint that goes with it; may be empty
/// @param automatic filled in by the program, never given
public record FieldDefinition(String id, FieldKind kind, String required, String meaning, boolean automatic) {
    private static final int ANY = 1_000_000;

    /// A field of a record type.
    public static FieldDefinition of(Field field) {
        int[] range = field.range();
        FieldKind kind = switch (field.type()) {
            case BOOL -> new FieldKind.YesNo();
            case INT -> range == null ? new FieldKind.Whole(0, ANY) : new FieldKind.Whole(range[0], range[1]);
            case DATE -> new FieldKind.Day();
            case DATETIME -> new FieldKind.Moment();
            case TEXT, QUOTE, POSTCODE -> new FieldKind.Text(0);
            case ENUM -> new FieldKind.OneOf(field.values(), false);
            case ENUM_SET -> list(new FieldKind.OneOf(field.values(), false));
            case CODE -> new FieldKind.Code(given(field.codeSet()));
            case CODE_SET -> list(new FieldKind.Code(given(field.codeSet())));
            case PERSON -> new FieldKind.Person();
            case PERSONS -> list(new FieldKind.Person());
            case STAFF -> new FieldKind.Staff();
            case RECORD -> new FieldKind.RecordOf(given(field.of()));
        };
        return new FieldDefinition(field.id(), kind, condition(field.required()), field.meaning(), false);
    }

    /// Fields as the field files write them (`{"field","type","values","required","hint"}`), with
    /// `shapes` for those whose type is an object: by field, its `fields`, `list` when there may be
    /// several, `needs_one` when an empty list is no answer.
    public static List<FieldDefinition> read(JsonNode file, JsonNode shapes) {
        var fields = new ArrayList<FieldDefinition>();
        for (JsonNode entry : file) {
            String id = entry.path("field").stringValue();
            boolean automatic = entry.path("auto").booleanValue(false);
            JsonNode required = entry.path("required");
            fields.add(new FieldDefinition(
                    id,
                    kind(entry, shapes.path(id), shapes),
                    condition(required.isString() ? required.stringValue() : required.asString("false")),
                    entry.path("hint").stringValue(""),
                    automatic));
        }
        return List.copyOf(fields);
    }

    private static FieldKind kind(JsonNode entry, JsonNode shape, JsonNode shapes) {
        FieldKind one = shape.has("fields")
                ? new FieldKind.Shape(read(shape.path("fields"), shapes))
                : simple(entry.path("type").stringValue(), entry);
        if (one instanceof FieldKind.ListOf(var each, var _)) {
            return new FieldKind.ListOf(each, shape.path("needs_one").booleanValue(false));
        }
        return shape.path("list").booleanValue(false) ? list(one) : one;
    }

    private static FieldKind simple(String type, JsonNode entry) {
        if (type.endsWith("[]")) {
            return list(simple(type.substring(0, type.length() - 2), entry));
        }
        if (type.startsWith("int ")) {
            String[] ends = type.substring("int ".length()).split("\\.\\.", -1);
            return new FieldKind.Whole(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
        }
        if (type.startsWith("text<=") || type.startsWith("quote<=")) {
            return new FieldKind.Text(Integer.parseInt(type.replaceAll("\\D+", "")));
        }
        return switch (type) {
            case "text", "quote" -> new FieldKind.Text(0);
            case "bool" -> new FieldKind.YesNo();
            case "share" -> new FieldKind.Share();
            case "date" -> new FieldKind.Day();
            case "datetime" -> new FieldKind.Moment();
            case "uuid" -> new FieldKind.Id();
            case "enum" -> new FieldKind.OneOf(values(entry), false);
            case "enum+text" -> new FieldKind.OneOf(values(entry), true);
            case "person" -> new FieldKind.Person();
            case "staff" -> new FieldKind.Staff();
            case "person or staff" -> new FieldKind.PersonOrStaff();
            case "append only list" -> list(new FieldKind.Text(0));
            default -> throw new IllegalStateException("no shape for the field type " + type);
        };
    }

    private static List<String> values(JsonNode entry) {
        var values = new ArrayList<String>();
        entry.path("values").forEach(value -> values.add(value.stringValue()));
        return values;
    }

    /// The files write the constants in JSON's way, the language in its own.
    private static String condition(String required) {
        return switch (required) {
            case "true" -> "True";
            case "false" -> "False";
            default -> required;
        };
    }

    private static FieldKind list(FieldKind each) {
        return new FieldKind.ListOf(each, false);
    }

    private static String given(@org.jspecify.annotations.Nullable String value) {
        return Optional.ofNullable(value).orElseThrow();
    }
}
