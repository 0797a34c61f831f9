package org.alongside.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.rules.DateText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads PLAN.json of the command line: a plan as a council file has it, its children given by name.
public final class PlanFile {
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "kind",
            "version",
            "agreed",
            "agreed_d",
            "next_review",
            "next_review_d",
            "children",
            "actions",
            "worries",
            "seeing",
            "contingency",
            "ring");
    private static final Set<String> ACTION_MEMBERS = Set.of(
            "id",
            "text",
            "who",
            "by",
            "by_d",
            "provider",
            "frequency",
            "outcome",
            "if_not",
            "carried_forward",
            "agreed",
            "agreed_d",
            "worry",
            "expected_lint");
    private static final Map<String, Plan.Kind> KINDS = Map.ofEntries(
            Map.entry("CP", Plan.Kind.CHILD_PROTECTION),
            Map.entry("child_protection", Plan.Kind.CHILD_PROTECTION),
            Map.entry("CIN", Plan.Kind.CHILD_IN_NEED),
            Map.entry("child_in_need", Plan.Kind.CHILD_IN_NEED),
            Map.entry("family_help", Plan.Kind.FAMILY_HELP),
            Map.entry("early_help", Plan.Kind.EARLY_HELP),
            Map.entry("CLA", Plan.Kind.CARE_PLAN),
            Map.entry("care_plan", Plan.Kind.CARE_PLAN),
            Map.entry("pathway_plan", Plan.Kind.PATHWAY),
            Map.entry("pathway", Plan.Kind.PATHWAY));

    private final LocalDate today;
    private final List<Problem> problems = new ArrayList<>();

    private PlanFile(LocalDate today) {
        this.today = today;
    }

    /// @param today what days given as a distance are counted from
    /// @param agreed in place of the day in the file; null: as the file says
    /// @param nextReview in place of the day in the file; null: as the file says
    /// @throws BadInput naming the path of whatever is wrong
    public static Plan read(
            ObjectNode file, LocalDate today, @Nullable LocalDate agreed, @Nullable LocalDate nextReview) {
        var reading = new PlanFile(today);
        Plan plan = reading.plan(file, agreed, nextReview);
        if (!reading.problems.isEmpty()) {
            throw new BadInput(reading.problems);
        }
        return plan;
    }

    private Plan plan(ObjectNode file, @Nullable LocalDate agreed, @Nullable LocalDate nextReview) {
        unknown(file, MEMBERS, "");
        JsonNode actions = file.path("actions");
        if (!actions.isArray()) {
            problem("answer-missing", "actions", Texts.of("plan.file.actions-missing"));
        } else if (actions.size() > Limits.PLAN_ACTIONS) {
            problem("plan-too-long", "actions", Texts.of("plan.limit", String.valueOf(Limits.PLAN_ACTIONS)));
        }
        var children = new ArrayList<Plan.Child>();
        for (String name : texts(file, "children")) {
            children.add(new Plan.Child(name, name.strip().split("\\s+")[0], name, Plan.Words.NOT_KNOWN));
        }
        var all = new ArrayList<Action>();
        int at = 0;
        for (JsonNode action : actions.isArray() ? actions : file.arrayNode()) {
            if (at == Limits.PLAN_ACTIONS) {
                break;
            }
            all.add(action(action, "actions[" + at++ + "]"));
        }
        return new Plan(
                kind(file),
                agreed == null ? day(file, "agreed", "") : agreed,
                nextReview == null ? day(file, "next_review", "") : nextReview,
                children,
                all,
                new Plan.Said(
                        texts(file, "worries"),
                        text(file, "seeing", ""),
                        text(file, "contingency", ""),
                        texts(file, "ring"),
                        Set.of(),
                        ""),
                List.of());
    }

    private Plan.Kind kind(ObjectNode file) {
        String word = text(file, "kind", "");
        Plan.Kind kind = KINDS.get(word);
        if (kind == null && !word.isEmpty()) {
            problem("value-unknown", "kind", Texts.of("plan.file.kind-unknown"));
        }
        return kind == null ? Plan.Kind.CHILD_IN_NEED : kind;
    }

    private Action action(JsonNode node, String path) {
        if (!(node instanceof ObjectNode action)) {
            problem("shape-wrong", path, Texts.of("plan.file.object-needed"));
            return Action.empty(path, Set.of());
        }
        unknown(action, ACTION_MEMBERS, path + ".");
        JsonNode carried = action.path("carried_forward");
        if (!carried.isMissingNode() && !(carried.isInt() && carried.intValue() >= 0)) {
            problem("shape-wrong", path + ".carried_forward", Texts.of("plan.file.whole-needed"));
        }
        return new Action(
                text(action, "id", path),
                text(action, "text", path),
                text(action, "who", path),
                text(action, "by", path),
                text(action, "provider", path),
                text(action, "frequency", path),
                text(action, "outcome", path),
                text(action, "if_not", path),
                text(action, "worry", path),
                carried.asInt(0),
                day(action, "agreed", path),
                Set.of(),
                Set.of(),
                "");
    }

    private void unknown(ObjectNode node, Set<String> known, String path) {
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> problem("field-unknown", path + name, Texts.of("plan.file.unknown")));
    }

    private String text(ObjectNode node, String member, String path) {
        JsonNode text = node.path(member);
        String where = path.isEmpty() ? member : path + "." + member;
        if (text.isMissingNode() || text.isNull()) {
            return "";
        }
        if (!text.isString()) {
            problem("shape-wrong", where, Texts.of("plan.file.text-needed"));
            return "";
        }
        return kept(text.stringValue(), where);
    }

    private String kept(String text, String where) {
        String mended = TypedText.mended(text);
        TypedText.problem(mended).ifPresent(one -> problem(one.code(), where, one.message()));
        return mended;
    }

    private List<String> texts(ObjectNode node, String member) {
        JsonNode list = node.path(member);
        var texts = new ArrayList<String>();
        if (list.isMissingNode() || list.isNull()) {
            return texts;
        }
        if (!list.isArray()) {
            problem("shape-wrong", member, Texts.of("plan.file.list-needed"));
            return texts;
        }
        int at = 0;
        for (JsonNode text : list) {
            String where = member + "[" + at++ + "]";
            if (text.isString() && !text.stringValue().isBlank()) {
                texts.add(kept(text.stringValue(), where));
            } else {
                problem("shape-wrong", where, Texts.of("plan.file.text-needed"));
            }
        }
        return texts;
    }

    /// A day as written, or as a distance from today.
    private @Nullable LocalDate day(ObjectNode node, String member, String path) {
        String where = path.isEmpty() ? member : path + "." + member;
        JsonNode distance = node.path(member + "_d");
        if (distance.isInt() && Math.abs(distance.intValue()) <= Limits.CALENDAR_DAYS * 10) {
            return today.plusDays(distance.intValue());
        }
        if (!distance.isMissingNode() && !distance.isNull()) {
            problem("shape-wrong", where + "_d", Texts.of("plan.file.whole-needed"));
        }
        String written = text(node, member, path);
        if (written.isEmpty()) {
            return null;
        }
        DateText.dayProblem(written).ifPresent(one -> problem(one.code(), where, one.message()));
        return DateText.day(written).orElse(null);
    }

    private void problem(String code, String field, String message) {
        problems.add(Problem.at(field, code, message));
    }
}
