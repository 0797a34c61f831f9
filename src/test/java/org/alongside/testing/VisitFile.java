package org.alongside.testing;

import java.time.LocalDate;
import java.util.UUID;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A visit of yesterday to the three Brennock children of the demonstration, as VISIT.json has it: Ellis was
/// seen alone, Romy was not, Fern was asleep.
public final class VisitFile {
    /// Letters that some layer of a careless program spoils.
    public static final String WORDS = "Zoë Łukasz naïve ’ € 😀 é ز";

    private final LocalDate yesterday = Clocks.today(Clocks.system()).minusDays(1);
    private final ObjectNode file = Json.object();

    private VisitFile() {
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
        present.add("p_carly");
        present.addObject().put("name", "called Jay").put("relation", "not known");
        visit.putArray("rooms_seen").add("kitchen").add("bedroom");
        visit.put("home_conditions", "Warm. " + WORDS);
        visit.putArray("parent_views").addObject().put("person", "p_carly").put("text", "Nights are better.");
        ArrayNode children = file.putArray("children");
        ObjectNode ellis = child(children, "p_ellis", "awake", "alone_private");
        ellis.put("alone_minutes", 15);
        ellis.put("alone_where", "own_bedroom");
        ellis.put("told_about_sharing", true);
        ellis.put("child_words", WORDS);
        ObjectNode romy = child(children, "p_romy", "awake", "not_alone");
        romy.put("reason_not_alone", "carer_always_present");
        romy.put("reason_detail", "Her mother stayed in the room");
        romy.put("child_words", "A bus");
        ((ObjectNode) romy.path("next_visit")).put("alone_plan", "At school, in the library");
        child(children, "p_fern", "asleep", "not_applicable");
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
        return new VisitFile();
    }

    /// The same visit under an id, to go on with its draft.
    public VisitFile under(UUID visit) {
        visit().put("visit_id", visit.toString());
        return this;
    }

    public ObjectNode visit() {
        return (ObjectNode) file.path("visit");
    }

    /// @param index 0 Ellis, 1 Romy, 2 Fern
    public ObjectNode child(int index) {
        return (ObjectNode) file.path("children").path(index);
    }

    public ObjectNode json() {
        return file;
    }
}
