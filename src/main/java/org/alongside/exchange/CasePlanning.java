package org.alongside.exchange;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.exchange.people.PeopleRow;
import org.alongside.kernel.Json;
import org.alongside.record.StreamId;
import tools.jackson.databind.node.ObjectNode;

/// The worker and the plan of a people file's child.
final class CasePlanning {
    private final ImportPlanner planner;
    private final Intended intended;
    private final Findings findings;
    private final Known known;

    CasePlanning(ImportPlanner planner, Intended intended, Findings findings, Known known) {
        this.planner = planner;
        this.intended = intended;
        this.findings = findings;
        this.known = known;
    }

    /// A worker who is unknown, or cannot hold cases, keeps out the allocation and not the child.
    void allocation(PeopleRow row, UUID child) {
        String worker = row.value("allocated_to");
        String team = row.value("team");
        if (worker == null) {
            if (row.says("allocated_to")) {
                refuse(Unit.BLOCK, row, "allocated_to", "allocation-clear");
            } else if (team != null) {
                refuse(Unit.VALUE, row, "team", "team-without-worker");
            }
        } else if (!known.isAccount(worker)) {
            refuse(Unit.BLOCK, row, "allocated_to", "worker-unknown", worker);
        } else if (!known.mayHold(worker, child)) {
            refuse(Unit.BLOCK, row, "allocated_to", "allocation-not-possible", worker);
        } else {
            planner.allocate(new ImportPlan.Allocated(child, worker, team));
            ObjectNode value = Json.object().put("worker", worker).put("role", "social_worker");
            if (team != null) {
                value.put("team", team);
            }
            intended.of(
                            StreamId.ofCase(child),
                            RecordIds.event(child, "allocation", worker),
                            "allocation",
                            "allocations",
                            null)
                    .group("record", value);
        }
        String supervisor = row.value("supervisor");
        if (supervisor != null && !known.isAccount(supervisor)) {
            refuse(Unit.VALUE, row, "supervisor", "supervisor-unknown", supervisor);
        } else if (supervisor != null
                && !supervisor.equals(
                        worker == null ? null : known.supervisor(worker).orElse(null))) {
            refuse(Unit.VALUE, row, "supervisor", "supervisor-follows");
        }
    }

    /// A plan is the record of its kind, named by the day it began, as a census names it.
    void plan(PeopleRow row, UUID child) {
        String plan = row.value("plan");
        String start = row.value("plan_start");
        if (plan == null) {
            if (row.says("plan")) {
                refuse(Unit.BLOCK, row, "plan", "plan-clear");
            } else if (start != null) {
                refuse(Unit.VALUE, row, "plan_start", "plan-start-alone");
            }
            return;
        }
        if (plan.equals("none")) {
            known.openPlan(child)
                    .ifPresent(since ->
                            findings.warn(Unit.BLOCK, row.line(), row.id(), "plan", "plan-none-but-open", since));
            return;
        }
        if (start == null) {
            refuse(Unit.BLOCK, row, "plan_start", "plan-start-missing");
            return;
        }
        LocalDate day = LocalDate.parse(start);
        ObjectNode value = Json.object().put("started_on", start);
        switch (plan) {
            case "CIN" ->
                plan(
                        child,
                        day,
                        "child_in_need_plan",
                        "child_in_need_plans",
                        "record",
                        value.put("kind", "child_in_need"));
            case "CP" -> plan(child, day, "child_protection_plan", "child_protection_plans", "begun", value);
            case "CLA" -> plan(child, day, "care_period", "care_periods", "record", value);
            case "PF" ->
                plan(child, day, "private_fostering_arrangement", "private_fostering_arrangements", "record", value);
            case "S47" -> plan(child, day, "section_47_enquiry", "section_47_enquiries", "record", value);
            default -> throw new IllegalArgumentException("plan " + plan);
        }
    }

    private void plan(UUID child, LocalDate day, String type, String word, String group, ObjectNode value) {
        intended.of(StreamId.ofCase(child), RecordIds.event(child, type, day), type, word, day)
                .group(group, value);
    }

    private void refuse(Unit unit, PeopleRow row, String column, String code, Object... words) {
        findings.refuse(unit, row.line(), row.id(), column, code, words);
    }
}
