package org.alongside.caseload;

import java.util.Set;
import java.util.stream.Collectors;
import org.alongside.rules.Content;
import tools.jackson.databind.JsonNode;

/// The numbers by which the record becomes inputs of prompts (practice 1.5 and 6.4), from content.
///
/// @param newWorkerDays a worker is new to a child for so many days after the allocation
/// @param adultUnseenDays after so many days an adult counts as not spoken to
/// @param adultNeverDays the same for one never spoken to, from the day the plan began
/// @param recentDays a missing episode or a move is recent for so long
/// @param injuryDays an injury or disclosure is recent for so long
/// @param swipedDays a nudge that was swiped away stays away for so long
/// @param majorityEthnicities codes of the census that no prompt about racism is meant for
record PromptNumbers(
        int schoolAgeYears,
        int newWorkerDays,
        int adultUnseenDays,
        int adultNeverDays,
        int recentDays,
        int injuryDays,
        int swipedDays,
        Set<String> majorityEthnicities) {
    private static final PromptNumbers SHIPPED = read(Content.tree("prompt-numbers.json"));

    static PromptNumbers shipped() {
        return SHIPPED;
    }

    private static PromptNumbers read(JsonNode file) {
        return new PromptNumbers(
                file.path("school_age_years").intValue(),
                file.path("new_worker_days").intValue(),
                file.path("adult_unseen_days").intValue(),
                file.path("adult_never_days").intValue(),
                file.path("recent_days").intValue(),
                file.path("injury_days").intValue(),
                file.path("swiped_days").intValue(),
                file.path("majority_ethnicities")
                        .valueStream()
                        .map(JsonNode::stringValue)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
