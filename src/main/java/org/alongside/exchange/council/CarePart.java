package org.alongside.exchange.council;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.record.StreamId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What a file tells of care and of checks: section 20, challenges of reviews, talks after a return,
/// education plans, checks of a household, matters of private fostering.
final class CarePart {
    private final Dating dating;
    private final Gathered gathered;

    CarePart(Dating dating, Gathered gathered) {
        this.dating = dating;
        this.gathered = gathered;
    }

    void read(Family family) {
        family.parts("s20").forEach(part -> family.about(part).forEach(child -> section20(family, child, part)));
        family.parts("pep").forEach(part -> family.about(part).forEach(child -> education(child, part)));
        for (JsonNode review : family.part("reviews")) {
            family.about(review).forEach(child -> challenge(child, review));
        }
        for (JsonNode episode : family.part("missing_episodes")) {
            family.about(episode).forEach(child -> talk(child, episode));
        }
        for (Family.Member person : family.members()) {
            family.open().forEach(child -> check(family, child, person));
        }
    }

    private void section20(Family family, Family.Member child, JsonNode part) {
        Integer start = Gathered.number(part.path("start_d"));
        ObjectNode value = Json.object();
        LocalDate kept = start == null ? null : dating.day(start);
        if (kept != null) {
            value.put("started_on", kept.toString());
        }
        var signers = value.putArray("signed_by");
        for (JsonNode signer : part.path("signed_by")) {
            signers.add(gathered.person(signer.stringValue()).toString());
        }
        if (signers.isEmpty()) {
            value.remove("signed_by");
        }
        Gathered.putFlag(value, "capacity_recorded", part.path("capacity_recorded"));
        Gathered.putFlag(value, "others_with_pr_consulted", part.path("others_with_pr_consulted"));
        Gathered.putFlag(value, "young_person_agrees", part.path("young_person_agrees"));
        Gathered.put(value, "purpose", part.path("purpose"));
        putDay(value, "purpose_ends_on", part.path("purpose_end_d"));
        putDay(value, "legal_advice_on", part.path("legal_advice_d"));
        value.put("exemption", part.path("exemption").stringValue("none"));
        UUID record = gathered.id("section_20_agreement", child.id(), String.valueOf(start));
        gathered.group(
                child.stream(),
                record,
                "section_20_agreement",
                "record",
                value,
                BroughtIn.COUNCIL,
                kept == null ? family.firstKept(child) : dating.kept(kept));
        Integer checked = Gathered.number(part.path("consent_rechecked_d"));
        if (checked != null) {
            LocalDate day = dating.held(checked);
            write(
                    child,
                    "section_20_review",
                    String.valueOf(checked),
                    Json.object().put("held_on", day.toString()),
                    day);
        }
    }

    private void education(Family.Member child, JsonNode part) {
        Integer last = Gathered.number(part.path("last_d"));
        ObjectNode value = Json.object();
        LocalDate day = last == null ? dating.anchor() : dating.held(last);
        if (last != null) {
            value.put("held_on", day.toString());
        }
        var targets = new ArrayList<String>();
        part.path("targets")
                .forEach(target -> targets.add(org.alongside.kernel.TypedText.mended(target.stringValue())));
        if (!targets.isEmpty()) {
            value.put("targets", String.join("\n", targets));
        }
        if (!value.isEmpty()) {
            write(child, "education_plan", String.valueOf(last), value, day);
        }
    }

    private void challenge(Family.Member child, JsonNode review) {
        Integer raised = Gathered.number(review.path("d"));
        String words = Gathered.text(review.path("iro_challenge"));
        if (raised == null || words == null) {
            return;
        }
        LocalDate day = dating.held(raised);
        ObjectNode value = Json.object()
                .put("raised_on", day.toString())
                .put("by_role", "reviewing_officer")
                .put("formal", false)
                .put("stage", 1)
                .put("what", words);
        putDay(value, "due_on", review.path("iro_challenge_due_d"));
        putDay(value, "answered_on", review.path("iro_challenge_answered_d"));
        write(child, "challenge", String.valueOf(raised), value, day);
    }

    /// The talk after a return. One that was never offered is no record: that it is missing is what the
    /// clock counts.
    private void talk(Family.Member child, JsonNode episode) {
        Integer gone = Gathered.number(episode.path("missing_d"));
        Integer offered = Gathered.number(episode.path("rhi_offered_d"));
        Integer held = Gathered.number(episode.path("rhi_completed_d"));
        Integer known = held == null ? offered : held;
        if (gone == null || known == null) {
            return;
        }
        UUID missing =
                gathered.id("missing_episode", child.id(), dating.day(gone).toString());
        ObjectNode value = Json.object().put("episode", missing.toString());
        if (offered != null) {
            value.put("offered_at", Dating.at(dating.day(offered)).toString());
        }
        JsonNode accepted = episode.path("rhi_accepted");
        if (accepted.isBoolean()) {
            value.put("answer", accepted.booleanValue() ? "accepted" : "declined");
        }
        if (held != null) {
            value.put("held_at", Dating.at(dating.day(held)).toString());
        }
        Gathered.put(value, "analysis", episode.path("analysis"));
        Gathered.putFlag(value, "information_from_others", episode.path("information_from_others"));
        Gathered.putFlag(value, "safety_plan_changed", episode.path("safety_plan_changed"));
        write(child, "return_home_interview", gone.toString(), value, dating.day(known));
    }

    /// A check of somebody in the household is a restricted record: it stands where no laptop gets it.
    private void check(Family family, Family.Member child, Family.Member person) {
        String status = person.node().path("check_status").stringValue("");
        if (status.isEmpty() || person.uuid().equals(child.uuid())) {
            return;
        }
        ObjectNode value = Json.object()
                .put("person", person.uuid().toString())
                .put("kind", "criminal_record")
                .put("status", status.equals("requested") ? "asked" : status);
        Integer on = person.day("check_d");
        if (on != null) {
            value.put(
                    status.equals("clear") || status.equals("concern") ? "answered_on" : "asked_on",
                    dating.day(on).toString());
        }
        gathered.group(
                new StreamId(StreamId.Kind.CASE_RESTRICTED, child.uuid().toString()),
                gathered.id("household_check", child.id(), person.id()),
                "household_check",
                "record",
                value,
                BroughtIn.COUNCIL,
                on == null ? family.firstKept(child) : dating.kept(dating.day(on)));
    }

    /// The matters of Schedule 3 that are met, and those that are still to be checked.
    static void matters(List<JsonNode> parts, ObjectNode into) {
        for (JsonNode part : parts) {
            part.path("schedule3").properties().forEach(matter -> {
                if (matter.getValue().isBoolean()) {
                    into.withArray(matter.getValue().booleanValue() ? "matters_met" : "matters_open")
                            .add(matter.getKey());
                }
            });
        }
    }

    private void write(Family.Member child, String type, String key, ObjectNode value, LocalDate day) {
        gathered.group(
                child.stream(),
                gathered.id(type, child.id(), key),
                type,
                "record",
                value,
                BroughtIn.COUNCIL,
                dating.kept(day));
    }

    private void putDay(ObjectNode value, String field, JsonNode day) {
        Integer number = Gathered.number(day);
        if (number != null) {
            value.put(field, dating.day(number).toString());
        }
    }

    /// A note on a child, kept as what it is: a note of the council.
    static void note(Gathered gathered, Dating dating, Family family, Family.Member child) {
        String words = Gathered.text(child.node().path("note"));
        if (words != null) {
            LocalDate first = dating.held((int) ChronoUnit.DAYS.between(
                    dating.anchor(),
                    family.firstKept(child).atZone(Clocks.LONDON).toLocalDate()));
            Instant kept = dating.kept(first);
            ObjectNode value = Json.object().put("kind", "other").put("at", kept.toString());
            value.put("text", words);
            gathered.whole(
                    child.stream(), gathered.id("note-on", child.id()), "case_note", value, BroughtIn.COUNCIL, kept);
        }
    }
}
