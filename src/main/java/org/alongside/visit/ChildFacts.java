package org.alongside.visit;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.child.ChildSummary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What the rules of a visit need to know of a child beforehand.
///
/// @param externalId the council's own id
/// @param name what the child is called in sentences
/// @param unborn no birth is recorded, only an expected date
/// @param plan the highest open plan on the day: S47, CP, CLA, PF, CIN, or empty for none
public record ChildFacts(
        UUID id,
        @Nullable String externalId,
        String name,
        @Nullable LocalDate born,
        boolean unborn,
        String plan,
        Communication communication) {

    /// From a child's summary and the `communication` group of its facts (`command-line.md`,
    /// VALUE.json).
    ///
    /// @param communication a missing node where nothing is recorded
    public static ChildFacts of(ChildSummary child, JsonNode communication) {
        return new ChildFacts(
                child.id(),
                child.externalId(),
                child.shortName(),
                child.bornOn(),
                child.bornOn() == null && child.expectedOn() != null,
                child.plan().map(ChildSummary.CurrentPlan::kind).orElse(""),
                Communication.of(communication));
    }

    /// Whether an answer names this child, by the product's id or the council's.
    boolean isNamed(String asked) {
        return asked.equals(id.toString()) || asked.equals(externalId);
    }

    /// An unborn child is on the record, and cannot be visited (practice 0.5).
    public boolean isUnborn(LocalDate day) {
        return unborn || born != null && born.isAfter(day);
    }

    /// The communication profile; what is not recorded is quiet as practice 1.5 says.
    ///
    /// @param comm verbal, limited_speech, non_speech, aac, bsl or pre_verbal
    public record Communication(
            String comm, boolean aidWorking, boolean needsInterpreter, boolean disability, boolean mobile) {
        /// Nothing is recorded.
        public static final Communication UNKNOWN = new Communication("verbal", true, false, false, true);

        static Communication of(JsonNode value) {
            return new Communication(
                    value.path("comm").stringValue(UNKNOWN.comm),
                    value.path("comm_aid_working").booleanValue(UNKNOWN.aidWorking),
                    value.path("needs_interpreter").booleanValue(UNKNOWN.needsInterpreter),
                    value.path("disability").booleanValue(UNKNOWN.disability),
                    value.path("mobile").booleanValue(UNKNOWN.mobile));
        }
    }
}
