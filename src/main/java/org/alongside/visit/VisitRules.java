package org.alongside.visit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.alongside.kernel.Json;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.rules.AnswerCheck;
import org.alongside.rules.Inputs;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The rules of a visit (practice 1.3 to 1.5): which answers can be stored, and what finishing needs.
/// Windows and commands ask here and nowhere else, so they agree.
public final class VisitRules {
    private static final Set<String> MEMBERS = Set.of("format", "visit", "children", PromptAnswers.MEMBER);

    private final VisitFields fields;
    private final VisitSettings settings;

    public VisitRules(VisitFields fields, VisitSettings settings) {
        this.fields = fields;
        this.settings = settings;
    }

    /// Checks a visit as VISIT.json writes it.
    public VisitCheck check(JsonNode tree, VisitFacts facts) {
        return new Run(tree, facts).check();
    }

    /// One check of one visit.
    private final class Run {
        private final JsonNode given;
        private final VisitFacts facts;
        private final ObjectNode tree;
        private final VisitInputs worked;
        private final AnswerCheck answers;
        private final List<Problem> wrong = new ArrayList<>();
        private final List<Problem> unfinished = new ArrayList<>();
        private final List<VisitCheck.Row> rows = new ArrayList<>();
        private final Set<UUID> named = new HashSet<>();

        Run(JsonNode given, VisitFacts facts) {
            this.given = given;
            this.facts = facts;
            this.tree = VisitForm.of(given).tree();
            this.worked = new VisitInputs(settings, facts, tree.path("visit"));
            this.answers = new AnswerCheck(facts.references());
        }

        VisitCheck check() {
            members();
            JsonNode visit = tree.path("visit");
            JsonNode children = tree.path("children").isArray() ? tree.path("children") : Json.array();
            Inputs trip = fields.trip().inputs(worked.ofTrip(children), visit);
            if (visit.isObject()) {
                take(answers.check(fields.trip(), visit, trip), "visit");
            }
            VisitTimes times = new VisitTimes(visit);
            unfinished.addAll(times.problems());
            int index = 0;
            for (JsonNode row : children) {
                row(row, index++, trip, times);
            }
            times.day().ifPresent(this::leftOut);
            return new VisitCheck(
                    wrong,
                    unfinished,
                    trip,
                    rows,
                    new Parts(fields, given).of(wrong, unfinished),
                    VisitForm.of(tree).mended());
        }

        private void members() {
            for (String member : tree.propertyNames()) {
                if (!MEMBERS.contains(member)) {
                    wrong.add(problem(member, "field-unknown", Texts.of("rules.field-unknown")));
                }
            }
            wrong.addAll(PromptAnswers.problems(tree.path(PromptAnswers.MEMBER)));
            if (tree.has("format") && !tree.path("format").stringValue("").equals(VisitForm.FORMAT)) {
                wrong.add(problem("format", "format-unknown", Texts.of("visit.format-unknown", VisitForm.FORMAT)));
            }
            if (!tree.path("visit").isObject()) {
                wrong.add(problem("visit", "visit-missing"));
            }
            int count = tree.path("children").size();
            if (!tree.path("children").isArray() || count == 0) {
                wrong.add(problem("children", "children-missing"));
            } else if (count > Limits.VISIT_CHILDREN) {
                wrong.add(problem(
                        "children",
                        "children-too-many",
                        Texts.of("visit.children-too-many", String.valueOf(Limits.VISIT_CHILDREN))));
            }
        }

        private void row(JsonNode row, int index, Inputs trip, VisitTimes times) {
            String path = "children[" + index + "]";
            Optional<ChildFacts> child = child(row, path);
            Inputs inputs = child.flatMap(known -> times.day().map(day -> worked.ofChild(known, day, trip)))
                    .orElse(trip);
            if (row instanceof ObjectNode object) {
                child.ifPresent(known -> object.put("child", known.id().toString()));
                notApplicableWhenYoung(object, inputs);
            }
            inputs = fields.row().inputs(inputs, row);
            boolean counts = worked.countsAsVisit(trip, inputs);
            boolean alone = worked.aloneCounted(trip, inputs);
            inputs = inputs.with("alone_counted", alone);
            take(answers.check(fields.row(), row, inputs), path);
            unfinished.addAll(times.nextVisitProblems(row.path("next_visit"), path + ".next_visit"));
            rows.add(new VisitCheck.Row(index, child, inputs, counts, alone));
        }

        /// Under the age for being seen alone the question is not put, and `not_applicable` is taken
        /// (windows.md D4); an answer given stands.
        private void notApplicableWhenYoung(ObjectNode row, Inputs known) {
            boolean young = !known.word("band").isEmpty() && !known.flag("in_scope");
            String seen = row.path("seen").stringValue("");
            if (young && row.path("alone").stringValue("").isBlank() && !seen.isBlank() && !seen.equals("not_seen")) {
                row.put("alone", "not_applicable");
            }
        }

        private Optional<ChildFacts> child(JsonNode row, String path) {
            String id = VisitForm.personId(row.path("child"));
            Optional<ChildFacts> child = facts.child(id);
            if (id.isBlank()) {
                wrong.add(problem(path + ".child", "child-missing"));
            } else if (child.isEmpty()) {
                wrong.add(problem(path + ".child", "child-unknown"));
            } else if (!named.add(child.get().id())) {
                wrong.add(problem(path + ".child", "child-twice"));
            }
            return child;
        }

        /// A child left out of the record is a mistake, not a warning (practice 1.4).
        private void leftOut(LocalDate day) {
            facts.family().stream()
                    .filter(child -> !child.plan().isEmpty())
                    .filter(child -> !child.isUnborn(day))
                    .filter(child -> !named.contains(child.id()))
                    .forEach(child -> unfinished.add(
                            problem("children", "child-left-out", Texts.of("visit.child-left-out", child.name()))));
        }

        private void take(AnswerCheck.Result result, String path) {
            result.wrong().stream()
                    .map(problem -> problem.under(path))
                    .filter(problem -> !isChild(problem))
                    .forEach(wrong::add);
            result.missing().stream()
                    .filter(problem -> fields.isAsked(VisitFields.top(problem)))
                    .map(problem -> Words.missing(problem.under(path)))
                    .filter(problem -> !isChild(problem))
                    .forEach(unfinished::add);
        }

        /// Which child a row is about is checked here against the family, more strictly than a person.
        private boolean isChild(Problem problem) {
            return String.valueOf(problem.field()).matches("children\\[\\d+]\\.child");
        }
    }

    private static Problem problem(String path, String code) {
        return problem(path, code, Texts.of("visit." + code));
    }

    private static Problem problem(String path, String code, String message) {
        return Problem.at(path, code, message);
    }
}
