package org.alongside.caseload;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.caseload.CaseView.Flat;
import org.alongside.child.ChildSummary;
import org.alongside.child.Plans;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.record.Amended;
import org.alongside.record.CaseLog;
import org.alongside.record.RecordState;
import org.alongside.rules.DateText;
import org.alongside.rules.alone.AloneRules;
import org.alongside.rules.alone.Childhood;
import org.alongside.rules.alone.CountedVisit;
import org.alongside.rules.clock.CaseFile;
import org.alongside.rules.clock.Entry;
import org.alongside.rules.clock.Entry.Presence;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a child's case from the record into the values that rules work with. It decides nothing.
public final class CaseReader {
    private final CaseLog log;
    private final Map<String, String> roles;
    private final AloneRules alone;

    /// @param staff for the role of whoever made a visit; the directory is read once
    public CaseReader(CaseLog log, Staff staff, AloneRules alone) {
        this.log = log;
        this.alone = alone;
        this.roles = new HashMap<>();
        for (Account account : staff.all()) {
            roles.put(account.name(), account.role().word());
        }
    }

    public CaseView read(ChildSummary child) {
        return read(child, log.records(child.stream()));
    }

    /// The cases of several children, read in one go.
    public List<CaseView> read(List<ChildSummary> children) {
        var states = log.records(children.stream().map(ChildSummary::stream).toList());
        return children.stream()
                .map(child -> read(child, states.getOrDefault(child.stream(), List.of())))
                .toList();
    }

    private CaseView read(ChildSummary child, List<RecordState> states) {
        List<Flat> records = states.stream()
                .filter(state -> state.withdrawal().isEmpty())
                .map(state -> new Flat(state, flat(state)))
                .toList();
        Childhood childhood = new Childhood(child.bornOn(), plans(states, child), visits(records), decisions(records));
        List<Entry> entries = records.stream()
                .flatMap(record ->
                        Entry.of(record.state().record(), record.type(), record.fields(), presence(record, childhood))
                                .stream())
                .toList();
        List<Plans.Period> periods = Plans.of(states);
        CaseFile file = new CaseFile(
                child.id(),
                entries,
                exits(records),
                day -> Plans.highest(periods, day)
                        .map(plan -> plan.kind().name())
                        .orElse(""));
        return new CaseView(child, records, childhood, file, setAside(records));
    }

    /// The fields of all groups side by side, and each group under its own name (`group.school`), since
    /// two groups may use one name; of a visit the trip's with the child's row.
    private static ObjectNode flat(RecordState state) {
        ObjectNode fields = Json.object();
        for (String group : state.heads().keySet()) {
            ObjectNode value = Amended.value(state, group);
            fields.set("group." + group, value);
            if (state.type().equals("visit")) {
                merge(fields, value.path("visit"));
                merge(fields, value.path("child"));
            } else {
                merge(fields, value);
            }
        }
        return fields;
    }

    private static void merge(ObjectNode fields, JsonNode more) {
        if (more instanceof ObjectNode object) {
            fields.setAll(object);
        }
    }

    /// A plan whose beginning nobody knows is taken to run from birth.
    private static List<Childhood.OnPlan> plans(List<RecordState> states, ChildSummary child) {
        LocalDate earliest = child.bornOn() == null ? LocalDate.EPOCH : child.bornOn();
        return states.stream()
                .flatMap(state -> Plans.period(state).stream()
                        .filter(period -> !period.withdrawn())
                        .map(period -> new Childhood.OnPlan(
                                period.kind().name(),
                                counted(state, period.start()).orElse(earliest),
                                period.end())))
                .toList();
    }

    /// Private fostering counts from the day the council knew (practice 1.6).
    private static Optional<LocalDate> counted(RecordState state, @Nullable LocalDate start) {
        return day(Amended.value(state, "record").path("aware_on")).or(() -> Optional.ofNullable(start));
    }

    private List<CountedVisit> visits(List<Flat> records) {
        var visits = new ArrayList<CountedVisit>();
        for (Flat record : records) {
            if (record.type().equals("visit")) {
                counted(record).ifPresent(visits::add);
            }
        }
        return visits;
    }

    private Optional<CountedVisit> counted(Flat record) {
        ObjectNode fields = record.fields();
        String started = word(fields, "started_at");
        if (!record.type().equals("visit") || DateText.momentProblem(started).isPresent()) {
            return Optional.empty();
        }
        String worker = worker(record);
        return Optional.of(new CountedVisit(
                Clocks.moment(started),
                worker,
                roles.getOrDefault(worker, "social_worker"),
                word(fields, "kind"),
                word(fields, "mode"),
                word(fields, "access"),
                word(fields, "place"),
                word(fields, "seen"),
                word(fields, "alone"),
                fields.path("support_independent").booleanValue(false),
                word(fields, "reason_not_alone"),
                word(fields, "bedroom_seen")));
    }

    /// The first worker named, else who wrote the record. One whom the directory does not know has
    /// left: taken for a social worker, as whoever made a statutory visit was.
    private static String worker(Flat record) {
        String first = record.fields().path("workers").path(0).asString("");
        return first.isEmpty() ? record.state().first().author() : first;
    }

    private Presence presence(Flat record, Childhood childhood) {
        if (!record.type().equals("visit")) {
            return Presence.PLAIN;
        }
        Optional<CountedVisit> visit = counted(record);
        if (visit.isEmpty()) {
            return new Presence(false, false, false);
        }
        boolean counts = alone.isAccepted(childhood, visit.get());
        boolean seen = alone.isQualifying(childhood, visit.get()) && visit.get().isSeen();
        boolean inScope = alone.isInScope(childhood.born(), visit.get().day());
        boolean privately = inScope ? visit.get().isAlone() : visit.get().seen().equals("awake");
        return new Presence(counts, seen, seen && privately);
    }

    private static List<Childhood.LevelDecision> decisions(List<Flat> records) {
        return of(records, "management_decision")
                .filter(decision -> word(decision, "kind").equals("not_seen_alone"))
                .flatMap(decision -> day(decision.path("decided_on"))
                        .map(on -> new Childhood.LevelDecision(
                                on, decision.path("level").intValue(0)))
                        .stream())
                .toList();
    }

    private static List<CaseFile.Exit> exits(List<Flat> records) {
        return of(records, "not_needed")
                .filter(said -> word(said, "what").equals("clock"))
                .map(said -> new CaseFile.Exit(
                        word(said, "of"),
                        day(said.path("trigger_on")).orElse(null),
                        word(said, "kind").equals("late_with_reason"),
                        word(said, "why")))
                .toList();
    }

    private static List<CaseView.SetAside> setAside(List<Flat> records) {
        return of(records, "not_needed")
                .filter(said -> word(said, "what").equals("prompt"))
                .map(said -> new CaseView.SetAside(
                        word(said, "of"), day(said.path("until_on")).orElse(null)))
                .toList();
    }

    private static Stream<ObjectNode> of(List<Flat> records, String type) {
        return records.stream().filter(record -> record.type().equals(type)).map(Flat::fields);
    }

    static Optional<LocalDate> day(JsonNode value) {
        if (!value.isString()) {
            return Optional.empty();
        }
        String text = value.stringValue();
        if (!text.contains("T")) {
            return DateText.day(text);
        }
        return DateText.momentProblem(text).isPresent()
                ? Optional.empty()
                : Optional.of(Clocks.day(Clocks.moment(text)));
    }

    /// The chosen word of an answer that may stand with words of one's own.
    static String word(JsonNode fields, String name) {
        JsonNode answer = fields.path(name);
        return (answer.isObject() ? answer.path("value") : answer).asString("");
    }
}
