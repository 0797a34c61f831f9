package org.alongside.rules.alone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.alongside.kernel.Clocks;

/// One child at one visit, as the counters see it. Answers that history lacks are empty.
///
/// @param role the role of the worker who made it, on that day
/// @param alone the answer of practice 1.3, `alone_private` …
/// @param supportIndependent of `alone_with_support`, whether its independence was confirmed
/// @param reason why the child was not alone
public record CountedVisit(
        Instant at,
        String worker,
        String role,
        String kind,
        String mode,
        String access,
        String place,
        String seen,
        String alone,
        boolean supportIndependent,
        String reason,
        String bedroomSeen) {
    private static final Set<String> HOMES = Set.of("home", "foster_home", "children_home", "other_family");

    public LocalDate day() {
        return Clocks.day(at);
    }

    public boolean isSeen() {
        return seen.equals("awake") || seen.equals("asleep");
    }

    /// In person and let in.
    public boolean isAdmitted() {
        return mode.equals("in_person") && access.equals("admitted");
    }

    public boolean isAtHome() {
        return isAdmitted() && HOMES.contains(place);
    }

    public boolean isBedroomSeen() {
        return bedroomSeen.startsWith("yes_");
    }

    /// Awake, and alone in private or with independent support; whether the visit counts is asked
    /// elsewhere.
    public boolean isAlone() {
        boolean alone =
                this.alone.equals("alone_private") || this.alone.equals("alone_with_support") && supportIndependent;
        return alone && seen.equals("awake");
    }
}
