package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `CINdetails`: one episode of need, from referral to closure.
///
/// @param noFurtherAction null when the file does not say, or what hangs on the episode contradicts it
/// @param transferConference `DateOfInitialCPC` of the episode itself: a child who moved in with a plan
public record CinEpisode(
        CinPlace at,
        LocalDate referredOn,
        @Nullable String source,
        @Nullable String primaryNeed,
        @Nullable LocalDate closedOn,
        @Nullable String closureReason,
        @Nullable Boolean noFurtherAction,
        @Nullable CinDay transferConference,
        List<CinBlock> blocks) {
    public CinEpisode {
        blocks = List.copyOf(blocks);
    }

    /// What hangs on it, of one kind.
    public <B extends CinBlock> List<B> blocks(Class<B> kind) {
        return blocks.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    boolean isNoFurtherAction() {
        return Boolean.TRUE.equals(noFurtherAction);
    }

    /// Closed after assessment, with nothing more to do or with early help.
    boolean isClosedAfterAssessment() {
        return "RC8".equals(closureReason) || "RC9".equals(closureReason);
    }

    Map<String, LocalDate> days() {
        return new Days()
                .with("CINreferralDate", referredOn)
                .with("CINclosureDate", closedOn)
                .with("DateOfInitialCPC", transferConference == null ? null : transferConference.on())
                .map();
    }
}
