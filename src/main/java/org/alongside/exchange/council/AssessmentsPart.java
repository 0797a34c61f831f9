package org.alongside.exchange.council;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.kernel.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Assessments begun and authorised: one record, in the case of each child it is about.
final class AssessmentsPart {
    private final Dating dating;
    private final Gathered gathered;

    AssessmentsPart(Dating dating, Gathered gathered) {
        this.dating = dating;
        this.gathered = gathered;
    }

    void read(Family family) {
        for (JsonNode assessment : family.part("assessments")) {
            String id = assessment.path("id").stringValue();
            UUID record = gathered.id("assessment", family.id(), id);
            gathered.reference("assessment", id, record);
            for (JsonNode child : assessment.path("children")) {
                if (assessment.path("kind").stringValue().equals("private_fostering")) {
                    privateFostering(family, family.member(child.stringValue()), assessment, record);
                } else {
                    childAndFamily(family.member(child.stringValue()), assessment, record);
                }
            }
        }
    }

    private void childAndFamily(Family.Member child, JsonNode assessment, UUID record) {
        LocalDate begun = dating.day(assessment.path("start_d").intValue());
        ObjectNode value = Json.object().put("started_on", begun.toString());
        if (assessment.path("alone_in_assessment").isArray()) {
            boolean alone = false;
            for (JsonNode one : assessment.path("alone_in_assessment")) {
                alone |= one.stringValue("").equals(child.id());
            }
            value.put("seen_alone", alone);
        }
        gathered.group(
                child.stream(),
                record,
                "child_and_family_assessment",
                "record",
                value,
                BroughtIn.COUNCIL,
                dating.kept(begun),
                record);
        Integer authorised = Gathered.number(assessment.path("authorised_d"));
        if (authorised != null) {
            LocalDate day = dating.held(authorised);
            gathered.group(
                    child.stream(),
                    record,
                    "child_and_family_assessment",
                    "authorised",
                    Json.object().put("authorised_on", day.toString()),
                    BroughtIn.COUNCIL,
                    dating.kept(day),
                    gathered.id("authorised", record.toString()));
        }
    }

    /// Its decision stands with the assessment or with the arrangement.
    private void privateFostering(Family family, Family.Member child, JsonNode assessment, UUID record) {
        LocalDate begun = dating.day(assessment.path("start_d").intValue());
        var value = Json.object().put("started_on", begun.toString());
        Integer decided = Gathered.number(assessment.path("authorised_d"));
        for (JsonNode part : family.parts("private_fostering")) {
            Integer told = Gathered.number(part.path("assessment_decision_d"));
            decided = decided == null && family.about(part).contains(child) ? told : decided;
        }
        CarePart.matters(
                family.parts("private_fostering").stream()
                        .filter(part -> family.about(part).contains(child))
                        .toList(),
                value);
        LocalDate kept = begun;
        if (decided != null) {
            kept = dating.held(decided);
            value.put("decided_on", kept.toString());
        }
        gathered.group(
                child.stream(),
                record,
                "private_fostering_assessment",
                "record",
                value,
                BroughtIn.COUNCIL,
                dating.kept(kept),
                record);
    }
}
