package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.alongside.exchange.Unit;
import org.jspecify.annotations.Nullable;

/// Whether the days of one episode and of what hangs on it stand in order, by [DateRules], and
/// whether any is after the day that the file speaks of.
final class DayChecks {
    private final CinEpisode episode;
    private final Verdicts verdicts;
    private final @Nullable LocalDate referenceDate;

    DayChecks(CinEpisode episode, Verdicts verdicts, @Nullable LocalDate referenceDate) {
        this.episode = episode;
        this.verdicts = verdicts;
        this.referenceDate = referenceDate;
    }

    void check() {
        for (var rule : DateRules.shipped().broken("CINdetails", episode.days())) {
            Object part = rule.date().equals("DateOfInitialCPC") && episode.transferConference() != null
                    ? episode.transferConference()
                    : episode;
            order(rule, part, placeOf(part, episode.at()), episode.days());
        }
        for (CinBlock block : episode.blocks()) {
            Map<String, LocalDate> days = new HashMap<>(block.days());
            days.put("CINreferralDate", episode.referredOn());
            if (episode.closedOn() != null) {
                days.put("CINclosureDate", episode.closedOn());
            }
            for (var rule : DateRules.shipped().broken(elementOf(block), days)) {
                Object part =
                        rule.keepsOut() == Unit.VALUE && block instanceof CinSection47 s47 && s47.conference() != null
                                ? s47.conference()
                                : block;
                order(rule, part, placeOf(part, block.at()), days);
            }
            afterReference(block);
        }
        if (referenceDate != null && episode.referredOn().isAfter(referenceDate)) {
            verdicts.warn(
                    Unit.EPISODE,
                    episode.at(),
                    "after-reference-date",
                    "CINreferralDate",
                    episode.referredOn(),
                    referenceDate);
        }
    }

    private void order(DateRules.Rule rule, Object part, CinPlace at, Map<String, LocalDate> days) {
        LocalDate day = days.get(rule.date());
        LocalDate other = days.get(rule.than());
        if (day != null && other != null) {
            verdicts.order(rule, part, at, day, other);
        }
    }

    private void afterReference(CinBlock block) {
        if (referenceDate != null && block.startedOn().isAfter(referenceDate)) {
            verdicts.warn(
                    Unit.BLOCK, block.at(), "after-reference-date", elementOf(block), block.startedOn(), referenceDate);
        }
    }

    private static CinPlace placeOf(Object part, CinPlace otherwise) {
        return part instanceof CinDay day
                ? new CinPlace(day.at().line(), day.at().path().replaceFirst("\\.?[^.]*$", ""))
                : otherwise;
    }

    private static String elementOf(CinBlock block) {
        return switch (block) {
            case CinAssessment a -> "Assessments";
            case CinNeedPlan p -> "CINPlanDates";
            case CinSection47 s -> "Section47";
            case CinProtectionPlan p -> "ChildProtectionPlans";
            case CinPreProceedings p -> "PreProceedingsandFGDM";
        };
    }
}
