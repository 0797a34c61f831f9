package org.alongside.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.child.PersonInLife;
import org.alongside.child.Plans;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.record.Amended;
import org.alongside.record.CaseLog;
import org.alongside.record.Change;
import org.alongside.record.RecordState;
import org.alongside.record.StreamId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads the plan that a child is on now, with the brothers and sisters who are on the same plan, from
/// their cases on this laptop.
public final class PlanBook {
    private final CaseLog log;
    private final Children children;
    private final Supplier<UUID> ids;
    private final Clock clock;

    public PlanBook(CaseLog log, Children children, Supplier<UUID> ids, Clock clock) {
        this.log = log;
        this.children = children;
        this.ids = ids;
        this.clock = clock;
    }

    /// The plan a child is on today; empty when there is none, or one without a plan of its own, such as
    /// an enquiry.
    public Optional<Standing> of(UUID child) {
        LocalDate today = Clocks.today(clock);
        List<RecordState> own = log.records(StreamId.ofCase(child));
        Optional<Found> found = inForce(own, today);
        if (found.isEmpty() || children.find(child).isEmpty()) {
            return Optional.empty();
        }
        Plan.Kind kind = found.get().kind();
        var cases = new LinkedHashMap<ChildSummary, Case>();
        for (ChildSummary one : children.family(child)) {
            List<RecordState> records = one.id().equals(child) ? own : log.records(StreamId.ofCase(one.id()));
            inForce(records, today)
                    .filter(theirs -> theirs.kind() == kind)
                    .ifPresent(theirs -> cases.put(one, new Case(records, theirs)));
        }
        return Optional.of(standing(kind, cases));
    }

    private record Case(List<RecordState> records, Found plan) {}

    /// @param state the record that the plan's agreement belongs to; null where nobody began one
    private record Found(
            Plan.Kind kind, String type, @Nullable RecordState state) {}

    /// Of the plans that have outcomes and actions, the highest that a child is on.
    private static Optional<Found> inForce(List<RecordState> records, LocalDate today) {
        List<Plans.Period> periods = Plans.of(records).stream()
                .filter(period -> period.kind() == Plans.Kind.CP
                        || period.kind() == Plans.Kind.CLA
                        || period.kind() == Plans.Kind.CIN)
                .toList();
        Optional<Plans.Period> period = Plans.highest(periods, today);
        if (period.isEmpty()) {
            return earlyHelp(records);
        }
        return Optional.of(
                switch (period.get().kind()) {
                    case CP ->
                        new Found(
                                Plan.Kind.CHILD_PROTECTION,
                                "child_protection_plan",
                                record(records, period.get().record()));
                    case CLA -> new Found(Plan.Kind.CARE_PLAN, "care_plan", latestCarePlan(records));
                    case CIN, S47, PF -> inNeed(records, period.get().record());
                });
    }

    private static Found inNeed(List<RecordState> records, UUID id) {
        RecordState state = record(records, id);
        boolean familyHelp = state != null
                && Amended.value(state, "record").path("kind").asString("").equals("family_help");
        return new Found(familyHelp ? Plan.Kind.FAMILY_HELP : Plan.Kind.CHILD_IN_NEED, "child_in_need_plan", state);
    }

    private static Optional<Found> earlyHelp(List<RecordState> records) {
        return records.stream()
                .filter(state -> state.type().equals("child_in_need_plan")
                        && state.withdrawal().isEmpty()
                        && Amended.value(state, "record")
                                .path("kind")
                                .asString("")
                                .equals("early_help")
                        && !Amended.value(state, "ended").path("ended_on").isString())
                .findFirst()
                .map(state -> new Found(Plan.Kind.EARLY_HELP, "child_in_need_plan", state));
    }

    private static @Nullable RecordState record(List<RecordState> records, UUID id) {
        return records.stream()
                .filter(state -> state.record().equals(id))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable RecordState latestCarePlan(List<RecordState> records) {
        return records.stream()
                .filter(state ->
                        state.type().equals("care_plan") && state.withdrawal().isEmpty())
                .max(Comparator.comparing(state -> Actions.text(Amended.value(state, Actions.AGREEMENT), "agreed_on")))
                .orElse(null);
    }

    private Standing standing(Plan.Kind kind, Map<ChildSummary, Case> cases) {
        var members = new ArrayList<Standing.Member>();
        var actions = new LinkedHashMap<UUID, List<RecordState>>();
        ObjectNode agreement = Json.object();
        Change newest = null;
        for (var entry : cases.entrySet()) {
            RecordState plan = entry.getValue().plan().state();
            members.add(new Standing.Member(
                    entry.getKey(),
                    plan == null ? ids.get() : plan.record(),
                    entry.getValue().plan().type(),
                    plan == null ? List.of() : heads(plan, Actions.AGREEMENT),
                    words(entry.getValue().records())));
            Change said = plan == null ? null : plan.current(Actions.AGREEMENT).orElse(null);
            if (plan != null && said != null && (newest == null || said.at().isAfter(newest.at()))) {
                newest = said;
                agreement = Amended.value(plan, Actions.AGREEMENT);
            }
            for (RecordState state : entry.getValue().records()) {
                if (isOfPlan(state)) {
                    actions.computeIfAbsent(state.record(), key -> new ArrayList<>())
                            .add(state);
                }
            }
        }
        List<Standing.Entry> entries =
                actions.values().stream().map(PlanBook::entry).toList();
        return new Standing(
                kind,
                members,
                entries.stream()
                        .filter(entry -> !isClosed(entry.value()))
                        .sorted(Comparator.comparingInt(Standing.Entry::position)
                                .thenComparing(entry -> Actions.text(entry.value(), "agreed_on"))
                                .thenComparing(Standing.Entry::record))
                        .toList(),
                entries.stream()
                        .filter(entry -> isClosed(entry.value()))
                        .sorted(Comparator.comparing((Standing.Entry entry) -> Actions.text(entry.value(), "done_on"))
                                .reversed()
                                .thenComparing(Standing.Entry::record))
                        .toList(),
                Actions.day(agreement, "agreed_on"),
                Actions.day(agreement, "next_review_on"),
                agreement.path("version").asInt(0),
                agreement,
                adults(cases.keySet().stream().toList()),
                withheld(cases.keySet().stream().toList()));
    }

    private static boolean isOfPlan(RecordState state) {
        return state.type().equals(Actions.TYPE)
                && state.withdrawal().isEmpty()
                && Amended.value(state, Actions.RECORD)
                        .path("kind")
                        .asString("")
                        .equals("plan");
    }

    private static boolean isClosed(ObjectNode action) {
        return action.path("done_on").isString();
    }

    /// One action out of the cases it stands in. A clash in any of them is a clash.
    private static Standing.Entry entry(List<RecordState> states) {
        var seen = new HashMap<UUID, List<UUID>>();
        var placeSeen = new HashMap<UUID, List<UUID>>();
        UUID conflict = null;
        RecordState shown = states.getFirst();
        for (RecordState state : states) {
            UUID child = state.stream().id();
            seen.put(child, heads(state, Actions.RECORD));
            placeSeen.put(child, heads(state, Actions.PLACE));
            if (conflict == null && state.isInConflict(Actions.RECORD)) {
                conflict = RecordState.conflictId(state.stream(), state.record(), Actions.RECORD);
            }
            if (last(state).at().isAfter(last(shown).at())) {
                shown = state;
            }
        }
        int position = Amended.value(shown, Actions.PLACE).path("position").asInt(Integer.MAX_VALUE);
        return new Standing.Entry(
                shown.record(),
                Amended.value(shown, Actions.RECORD),
                position,
                seen,
                placeSeen,
                conflict,
                last(shown).author(),
                last(shown).at());
    }

    private static Change last(RecordState state) {
        return state.current(Actions.RECORD).orElseGet(state::first);
    }

    private static List<UUID> heads(RecordState state, String group) {
        return state.heads().getOrDefault(group, List.of()).stream()
                .map(Change::opId)
                .toList();
    }

    /// When a child's own words, or what a child without speech showed, were last recorded.
    private static Plan.Words words(List<RecordState> records) {
        LocalDate last = null;
        for (RecordState state : records) {
            if (!state.type().equals("visit") || state.withdrawal().isPresent()) {
                continue;
            }
            ObjectNode visit = Amended.value(state, "record");
            JsonNode row = visit.path("child");
            boolean said = !row.path("child_words").asString("").isBlank()
                    || !row.path("pre_verbal_observations").isEmpty()
                    || !row.path("does_and_feels").asString("").isBlank();
            String at = visit.path("visit").path("started_at").asString("");
            if (said && at.length() >= 10) {
                LocalDate day = LocalDate.parse(at.substring(0, 10));
                last = last == null || day.isAfter(last) ? day : last;
            }
        }
        return new Plan.Words(true, last);
    }

    private List<Plan.Adult> adults(List<ChildSummary> on) {
        var adults = new LinkedHashSet<Plan.Adult>();
        var ids = on.stream().map(ChildSummary::id).toList();
        for (ChildSummary child : on) {
            for (PersonInLife person : children.people(child.id())) {
                if (!ids.contains(person.person()) && !person.hasCase()) {
                    adults.add(new Plan.Adult(person.name(), role(person.relation()), person.livesWithChild()));
                }
            }
        }
        return List.copyOf(adults);
    }

    private static Plan.Adult.Role role(String relation) {
        String words = relation.toLowerCase(Locale.ROOT);
        if (words.startsWith("mother") || words.startsWith("mum")) {
            return Plan.Adult.Role.MOTHER;
        }
        boolean partner = words.startsWith("father") || words.startsWith("dad") || words.contains("partner");
        return partner ? Plan.Adult.Role.FATHER_OR_PARTNER : Plan.Adult.Role.OTHER;
    }

    private static List<String> withheld(List<ChildSummary> on) {
        return on.stream()
                .filter(ChildSummary::addressWithheld)
                .map(ChildSummary::addressLine)
                .filter(line -> !line.isBlank())
                .toList();
    }
}
