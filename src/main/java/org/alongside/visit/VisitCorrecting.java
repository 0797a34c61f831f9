package org.alongside.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Amended;
import org.alongside.record.CaseLog;
import org.alongside.record.Drafts;
import org.alongside.rules.Answer;
import org.alongside.rules.FieldDefinition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Putting answers of a finished visit right: a draft of the whole visit as it reads now, in which any
/// answer is changed; what differs becomes one amendment with its reason. The record itself stays as
/// it was written.
public final class VisitCorrecting {
    /// The kind of its drafts.
    public static final String DRAFT = "visit-amend";

    /// Where the reason stands in the draft's body.
    public static final String WHY = "why";

    /// Beside the answers: the visit that is put right, and what it said when this was begun.
    private static final String OF = "amends";

    private static final String BEFORE = "before";

    private final VisitRecording recording;
    private final Drafts drafts;
    private final Supplier<UUID> ids;
    private final Clock clock;

    VisitCorrecting(VisitRecording recording, Drafts drafts, Supplier<UUID> ids, Clock clock) {
        this.recording = recording;
        this.drafts = drafts;
        this.ids = ids;
        this.clock = clock;
    }

    /// An answer that is put right.
    ///
    /// @param row the child's place among the rows; -1 for the trip
    public record Changed(int row, FieldDefinition field, JsonNode was, JsonNode now) {
        /// As problems write it.
        public String path() {
            return (row < 0 ? "visit." : "children[" + row + "].") + field.id();
        }
    }

    /// The draft that puts this visit right, begun earlier or new; a new one is not kept yet.
    ///
    /// @throws BadInput when the visit is not here or was entered in error
    public Drafts.Draft begin(UUID visit) {
        FinishedVisit finished = recording
                .find(visit)
                .filter(found -> !found.isWithdrawn())
                .orElseThrow(() -> BadInput.of("record-unknown", "record", Texts.of("visit.unknown")));
        return drafts.all().stream()
                .filter(draft -> draft.kind().equals(DRAFT) && visit.equals(of(draft)))
                .findFirst()
                .orElseGet(() -> draft(finished));
    }

    private Drafts.Draft draft(FinishedVisit finished) {
        ObjectNode tree = tree(finished);
        ObjectNode body = tree.deepCopy();
        body.put(OF, finished.id().toString());
        body.set(BEFORE, tree);
        Instant now = clock.instant();
        List<UUID> about =
                finished.rows().stream().map(FinishedVisit.Row::child).toList();
        return new Drafts.Draft(ids.get(), DRAFT, about, body, Json.object(), now, now);
    }

    /// The visit as it reads with every amendment, in the shape of VISIT.json.
    private static ObjectNode tree(FinishedVisit finished) {
        ObjectNode tree = Json.object().put("format", VisitForm.FORMAT);
        ArrayNode rows = Json.array();
        for (FinishedVisit.Row row : finished.rows()) {
            ObjectNode value = Amended.value(row.state(), "record");
            if (!tree.has("visit")) {
                ObjectNode trip = value.path("visit") instanceof ObjectNode object ? object : Json.object();
                VisitFields.shipped().trip().fields().stream()
                        .filter(FieldDefinition::automatic)
                        .forEach(field -> trip.remove(field.id()));
                tree.set("visit", trip);
            }
            ObjectNode answers = value.path("child") instanceof ObjectNode object ? object : Json.object();
            answers.put("child", row.child().toString());
            rows.add(answers);
        }
        tree.set("children", rows);
        return tree;
    }

    /// Which visit a draft puts right.
    public static UUID of(Drafts.Draft draft) {
        return UUID.fromString(draft.body().path(OF).asString(""));
    }

    /// What the visit said when this was begun.
    public static JsonNode before(JsonNode body) {
        return body.path(BEFORE);
    }

    /// The answers alone, in the shape of VISIT.json.
    public static ObjectNode answers(JsonNode body) {
        ObjectNode answers = Json.object();
        for (String member : List.of("format", "visit", "children")) {
            if (body.has(member)) {
                answers.set(member, body.get(member).deepCopy());
            }
        }
        return answers;
    }

    /// The answers that differ, in the order of the form.
    public static List<Changed> changed(JsonNode before, JsonNode now) {
        var changed = new ArrayList<Changed>();
        differing(-1, VisitFields.shipped().trip().fields(), before.path("visit"), now.path("visit"), changed);
        for (int row = 0; row < now.path("children").size(); row++) {
            differing(
                    row,
                    VisitFields.shipped().row().fields(),
                    before.path("children").path(row),
                    now.path("children").path(row),
                    changed);
        }
        return List.copyOf(changed);
    }

    private static void differing(
            int row, List<FieldDefinition> fields, JsonNode before, JsonNode now, List<Changed> into) {
        for (FieldDefinition field : fields) {
            JsonNode was = before.path(field.id());
            JsonNode is = now.path(field.id());
            boolean nothing = Answer.isBlank(was) && Answer.isBlank(is) && !was.isArray() && !is.isArray();
            if (!field.automatic() && !nothing && !was.equals(is)) {
                into.add(new Changed(row, field, was, is));
            }
        }
    }

    /// What a correction leaves to put right: everything wrong, and what is missing now and was not
    /// missing before. What an old record never said is no bar to putting something else right.
    public List<Problem> problems(JsonNode before, JsonNode now) {
        var known = new HashSet<String>();
        recording.check(before).problems().forEach(problem -> known.add(key(problem)));
        return recording.check(now).problems().stream()
                .filter(problem -> !known.contains(key(problem)))
                .toList();
    }

    private static String key(Problem problem) {
        return problem.code() + " " + problem.field();
    }

    /// Writes the amendment; a draft that was kept goes.
    ///
    /// @throws BadInput with everything that is still to put right; the draft stays as it was
    public CaseLog.Saved save(Drafts.Draft draft, String why) {
        JsonNode before = before(draft.body());
        ObjectNode now = VisitForm.of(answers(draft.body())).mended();
        List<Problem> problems = problems(before, now);
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return recording.amend(of(draft), change(changed(before, now), now), why, draft.id());
    }

    /// Throws the draft away, if one was kept.
    public void forget(UUID draft) {
        if (drafts.find(draft).isPresent()) {
            drafts.discard(draft);
        }
    }

    /// Only what changes, in the shape of VISIT.json; what was taken out is null.
    private static ObjectNode change(List<Changed> changed, JsonNode now) {
        ObjectNode change = Json.object();
        Set<Integer> rows = new java.util.TreeSet<>();
        for (Changed one : changed) {
            if (one.row() < 0) {
                put(change.withObjectProperty("visit"), one);
            } else {
                rows.add(one.row());
            }
        }
        ArrayNode children = Json.array();
        for (int row : rows) {
            ObjectNode answers = Json.object();
            answers.set("child", now.path("children").path(row).path("child"));
            changed.stream().filter(one -> one.row() == row).forEach(one -> put(answers, one));
            children.add(answers);
        }
        if (!children.isEmpty()) {
            change.set("children", children);
        }
        return change;
    }

    private static void put(ObjectNode answers, Changed one) {
        if (one.now().isMissingNode()) {
            answers.putNull(one.field().id());
        } else {
            answers.set(one.field().id(), Objects.requireNonNull(one.now()));
        }
    }
}
