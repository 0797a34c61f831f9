package org.alongside.exchange.council;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the plans of a family say: when each was agreed and is looked at again, and its actions. An
/// action of a plan for several children is one record, kept in the case of each.
final class PlanDocumentsPart {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK);

    private final Dating dating;
    private final Gathered gathered;

    PlanDocumentsPart(Dating dating, Gathered gathered) {
        this.dating = dating;
        this.gathered = gathered;
    }

    void read(Family family) {
        family.part("plans").forEach(plan -> plan(family, plan));
    }

    private void plan(Family family, JsonNode plan) {
        String id = plan.path("id").stringValue();
        List<Family.Member> children = children(family, plan);
        LocalDate agreed = day(plan, "agreed");
        for (Family.Member child : children) {
            ObjectNode agreement = Json.object();
            put(agreement, "agreed_on", agreed);
            put(agreement, "next_review_on", day(plan, "next_review"));
            if (plan.path("version").isIntegralNumber()) {
                agreement.put("version", plan.path("version").intValue());
            }
            String type = type(child);
            if (!type.isEmpty()) {
                UUID record = type.equals("care_plan")
                        ? gathered.id(type, id, child.id())
                        : gathered.id(type, child.id(), "now");
                gathered.group(
                        child.stream(),
                        record,
                        type,
                        "agreement",
                        agreement,
                        BroughtIn.COUNCIL,
                        agreed == null ? family.firstKept(child) : dating.kept(agreed),
                        null);
            }
        }
        int position = 0;
        for (JsonNode action : plan.path("actions")) {
            position++;
            action(family, children, id, agreed, position, action);
        }
    }

    /// The record that the agreement of a child's plan belongs to.
    private static String type(Family.Member child) {
        return switch (child.plan()) {
            case "CP" -> "child_protection_plan";
            case "CIN" -> "child_in_need_plan";
            case "CLA" -> "care_plan";
            default -> "";
        };
    }

    private void action(
            Family family,
            List<Family.Member> children,
            String plan,
            @Nullable LocalDate planAgreed,
            int position,
            JsonNode action) {
        ObjectNode value = Json.object();
        value.put("kind", "plan");
        LocalDate own = day(action, "agreed");
        LocalDate agreed = own == null ? planAgreed : own;
        put(value, "agreed_on", agreed);
        for (String field : List.of("text", "who", "by", "outcome", "if_not", "provider", "frequency")) {
            Gathered.put(value, field, action.path(field));
        }
        LocalDate due = day(action, "by");
        put(value, "due_on", due);
        if (dating.workingDays() && due != null) {
            // A demonstration is dated from today, and its words for a day go with it.
            value.put("by", DAY.format(due));
        }
        if (action.path("carried_forward").isIntegralNumber()) {
            value.put("carried_forward", action.path("carried_forward").intValue());
        }
        UUID record = gathered.id("action", plan, action.path("id").stringValue(String.valueOf(position)));
        for (Family.Member child : children) {
            var kept = agreed == null ? family.firstKept(child) : dating.kept(agreed);
            UUID together = children.size() > 1 ? record : null;
            gathered.group(
                    child.stream(), record, "action", "record", value.deepCopy(), BroughtIn.COUNCIL, kept, together);
            gathered.group(
                    child.stream(),
                    record,
                    "action",
                    "place",
                    Json.object().put("position", position),
                    BroughtIn.COUNCIL,
                    kept,
                    together);
        }
    }

    /// The open children that a plan names; all of them where it names none.
    private static List<Family.Member> children(Family family, JsonNode plan) {
        var named = new ArrayList<Family.Member>();
        plan.path("children")
                .forEach(child -> family.find(child.stringValue("")).ifPresent(named::add));
        List<Family.Member> open = named.stream().filter(Family.Member::open).toList();
        return plan.path("children").isEmpty() ? family.open() : open;
    }

    /// A day given as a number, or written out; a "by" in words is no day.
    private @Nullable LocalDate day(JsonNode node, String name) {
        Integer number = Gathered.number(node.path(name + "_d"));
        if (number != null) {
            return dating.day(number);
        }
        JsonNode written = node.path(name);
        try {
            return written.isString() ? LocalDate.parse(written.stringValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static void put(ObjectNode value, String field, @Nullable LocalDate day) {
        if (day != null) {
            value.put(field, day.toString());
        }
    }
}
