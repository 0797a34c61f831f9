package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.exchange.Unit;
import org.jspecify.annotations.Nullable;

/// Turns one `CINdetails` element into a typed episode, with every block that has a first day. What
/// cannot be taken is in the list all the same, marked as refused, so that the checks see it.
final class EpisodeReader {
    private final ValueReader values;
    private final Verdicts verdicts;
    private final @Nullable String record;

    EpisodeReader(ValueReader values, Verdicts verdicts, @Nullable String record) {
        this.values = values;
        this.verdicts = verdicts;
        this.record = record;
    }

    /// @return empty when it has no day of referral, which has then been said
    Optional<CinEpisode> read(Values.Below below) {
        var read = values.read(below.element(), below.at(), record);
        missing(read, "ReferralSource", "cin-8866");
        missing(read, "PrimaryNeedCode", "cin-8610");
        missing(read, "ReferralNFA", "cin-8568");
        List<CinBlock> blocks = new ArrayList<>();
        for (var block : read.below()) {
            block(block).ifPresent(blocks::add);
        }
        LocalDate referred = read.date("CINreferralDate");
        LocalDate closed = read.date("CINclosureDate");
        if (referred == null) {
            if (!read.saw("CINreferralDate")) {
                verdicts.refuse(read, Unit.EPISODE, read.at(), "cin-8600");
            }
            for (CinBlock block : blocks) {
                if (!verdicts.isRefused(block)) {
                    verdicts.refuse(block, Unit.BLOCK, block.at(), "with-episode");
                }
            }
            return Optional.empty();
        }
        String reason = read.text("ReasonForClosure");
        var episode = new CinEpisode(
                read.at(),
                referred,
                read.text("ReferralSource"),
                read.text("PrimaryNeedCode"),
                closed,
                reason,
                read.flag("ReferralNFA"),
                read.day("DateOfInitialCPC"),
                blocks);
        if (read.keptOut() == Unit.EPISODE) {
            verdicts.keepOut(episode);
        }
        if (!read.saw("CINclosureDate") && read.saw("ReasonForClosure")) {
            verdicts.refuse(episode, Unit.EPISODE, read.placeOf("ReasonForClosure"), "cin-8805");
        }
        if (read.saw("CINclosureDate") && !read.saw("ReasonForClosure")) {
            verdicts.warn(Unit.VALUE, read.placeOf("CINclosureDate"), "cin-8810");
        }
        return Optional.of(episode);
    }

    private Optional<CinBlock> block(Values.Below below) {
        var read = values.read(below.element(), below.at(), record);
        Optional<CinBlock> block = switch (below.element().name()) {
            case "Assessments" -> started(read, "AssessmentActualStartDate").map(start -> assessment(read, start));
            case "CINPlanDates" ->
                started(read, "CINPlanStartDate")
                        .map(start -> new CinNeedPlan(read.at(), start, read.date("CINPlanEndDate")));
            case "Section47" -> started(read, "S47ActualStartDate").map(start -> section47(read, start));
            case "ChildProtectionPlans" -> started(read, "CPPstartDate").map(start -> protectionPlan(read, start));
            default -> started(read, "PPStartDate").map(start -> preProceedings(read, start));
        };
        if (read.keptOut() == Unit.BLOCK) {
            block.ifPresent(verdicts::keepOut);
        }
        return block;
    }

    private Optional<LocalDate> started(Values read, String element) {
        if (!read.saw(element)) {
            verdicts.refuse(read, Unit.BLOCK, read.at(), "start-missing", element);
        }
        return Optional.ofNullable(read.date(element));
    }

    private CinAssessment assessment(Values read, LocalDate start) {
        List<String> factors = new ArrayList<>();
        for (var factor : read.all("AssessmentFactors")) {
            if (factors.contains(factor.value())) {
                verdicts.refuse(factor, Unit.VALUE, factor.at(), "cin-8898", factor.value());
            } else {
                factors.add((String) factor.value());
            }
        }
        return new CinAssessment(
                read.at(),
                start,
                read.date("AssessmentInternalReviewDate"),
                read.date("AssessmentAuthorisationDate"),
                factors);
    }

    private CinSection47 section47(Values read, LocalDate start) {
        missing(read, "ICPCnotRequired", "conference-decision-missing");
        return new CinSection47(
                read.at(),
                start,
                read.date("InitialCPCtarget"),
                read.day("DateOfInitialCPC"),
                read.flag("ICPCnotRequired"));
    }

    private CinProtectionPlan protectionPlan(Values read, LocalDate start) {
        missing(read, "InitialCategoryOfAbuse", "cin-8905");
        missing(read, "LatestCategoryOfAbuse", "cin-8910");
        missing(read, "NumberOfPreviousCPP", "cin-8730");
        List<CinDay> reviews = read.all("CPPreviewDate").stream()
                .map(entry -> new CinDay(entry.at(), (LocalDate) entry.value()))
                .toList();
        return new CinProtectionPlan(
                read.at(),
                start,
                read.date("CPPendDate"),
                read.text("InitialCategoryOfAbuse"),
                read.text("LatestCategoryOfAbuse"),
                read.number("NumberOfPreviousCPP"),
                reviews);
    }

    private static CinPreProceedings preProceedings(Values read, LocalDate start) {
        return new CinPreProceedings(
                read.at(),
                start,
                read.date("LBPSentDate"),
                read.flag("FGDMMeetingOffer"),
                read.flag("FGDMMeetingFac"),
                read.date("InitialPPMeetingDate"),
                read.number("ReviewMeetingsCount"),
                read.date("StepDecisionDate"),
                read.text("PPOutcome"),
                read.date("CourtAppDate"),
                read.date("LetterInitCPDate"));
    }

    /// A value the census wants is not there: what stands round it is taken, and the gap is said.
    private void missing(Values read, String element, String code) {
        if (!read.saw(element)) {
            verdicts.warn(Unit.VALUE, read.placeOf(element), code);
        }
    }
}
