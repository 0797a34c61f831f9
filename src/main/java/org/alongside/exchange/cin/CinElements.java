package org.alongside.exchange.cin;

import static org.alongside.exchange.Unit.BLOCK;
import static org.alongside.exchange.Unit.CHILD;
import static org.alongside.exchange.Unit.EPISODE;
import static org.alongside.exchange.Unit.VALUE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alongside.exchange.Unit;
import org.jspecify.annotations.Nullable;

/// Every element of the census, what its value is, and what a value that cannot be taken keeps out.
/// The smallest unit whose rest is still true:
///
/// | keeps out | when the element is | because without it |
/// |---|---|---|
/// | the child | `LAchildID`, `PersonDeathDate` | nobody knows whose record it is; a child who died would stand as
/// living |
/// | the episode | `CINreferralDate`, `CINclosureDate` | it has no beginning; a closed case would stand as open |
/// | the block | its first day, its last day, `CPPendDate`, `AssessmentAuthorisationDate`, `StepDecisionDate` | a plan
/// or assessment that is over would stand as running |
/// | the value | all others: codes, numbers, yes or no, reviews, further days, birth dates | the rest is true and the
/// gap shows as something to ask |
///
/// An element absent or empty is unknown. `InitialCPCtarget` is checked and not kept: the product
/// counts it. Layouts and codes: `data-standards.md` section 1.
final class CinElements {
    /// What an element holds.
    enum Kind {
        TEXT,
        /// A day that has been.
        DAY,
        /// A day that may be to come.
        COMING_DAY,
        CODE,
        FLAG,
        NUMBER,
        /// A group that only wraps values of the block it stands in.
        WRAPPER,
        BLOCK
    }

    /// One element.
    ///
    /// @param codeSet set of `code-sets.csv`, for a code
    /// @param many whether it may stand more than once
    record Element(
            String block, String name, Kind kind, @Nullable String codeSet, Unit keepsOut, boolean many) {}

    static final Map<String, String> OLDER_SEX = Map.of("1", "M", "2", "F", "0", "U");

    private static final List<Element> ALL = List.of(
            block("Child", "ChildIdentifiers", false),
            block("Child", "ChildCharacteristics", false),
            block("Child", "CINdetails", true),
            value("ChildIdentifiers", "LAchildID", Kind.TEXT, CHILD),
            value("ChildIdentifiers", "UPN", Kind.TEXT, VALUE),
            value("ChildIdentifiers", "FormerUPN", Kind.TEXT, VALUE),
            code("ChildIdentifiers", "UPNunknown", "upn-unknown"),
            value("ChildIdentifiers", "PersonBirthDate", Kind.DAY, VALUE),
            value("ChildIdentifiers", "ExpectedPersonBirthDate", Kind.COMING_DAY, VALUE),
            code("ChildIdentifiers", "GenderCurrent", "sex"),
            code("ChildIdentifiers", "Sex", "sex"),
            value("ChildIdentifiers", "PersonDeathDate", Kind.DAY, CHILD),
            code("ChildCharacteristics", "Ethnicity", "ethnicity"),
            wrapper("ChildCharacteristics", "Disabilities"),
            codes("ChildCharacteristics", "Disability", "disability"),
            value("CINdetails", "CINreferralDate", Kind.DAY, EPISODE),
            code("CINdetails", "ReferralSource", "referral-source"),
            code("CINdetails", "PrimaryNeedCode", "primary-need"),
            value("CINdetails", "CINclosureDate", Kind.DAY, EPISODE),
            code("CINdetails", "ReasonForClosure", "cin-closure-reason"),
            value("CINdetails", "DateOfInitialCPC", Kind.DAY, VALUE),
            value("CINdetails", "ReferralNFA", Kind.FLAG, VALUE),
            block("CINdetails", "Assessments", true),
            block("CINdetails", "CINPlanDates", true),
            block("CINdetails", "Section47", true),
            block("CINdetails", "ChildProtectionPlans", true),
            block("CINdetails", "PreProceedingsandFGDM", true),
            value("Assessments", "AssessmentActualStartDate", Kind.DAY, BLOCK),
            value("Assessments", "AssessmentInternalReviewDate", Kind.COMING_DAY, VALUE),
            value("Assessments", "AssessmentAuthorisationDate", Kind.DAY, BLOCK),
            wrapper("Assessments", "FactorsIdentifiedAtAssessment"),
            codes("Assessments", "AssessmentFactors", "assessment-factor"),
            value("CINPlanDates", "CINPlanStartDate", Kind.DAY, BLOCK),
            value("CINPlanDates", "CINPlanEndDate", Kind.DAY, BLOCK),
            value("Section47", "S47ActualStartDate", Kind.DAY, BLOCK),
            value("Section47", "InitialCPCtarget", Kind.COMING_DAY, VALUE),
            value("Section47", "DateOfInitialCPC", Kind.DAY, VALUE),
            value("Section47", "ICPCnotRequired", Kind.FLAG, VALUE),
            value("ChildProtectionPlans", "CPPstartDate", Kind.DAY, BLOCK),
            value("ChildProtectionPlans", "CPPendDate", Kind.DAY, BLOCK),
            code("ChildProtectionPlans", "InitialCategoryOfAbuse", "cp-category"),
            code("ChildProtectionPlans", "LatestCategoryOfAbuse", "cp-category"),
            value("ChildProtectionPlans", "NumberOfPreviousCPP", Kind.NUMBER, VALUE),
            wrapper("ChildProtectionPlans", "Reviews"),
            new Element("ChildProtectionPlans", "CPPreviewDate", Kind.DAY, null, VALUE, true),
            value("PreProceedingsandFGDM", "PPStartDate", Kind.DAY, BLOCK),
            value("PreProceedingsandFGDM", "LBPSentDate", Kind.DAY, VALUE),
            value("PreProceedingsandFGDM", "FGDMMeetingOffer", Kind.FLAG, VALUE),
            value("PreProceedingsandFGDM", "FGDMMeetingFac", Kind.FLAG, VALUE),
            value("PreProceedingsandFGDM", "InitialPPMeetingDate", Kind.DAY, VALUE),
            value("PreProceedingsandFGDM", "ReviewMeetingsCount", Kind.NUMBER, VALUE),
            value("PreProceedingsandFGDM", "StepDecisionDate", Kind.DAY, BLOCK),
            code("PreProceedingsandFGDM", "PPOutcome", "pre-proceedings-outcome"),
            value("PreProceedingsandFGDM", "CourtAppDate", Kind.DAY, VALUE),
            value("PreProceedingsandFGDM", "LetterInitCPDate", Kind.DAY, VALUE));

    private static final Map<String, Element> BY_PLACE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(e -> e.block() + "/" + e.name(), Function.identity()));

    private CinElements() {}

    /// What an element is in a block, if it belongs there.
    static Optional<Element> find(String block, String name) {
        return Optional.ofNullable(BY_PLACE.get(block + "/" + name));
    }

    private static Element value(String block, String name, Kind kind, Unit keepsOut) {
        return new Element(block, name, kind, null, keepsOut, false);
    }

    private static Element code(String block, String name, String set) {
        return new Element(block, name, Kind.CODE, set, VALUE, false);
    }

    private static Element codes(String block, String name, String set) {
        return new Element(block, name, Kind.CODE, set, VALUE, true);
    }

    private static Element wrapper(String block, String name) {
        return new Element(block, name, Kind.WRAPPER, null, VALUE, false);
    }

    private static Element block(String block, String name, boolean many) {
        return new Element(block, name, Kind.BLOCK, null, BLOCK, many);
    }
}
