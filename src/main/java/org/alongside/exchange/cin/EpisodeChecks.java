package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.List;
import org.alongside.exchange.Unit;
import org.jspecify.annotations.Nullable;

/// The rules of one episode of need and what hangs on it (`data-standards.md` section 1, "Episode"
/// to "CIN plan").
///
/// Where two statements contradict each other and nobody can say which is wrong, the smaller is kept
/// out and the larger is taken without the word that contradicts it: an episode marked "no further
/// action" with an assessment is taken as a referral, without the mark and without the assessment.
final class EpisodeChecks {
    private static final int ASSESSMENT_DAYS = 45;
    private static final int CONFERENCE_DAYS = 15;

    private final CinEpisode episode;
    private final Verdicts verdicts;
    private final @Nullable LocalDate referenceDate;

    EpisodeChecks(CinEpisode episode, Verdicts verdicts, @Nullable LocalDate referenceDate) {
        this.episode = episode;
        this.verdicts = verdicts;
        this.referenceDate = referenceDate;
    }

    void check() {
        new DayChecks(episode, verdicts, referenceDate).check();
        activityOnNothing();
        conferences();
        episode.blocks(CinAssessment.class).forEach(this::assessment);
        episode.blocks(CinSection47.class).forEach(this::section47);
        episode.blocks(CinProtectionPlan.class).forEach(this::protectionPlan);
        episode.blocks(CinNeedPlan.class).stream()
                .filter(plan -> episode.closedOn() != null && plan.endedOn() == null)
                .forEach(plan -> verdicts.refuse(plan, Unit.BLOCK, plan.at(), "open-at-closure"));
        closure();
    }

    /// 8831, 8832, 4000: nothing may hang on a referral with no further action. 2990: nor, but for
    /// its assessment, on a case closed after assessment.
    private void activityOnNothing() {
        CinDay conference = episode.transferConference();
        if (episode.isNoFurtherAction()) {
            for (CinBlock block : episode.blocks()) {
                String rule = switch (block) {
                    case CinAssessment a -> "8831";
                    case CinSection47 s -> "8831";
                    case CinProtectionPlan p -> "8832";
                    case CinNeedPlan p -> "4000";
                    case CinPreProceedings p -> "8831";
                };
                verdicts.rule(rule, block, Unit.BLOCK, block.at());
            }
            if (conference != null) {
                verdicts.rule("8831", conference, Unit.VALUE, conference.at());
            }
        }
        if (episode.isClosedAfterAssessment()) {
            episode.blocks().stream()
                    .filter(block -> !(block instanceof CinAssessment))
                    .forEach(block -> verdicts.rule("2990", block, Unit.BLOCK, block.at()));
            if (conference != null) {
                verdicts.rule("2990", conference, Unit.VALUE, conference.at());
            }
        }
    }

    private void conferences() {
        CinDay transfer = episode.transferConference();
        List<CinDay> fromEnquiries = episode.blocks(CinSection47.class).stream()
                .map(CinSection47::conference)
                .filter(java.util.Objects::nonNull)
                .toList();
        if (transfer != null && !fromEnquiries.isEmpty()) {
            verdicts.rule("2884", transfer, Unit.VALUE, transfer.at());
        }
        for (CinDay conference : fromEnquiries) {
            weekend(conference);
        }
        if (transfer != null) {
            weekend(transfer);
        }
        int held = fromEnquiries.size() + (transfer == null ? 0 : 1);
        List<CinProtectionPlan> plans = episode.blocks(CinProtectionPlan.class);
        for (CinProtectionPlan plan : plans) {
            boolean onTheDay = (transfer != null && transfer.on().equals(plan.startedOn()))
                    || fromEnquiries.stream().anyMatch(c -> c.on().equals(plan.startedOn()));
            if (!onTheDay) {
                verdicts.rule("2885", plan, Unit.BLOCK, plan.at(), plan.startedOn());
                if (held < plans.size()) {
                    verdicts.rule("2883", plan, Unit.BLOCK, plan.at(), held, plans.size());
                }
            }
        }
    }

    private void weekend(CinDay conference) {
        if (WorkingDays.isWeekend(conference.on())) {
            verdicts.rule("8875", conference, Unit.VALUE, conference.at(), conference.on());
        }
    }

    private void assessment(CinAssessment assessment) {
        CinPlace at = assessment.at();
        List<String> factors = assessment.factors();
        if (assessment.authorisedOn() == null) {
            if (episode.closedOn() != null) {
                verdicts.refuse(assessment, Unit.BLOCK, at, "cin-8867", episode.closedOn());
            } else if (referenceDate != null
                    && WorkingDays.moreThan(ASSESSMENT_DAYS, assessment.startedOn(), referenceDate)) {
                verdicts.warn(Unit.BLOCK, at, "cin-8670Q", assessment.startedOn());
            }
            if (!factors.isEmpty()) {
                verdicts.refuse(factors, Unit.VALUE, at.below("FactorsIdentifiedAtAssessment"), "cin-8614");
            }
        } else if (factors.isEmpty()) {
            verdicts.warn(Unit.VALUE, at.below("FactorsIdentifiedAtAssessment"), "cin-8897Q");
        }
        if (factors.contains("21") && factors.size() > 1) {
            verdicts.refuse(factors, Unit.VALUE, at.below("FactorsIdentifiedAtAssessment"), "cin-8869");
        }
        if (factors.contains("18A")) {
            verdicts.warn(Unit.VALUE, at.below("FactorsIdentifiedAtAssessment"), "cin-8945Q");
        }
        if (factors.contains("19A")) {
            verdicts.warn(Unit.VALUE, at.below("FactorsIdentifiedAtAssessment"), "cin-8950Q");
        }
    }

    private void section47(CinSection47 enquiry) {
        CinPlace at = enquiry.at();
        if (enquiry.target() != null && WorkingDays.isWeekend(enquiry.target())) {
            verdicts.warn(Unit.VALUE, at.below("InitialCPCtarget"), "cin-8870Q", enquiry.target());
        }
        if (enquiry.isOpen() && episode.closedOn() != null) {
            verdicts.refuse(enquiry, Unit.BLOCK, at, "cin-8868", episode.closedOn());
        } else if (enquiry.isOpen()
                && referenceDate != null
                && WorkingDays.moreThan(CONFERENCE_DAYS, enquiry.startedOn(), referenceDate)) {
            verdicts.warn(Unit.BLOCK, at, "cin-8675Q", enquiry.startedOn());
        }
        if (enquiry.conference() != null && Boolean.TRUE.equals(enquiry.conferenceNotRequired())) {
            verdicts.warn(Unit.VALUE, at.below("ICPCnotRequired"), "conference-not-required");
        }
        if (episode.blocks(CinAssessment.class).isEmpty()) {
            verdicts.warn(Unit.BLOCK, at, "cin-2991Q");
        }
    }

    private void protectionPlan(CinProtectionPlan plan) {
        for (CinDay review : plan.reviews()) {
            if (!review.on().isAfter(plan.startedOn())) {
                verdicts.rule("8841", review, Unit.VALUE, review.at(), review.on(), plan.startedOn());
            } else if (plan.endedOn() != null && review.on().isAfter(plan.endedOn())) {
                verdicts.refuse(review, Unit.VALUE, review.at(), "review-after-end", review.on(), plan.endedOn());
            } else if (plan.reviews().stream()
                            .filter(r -> r.on().equals(review.on()))
                            .findFirst()
                            .orElseThrow()
                    != review) {
                verdicts.refuse(review, Unit.VALUE, review.at(), "repeated", review.on());
            }
        }
        if (plan.endedOn() == null && episode.closedOn() != null) {
            verdicts.refuse(plan, Unit.BLOCK, plan.at(), "open-at-closure");
        }
    }

    private void closure() {
        String reason = episode.closureReason();
        List<CinAssessment> assessments = episode.blocks(CinAssessment.class);
        if (reason != null && episode.isClosedAfterAssessment() && assessments.isEmpty()) {
            verdicts.warn(Unit.EPISODE, episode.at(), "cin-8825Q", reason);
        }
        if (assessments.size() == 1
                && assessments.getFirst().factors().equals(List.of("21"))
                && reason != null
                && !reason.equals("RC8")) {
            verdicts.warn(Unit.EPISODE, episode.at(), "cin-8873Q", reason);
        }
    }
}
