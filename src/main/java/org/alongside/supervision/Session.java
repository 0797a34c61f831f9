package org.alongside.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.rules.clock.WorkingDays;
import org.alongside.rules.content.ContentFile.SupervisionRules.Sign;
import org.jspecify.annotations.Nullable;

/// A session that was held.
///
/// @param filedAt when it was written down
/// @param words what belongs to it, in order
/// @param unreadable words of it, or of the two, that this laptop has no key for yet
public record Session(
        UUID id,
        LocalDate held,
        boolean personal,
        boolean reflective,
        @Nullable LocalDate workerSigned,
        @Nullable LocalDate supervisorSigned,
        Instant filedAt,
        List<Words> words,
        int unreadable) {
    public Session {
        words = List.copyOf(words);
    }

    /// Signed by both: from now on notes are added and nothing else.
    public boolean isLocked() {
        return workerSigned != null && supervisorSigned != null;
    }

    /// The later of the two signatures.
    public @Nullable LocalDate bothSigned() {
        return workerSigned == null || supervisorSigned == null
                ? null
                : workerSigned.isAfter(supervisorSigned) ? workerSigned : supervisorSigned;
    }

    public boolean isSignedBy(Pair pair, String account) {
        return (account.equals(pair.worker()) ? workerSigned : supervisorSigned) != null;
    }

    /// By when somebody signs.
    public LocalDate signBy(Pair pair, String account, Sign sign, WorkingDays calendar) {
        return calendar.plus(held, account.equals(pair.worker()) ? sign.worker() : sign.supervisor());
    }

    /// Whether it stands unsigned for so long that it is told.
    public boolean isUnsignedTooLong(Sign sign, WorkingDays calendar, LocalDate today) {
        return !isLocked() && calendar.between(held, today) >= sign.unsigned();
    }

    public List<Words> of(Words.Kind kind) {
        return words.stream().filter(each -> each.kind() == kind).toList();
    }
}
