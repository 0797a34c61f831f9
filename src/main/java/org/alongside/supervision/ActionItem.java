package org.alongside.supervision;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.rules.content.ContentFile.SupervisionRules.Route;
import org.jspecify.annotations.Nullable;

/// An action that was agreed in supervision.
///
/// @param child whose record it stands in; null when it is no child's
/// @param owner account of who does it; empty when the record names only words
/// @param who who does it, by name
/// @param notDone how often it was not done when it was looked at
/// @param done null while it is open
public record ActionItem(
        UUID record,
        @Nullable UUID child,
        Route route,
        String text,
        String owner,
        String who,
        LocalDate agreed,
        @Nullable LocalDate due,
        @Nullable LocalDate done,
        String result,
        int notDone) {
    public boolean isOpen() {
        return done == null;
    }

    /// Days by which it is late; 0 while it is not, or when it is done.
    public int daysLate(LocalDate today) {
        return due == null || done != null || !due.isBefore(today)
                ? 0
                : (int) java.time.temporal.ChronoUnit.DAYS.between(due, today);
    }
}
