package org.alongside.supervision;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.alongside.access.Staff;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.record.CaseLog;
import org.alongside.record.Intent;
import org.alongside.record.Sealing;
import org.alongside.record.StreamId;
import org.alongside.rules.content.ContentFile.SupervisionRules.Route;
import tools.jackson.databind.node.ObjectNode;

/// Turns a session into what is saved: an entry for each child in that child's own record, and sealed
/// words between the two. Ids follow from what is said, so that filing the same again files nothing
/// twice and filing more adds to it.
final class Filing {
    private static final String HELD_ON = "held_on";
    private static final String SESSION = "session";

    private final CaseLog log;
    private final Sealing sealing;
    private final Staff staff;

    Filing(CaseLog log, Sealing sealing, Staff staff) {
        this.log = log;
        this.sealing = sealing;
        this.staff = staff;
    }

    /// What goes to the children's records and is not there yet. Brothers and sisters get an entry each.
    ///
    /// @param alone how it stands with each child's being seen alone, in words
    List<Intent> childPart(SessionFile file, Map<UUID, String> alone) {
        var intents = new ArrayList<Intent>();
        for (UUID child : file.children()) {
            discussion(file, child, alone.getOrDefault(child, ""), intents);
        }
        for (SessionFile.Decision decision : file.decisions()) {
            decision(file, decision, intents);
            action(
                    file,
                    new SessionFile.NewAction(
                            decision.what(), decision.who(), decision.child(), decision.by(), Route.CHILD_FILE),
                    intents);
        }
        for (SessionFile.NewAction action : file.actions()) {
            if (action.child() != null) {
                action(file, action, intents);
            }
        }
        return intents;
    }

    private void discussion(SessionFile file, UUID child, String alone, List<Intent> intents) {
        String points = file.lines().stream()
                .filter(line -> child.equals(line.child()) && line.route() == Route.CHILD_FILE)
                .map(SessionFile.Line::text)
                .collect(Collectors.joining("\n\n"));
        List<SessionFile.Decision> decisions = file.decisions().stream()
                .filter(decision -> decision.child().equals(child))
                .toList();
        String decided = decisions.stream()
                .map(decision -> Texts.of("supervision.decided", decision.what(), decision.why()))
                .collect(Collectors.joining("\n\n"));
        String change = decisions.stream()
                .map(SessionFile.Decision::wouldChange)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("\n\n"));
        ObjectNode value = Json.object().put(HELD_ON, day(file).toString());
        value.put("decision", decided.isEmpty() ? points : decided);
        value.put(SESSION, file.session().toString());
        put(value, "points", decided.isEmpty() ? "" : points);
        put(value, "would_change", change);
        put(value, "seen_alone", alone);
        // How it stands with being seen alone is of the moment: the same session filed again is the same entry.
        ObjectNode said = value.deepCopy();
        said.remove("seen_alone");
        whole(child, "case_discussion", value, said, file, intents);
    }

    private void decision(SessionFile file, SessionFile.Decision decision, List<Intent> intents) {
        ObjectNode value = Json.object()
                .put("kind", "case_direction")
                .put("decided_on", day(file).toString())
                .put("decision", decision.what())
                .put("why", decision.why());
        put(value, "would_change", decision.wouldChange());
        value.put(SESSION, file.session().toString());
        whole(decision.child(), "management_decision", value, value, file, intents);
    }

    private void action(SessionFile file, SessionFile.NewAction action, List<Intent> intents) {
        UUID child = java.util.Objects.requireNonNull(action.child(), "a child's action");
        ObjectNode value = Json.object()
                .put("kind", "supervision")
                .put("agreed_on", day(file).toString())
                .put("text", action.text())
                .put("who", staff.displayOf(action.owner()))
                .put("due_on", action.due().toString())
                .put("owner", action.owner())
                .put(SESSION, file.session().toString());
        StreamId stream = StreamId.ofCase(child);
        UUID record = id(file, "action", child, value);
        if (log.find(stream, record).isEmpty()) {
            intents.add(Intent.group(stream, record, "action", "record", List.of(), value));
        }
    }

    private void whole(
            UUID child, String type, ObjectNode value, ObjectNode said, SessionFile file, List<Intent> intents) {
        StreamId stream = StreamId.ofCase(child);
        UUID record = id(file, type, child, said);
        if (log.find(stream, record).isEmpty()) {
            intents.add(Intent.whole(stream, record, type, value));
        }
    }

    /// What stays between the two and is not there yet, sealed.
    ///
    /// @param locked both have signed: whatever comes now is a later note
    /// @param closes what was on the agenda of a session that is written down now
    List<Intent> privatePart(Pair pair, SessionFile file, boolean locked, List<String> closes) {
        var words = new LinkedHashMap<UUID, ObjectNode>();
        if (!closes.isEmpty()) {
            ObjectNode closed = body(Words.Kind.CLOSED, file);
            closes.forEach(closed.putArray("of")::add);
            keep(pair, file, closed, words);
        }
        for (SessionFile.Line line : file.lines()) {
            if (line.route() != Route.CHILD_FILE) {
                ObjectNode body = body(locked ? Words.Kind.NOTE : Words.Kind.LINE, file)
                        .put("slot", word(line.slot()))
                        .put("route", word(line.route()))
                        .put("text", line.text());
                if (line.child() != null) {
                    body.put("child", line.child().toString());
                }
                keep(pair, file, body, words);
            }
        }
        for (SessionFile.NewAction action : file.actions()) {
            if (action.child() == null) {
                keep(
                        pair,
                        file,
                        body(Words.Kind.ACTION, file)
                                .put("text", action.text())
                                .put("owner", action.owner())
                                .put("due", action.due().toString())
                                .put("route", word(action.route())),
                        words);
            }
        }
        if (!file.dissent().isEmpty()) {
            keep(
                    pair,
                    file,
                    body(locked ? Words.Kind.NOTE : Words.Kind.DISSENT, file).put("text", file.dissent()),
                    words);
        }
        return sealing.seal(pair.stream(), words);
    }

    private void keep(Pair pair, SessionFile file, ObjectNode body, SequencedMap<UUID, ObjectNode> words) {
        UUID record = id(file, body.path("kind").asString(""), null, body);
        if (log.find(pair.stream(), record).isEmpty()) {
            words.put(record, body);
        }
    }

    private static ObjectNode body(Words.Kind kind, SessionFile file) {
        return Json.object()
                .put("kind", kind.word())
                .put(SESSION, file.session().toString());
    }

    /// The session itself: that it was held, and no word of it.
    Intent held(Pair pair, SessionFile file) {
        ObjectNode value = Json.object()
                .put("worker", pair.worker())
                .put(HELD_ON, day(file).toString())
                .put("personal", file.personal())
                .put("reflective", file.reflective() != null);
        return Intent.group(pair.stream(), file.session(), PairRecord.SESSION, PairRecord.RECORD, List.of(), value);
    }

    private static void put(ObjectNode value, String member, String text) {
        if (!text.isEmpty()) {
            value.put(member, text);
        }
    }

    private static LocalDate day(SessionFile file) {
        return Clocks.day(file.at());
    }

    private static UUID id(
            SessionFile file, String what, @org.jspecify.annotations.Nullable UUID child, ObjectNode value) {
        return UUID.nameUUIDFromBytes(
                ("supervision\n" + file.session() + "\n" + what + "\n" + child + "\n" + Json.line(value))
                        .getBytes(StandardCharsets.UTF_8));
    }

    static String word(Enum<?> word) {
        return word.name().toLowerCase(java.util.Locale.ROOT);
    }
}
