package org.alongside.guided;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.rules.DateText;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.rules.content.ContentFile.Question.About;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads ANSWERS.json (`command-line.md`) into the shape that drafts and records keep, and names with its
/// path everything that can never be stored.
public final class AnswersFile {
    static final String ANSWERS = "answers";
    static final String HAPPENED_AT = "happened_at";
    static final String RECORD = "record";
    static final String FORM = "form";
    static final String VERSION = "version";
    static final String THEN_AND_NOW = "then_and_now";
    static final String DROPPED = "dropped";
    static final String LATE_REASON = "late_reason";
    private static final Set<String> MEMBERS = Set.of(
            RECORD,
            FORM,
            VERSION,
            HAPPENED_AT,
            ANSWERS,
            THEN_AND_NOW,
            DROPPED,
            LATE_REASON,
            "referral",
            "review_point_on");
    private static final Set<String> PASSAGE = Set.of(Passage.TEXT, Passage.SENTENCE, Passage.TOLD_BY, Passage.SOURCES);

    private final GuidedForm form;
    private final Names names;
    private final List<Problem> problems = new ArrayList<>();

    /// Who and what may be named in a file.
    ///
    /// @param child the product's id for any id of a child of the record
    /// @param adult the same for an adult
    /// @param source whether something is there to rest an answer on
    public record Names(
            Function<String, Optional<String>> child,
            Function<String, Optional<String>> adult,
            Predicate<String> source) {
        /// Takes every name on trust: a file checked without a laptop.
        public static Names trusted() {
            return new Names(Optional::of, Optional::of, _ -> true);
        }
    }

    /// @param body what is kept
    /// @param problems what can never be stored; empty when all can
    public record Result(ObjectNode body, List<Problem> problems) {}

    private AnswersFile(GuidedForm form, Names names) {
        this.form = form;
        this.names = names;
    }

    /// @param ofManager whether the manager's questions are answered, and no others
    public static Result read(GuidedForm form, ObjectNode file, Names names, boolean ofManager) {
        var reading = new AnswersFile(form, names);
        ObjectNode body = reading.body(file, ofManager);
        return new Result(body, List.copyOf(reading.problems));
    }

    /// The record that a file goes on with.
    ///
    /// @throws BadInput when what it names is no id
    static Optional<UUID> record(ObjectNode file) {
        JsonNode named = file.path(RECORD);
        if (named.isMissingNode() || named.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(named.asString("")));
        } catch (IllegalArgumentException notAnId) {
            throw BadInput.of("record-unknown", RECORD, Texts.of("guided.record-unknown"));
        }
    }

    /// What stood with what a file says over it: an answer about one child takes only that child's place.
    static ObjectNode over(ObjectNode stood, ObjectNode said, GuidedForm form) {
        ObjectNode both = stood.deepCopy();
        for (var member : said.properties()) {
            if (!member.getKey().equals(ANSWERS)) {
                both.set(member.getKey(), member.getValue());
            }
        }
        ObjectNode answers = both.withObjectProperty(ANSWERS);
        for (var answer : said.path(ANSWERS).properties()) {
            boolean once = form.question(answer.getKey()).map(Question::isOnce).orElse(true);
            if (!once && answers.path(answer.getKey()) instanceof ObjectNode each) {
                each.setAll((ObjectNode) answer.getValue());
            } else {
                answers.set(answer.getKey(), answer.getValue());
            }
        }
        return both;
    }

    private ObjectNode body(ObjectNode file, boolean ofManager) {
        ObjectNode body = Json.object();
        body.put(FORM, form.id());
        body.put(VERSION, form.version());
        for (var member : file.properties()) {
            String name = member.getKey();
            if (!MEMBERS.contains(name)) {
                wrong(name, "member-unknown");
            } else if (name.equals(ANSWERS)) {
                body.set(ANSWERS, answers(member.getValue(), ofManager));
            } else if (name.equals(HAPPENED_AT) || name.equals("review_point_on")) {
                day(name, member.getValue(), body);
            } else if (name.equals(LATE_REASON)) {
                text(name, member.getValue()).ifPresent(text -> body.put(name, text));
            } else if (!name.equals(FORM) && !name.equals(VERSION) && !name.equals(RECORD)) {
                body.set(name, member.getValue().deepCopy());
            }
        }
        if (!body.has(ANSWERS)) {
            body.set(ANSWERS, Json.object());
        }
        return body;
    }

    private void day(String name, JsonNode value, ObjectNode into) {
        String text = value.asString("");
        String day = text.length() > 10 ? text.substring(0, 10) : text;
        Optional<Problem> problem = DateText.dayProblem(day);
        if (problem.isPresent()) {
            problems.add(problem.get().under(name));
        } else {
            into.put(name, LocalDate.parse(day).toString());
        }
    }

    private ObjectNode answers(JsonNode given, boolean ofManager) {
        ObjectNode answers = Json.object();
        if (!given.isObject()) {
            wrong(ANSWERS, "answers-expected");
            return answers;
        }
        for (var entry : given.properties()) {
            String path = ANSWERS + "." + entry.getKey();
            Optional<Question> question = form.question(entry.getKey());
            if (question.isEmpty()) {
                wrong(path, "question-unknown", form.title());
            } else if ((question.get().about() == About.MANAGER) != ofManager) {
                wrong(path, ofManager ? "question-of-author" : "question-of-manager");
            } else if (question.get().isOnce()) {
                answer(question.get(), entry.getValue(), path, "").ifPresent(one -> answers.set(entry.getKey(), one));
            } else {
                answers.set(entry.getKey(), bySubject(question.get(), entry.getValue(), path));
            }
        }
        return answers;
    }

    private ObjectNode bySubject(Question question, JsonNode given, String path) {
        ObjectNode each = Json.object();
        boolean child = question.about() == About.CHILD;
        if (!given.isObject() || given.has(Passage.TEXT) || given.has(GuidedAnswer.VALUE)) {
            wrong(path, child ? "by-child-expected" : "by-adult-expected");
            return each;
        }
        for (var entry : given.properties()) {
            String at = path + "." + entry.getKey();
            Optional<String> id = (child ? names.child() : names.adult()).apply(entry.getKey());
            if (id.isEmpty()) {
                wrong(at, child ? "child-not-in-it" : "adult-not-in-it");
            } else {
                answer(question, entry.getValue(), at, id.get()).ifPresent(one -> each.set(id.get(), one));
            }
        }
        return each;
    }

    private Optional<JsonNode> answer(Question question, JsonNode given, String path, String subject) {
        if (given.isNull()) {
            return Optional.empty();
        }
        if (given.has(GuidedAnswer.SAME_AS)) {
            return sameAs(question, given, path, subject);
        }
        if (!question.values().isEmpty()) {
            return chosen(question, given, path);
        }
        ArrayNode passages = Json.array();
        if (given.isArray()) {
            for (int i = 0; i < given.size(); i++) {
                passage(given.get(i), path + "[" + i + "]").ifPresent(passages::add);
            }
        } else {
            passage(given, path).ifPresent(passages::add);
        }
        return passages.isEmpty() ? Optional.empty() : Optional.of(passages);
    }

    private Optional<JsonNode> sameAs(Question question, JsonNode given, String path, String subject) {
        if (!question.sameAs()) {
            wrong(path, "same-as-refused");
            return Optional.empty();
        }
        members(given, Set.of(GuidedAnswer.SAME_AS, GuidedAnswer.WHY), path);
        Optional<String> other =
                names.child().apply(given.path(GuidedAnswer.SAME_AS).asString(""));
        if (other.isEmpty() || other.get().equals(subject)) {
            wrong(path + "." + GuidedAnswer.SAME_AS, "child-not-in-it");
            return Optional.empty();
        }
        ObjectNode same = Json.object();
        same.put(GuidedAnswer.SAME_AS, other.get());
        Optional.of(given.path(GuidedAnswer.WHY))
                .filter(why -> !why.isMissingNode())
                .flatMap(why -> text(path + "." + GuidedAnswer.WHY, why))
                .filter(why -> !why.isBlank())
                .ifPresentOrElse(
                        why -> same.put(GuidedAnswer.WHY, why),
                        () -> wrong(path + "." + GuidedAnswer.WHY, "same-as-why"));
        return Optional.of(same);
    }

    /// A value, a list of values, or `{"value", "text", …}`.
    private Optional<JsonNode> chosen(Question question, JsonNode given, String path) {
        JsonNode value = given.isObject() ? given.path(GuidedAnswer.VALUE) : given;
        var values = Json.array();
        Set<String> known = question.values().stream()
                .map(Question.Value::value)
                .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
        for (JsonNode one : value.isArray() ? value : Json.array().add(value)) {
            if (!known.contains(one.asString(""))) {
                wrong(path, "value-unknown", String.join(", ", known));
                return Optional.empty();
            }
            values.add(one.asString(""));
        }
        if (values.size() > 1 && !question.several()) {
            wrong(path, "one-value");
        }
        ObjectNode chosen = Json.object();
        chosen.set(GuidedAnswer.VALUE, values);
        if (given.isObject()) {
            var more = new java.util.HashSet<>(PASSAGE);
            more.add(GuidedAnswer.VALUE);
            members(given, more, path);
            ObjectNode beside = ((ObjectNode) given).deepCopy();
            beside.remove(GuidedAnswer.VALUE);
            if (!beside.isEmpty()) {
                passageOf(beside, path).ifPresent(chosen::setAll);
            }
        }
        return Optional.of(chosen);
    }

    private Optional<JsonNode> passage(JsonNode given, String path) {
        if (given.isString()) {
            return text(path, given)
                    .filter(text -> !text.isBlank())
                    .map(text -> Json.object().put(Passage.TEXT, text));
        }
        if (!given.isObject()) {
            wrong(path, "passage-expected");
            return Optional.empty();
        }
        members(given, PASSAGE, path);
        return passageOf((ObjectNode) given, path).map(JsonNode.class::cast);
    }

    private Optional<ObjectNode> passageOf(ObjectNode given, String path) {
        ObjectNode passage = Json.object();
        if (given.has(Passage.TEXT)) {
            text(path + "." + Passage.TEXT, given.path(Passage.TEXT))
                    .ifPresent(text -> passage.put(Passage.TEXT, text));
        }
        String sentence = given.path(Passage.SENTENCE).asString("");
        if (!sentence.isEmpty()) {
            if (Sentence.find(sentence).isEmpty()) {
                wrong(path + "." + Passage.SENTENCE, "sentence-unknown");
            }
            passage.put(Passage.SENTENCE, sentence);
        }
        if (given.has(Passage.TOLD_BY)) {
            text(path + "." + Passage.TOLD_BY, given.path(Passage.TOLD_BY))
                    .ifPresent(text -> passage.put(Passage.TOLD_BY, text));
        }
        if (given.has(Passage.SOURCES)) {
            ArrayNode sources = passage.putArray(Passage.SOURCES);
            int index = 0;
            for (JsonNode source : given.path(Passage.SOURCES)) {
                if (!source.isString() || !names.source().test(source.stringValue())) {
                    wrong(path + "." + Passage.SOURCES + "[" + index + "]", "source-unknown");
                } else {
                    sources.add(source.stringValue());
                }
                index++;
            }
        }
        return passage.isEmpty() ? Optional.empty() : Optional.of(passage);
    }

    private void members(JsonNode given, Set<String> known, String path) {
        given.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong(path + "." + name, "member-unknown"));
    }

    private Optional<String> text(String path, JsonNode given) {
        if (!given.isString()) {
            wrong(path, "text-expected");
            return Optional.empty();
        }
        Optional<Problem> refused = TypedText.problem(given.stringValue());
        refused.ifPresent(problem -> problems.add(problem.under(path)));
        return refused.isPresent() ? Optional.empty() : Optional.of(TypedText.mended(given.stringValue()));
    }

    private void wrong(String path, String code, Object... arguments) {
        problems.add(Problem.at(path, "guided-" + code, Texts.of("guided.wrong." + code, arguments)));
    }
}
