package org.alongside.child;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;

/// A child as lists and headers show them.
///
/// @param externalId the council's own id
/// @param plan the highest plan the child is on today (practice 1.5), and since when
/// @param addressLine one line; empty when unknown, and not shown in lists when withheld
/// @param restrictedLine the fixed line that stands for a restricted record, if there is one
public record ChildSummary(
        UUID id,
        @Nullable String externalId,
        String givenName,
        String familyName,
        @Nullable String knownAs,
        @Nullable LocalDate bornOn,
        @Nullable LocalDate expectedOn,
        @Nullable LocalDate diedOn,
        @Nullable String sex,
        @Nullable UUID family,
        String familyLabel,
        String addressLine,
        boolean addressWithheld,
        Optional<CurrentPlan> plan,
        @Nullable String restrictedLine) {

    /// @param kind S47, CP, CLA, PF or CIN
    public record CurrentPlan(String kind, @Nullable LocalDate since) {}

    public StreamId stream() {
        return StreamId.ofCase(id);
    }

    /// What the child is called in sentences: the name they like, else their given name.
    public String shortName() {
        if (knownAs != null && !knownAs.isBlank()) {
            return knownAs;
        }
        return givenName.isBlank() ? name() : givenName;
    }

    /// The whole name; a child whom only a census knows is called by the council's id.
    public String name() {
        String whole = (givenName + " " + familyName).strip();
        if (!whole.isEmpty()) {
            return whole;
        }
        return externalId == null ? "Child without a name yet" : externalId;
    }

    public boolean isUnborn(LocalDate day) {
        return bornOn == null && expectedOn != null || bornOn != null && bornOn.isAfter(day);
    }
}
