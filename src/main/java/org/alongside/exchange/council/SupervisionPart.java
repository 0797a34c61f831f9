package org.alongside.exchange.council;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.kernel.Json;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Supervisions that were held. What was talked through about a child, and what was agreed for it,
/// stands in that child's own record; that the two met and signed stands between the two of them. What
/// was private is not in a file: words would have to be sealed, and only laptops can do that.
final class SupervisionPart {
    private static final String SESSION = "supervision_session";
    private static final String DISCUSSION = "case_discussion";
    private static final String ACTION = "action";

    private final StaffPart staff;
    private final Dating dating;
    private final Gathered gathered;
    private final Map<String, Family.Member> children = new HashMap<>();

    SupervisionPart(StaffPart staff, Dating dating, Gathered gathered, List<Family> families) {
        this.staff = staff;
        this.dating = dating;
        this.gathered = gathered;
        families.forEach(family -> family.members().stream()
                .filter(Family.Member::open)
                .forEach(child -> children.put(child.id(), child)));
    }

    void read(JsonNode sessions) {
        int nth = 0;
        for (JsonNode session : sessions) {
            read(session, String.valueOf(nth++));
        }
    }

    private void read(JsonNode session, String nth) {
        Account worker = staff.find(session.path("worker")).orElse(null);
        if (worker == null || worker.supervisor() == null) {
            gathered.later("supervision-unsupervised", 1);
            return;
        }
        int d = session.path("d").intValue();
        UUID record = gathered.id("supervision", session.path("id").stringValue(worker.name() + " " + d + " " + nth));
        LocalDate held = dating.held(d);
        held(session, worker, worker.supervisor(), record, held);
        for (JsonNode name : session.path("children")) {
            Family.Member child = children.get(name.stringValue(""));
            if (child != null) {
                gathered.whole(
                        child.stream(),
                        gathered.id(DISCUSSION, record.toString(), child.id()),
                        DISCUSSION,
                        Json.object().put("held_on", held.toString()).put("session", record.toString()),
                        worker.supervisor(),
                        dating.kept(held));
            }
        }
        for (JsonNode action : session.path("actions")) {
            action(action, worker, worker.supervisor(), record, held);
        }
    }

    private void held(JsonNode session, Account worker, String supervisor, UUID record, LocalDate held) {
        StreamId stream = StreamId.ofSupervision(worker.name(), supervisor);
        ObjectNode value = Json.object().put("worker", worker.name()).put("held_on", held.toString());
        value.put("personal", session.path("personal").booleanValue(true));
        if (session.has("reflective_child")) {
            value.put("reflective", session.path("reflective_child").isString());
        }
        gathered.group(stream, record, SESSION, "record", value, supervisor, dating.kept(held));
        LocalDate workers = signed(session, "worker_signed_d");
        LocalDate supervisors = signed(session, "supervisor_signed_d");
        if (workers != null) {
            gathered.group(
                    stream,
                    record,
                    SESSION,
                    "worker_signed",
                    Json.object().put("worker_signed_on", workers.toString()),
                    worker.name(),
                    dating.kept(workers));
        }
        if (supervisors != null) {
            ObjectNode both = Json.object().put("supervisor_signed_on", supervisors.toString());
            if (workers != null) {
                both.put("both_signed_on", (workers.isAfter(supervisors) ? workers : supervisors).toString());
            }
            gathered.group(stream, record, SESSION, "supervisor_signed", both, supervisor, dating.kept(supervisors));
        }
    }

    private @Nullable LocalDate signed(JsonNode session, String field) {
        Integer day = Gathered.number(session.path(field));
        return day == null ? null : dating.held(day);
    }

    private void action(JsonNode action, Account worker, String supervisor, UUID session, LocalDate held) {
        Family.Member child = children.get(action.path("child").stringValue(""));
        boolean childs = action.path("route").stringValue("child_file").equals("child_file");
        if (child == null || !childs) {
            gathered.later("supervision-private", 1);
            return;
        }
        Account owner = staff.find(action.path("owner")).orElse(worker);
        String id = action.path("id").stringValue("");
        UUID record =
                gathered.id(ACTION, session.toString(), id, action.path("text").stringValue(""));
        if (!id.isEmpty()) {
            gathered.reference(ACTION, id, record);
        }
        ObjectNode value = Json.object().put("kind", "supervision").put("agreed_on", held.toString());
        Gathered.put(value, "text", action.path("text"));
        value.put("who", owner.display()).put("owner", owner.name()).put("session", session.toString());
        Integer due = Gathered.number(action.path("due_d"));
        if (due != null) {
            value.put("due_on", dating.day(due).toString());
        }
        Integer done = Gathered.number(action.path("done_d"));
        LocalDate kept = held;
        if (done != null) {
            kept = dating.day(done);
            value.put("done_on", kept.toString());
        }
        gathered.group(child.stream(), record, ACTION, "record", value, supervisor, dating.kept(kept));
    }
}
