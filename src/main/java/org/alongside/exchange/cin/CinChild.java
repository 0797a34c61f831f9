package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `Child`: one child of a census, without what was refused.
///
/// @param id `LAchildID`, the council's own id
/// @param sex M, F or U; a `GenderCurrent` of an older layout is turned into it
/// @param disabilities codes; empty when the file says nothing
public record CinChild(
        CinPlace at,
        String id,
        @Nullable String upn,
        @Nullable String formerUpn,
        @Nullable String upnUnknown,
        @Nullable LocalDate bornOn,
        @Nullable LocalDate expectedOn,
        @Nullable LocalDate diedOn,
        @Nullable String sex,
        @Nullable String ethnicity,
        List<String> disabilities,
        List<CinEpisode> episodes) {
    public CinChild {
        disabilities = List.copyOf(disabilities);
        episodes = List.copyOf(episodes);
    }

    CinChild withoutUpn() {
        return new CinChild(
                at,
                id,
                null,
                formerUpn,
                upnUnknown,
                bornOn,
                expectedOn,
                diedOn,
                sex,
                ethnicity,
                disabilities,
                episodes);
    }

    CinChild withEpisodes(List<CinEpisode> kept) {
        return new CinChild(
                at, id, upn, formerUpn, upnUnknown, bornOn, expectedOn, diedOn, sex, ethnicity, disabilities, kept);
    }
}
