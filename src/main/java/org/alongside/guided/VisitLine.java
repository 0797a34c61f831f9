package org.alongside.guided;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.Amended;
import org.alongside.record.RecordState;
import org.alongside.visit.VisitRecording;
import org.alongside.visit.Words;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a visit says of one child, as a line that a guided record quotes: the writer keeps it or drops
/// it, and never rewrites it (practice 2.1, point 5).
///
/// @param words "3 Nov 2026, home: awake, alone in private, 20 minutes"
public record VisitLine(UUID child, UUID visit, LocalDate on, String words) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    /// The visits to a child since a day, the newest first.
    static List<VisitLine> of(VisitRecording visits, UUID child, LocalDate since) {
        var lines = new ArrayList<VisitLine>();
        for (RecordState state : visits.visitsOf(child)) {
            LocalDate on = Clocks.day(VisitRecording.startedAt(state));
            if (state.withdrawal().isEmpty() && !on.isBefore(since)) {
                lines.add(new VisitLine(child, state.record(), on, words(state, on)));
            }
        }
        return List.copyOf(lines);
    }

    private static String words(RecordState state, LocalDate on) {
        ObjectNode value = Amended.value(state, "record");
        JsonNode row = value.path("child");
        var parts = new ArrayList<String>();
        parts.add(said("seen", row));
        parts.add(said("alone", row));
        int minutes = row.path("alone_minutes").intValue(0);
        if (minutes > 0) {
            parts.add(Texts.of("guided.visit.minutes", minutes));
        }
        parts.removeIf(String::isEmpty);
        String place = said("place", value.path("visit"));
        return Texts.of(
                "guided.visit.line",
                DAY.format(on),
                place.isEmpty() ? Texts.of("guided.visit.somewhere") : place,
                parts.isEmpty() ? Texts.of("guided.visit.nothing") : small(String.join(", ", parts)));
    }

    private static String said(String field, JsonNode fields) {
        JsonNode answer = fields.path(field);
        String word = (answer.isObject() ? answer.path("value") : answer).asString("");
        return word.isEmpty() ? "" : Words.value(field, word);
    }

    private static String small(String words) {
        return words.toLowerCase(Locale.UK);
    }

    Passage passage() {
        return new Passage(words, Sentence.SEEN, "", List.of(visit.toString()), true);
    }
}
