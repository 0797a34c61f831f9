package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `Section47`: one enquiry and the conference it led to.
///
/// @param target the day the census works out for the conference; checked, not kept, since the
///     product counts it itself
/// @param conferenceNotRequired null when the file does not say
public record CinSection47(
        CinPlace at,
        LocalDate startedOn,
        @Nullable LocalDate target,
        @Nullable CinDay conference,
        @Nullable Boolean conferenceNotRequired)
        implements CinBlock {
    /// An enquiry is over when its conference was held; one without a conference has no last day in
    /// the census.
    @Override
    public @Nullable LocalDate endedOn() {
        return conference == null ? null : conference.on();
    }

    /// Where no conference was required the census has no last day, so only the first is certain.
    @Override
    public boolean covers(LocalDate day) {
        return conference == null && !isOpen() ? day.equals(startedOn) : CinBlock.super.covers(day);
    }

    /// Whether nothing says how it ended.
    boolean isOpen() {
        return conference == null && !Boolean.TRUE.equals(conferenceNotRequired);
    }

    @Override
    public Map<String, LocalDate> days() {
        return new Days()
                .with("S47ActualStartDate", startedOn)
                .with("InitialCPCtarget", target)
                .with("DateOfInitialCPC", endedOn())
                .map();
    }

    CinSection47 withoutConference() {
        return new CinSection47(at, startedOn, target, null, conferenceNotRequired);
    }
}
