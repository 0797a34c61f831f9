package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `PreProceedingsandFGDM` (from 2026-27).
///
/// @param familyMeetingOffered whether a family group meeting was offered; the census has no day
/// @param familyMeetingHeld whether it was held; the census has no day
/// @param reviewMeetings how many review meetings there were; the census has no days
/// @param decidedOn the day it was decided to step down or go to court
public record CinPreProceedings(
        CinPlace at,
        LocalDate startedOn,
        @Nullable LocalDate letterSentOn,
        @Nullable Boolean familyMeetingOffered,
        @Nullable Boolean familyMeetingHeld,
        @Nullable LocalDate firstMeetingOn,
        @Nullable Integer reviewMeetings,
        @Nullable LocalDate decidedOn,
        @Nullable String outcome,
        @Nullable LocalDate courtApplicationOn,
        @Nullable LocalDate letterOfIssueOn)
        implements CinBlock {
    @Override
    public @Nullable LocalDate endedOn() {
        return decidedOn;
    }

    @Override
    public Map<String, LocalDate> days() {
        return new Days()
                .with("PPStartDate", startedOn)
                .with("LBPSentDate", letterSentOn)
                .with("InitialPPMeetingDate", firstMeetingOn)
                .with("StepDecisionDate", decidedOn)
                .with("CourtAppDate", courtApplicationOn)
                .with("LetterInitCPDate", letterOfIssueOn)
                .map();
    }
}
