package org.alongside.supervision;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.access.Account;
import org.alongside.access.Staff;
import org.alongside.child.ChildSummary;
import org.alongside.child.Children;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.rules.DateText;
import org.alongside.rules.content.ContentFile.SupervisionRules;
import org.alongside.rules.content.ContentFile.SupervisionRules.Route;
import org.alongside.rules.content.ContentFile.SupervisionRules.Slot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a `SESSION.json`. What cannot be understood is refused with its path; what is still missing is
/// listed and the rest kept.
final class SessionReading {
    private static final Set<String> MEMBERS = Set.of(
            "format",
            "session_id",
            "at",
            "personal",
            "children",
            "reflective_child",
            "lines",
            "decisions",
            "actions",
            "dissent");
    private static final Set<String> LINE = Set.of("slot", "route", "child", "text");
    private static final Set<String> DECISION = Set.of("child", "what", "why", "what_would_change_it", "who", "by");
    private static final Set<String> ACTION = Set.of("text", "owner", "child", "due", "route");
    private static final String CHILD = "child";
    private static final String ROUTE = "route";

    private final SupervisionRules rules;
    private final Children children;
    private final Staff staff;
    private final Clock clock;
    private final List<Problem> wrong = new ArrayList<>();
    private final List<Problem> missing = new ArrayList<>();

    SessionReading(SupervisionRules rules, Children children, Staff staff, Clock clock) {
        this.rules = rules;
        this.children = children;
        this.staff = staff;
        this.clock = clock;
    }

    /// @param missing what it still needs before it can be filed
    record Read(SessionFile file, List<Problem> missing) {}

    /// @param fresh the id of a session that has none yet
    /// @throws BadInput for what cannot be understood
    Read read(ObjectNode json, UUID fresh) {
        unknown(json, "", MEMBERS);
        UUID session = json.has("session_id") ? id(json.path("session_id"), "session_id", fresh) : fresh;
        Instant at = at(json);
        var about = new ArrayList<UUID>();
        int n = 0;
        for (JsonNode child : json.path("children")) {
            UUID id = child(child, "children[" + n++ + "]");
            if (id != null && !about.contains(id)) {
                about.add(id);
            }
        }
        UUID reflective = json.path("reflective_child").isString()
                ? child(json.path("reflective_child"), "reflective_child")
                : null;
        List<SessionFile.Line> lines = lines(json);
        List<SessionFile.Decision> decisions = decisions(json);
        List<SessionFile.NewAction> actions = actions(json);
        for (UUID child : about) {
            boolean hasLine =
                    lines.stream().anyMatch(line -> child.equals(line.child()) && line.route() == Route.CHILD_FILE)
                            || decisions.stream().anyMatch(each -> each.child().equals(child));
            if (!hasLine) {
                missing.add(Problem.at(
                        "children", "child-without-line", Texts.of("supervision.child-without-line", name(child))));
            }
        }
        lines.stream().map(SessionFile.Line::child).forEach(child -> among(about, child));
        decisions.forEach(each -> among(about, each.child()));
        actions.forEach(each -> among(about, each.child()));
        if (!wrong.isEmpty()) {
            throw new BadInput(wrong);
        }
        JsonNode personal = json.path("personal");
        return new Read(
                new SessionFile(
                        session,
                        at,
                        personal.booleanValue(true),
                        about,
                        reflective,
                        lines,
                        decisions,
                        actions,
                        json.path("dissent").asString("").strip()),
                List.copyOf(missing));
    }

    private static void among(List<UUID> about, @Nullable UUID child) {
        if (child != null && !about.contains(child)) {
            about.add(child);
        }
    }

    private Instant at(ObjectNode json) {
        JsonNode at = json.path("at");
        if (!at.isString()) {
            return clock.instant();
        }
        if (DateText.momentProblem(at.stringValue()).isPresent()) {
            return wrong("at", "date-not-real", clock.instant());
        }
        Instant moment = Clocks.moment(at.stringValue());
        return Clocks.day(moment).isAfter(Clocks.today(clock)) ? wrong("at", "session-not-yet", moment) : moment;
    }

    private List<SessionFile.Line> lines(ObjectNode json) {
        var lines = new ArrayList<SessionFile.Line>();
        int n = 0;
        for (JsonNode line : json.path("lines")) {
            String path = "lines[" + n++ + "]";
            unknown(line, path, LINE);
            Slot slot = word(line.path("slot"), path + ".slot", Slot.class, Slot.DECIDE);
            Route byDefault = rules.slots().stream()
                    .filter(each -> each.slot() == slot)
                    .map(SupervisionRules.SlotTime::route)
                    .findFirst()
                    .orElse(Route.ASK);
            Route route = line.has(ROUTE) ? word(line.path(ROUTE), path + ".route", Route.class, Route.ASK) : byDefault;
            UUID child = line.path(CHILD).isString() ? child(line.path(CHILD), path + ".child") : null;
            String text = text(line, "text", path);
            if (route == Route.ASK) {
                missing.add(Problem.at(path + ".route", "route-missing", Texts.of("supervision.route-missing")));
                continue;
            }
            if (route == Route.CHILD_FILE && child == null) {
                missing.add(Problem.at(path + ".child", "child-missing", Texts.of("supervision.child-missing")));
                continue;
            }
            if (text.isEmpty()) {
                missing.add(Problem.at(path + ".text", "text-missing", Texts.of("supervision.text-missing")));
                continue;
            }
            lines.add(new SessionFile.Line(slot, route, child, text));
        }
        return lines;
    }

    private List<SessionFile.Decision> decisions(ObjectNode json) {
        var decisions = new ArrayList<SessionFile.Decision>();
        int n = 0;
        for (JsonNode decision : json.path("decisions")) {
            String path = "decisions[" + n++ + "]";
            unknown(decision, path, DECISION);
            UUID child = child(decision.path(CHILD), path + ".child");
            String what = needed(decision, "what", path);
            String why = needed(decision, "why", path);
            String who = staff(decision.path("who"), path + ".who");
            LocalDate by = day(decision.path("by"), path + ".by");
            if (ActionQuestions.isNoDecision(what, rules)) {
                missing.add(Problem.at(path + ".what", "no-decision", Texts.of("supervision.no-decision")));
            } else if (child != null && !what.isEmpty() && !why.isEmpty() && !who.isEmpty() && by != null) {
                decisions.add(new SessionFile.Decision(
                        child, what, why, text(decision, "what_would_change_it", path), who, by));
            }
        }
        return decisions;
    }

    private List<SessionFile.NewAction> actions(ObjectNode json) {
        var actions = new ArrayList<SessionFile.NewAction>();
        int n = 0;
        for (JsonNode action : json.path("actions")) {
            String path = "actions[" + n++ + "]";
            unknown(action, path, ACTION);
            String text = needed(action, "text", path);
            String owner = staff(action.path("owner"), path + ".owner");
            UUID child = action.path(CHILD).isString() ? child(action.path(CHILD), path + ".child") : null;
            LocalDate due = day(action.path("due"), path + ".due");
            Route route = action.has(ROUTE)
                    ? word(action.path(ROUTE), path + ".route", Route.class, Route.PRIVATE)
                    : child == null ? Route.PRIVATE : Route.CHILD_FILE;
            if ((route == Route.CHILD_FILE) != (child != null)) {
                wrong(path + ".route", "route-and-child", null);
            } else if (!text.isEmpty() && !owner.isEmpty() && due != null) {
                actions.add(new SessionFile.NewAction(text, owner, child, due, route));
            }
        }
        return actions;
    }

    private String needed(JsonNode node, String member, String path) {
        String text = text(node, member, path);
        if (text.isEmpty()) {
            missing.add(
                    Problem.at(path + "." + member, "text-missing", Texts.of("supervision." + member + "-missing")));
        }
        return text;
    }

    private String text(JsonNode node, String member, String path) {
        JsonNode value = node.path(member);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            return wrong(path + "." + member, "not-a-text", "");
        }
        Optional<Problem> problem = TypedText.problem(value.stringValue());
        problem.ifPresent(each -> wrong.add(each.under(path + "." + member)));
        return TypedText.mended(value.stringValue()).strip();
    }

    private String staff(JsonNode name, String path) {
        String account = name.asString("");
        if (account.isEmpty()) {
            missing.add(Problem.at(path, "who-missing", Texts.of("supervision.who-missing")));
            return "";
        }
        return staff.find(account).map(Account::name).orElseGet(() -> wrong(path, "staff-unknown", ""));
    }

    private @Nullable LocalDate day(JsonNode value, String path) {
        String text = value.asString("");
        if (text.isEmpty()) {
            missing.add(Problem.at(path, "date-missing", Texts.of("supervision.date-missing")));
            return null;
        }
        Optional<LocalDate> day = DateText.day(text);
        if (day.isEmpty()) {
            wrong(path, "date-not-real", null);
        }
        return day.orElse(null);
    }

    private @Nullable UUID child(JsonNode name, String path) {
        Optional<ChildSummary> found = children.findByAnyId(name.asString(""));
        return found.map(ChildSummary::id).orElseGet(() -> wrong(path, "child-unknown", null));
    }

    private UUID id(JsonNode text, String path, UUID otherwise) {
        UUID id = PairRecord.id(text.asString(""));
        return id == null ? wrong(path, "id-not-an-id", otherwise) : id;
    }

    private <E extends Enum<E>> E word(JsonNode word, String path, Class<E> words, E otherwise) {
        String given = word.asString("");
        for (E each : words.getEnumConstants()) {
            boolean place = each != Route.ASK;
            if (place && each.name().toLowerCase(Locale.ROOT).equals(given)) {
                return each;
            }
        }
        return wrong(path, word.isArray() ? "two-routes" : "word-unknown", otherwise);
    }

    private void unknown(JsonNode node, String path, Set<String> members) {
        for (String member : node.propertyNames()) {
            if (!members.contains(member)) {
                wrong(path.isEmpty() ? member : path + "." + member, "member-unknown", null);
            }
        }
    }

    private <T extends @Nullable Object> T wrong(String path, String code, T instead) {
        wrong.add(Problem.at(path, code, Texts.of("supervision." + code)));
        return instead;
    }

    private String name(UUID child) {
        return children.find(child).map(ChildSummary::shortName).orElse("");
    }
}
