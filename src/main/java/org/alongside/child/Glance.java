package org.alongside.child;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a child's record shows at a glance and other capabilities know: visits, the child's words,
/// the latest events. Those capabilities are handed in; the child's own room does not know them.
public interface Glance {

    Now now(UUID child);

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
