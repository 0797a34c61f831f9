package org.alongside.record.store;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.alongside.kernel.Clocks;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns a value of a record into what a column of a projection can hold. What it cannot hold is null
/// there and whole in the log: one odd value from somebody's older program must never stop a sync.
public final class Cell {
    private Cell() {}

    /// A text of at most so many characters, never cut inside one.
    public static @Nullable String text(JsonNode node, int most) {
        if (!node.isString()) {
            return null;
        }
        String text = node.stringValue();
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end);
    }

    /// The chosen word of an answer that may stand with words of one's own (`{"value","text"}`).
    public static @Nullable String choice(JsonNode node, int most) {
        return text(node.isObject() ? node.path("value") : node, most);
    }

    public static @Nullable LocalDate day(JsonNode node) {
        try {
            return node.isString() ? LocalDate.parse(node.stringValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// A moment as [Clocks#moment] reads it.
    public static @Nullable OffsetDateTime moment(JsonNode node) {
        try {
            return node.isString() ? Clocks.moment(node.stringValue()).atOffset(ZoneOffset.UTC) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// An id, or the id in `{"person":ID}`.
    public static @Nullable UUID id(JsonNode node) {
        JsonNode id = node.isObject() ? node.path("person") : node;
        try {
            return id.isString() ? UUID.fromString(id.stringValue()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
