package org.alongside.exchange.council;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The plan each open child is on, as the record that began it: a child's plan is read from these and
/// from nothing else.
final class PlansPart {
    private final Dating dating;
    private final Gathered gathered;

    PlansPart(Dating dating, Gathered gathered) {
        this.dating = dating;
        this.gathered = gathered;
    }

    void read(Family family) {
        for (Family.Member child : family.open()) {
            switch (child.plan()) {
                case "CP" -> protection(family, child);
                case "CIN" -> inNeed(family, child);
                case "CLA" -> care(family, child);
                case "PF" -> privateFostering(family, child);
                case "S47" -> enquiry(family, child);
                default -> throw new IllegalStateException("a plan that the file's shape does not allow");
            }
        }
        coreGroups(family);
    }

    private void protection(Family family, Family.Member child) {
        LocalDate start = start(child, "plan_start_d");
        ObjectNode begun = started(start);
        ObjectNode terms = Json.object();
        String category = child.node().path("plan_category").stringValue("");
        if (!category.isEmpty()) {
            String code = Shape.CONTENT.path("plan_category").path(category).stringValue();
            begun.put("first_category", code);
            terms.put("latest_category", code);
        }
        JsonNode every = family.part("core_group_interval_days");
        if (every.isIntegralNumber()) {
            terms.put("core_group_every_days", every.intValue());
        }
        write(family, child, "child_protection_plan", "begun", begun, start);
        write(family, child, "child_protection_plan", "terms", terms, start);
    }

    private void inNeed(Family family, Family.Member child) {
        LocalDate start = start(child, "plan_start_d");
        ObjectNode value = started(start).put("kind", "child_in_need");
        Gathered.putFlag(value, "long_term_disability", child.node().path("long_term_disability_plan"));
        write(family, child, "child_in_need_plan", "record", value, start);
    }

    private void care(Family family, Family.Member child) {
        LocalDate start = start(child, "looked_after_since_d");
        if (start == null) {
            start = cameIntoCare(family, child);
        }
        write(family, child, "care_period", "record", started(start), start);
        String legal = child.node().path("legal").stringValue("");
        if (!legal.isEmpty()) {
            ObjectNode status = started(start);
            status.put("status", Shape.CONTENT.path("legal").path(legal).stringValue());
            write(family, child, "legal_status", "record", status, start);
        }
    }

    private @Nullable LocalDate cameIntoCare(Family family, Family.Member child) {
        LocalDate last = null;
        for (JsonNode line : family.part("chronology")) {
            if (line.path("kind").stringValue().equals("came_into_care")
                    && family.about(line).contains(child)) {
                last = dating.day(line.path("d").intValue());
            }
        }
        return last == null ? start(child, "plan_start_d") : last;
    }

    private void privateFostering(Family family, Family.Member child) {
        JsonNode part = family.parts("private_fostering").stream()
                .filter(one -> family.about(one).contains(child))
                .findFirst()
                .orElseGet(Json::object);
        Integer began = Gathered.number(part.path("arrangement_start_d"));
        Integer aware = Gathered.number(part.path("authority_aware_d"));
        ObjectNode value = Json.object();
        Gathered.put(value, "notified_by", part.path("notified_by"));
        LocalDate start = began == null ? start(child, "plan_start_d") : dating.day(began);
        if (start != null) {
            value.put("started_on", start.toString());
        }
        LocalDate known = start;
        if (aware != null) {
            known = dating.day(aware);
            value.put("aware_on", known.toString());
            if (began != null) {
                value.put("notice", began <= aware ? "already_living" : "proposed");
            }
        }
        write(family, child, "private_fostering_arrangement", "record", value, known);
    }

    private void enquiry(Family family, Family.Member child) {
        LocalDate start = start(child, "plan_start_d");
        if (start != null) {
            write(family, child, "section_47_enquiry", "record", started(start), start);
        }
    }

    private void coreGroups(Family family) {
        for (JsonNode day : family.part("core_groups_d")) {
            UUID record = gathered.id("core_group", family.id(), day.toString());
            LocalDate held = dating.held(day.intValue());
            for (Family.Member child : family.open()) {
                if (onProtectionPlan(child, day.intValue())) {
                    gathered.group(
                            child.stream(),
                            record,
                            "core_group",
                            "record",
                            Json.object().put("held_on", held.toString()),
                            BroughtIn.COUNCIL,
                            dating.kept(held),
                            record);
                }
            }
        }
    }

    /// Whether a child was on the protection plan that they are on today by that day.
    static boolean onProtectionPlan(Family.Member child, int day) {
        Integer start = child.day("plan_start_d");
        return child.plan().equals("CP") && (start == null || start <= day);
    }

    private @Nullable LocalDate start(Family.Member child, String field) {
        Integer day = child.day(field);
        return day == null ? null : dating.day(day);
    }

    private static ObjectNode started(@Nullable LocalDate day) {
        ObjectNode value = Json.object();
        if (day != null) {
            value.put("started_on", day.toString());
        }
        return value;
    }

    private void write(
            Family family, Family.Member child, String type, String group, ObjectNode value, @Nullable LocalDate day) {
        gathered.add(new BroughtIn(
                org.alongside.record.Intent.group(
                        child.stream(), gathered.id(type, child.id(), "now"), type, group, java.util.List.of(), value),
                BroughtIn.COUNCIL,
                day == null ? family.firstKept(child) : dating.kept(day),
                null));
    }
}
