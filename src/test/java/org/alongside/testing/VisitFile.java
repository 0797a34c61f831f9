package org.alongside.testing;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A visit of yesterday to three children of one household, as VISIT.json has it: the eldest was seen alone,
/// the second was not, the baby was asleep. Unless told, they are the Brennocks of the demonstration.
public final class VisitFile {
    /// Letters that some layer of a careless program spoils.
    public static final String WORDS = "Zoë Łukasz naïve ’ € 😀 é ز";

    private final LocalDate yesterday = Clocks.today(Clocks.system()).minusDays(1);
    private final ObjectNode file = Json.object();

    private VisitFile(String parent, String eldest, String second, String baby) {
        file.put("format", "alongside-visit/1");
        ObjectNode visit = file.putObject("visit");
        visit.put("kind", "statutory_visit");
        visit.put("announced", true);
        visit.put("started_at", yesterday + "T15:30");
        visit.put("ended_at", yesterday + "T16:40");
        visit.put("place", "home");
        visit.put("mode", "in_person");
        visit.put("access", "admitted");
        visit.putArray("workers").add("w_joanna");
        ArrayNode present = visit.putArray("people_present");
        present.add(parent);
        present.addObject().put("name", "called Jay").put("relation", "not known");
        visit.putArray("rooms_seen").add("kitchen").add("bedroom");
        visit.put("home_conditions", "Warm. " + WORDS);
        visit.putArray("parent_views").addObject().put("person", parent).put("text", "Nights are better.");
        ArrayNode children = file.putArray("children");
        ObjectNode alone = child(children, eldest, "awake", "alone_private");
        alone.put("alone_minutes", 15);
        alone.put("alone_where", "own_bedroom");
        alone.put("told_about_sharing", true);
        alone.put("child_words", WORDS);
        ObjectNode watched = child(children, second, "awake", "not_alone");
        watched.put("reason_not_alone", "carer_always_present");
        watched.put("reason_detail", "Her mother stayed in the room");
        watched.put("child_words", "A bus");
        ((ObjectNode) watched.path("next_visit")).put("alone_plan", "At school, in the library");
        child(children, baby, "asleep", "not_applicable");
    }

    private ObjectNode child(ArrayNode children, String id, String seen, String alone) {
        ObjectNode row = children.addObject();
        row.put("child", id);
        row.put("seen", seen);
        row.put("alone", alone);
        row.put("bedroom_seen", "yes_with_child");
        row.putArray("communication_method").add(alone.equals("not_applicable") ? "observation" : "speech");
        row.put("observed", "Warm clothes, tired");
        row.put("analysis", "Better rested than last time");
        row.putObject("next_visit")
                .put("date", yesterday.plusDays(14).toString())
                .put("place", "home");
        return row;
    }

    /// Everything that finishing needs.
    public static VisitFile whole() {
        return to("p_carly", "p_ellis", "p_romy", "p_fern");
    }

    /// The same visit to another family: a parent, two children who can speak, a baby.
    public static VisitFile to(String parent, String eldest, String second, String baby) {
        return new VisitFile(parent, eldest, second, baby);
    }

    /// The same visit under an id, to go on with its draft.
    public VisitFile under(UUID visit) {
        visit().put("visit_id", visit.toString());
        return this;
    }

    public ObjectNode visit() {
        return (ObjectNode) file.path("visit");
    }

    /// @param index 0 the eldest, 1 the second, 2 the baby
    public ObjectNode child(int index) {
        return (ObjectNode) file.path("children").path(index);
    }

    public ObjectNode json() {
        return file;
    }
}
