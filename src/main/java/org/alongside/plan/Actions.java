package org.alongside.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the values of the record types `action` and of a plan's agreement.
final class Actions {
    /// The record type of an action.
    static final String TYPE = "action";
    /// The field group that holds an action's words.
    static final String RECORD = "record";
    /// The field group that holds its place.
    static final String PLACE = "place";
    /// The field group of a plan's record that holds what was agreed.
    static final String AGREEMENT = "agreement";

    private Actions() {}

    static Action read(UUID record, ObjectNode value, Set<UUID> children) {
        return new Action(
                record.toString(),
                text(value, "text"),
                text(value, "who"),
                by(value),
                text(value, "provider"),
                text(value, "frequency"),
                text(value, "outcome"),
                text(value, "if_not"),
                text(value, "worry"),
                value.path("carried_forward").asInt(0),
                day(value, "agreed_on"),
                children.stream().map(UUID::toString).collect(Collectors.toSet()),
                codes(value),
                text(value, "explained"));
    }

    /// As written; an action from elsewhere may have a day only.
    private static String by(ObjectNode value) {
        String by = text(value, "by");
        return by.isEmpty() ? text(value, "due_on") : by;
    }

    static Plan.Said said(ObjectNode agreement) {
        return new Plan.Said(
                lines(agreement, "worries"),
                text(agreement, "seeing"),
                text(agreement, "contingency"),
                lines(agreement, "ring"),
                codes(agreement),
                text(agreement, "explained"));
    }

    private static Set<String> codes(ObjectNode value) {
        var codes = new HashSet<String>();
        for (JsonNode code : value.path("explained_codes")) {
            codes.add(code.asString("").toUpperCase(Locale.ROOT));
        }
        return codes;
    }

    private static List<String> lines(ObjectNode value, String field) {
        return text(value, field)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static String text(ObjectNode value, String field) {
        return value.path(field).asString("");
    }

    static @Nullable LocalDate day(ObjectNode value, String field) {
        JsonNode day = value.path(field);
        try {
            return day.isString() ? LocalDate.parse(day.stringValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
