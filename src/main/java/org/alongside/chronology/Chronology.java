package org.alongside.chronology;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.Clocks;
import org.alongside.record.Amended;
import org.alongside.record.CaseLog;
import org.alongside.record.Change;
import org.alongside.record.RecordState;
import org.alongside.record.RecordType;
import org.alongside.record.RecordTypes;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A child's chronology: what changed the child's safety, health, home, relationships, learning or
/// plan, good or bad (practice 6.2). Chronology entries, and the typed records that are such events
/// themselves; visits and notes have lists of their own.
public final class Chronology {
    public static final String TYPE = "chronology_entry";

    private static final Set<String> ELSEWHERE =
            Set.of("child_details", "person", "relationship", "visit", Notes.TYPE, "allocation");
    /// Fields that can say in one line what a typed record was about.
    private static final List<String> TELLING =
            List.of("what", "reason", "outcome", "decision", "summary", "text", "category", "kind", "type");

    private final CaseLog log;
    private final RecordTypes types;

    public Chronology(CaseLog log, RecordTypes types) {
        this.log = log;
        this.types = types;
    }

    /// @param on the day it happened
    /// @param kind a kind of practice 6.2, or the record's type for a typed record
    /// @param what in one line; a stored word for a typed record that has no line, or empty
    /// @param source who says so; empty when the record does not say
    /// @param meaning what it meant for the child; may be empty
    public record Entry(LocalDate on, String kind, String what, String source, String meaning, RecordState state) {
        public UUID record() {
            return state.record();
        }

        public boolean isWithdrawn() {
            return state.withdrawal().isPresent();
        }

        /// Whether it was written as a chronology entry.
        public boolean isEntry() {
            return state.type().equals(TYPE);
        }
    }

    /// A line of the list.
    public sealed interface Line {
        /// An event.
        record Event(Entry entry) implements Line {}

        /// A time without entries, longer than the content sets.
        ///
        /// @param months whole months
        record Gap(long months) implements Line {}
    }

    /// All events, newest first; of one day those written later first.
    public List<Entry> of(UUID child) {
        var entries = new ArrayList<Entry>();
        for (RecordState state : log.records(StreamId.ofCase(child))) {
            if (!ELSEWHERE.contains(state.type())) {
                entry(state).ifPresent(entries::add);
            }
        }
        entries.sort(Comparator.comparing(Entry::on)
                .thenComparing(entry -> entry.state().first().at())
                .reversed());
        return entries;
    }

    /// The events with the gaps between them; withdrawn ones do not fill a gap.
    ///
    /// @param gapMonths a gap of this length or longer is a line
    /// @param today until the newest event is a gap as well
    public static List<Line> lines(List<Entry> newestFirst, int gapMonths, LocalDate today) {
        var lines = new ArrayList<Line>();
        LocalDate later = today;
        for (Entry entry : newestFirst) {
            if (!entry.isWithdrawn()) {
                long months = Period.between(entry.on(), later).toTotalMonths();
                if (months >= gapMonths) {
                    lines.add(new Line.Gap(months));
                }
                later = entry.on();
            }
            lines.add(new Line.Event(entry));
        }
        return lines;
    }

    private Optional<Entry> entry(RecordState state) {
        Optional<RecordType> type = types.find(state.type());
        if (type.isEmpty() || type.get().groups().isEmpty()) {
            return Optional.empty();
        }
        ObjectNode value = Amended.value(state, type.get().groups().getFirst().id());
        LocalDate on = day(value.path(type.get().happened()));
        if (on == null) {
            return Optional.empty();
        }
        if (state.type().equals(TYPE)) {
            return Optional.of(new Entry(
                    on,
                    text(value, "kind"),
                    text(value, "what"),
                    text(value, "source"),
                    text(value, "meaning"),
                    state));
        }
        String what = TELLING.stream()
                .map(field -> text(value, field))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        return Optional.of(new Entry(on, state.type(), what, "", "", state));
    }

    private static String text(JsonNode value, String field) {
        return value.path(field).asString("").strip();
    }

    private static @Nullable LocalDate day(JsonNode value) {
        String text = value.asString("");
        try {
            return text.isEmpty() ? null : text.length() > 10 ? Clocks.day(Clocks.moment(text)) : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// Who wrote an entry, and when.
    public static Change first(Entry entry) {
        return entry.state().first();
    }
}
