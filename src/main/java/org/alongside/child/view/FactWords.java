package org.alongside.child.view;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.alongside.child.FactRules;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.RecordTypes;
import org.alongside.rules.CodeSets;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.FieldKind;
import org.alongside.ui.Words;
import tools.jackson.databind.JsonNode;

/// Values of facts and records in words, line by line.
public final class FactWords {
    private FactWords() {}

    /// A fact's value as its block shows it.
    public static List<String> lines(String group, JsonNode value, Named named) {
        return switch (group) {
            case "pen_picture" -> paragraphs(text(value.path("text")));
            case "address" -> address(value);
            case "phones" -> rows(value).map(FactWords::phone).toList();
            case "household" -> rows(value).map(row -> lives(row, named)).toList();
            case "communication" -> communication(value);
            case "school", "gp" -> named(group, value, named);
            default -> fields(group, value, named);
        };
    }

    /// The name first, without a label; then the rest.
    private static List<String> named(String group, JsonNode value, Named named) {
        var lines = new ArrayList<String>();
        String name = text(value.path("name"));
        if (!name.isEmpty()) {
            lines.add(name);
        }
        String year = text(value.path("year"));
        for (FieldDefinition field : definition(group)) {
            String words = field.id().equals("name") ? "" : field(field, value.path(field.id()), named);
            if (field.id().equals("year") && !year.isEmpty()) {
                lines.add(RecordWords.sentence(year.matches("\\d+") ? Texts.of("child.year", year) : year));
            } else if (!words.isEmpty()) {
                lines.add(Texts.of("child.field-line", DefinitionForm.name(group, field), words));
            }
        }
        return lines;
    }

    /// A value by its fields: "Year: 5".
    public static List<String> fields(String group, JsonNode value, Named named) {
        var lines = new ArrayList<String>();
        for (FieldDefinition field : definition(group)) {
            String words = field(field, value.path(field.id()), named);
            if (!words.isEmpty()) {
                lines.add(Texts.of("child.field-line", DefinitionForm.name(group, field), words));
            }
        }
        return lines;
    }

    /// The fields of a fact: as a person sets them, else as the record type declares them.
    public static List<FieldDefinition> definition(String group) {
        FactRules.Shape shape = FactRules.shapes().get(group);
        return shape != null ? shape.fields() : ofType("child_details", group);
    }

    /// The fields of a record type's group.
    public static List<FieldDefinition> ofType(String type, String group) {
        return RecordTypes.shipped()
                .find(type)
                .map(found -> found.fields().stream()
                        .filter(field -> found.groupOf(field.id())
                                .filter(of -> of.id().equals(group))
                                .isPresent())
                        .map(FieldDefinition::of)
                        .toList())
                .orElse(List.of());
    }

    /// One answer in words; empty when there is none.
    public static String field(FieldDefinition field, JsonNode value, Named named) {
        return value(field.id(), field.kind(), value, named);
    }

    private static String value(String field, FieldKind kind, JsonNode value, Named named) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isBoolean()) {
            return Texts.of(value.booleanValue() ? "child.yes" : "child.no");
        }
        if (value.isArray()) {
            FieldKind each = kind instanceof FieldKind.ListOf(FieldKind inner, var _) ? inner : kind;
            return StreamSupport.stream(value.spliterator(), false)
                    .map(one -> value(field, each, one, named))
                    .filter(words -> !words.isEmpty())
                    .collect(java.util.stream.Collectors.joining(", "));
        }
        if (value.isObject()) {
            return value.has("person")
                    ? named.nameOf(text(value.path("person")))
                    : value.has("text") ? text(value.path("text")) : text(value.path("value"));
        }
        String words = text(value);
        return switch (kind) {
            case FieldKind.Day _ -> day(words);
            case FieldKind.Moment _ -> moment(words);
            case FieldKind.OneOf _ -> RecordWords.value(field, words);
            case FieldKind.Code(String set) ->
                CodeSets.shipped().label(set, words).orElse(words);
            case FieldKind.Person _, FieldKind.Staff _, FieldKind.PersonOrStaff _, FieldKind.RecordOf _ ->
                named.nameOf(words);
            default -> words;
        };
    }

    private static List<String> address(JsonNode value) {
        var lines = new ArrayList<String>();
        JsonNode parts = value.path("lines");
        if (parts.isArray()) {
            parts.forEach(part -> lines.add(text(part)));
        } else {
            lines.addAll(paragraphs(text(parts)));
        }
        String postcode = text(value.path("postcode"));
        if (!postcode.isEmpty()) {
            lines.add(postcode);
        }
        String since = day(text(value.path("since")));
        if (!since.isEmpty()) {
            lines.add(Texts.of("child.since", since));
        }
        return lines;
    }

    private static String phone(JsonNode row) {
        var words = new ArrayList<String>();
        words.add(text(row.path("number")));
        if (!text(row.path("whose")).isEmpty()) {
            words.add(text(row.path("whose")));
        }
        if (row.path("safe_to_call").isBoolean()) {
            words.add(Texts.of(row.path("safe_to_call").booleanValue() ? "child.phone-safe" : "child.phone-unsafe"));
        }
        return String.join(" · ", words);
    }

    private static String lives(JsonNode row, Named named) {
        JsonNode person = row.path("person");
        String name = person.isObject() ? text(person.path("name")) : named.nameOf(text(person));
        String stays = text(row.path("stays"));
        return stays.isEmpty() ? name : name + " · " + stays;
    }

    private static List<String> communication(JsonNode value) {
        var lines = new ArrayList<String>();
        String comm = text(value.path("comm"));
        if (!comm.isEmpty()) {
            lines.add(RecordWords.value("comm", comm));
        }
        JsonNode aid = value.path("comm_aid_working");
        if (aid.isBoolean() && comm.equals("aac")) {
            lines.add(Texts.of(aid.booleanValue() ? "child.aid-works" : "child.aid-broken"));
        }
        if (value.path("needs_interpreter").booleanValue(false)) {
            lines.add(Texts.of("child.needs-interpreter"));
        }
        String language = text(value.path("first_language"));
        if (!language.isEmpty()) {
            lines.add(Texts.of("child.first-language", language));
        }
        String other = text(value.path("other_language"));
        if (!other.isEmpty()) {
            lines.add(Texts.of("child.other-language", other));
        }
        if (value.path("disability").booleanValue(false)) {
            lines.add(Texts.of("child.disabled"));
        }
        if (value.path("mobile").isBoolean() && !value.path("mobile").booleanValue()) {
            lines.add(Texts.of("child.not-mobile"));
        }
        lines.addAll(paragraphs(text(value.path("notes"))));
        return lines;
    }

    /// Lists stand as they are, or under `items` as the declaration names them.
    static java.util.stream.Stream<JsonNode> rows(JsonNode value) {
        JsonNode list = value.isArray() ? value : value.path("items");
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static List<String> paragraphs(String text) {
        return text.lines().filter(line -> !line.isBlank()).toList();
    }

    static String text(JsonNode value) {
        return value.asString("").strip();
    }

    /// A day as lists show it.
    public static String dayOf(String iso) {
        return day(iso);
    }

    /// A moment as lists show it.
    public static String momentOf(String iso) {
        return moment(iso);
    }

    static String day(String iso) {
        try {
            return iso.isEmpty() ? "" : Words.shortDay(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return iso;
        }
    }

    static String moment(String iso) {
        try {
            var at = Clocks.moment(iso);
            return Words.shortDay(Clocks.day(at)) + " " + Words.time(at);
        } catch (DateTimeException e) {
            return iso;
        }
    }
}
