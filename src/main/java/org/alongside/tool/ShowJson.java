package org.alongside.tool;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alongside.caseload.Caseload;
import org.alongside.child.Age;
import org.alongside.child.ChildSummary;
import org.alongside.child.Facts;
import org.alongside.child.PersonInLife;
import org.alongside.kernel.Json;
import org.alongside.lifestory.EntryDraft;
import org.alongside.record.Activity;
import org.alongside.record.Change;
import org.alongside.record.Clashes;
import org.alongside.record.Drafts;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.alongside.sync.Outbox;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The objects of `show` (`command-line.md`, Laptop).
final class ShowJson {
    private static final Set<String> PLANS =
            Set.of("child_protection_plan", "child_in_need_plan", "care_plan", "pathway_plan");

    private final Laptop laptop;
    private final LocalDate today;
    private final RecordJson records;

    ShowJson(Laptop laptop, LocalDate today) {
        this.laptop = laptop;
        this.today = today;
        this.records = new RecordJson(laptop.types(), laptop.children());
    }

    ObjectNode caseload() {
        ObjectNode json = Json.object();
        ArrayNode children = json.putArray("children");
        for (Caseload.Row row : laptop.caseload().rows()) {
            ObjectNode child = children.addObject();
            identity(row.child(), child);
            child.put("last_seen", text(row.lastSeen()));
            child.put("last_seen_alone", text(row.lastAlone()));
            if (row.lastAlone() == null) {
                child.putNull("days_since_alone");
            } else {
                child.put("days_since_alone", ChronoUnit.DAYS.between(row.lastAlone(), today));
            }
            child.putNull("next_visit_due");
            child.putNull("overdue_working_days");
            child.putNull("level");
            child.put("unsent", row.unsent());
        }
        return json;
    }

    /// The whole record of a child as this user may see it.
    ObjectNode child(ChildSummary child) {
        ObjectNode json = Json.object();
        ObjectNode head = json.putObject("child");
        identity(child, head);
        facts(child.id(), head.putObject("facts"));
        ArrayNode people = json.putArray("people");
        laptop.children().people(child.id()).forEach(person -> people.add(person(person)));
        for (String list :
                new String[] {"visits", "notes", "chronology", "records", "plans", "life_story", "supervision"}) {
            json.putArray(list);
        }
        laptop.log().records(child.stream()).stream()
                .filter(state -> !state.type().equals(Facts.TYPE))
                .filter(state -> !state.type().equals("relationship"))
                .flatMap(state -> LifeStoryJson.of(laptop, child.id(), state, records.record(state)).stream()
                        .map(record -> Map.entry(list(state), record)))
                .sorted(Comparator.comparing(
                        entry -> entry.getValue().path("happened_at").asString("")))
                .forEach(entry -> json.withArray(entry.getKey()).add(entry.getValue()));
        laptop.drafts().all().stream()
                .filter(draft -> draft.children().contains(child.id()))
                .forEach(draft -> json.withArray(list(draft)).add(records.draft(draft)));
        return json;
    }

    ObjectNode outbox() {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        for (Outbox.Item item : laptop.outbox().items()) {
            ObjectNode line = items.addObject();
            line.put("op_id", item.opId().toString());
            child(item.stream(), line);
            line.put("what", item.fieldGroup() == null ? item.type() : item.type() + "." + item.fieldGroup());
            line.put("record", item.record().toString());
            line.put("state", item.state().word());
            line.put("since", item.since().toString());
            line.put("why", item.why());
            line.put("revision", item.revision());
        }
        return json;
    }

    ObjectNode conflicts() {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        for (Clashes.Clash clash : laptop.clashes().all()) {
            ObjectNode line = items.addObject();
            line.put("conflict", clash.id().toString());
            child(clash.stream(), line);
            line.put("record", clash.record().toString());
            line.put("field_group", clash.fieldGroup());
            line.put("since", clash.since().toString());
            line.set("before", clash.before().isMissingNode() ? Json.MAPPER.nullNode() : clash.before());
            ArrayNode versions = line.putArray("versions");
            for (Change version : clash.versions()) {
                ObjectNode one = versions.addObject();
                one.put("op_id", version.opId().toString());
                one.put("author", version.author());
                one.put("device", version.device());
                one.put("at", version.at().toString());
                one.set("value", version.value());
            }
        }
        return json;
    }

    ObjectNode drafts() {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        for (Drafts.Draft draft : laptop.drafts().all()) {
            ObjectNode line = items.addObject();
            line.put("id", draft.id().toString());
            line.put("what", draft.kind());
            ArrayNode about = line.putArray("children");
            draft.children().forEach(child -> about.add(child.toString()));
            UUID first = draft.children().isEmpty() ? null : draft.children().getFirst();
            child(first == null ? StreamId.council() : StreamId.ofCase(first), line);
            line.put("begun_at", draft.begunAt().toString());
            line.put("saved_at", draft.savedAt().toString());
        }
        return json;
    }

    ObjectNode activity(int most) {
        ObjectNode json = Json.object();
        ArrayNode items = json.putArray("items");
        for (Activity.Line activity : laptop.activity().lines(most)) {
            ObjectNode line = items.addObject();
            line.put("at", activity.at().toString());
            line.put("what", activity.kind() + " " + activity.what());
            child(activity.stream() == null ? StreamId.council() : activity.stream(), line);
        }
        return json;
    }

    private void identity(ChildSummary child, ObjectNode json) {
        LocalDate born = child.bornOn();
        json.put("id", child.id().toString());
        json.put("external_id", child.externalId());
        json.put("name", child.name());
        json.put("known_as", child.knownAs());
        json.put("born_on", text(born));
        json.put("expected_on", text(child.expectedOn()));
        if (born == null || born.isAfter(today)) {
            json.putNull("age_years");
        } else {
            json.put("age_years", Age.years(born, today));
        }
        json.put("age_band", Age.band(born, today));
        json.put("plan", child.plan().map(ChildSummary.CurrentPlan::kind).orElse(null));
        json.put("plan_start", child.plan().map(plan -> text(plan.since())).orElse(null));
        json.put("restricted_line", child.restrictedLine());
    }

    private void facts(UUID child, ObjectNode json) {
        laptop.facts().of(child).forEach((group, fact) -> {
            ObjectNode one = json.putObject(group);
            one.set("value", fact.value());
            one.put("author", fact.shown().author());
            one.put("recorded_at", fact.shown().at().toString());
            one.put("council_has_it", fact.shown().rev() != null);
            one.put("conflict", fact.conflict() == null ? null : fact.conflict().toString());
        });
    }

    private static ObjectNode person(PersonInLife person) {
        ObjectNode json = Json.object();
        json.put("id", person.person().toString());
        json.put("external_id", person.externalId());
        json.put("relationship", person.relationship().toString());
        json.put("name", person.name());
        json.put("relation", person.relation());
        json.put("parental_responsibility", person.parentalResponsibility());
        json.put("in_household", person.inHousehold());
        json.put("born_on", text(person.bornOn()));
        json.put("phones", person.phones());
        json.put("last_spoken_to_on", text(person.lastSpokenTo()));
        return json;
    }

    private void child(StreamId stream, ObjectNode json) {
        if (!stream.isCase()) {
            json.putNull("child");
            json.putNull("external_id");
            return;
        }
        json.put("child", stream.name());
        json.put(
                "external_id",
                laptop.children()
                        .find(stream.id())
                        .map(ChildSummary::externalId)
                        .orElse(null));
    }

    private static String list(RecordState state) {
        return switch (state.type()) {
            case "visit" -> "visits";
            case "case_note" -> "notes";
            case "chronology_entry" -> "chronology";
            case "life_story_entry" -> "life_story";
            case "case_discussion", "supervision_session" -> "supervision";
            default -> PLANS.contains(state.type()) ? "plans" : "records";
        };
    }

    private static String list(Drafts.Draft draft) {
        return switch (draft.kind()) {
            case "visit" -> "visits";
            case "note" -> "notes";
            case EntryDraft.KIND -> "life_story";
            default -> "records";
        };
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
