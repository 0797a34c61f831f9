package org.alongside.exchange.cin;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `Assessments`: one child and family assessment.
public record CinAssessment(
        CinPlace at,
        LocalDate startedOn,
        @Nullable LocalDate reviewPointOn,
        @Nullable LocalDate authorisedOn,
        List<String> factors)
        implements CinBlock {
    @Override
    public @Nullable LocalDate endedOn() {
        return authorisedOn;
    }

    @Override
    public Map<String, LocalDate> days() {
        return new Days()
                .with("AssessmentActualStartDate", startedOn)
                .with("AssessmentInternalReviewDate", reviewPointOn)
                .with("AssessmentAuthorisationDate", authorisedOn)
                .map();
    }

    CinAssessment withoutFactors() {
        return new CinAssessment(at, startedOn, reviewPointOn, authorisedOn, List.of());
    }
}
