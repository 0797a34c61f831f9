package org.alongside.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.kernel.Limits;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import tools.jackson.databind.JsonNode;

/// Checks answers against the fields they answer, and says everything that is wrong with its path.
///
/// Two questions are kept apart: *can it be stored at all* ([Result#wrong]: unknown fields, values,
/// dates, people) and *is it finished* ([Result#missing]: required answers not given).
public final class AnswerCheck {
    private final References references;

    public AnswerCheck(References references) {
        this.references = references;
    }

    /// @param wrong what cannot be stored, in the order of the fields
    /// @param missing required answers that are not given, in the order of the fields
    public record Result(List<Problem> wrong, List<Problem> missing) {
        public Result {
            wrong = List.copyOf(wrong);
            missing = List.copyOf(missing);
        }

        public List<Problem> all() {
            var all = new ArrayList<>(wrong);
            all.addAll(missing);
            return List.copyOf(all);
        }
    }

    /// Checks an object of answers.
    ///
    /// @param given inputs worked out elsewhere; the answers outrank them
    public Result check(Definition definition, JsonNode answers, Inputs given) {
        var found = new Found();
        if (answers.isObject()) {
            object(definition, answers, definition.inputs(given, answers), "", found);
        } else {
            found.wrong.add(problem("object-expected"));
        }
        return new Result(found.wrong, found.missing);
    }

    private static final class Found {
        private final List<Problem> wrong = new ArrayList<>();
        private final List<Problem> missing = new ArrayList<>();

        void wrong(String path, Problem problem) {
            wrong.add(problem.under(path));
        }
    }

    private void object(Definition definition, JsonNode answers, Inputs inputs, String path, Found found) {
        for (String member : answers.propertyNames()) {
            if (definition.field(member).isEmpty()) {
                found.wrong(below(path, member), problem("field-unknown"));
            }
        }
        for (FieldDefinition field : definition.fields()) {
            JsonNode answer = answers.path(field.id());
            String at = below(path, field.id());
            if (field.automatic() && !answer.isMissingNode()) {
                found.wrong(at, problem("field-automatic"));
            } else if (!Answer.isBlank(answer)) {
                answer(new Asked(definition, field, inputs), field.kind(), answer, at, found);
            }
            if (definition.needs(field, inputs) && unanswered(field, answer)) {
                found.missing.add(missing(field).under(at));
            }
        }
    }

    /// The field that an answer belongs to, with what conditions inside a composite may see.
    private record Asked(Definition definition, FieldDefinition field, Inputs inputs) {}

    private void answer(Asked asked, FieldKind kind, JsonNode answer, String path, Found found) {
        switch (kind) {
            case FieldKind.YesNo _ -> found(found, path, answer.isBoolean(), "yes-or-no-expected");
            case FieldKind.Whole(int least, int most) -> whole(answer, least, most, path, found);
            case FieldKind.Share _ ->
                found(
                        found,
                        path,
                        answer.isNumber() && answer.doubleValue() >= 0 && answer.doubleValue() <= 1,
                        "share-expected");
            case FieldKind.Day _ ->
                text(answer, path, found)
                        .flatMap(DateText::dayProblem)
                        .ifPresent(problem -> found.wrong(path, problem));
            case FieldKind.Moment _ ->
                text(answer, path, found)
                        .flatMap(DateText::momentProblem)
                        .ifPresent(problem -> found.wrong(path, problem));
            case FieldKind.Text _ -> text(answer, path, found);
            case FieldKind.Id _ ->
                text(answer, path, found)
                        .filter(text -> !text.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}"))
                        .ifPresent(_ -> found.wrong(path, problem("id-expected")));
            case FieldKind.OneOf(var values, boolean ownWords) -> oneOf(answer, values, ownWords, path, found);
            case FieldKind.Code(var set) ->
                text(answer, path, found)
                        .filter(code -> !CodeSets.shipped().labels(set).containsKey(code))
                        .ifPresent(_ -> found.wrong(path, problem("code-unknown", set)));
            case FieldKind.Person _ -> person(answer, path, found);
            case FieldKind.Staff _ ->
                text(answer, path, found)
                        .filter(account -> !references.knowsStaff(account))
                        .ifPresent(_ -> found.wrong(path, problem("staff-unknown")));
            case FieldKind.PersonOrStaff _ -> {
                if (!answer.isString() || !references.knowsStaff(answer.stringValue())) {
                    person(answer, path, found);
                }
            }
            case FieldKind.RecordOf(var type) ->
                text(answer, path, found)
                        .filter(id -> !references.knowsRecord(type, id))
                        .ifPresent(_ -> found.wrong(path, problem("record-unknown")));
            case FieldKind.ListOf(var each, boolean _) -> list(asked, each, answer, path, found);
            case FieldKind.Shape _ -> {
                if (answer.isObject()) {
                    Definition inner = asked.definition().inner(asked.field());
                    object(inner, answer, inner.inputs(asked.inputs(), answer), path, found);
                } else {
                    found.wrong(path, problem("object-expected"));
                }
            }
        }
    }

    private void list(Asked asked, FieldKind each, JsonNode answer, String path, Found found) {
        if (!answer.isArray()) {
            found.wrong(path, problem("list-expected"));
            return;
        }
        int index = 0;
        for (JsonNode item : answer) {
            String at = path + "[" + index++ + "]";
            if (Answer.isBlank(item)) {
                found.wrong(at, problem("item-empty"));
            } else {
                answer(asked, each, item, at, found);
            }
        }
    }

    private static void whole(JsonNode answer, int least, int most, String path, Found found) {
        if (!answer.isIntegralNumber()) {
            found.wrong(path, problem("whole-number-expected"));
        } else if (!answer.canConvertToInt() || answer.intValue() < least || answer.intValue() > most) {
            found.wrong(path, problem("number-out-of-range", String.valueOf(least), String.valueOf(most)));
        }
    }

    private void oneOf(JsonNode answer, List<String> values, boolean ownWords, String path, Found found) {
        if (ownWords && answer.isObject()) {
            for (String member : answer.propertyNames()) {
                if (!member.equals("value") && !member.equals("text")) {
                    found.wrong(below(path, member), problem("field-unknown"));
                }
            }
            if (!Answer.isBlank(answer.path("text"))) {
                text(answer.path("text"), below(path, "text"), found);
            }
        }
        JsonNode chosen = ownWords ? Answer.chosen(answer) : answer;
        text(chosen, path, found)
                .filter(value -> !values.isEmpty() && !values.contains(value))
                .ifPresent(_ -> found.wrong(path, problem("value-not-allowed", String.join(", ", values))));
    }

    private void person(JsonNode answer, String path, Found found) {
        if (answer.isObject() && !answer.has("person")) {
            for (String member : answer.propertyNames()) {
                if (!member.equals("name") && !member.equals("relation")) {
                    found.wrong(below(path, member), problem("field-unknown"));
                }
            }
            newPerson(answer, path, found);
            return;
        }
        if (answer.isObject()) {
            answer.propertyNames().stream()
                    .filter(member -> !member.equals("person"))
                    .forEach(member -> found.wrong(below(path, member), problem("field-unknown")));
        }
        text(answer.isObject() ? answer.path("person") : answer, path, found)
                .filter(id -> !references.knowsPerson(id))
                .ifPresent(_ -> found.wrong(path, problem("person-unknown")));
    }

    private void newPerson(JsonNode answer, String path, Found found) {
        if (Answer.isBlank(answer.path("name"))) {
            found.wrong(path, problem("person-without-name"));
        } else {
            text(answer.path("name"), below(path, "name"), found)
                    .filter(name -> name.codePointCount(0, name.length()) > Limits.NAME_CHARACTERS)
                    .ifPresent(_ -> found.wrong(
                            below(path, "name"), problem("name-too-long", String.valueOf(Limits.NAME_CHARACTERS))));
        }
        if (!Answer.isBlank(answer.path("relation"))) {
            text(answer.path("relation"), below(path, "relation"), found);
        }
    }

    /// The text of an answer; empty, and said, when it is none or cannot be kept.
    private static Optional<String> text(JsonNode answer, String path, Found found) {
        if (!answer.isString()) {
            found.wrong(path, problem("text-expected"));
            return Optional.empty();
        }
        Optional<Problem> problem = TypedText.problem(answer.stringValue());
        problem.ifPresent(refused -> found.wrong(path, refused));
        return problem.isPresent() ? Optional.empty() : Optional.of(answer.stringValue());
    }

    private static void found(Found found, String path, boolean right, String code) {
        if (!right) {
            found.wrong(path, problem(code));
        }
    }

    private static boolean unanswered(FieldDefinition field, JsonNode answer) {
        return Answer.isBlank(answer)
                || field.kind() instanceof FieldKind.ListOf(var _, boolean needsOne) && needsOne && answer.isEmpty();
    }

    private static Problem missing(FieldDefinition field) {
        String name = field.meaning().isEmpty() ? field.id().replace('_', ' ') : field.meaning();
        return problem("answer-missing", name);
    }

    private static String below(String path, String member) {
        return path.isEmpty() ? member : path + "." + member;
    }

    private static Problem problem(String code, String... arguments) {
        return Problem.of(code, Texts.of("rules." + code, (Object[]) arguments));
    }
}
