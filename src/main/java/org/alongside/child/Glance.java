package org.alongside.child;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a child's record shows at a glance and other capabilities know: visits, the child's words,
/// the latest events. Those capabilities are handed in; the child's own room does not know them.
public interface Glance {

    Now now(UUID child);

    /// How the plan stands for the child: dates, and being seen alone.
    Stands stands(UUID child);

    /// The child's own words from visits and notes, newest first.
    ///
    /// @param most at most so many
    List<Said> said(UUID child, int most);

    /// The latest significant events, newest first.
    ///
    /// @param most at most so many
    Latest latest(UUID child, int most);

    /// @param lastSeen the last day a visit that counts saw the child
    /// @param lastAlone the last day the child was counted alone
    /// @param nextVisitOn what the last visit set as the next one
    record Now(
            @Nullable LocalDate lastSeen,
            @Nullable LocalDate lastAlone,
            @Nullable LocalDate nextVisitOn,
            int unsent) {}

    /// @param alone "98 days since seen alone"; empty where nothing can be said
    /// @param raised whether somebody decides about it
    /// @param dates the next ones, in the order of the panel
    /// @param prompt what asks for attention first; empty for nothing
    record Stands(String alone, boolean raised, List<Date> dates, String prompt) {
        /// Of whom nothing is known.
        public static final Stands NOTHING = new Stands("", false, List.of(), "");

        public Stands {
            dates = List.copyOf(dates);
        }
    }

    /// @param id where its card is: the rule's
    /// @param name "Core group"
    /// @param when "Was 6 Nov 2026"
    /// @param passed whether it is today or past
    record Date(String id, String name, String when, boolean passed) {}

    /// @param words letter for letter
    /// @param where in words, may be empty: "alone", "in a note"
    record Said(LocalDate on, String words, String where) {}

    record Event(LocalDate on, String kind, String what) {}

    /// @param count of all events
    record Latest(List<Event> events, int count) {
        public Latest {
            events = List.copyOf(events);
        }
    }
}
