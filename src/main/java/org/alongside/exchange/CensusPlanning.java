package org.alongside.exchange;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.alongside.exchange.cin.CinAssessment;
import org.alongside.exchange.cin.CinBlock;
import org.alongside.exchange.cin.CinChild;
import org.alongside.exchange.cin.CinDay;
import org.alongside.exchange.cin.CinEpisode;
import org.alongside.exchange.cin.CinNeedPlan;
import org.alongside.exchange.cin.CinPlace;
import org.alongside.exchange.cin.CinPreProceedings;
import org.alongside.exchange.cin.CinProtectionPlan;
import org.alongside.exchange.cin.CinSection47;
import org.alongside.kernel.Json;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a census child means in records: `returns` in `content/record-types.json` names the element
/// of each field. What the census only counts, without a day, makes no record and is said.
final class CensusPlanning {
    private final ImportPlanner planner;
    private final Intended intended;
    private final Findings findings;
    private final @Nullable LocalDate factsKeptOn;

    /// @param factsKeptOn the reference date, for facts that have no day of their own
    CensusPlanning(ImportPlanner planner, Intended intended, Findings findings, @Nullable LocalDate factsKeptOn) {
        this.planner = planner;
        this.intended = intended;
        this.findings = findings;
        this.factsKeptOn = factsKeptOn;
    }

    void child(CinChild child) {
        UUID id = planner.child(child.id());
        var said = intended.of(StreamId.ofCase(id), id, "child_details", "children", factsKeptOn);
        said.group(
                "identifiers",
                object().with("council_id", child.id())
                        .with("upn", child.upn())
                        .with("former_upn", child.formerUpn())
                        .with("upn_unknown", child.upnUnknown())
                        .node);
        said.group(
                "birth",
                object().with("born_on", child.bornOn())
                        .with("expected_on", child.expectedOn())
                        .with("died_on", child.diedOn())
                        .node);
        said.group("characteristics", object().with("sex", child.sex()).with("ethnicity", child.ethnicity()).node);
        if (!child.disabilities().isEmpty()) {
            said.group("disabilities", object().with("disabilities", child.disabilities()).node);
        }
        done(said, new At(id, child.id()), child.at());
        for (CinEpisode episode : child.episodes()) {
            episode(new At(id, child.id()), episode);
        }
    }

    private void episode(At at, CinEpisode episode) {
        LocalDate referred = episode.referredOn();
        var referral = event(at, "referral", "episodes", referred, referred);
        referral.group(
                "record",
                object().with("received_on", referred)
                        .with("source", episode.source())
                        .with("primary_need", episode.primaryNeed())
                        .with("decision", Boolean.TRUE.equals(episode.noFurtherAction()) ? "no_further_action" : null)
                        .node);
        done(referral, at, episode.at());
        CinDay transfer = episode.transferConference();
        if (transfer != null) {
            conference(at, "transfer_in", transfer, null);
        }
        for (CinBlock block : episode.blocks()) {
            switch (block) {
                case CinAssessment a -> assessment(at, a, RecordIds.event(at.child(), "referral", referred));
                case CinNeedPlan p -> needPlan(at, p);
                case CinSection47 s -> section47(at, s, episode.blocks(CinProtectionPlan.class));
                case CinProtectionPlan p -> protectionPlan(at, p);
                case CinPreProceedings p -> preProceedings(at, p);
            }
        }
        if (episode.closedOn() != null) {
            // One closure for each referral, so that a corrected day changes it and adds none.
            var closure = event(at, "case_closure", "closures", referred, episode.closedOn());
            closure.group(
                    "record",
                    object().with("closed_on", episode.closedOn()).with("reason", episode.closureReason()).node);
            done(closure, at, episode.at());
        }
    }

    private void assessment(At at, CinAssessment assessment, UUID referral) {
        var said =
                event(at, "child_and_family_assessment", "assessments", assessment.startedOn(), assessment.startedOn());
        said.group(
                "record",
                object().with("referral", referral.toString())
                        .with("started_on", assessment.startedOn())
                        .with("review_point_on", assessment.reviewPointOn())
                        .node);
        if (assessment.authorisedOn() != null) {
            var authorised = object().with("authorised_on", assessment.authorisedOn());
            if (!assessment.factors().isEmpty()) {
                authorised.with("factors", assessment.factors());
            }
            said.group("authorised", authorised.node);
        }
        done(said, at, assessment.at());
    }

    private void needPlan(At at, CinNeedPlan plan) {
        var said = event(at, "child_in_need_plan", "child_in_need_plans", plan.startedOn(), plan.startedOn());
        said.group("record", object().with("kind", "child_in_need").with("started_on", plan.startedOn()).node);
        ended(said, plan.endedOn());
        done(said, at, plan.at());
    }

    private void section47(At at, CinSection47 enquiry, List<CinProtectionPlan> plans) {
        var said = event(at, "section_47_enquiry", "section_47_enquiries", enquiry.startedOn(), enquiry.startedOn());
        said.group("record", object().with("started_on", enquiry.startedOn()).node);
        CinDay conference = enquiry.conference();
        String decision = conference != null
                ? "needed"
                : Boolean.TRUE.equals(enquiry.conferenceNotRequired()) ? "not_required" : null;
        if (decision != null) {
            said.group("outcome", object().with("conference_decision", decision).node);
        }
        done(said, at, enquiry.at());
        if (conference != null) {
            boolean plan = plans.stream().anyMatch(p -> p.startedOn().equals(conference.on()));
            conference(at, "initial", conference, plan ? "plan_made" : null);
        }
    }

    private void protectionPlan(At at, CinProtectionPlan plan) {
        var said = event(at, "child_protection_plan", "child_protection_plans", plan.startedOn(), plan.startedOn());
        var begun = object().with("started_on", plan.startedOn()).with("first_category", plan.firstCategory());
        if (plan.earlierPlans() != null) {
            begun.node.put("earlier_plans", plan.earlierPlans());
        }
        said.group("begun", begun.node);
        if (plan.latestCategory() != null) {
            said.group("terms", object().with("latest_category", plan.latestCategory()).node);
        }
        ended(said, plan.endedOn());
        done(said, at, plan.at());
        plan.reviews().forEach(review -> conference(at, "review", review, null));
    }

    private void conference(At at, String kind, CinDay day, @Nullable String outcome) {
        UUID record = RecordIds.event(at.child(), "conference/" + kind, day.on());
        var said = intended.of(StreamId.ofCase(at.child()), record, "conference", "conferences", day.on());
        said.group(
                "record", object().with("kind", kind).with("held_on", day.on()).with("outcome", outcome).node);
        done(said, at, day.at());
    }

    private void preProceedings(At at, CinPreProceedings block) {
        var said = event(at, "pre_proceedings", "pre_proceedings", block.startedOn(), block.startedOn());
        said.group(
                "record",
                object().with("decided_on", block.startedOn())
                        .with("outcome", block.outcome())
                        .with("court_application_on", block.courtApplicationOn())
                        .with("letter_of_issue_on", block.letterOfIssueOn())
                        .node);
        ended(said, block.decidedOn());
        done(said, at, block.at());
        if (block.letterSentOn() != null) {
            var letter = event(at, "pre_proceedings_letter", "letters", block.letterSentOn(), block.letterSentOn());
            letter.group("record", object().with("given_on", block.letterSentOn()).node);
            done(letter, at, block.at());
        }
        if (block.firstMeetingOn() != null) {
            var meeting = event(at, "legal_meeting", "legal_meetings", block.firstMeetingOn(), block.firstMeetingOn());
            meeting.group(
                    "record",
                    object().with("kind", "first_pre_proceedings").with("held_on", block.firstMeetingOn()).node);
            done(meeting, at, block.at());
        }
        if (Boolean.TRUE.equals(block.familyMeetingOffered()) || Boolean.TRUE.equals(block.familyMeetingHeld())) {
            say(at, block.at(), "FGDMMeetingOffer", "family-meeting-no-day");
        }
        if (block.reviewMeetings() != null && block.reviewMeetings() > 0) {
            say(at, block.at(), "ReviewMeetingsCount", "review-meetings-no-day", block.reviewMeetings());
        }
    }

    private static void ended(Intended.Said said, @Nullable LocalDate day) {
        if (day != null) {
            said.group("ended", object().with("ended_on", day).node);
        }
    }

    private Intended.Said event(At at, String type, String word, LocalDate day, LocalDate keptOn) {
        return intended.of(StreamId.ofCase(at.child()), RecordIds.event(at.child(), type, day), type, word, keptOn);
    }

    private void say(At at, CinPlace place, String element, String code, Object... words) {
        findings.warn(Unit.VALUE, place.line(), at.externalId(), place.path() + "." + element, code, words);
    }

    private void done(Intended.Said said, At at, CinPlace place) {
        if (said.isWithdrawn()) {
            findings.warn(Unit.BLOCK, place.line(), at.externalId(), place.path(), "withdrawn");
        }
        if (said.isBesideWorker()) {
            findings.warn(Unit.BLOCK, place.line(), at.externalId(), place.path(), "worker-changed-since");
        }
    }

    static Fields object() {
        return new Fields();
    }

    private record At(UUID child, String externalId) {}

    /// An object without the fields of which nothing is known.
    static final class Fields {
        final ObjectNode node = Json.object();

        Fields with(String name, @Nullable Object value) {
            if (value instanceof List<?> list) {
                ArrayNode array = node.putArray(name);
                list.forEach(item -> array.add(String.valueOf(item)));
            } else if (value != null) {
                node.put(name, value.toString());
            }
            return this;
        }
    }
}
