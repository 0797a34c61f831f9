package org.alongside.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alongside.kernel.Problem;
import org.alongside.rules.Answer;
import tools.jackson.databind.JsonNode;

/// Works out the task list of a visit from its answers and problems.
final class Parts {
    private static final Pattern ROW = Pattern.compile("children\\[(\\d+)]\\.(\\w+).*");
    private static final Pattern TRIP = Pattern.compile("visit\\.(\\w+).*");

    private final VisitFields fields;
    private final JsonNode tree;

    Parts(VisitFields fields, JsonNode tree) {
        this.fields = fields;
        this.tree = tree;
    }

    List<Part> of(List<Problem> wrong, List<Problem> unfinished) {
        var parts = new ArrayList<Part>();
        for (Part.Kind kind : Part.Kind.values()) {
            if (kind == Part.Kind.CHILD) {
                for (int row = 0; row < tree.path("children").size(); row++) {
                    parts.add(part(kind, row, wrong, unfinished));
                }
            } else {
                parts.add(part(kind, -1, wrong, unfinished));
            }
        }
        return parts;
    }

    private Part part(Part.Kind kind, int row, List<Problem> wrong, List<Problem> unfinished) {
        Predicate<Problem> here = problem -> isIn(problem, kind, row);
        int missing =
                (int) unfinished.stream().filter(here).filter(Parts::isMissing).count();
        int toChange = (int) Stream.concat(wrong.stream(), unfinished.stream())
                .filter(here)
                .filter(problem -> !isMissing(problem))
                .count();
        Part.State state = !isStarted(kind, row)
                ? Part.State.NOT_STARTED
                : missing + toChange > 0 ? Part.State.IN_PROGRESS : Part.State.FINISHED;
        return new Part(kind, row, state, missing, toChange);
    }

    private static boolean isMissing(Problem problem) {
        return problem.code().equals("answer-missing");
    }

    private boolean isIn(Problem problem, Part.Kind kind, int row) {
        String path = String.valueOf(problem.field());
        Matcher child = ROW.matcher(path);
        if (child.matches()) {
            Part.Kind asked = rowPart(child.group(2));
            return asked == kind && (kind != Part.Kind.CHILD || Integer.parseInt(child.group(1)) == row);
        }
        Matcher trip = TRIP.matcher(path);
        return kind == (trip.matches() ? fields.part(trip.group(1)) : Part.Kind.WHO_WHERE_WHEN);
    }

    /// A row's field that there is not belongs to the child's part.
    private Part.Kind rowPart(String field) {
        return fields.row().field(field).isPresent() ? fields.part(field) : Part.Kind.CHILD;
    }

    private boolean isStarted(Part.Kind kind, int row) {
        return switch (kind) {
            case WHO_WHERE_WHEN, HOME -> isStarted(tree.path("visit"), kind);
            case CHILD -> isStarted(tree.path("children").path(row), kind);
            case THINK, NEXT -> tree.path("children").valueStream().anyMatch(each -> isStarted(each, kind));
        };
    }

    private boolean isStarted(JsonNode answers, Part.Kind kind) {
        return answers.isObject()
                && answers.properties().stream()
                        .filter(member -> fields.part(member.getKey()) == kind)
                        .filter(member -> !fields.isFilledInAtStart(member.getKey()))
                        .anyMatch(member -> !Answer.isBlank(member.getValue()));
    }
}
