package org.alongside.visit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.DayWords;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import tools.jackson.databind.JsonNode;

/// What was answered, in sentences: the same on the check page and in the finished record.
public final class Summaries {
    private Summaries() {}

    private static String text(String key, Object... arguments) {
        return Texts.of("visit.view." + key, arguments);
    }

    /// "Statutory visit, home, in person. Let in."
    public static String trip(JsonNode trip) {
        var parts = new ArrayList<String>();
        for (String field : List.of("kind", "place", "mode")) {
            label(trip, field)
                    .map(words -> parts.isEmpty() ? words : lower(words))
                    .ifPresent(parts::add);
        }
        String line = String.join(", ", parts);
        String access = label(trip, "access").orElse("");
        boolean announced = trip.path("announced").booleanValue(true);
        String all = sentence(line) + (access.isEmpty() ? "" : " " + sentence(access));
        return announced
                ? all
                : all + " "
                        + sentence(
                                text("unannounced", trip.path("why_unannounced").asString("")));
    }

    /// "Seen awake. In part alone, 15 minutes, own bedroom: Carly stood on the landing."
    public static String seen(JsonNode row) {
        String seen = row.path("seen").asString("");
        var sentences = new ArrayList<String>();
        if (seen.isEmpty()) {
            return text("not-answered");
        }
        sentences.add(sentence(
                seen.equals("not_seen")
                        ? text("was-not-seen", row.path("not_seen_where").asString(""))
                        : text("was-seen", Words.value("seen", seen).toLowerCase(Locale.UK))));
        String alone = row.path("alone").asString("");
        if (!alone.isEmpty() && !alone.equals("not_applicable")) {
            var parts = new ArrayList<String>();
            parts.add(text("alone-" + alone));
            if (row.path("alone_minutes").isIntegralNumber()) {
                parts.add(text("minutes-told", row.path("alone_minutes").intValue()));
            }
            label(row, "alone_where").map(Summaries::lower).ifPresent(parts::add);
            sentences.add(sentence(String.join(", ", parts)));
        }
        label(row, "reason_not_alone").ifPresent(reason -> {
            String detail = row.path("reason_detail").asString("");
            sentences.add(sentence(detail.isEmpty() ? reason : reason + ": " + detail));
        });
        String bedroom = row.path("bedroom_seen").asString("");
        if (bedroom.startsWith("yes") || bedroom.equals("no")) {
            sentences.add(sentence(text("bedroom-" + bedroom)));
        }
        return String.join(" ", sentences);
    }

    /// "Wednesday 2 December 2026, home."
    public static String next(JsonNode row) {
        JsonNode next = row.path("next_visit");
        var parts = new ArrayList<String>();
        try {
            if (next.path("date").isString()) {
                parts.add(DayWords.day(LocalDate.parse(next.path("date").stringValue())));
            }
        } catch (DateTimeException e) {
            parts.add(next.path("date").asString(""));
        }
        add(parts, next.path("place").asString(""));
        add(parts, next.path("alone_plan").asString(""));
        return parts.isEmpty() ? text("not-answered") : sentence(String.join(", ", parts));
    }

    /// The child's words in quotation marks, unless they have them.
    public static String quoted(String words) {
        String bare = words.strip();
        boolean marked = bare.startsWith("“")
                || bare.startsWith("\"")
                || bare.toLowerCase(Locale.UK).startsWith("nothing said");
        return marked ? bare : "“" + bare + "”";
    }

    /// "today, 10:30 to 11:35".
    public static String when(JsonNode trip, LocalDate today) {
        try {
            var from = Clocks.moment(trip.path("started_at").asString("")).atZone(Clocks.LONDON);
            String day = from.toLocalDate().equals(today) ? text("today") : DayWords.day(from.toLocalDate());
            String end = trip.path("ended_at").asString("");
            String start = DayWords.time(from.toLocalTime());
            if (end.isEmpty()) {
                return text("from-only", day, start);
            }
            var to = Clocks.moment(end).atZone(Clocks.LONDON);
            return text("from-to", day, start, DayWords.time(to.toLocalTime()));
        } catch (DateTimeException e) {
            return "";
        }
    }

    /// Names of people in an answer; an id is turned into its name.
    public static String people(JsonNode list, UnaryOperator<String> nameOf) {
        var names = new ArrayList<String>();
        for (JsonNode person : list) {
            add(names, personName(person, nameOf));
        }
        return names.isEmpty() ? "" : sentence(names(names));
    }

    public static String personName(JsonNode person, UnaryOperator<String> nameOf) {
        if (person.has("name")) {
            return TypedText.isolated(person.path("name").asString(""));
        }
        return nameOf.apply(person.isObject() ? person.path("person").asString("") : person.asString(""));
    }

    /// "Ellis, Romy and Fern".
    public static String names(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return text("and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /// "Kitchen, hall and Ellis's bedroom."
    public static String rooms(JsonNode rooms) {
        var words = new ArrayList<String>();
        rooms.forEach(room -> words.add(room.asString("").toLowerCase(Locale.UK)));
        String line = names(words);
        return line.isEmpty() ? "" : sentence(line.substring(0, 1).toUpperCase(Locale.UK) + line.substring(1));
    }

    /// How somebody spoke with a child, as a sentence.
    public static String methods(JsonNode methods) {
        var words = new ArrayList<String>();
        methods.forEach(method -> words.add(Words.value("communication_method", method.asString(""))));
        return sentence(names(words));
    }

    private static java.util.Optional<String> label(JsonNode answers, String field) {
        JsonNode answer = answers.path(field);
        String value = answer.isObject() ? answer.path("value").asString("") : answer.asString("");
        String own = answer.path("text").asString("");
        if (value.isEmpty()) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(own.isEmpty() ? Words.value(field, value) : own);
    }

    public static String lower(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1);
    }

    private static void add(List<String> parts, String words) {
        if (!words.isBlank()) {
            parts.add(words.strip());
        }
    }

    /// With a full stop, unless it ends in a mark of its own.
    public static String sentence(String words) {
        String bare = words.strip();
        return bare.isEmpty() || ".!?…".indexOf(bare.charAt(bare.length() - 1)) >= 0 ? bare : bare + ".";
    }
}
