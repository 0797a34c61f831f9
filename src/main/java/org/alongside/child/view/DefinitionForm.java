package org.alongside.child.view;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.rules.CodeSets;
import org.alongside.rules.Definition;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.FieldKind;
import org.alongside.rules.Inputs;
import org.alongside.rules.Vocabulary;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.CheckQuestion;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.DateReading;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.NoticeBar;
import org.alongside.ui.control.Question;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.TimeField;
import org.alongside.ui.form.Ties;
import org.alongside.ui.form.Writing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// A form drawn from a definition: one question for each field, in order, tied to a piece of writing.
/// The facts of a summary, chronology events and every typed record are asked with it.
///
/// A question that may be left out says so; one that was answered can be un-answered again.
public final class DefinitionForm extends VBox {
    /// As many options as a page shows at once; more go into a list that opens.
    private static final int OPTIONS_MOST = 7;

    private static final int TICKS_MOST = 40;
    private static final int LINE_WORDS_MOST = 30;
    private static final String NONE = "";
    /// Where in the practice documents a field comes from is no part of its question.
    private static final Pattern SOURCE = Pattern.compile("\\s*\\((practice|DR\\d|AF\\d|LOCAL)[^)]*\\)");

    private final String id;
    private final String type;
    private final Writing writing;
    private final Ties ties;
    private final Named named;
    private final Clock clock;

    /// @param id prefix of the controls' ids
    /// @param type record type or fact, for questions with words of their own
    /// @param path prefix of the answers' paths: empty, `value.` or `value[0].`
    public DefinitionForm(
            String id,
            String type,
            List<FieldDefinition> fields,
            String path,
            Writing writing,
            Ties ties,
            Named named,
            Clock clock) {
        this.id = id;
        this.type = type;
        this.writing = writing;
        this.ties = ties;
        this.named = named;
        this.clock = clock;
        getStyleClass().add("gap-4");
        boolean conditional = fields.stream().anyMatch(DefinitionForm::isConditional);
        Definition definition = Definition.of(conditional ? fields : List.of(), Vocabulary.of());
        for (FieldDefinition field : fields) {
            if (!field.automatic()) {
                List<Node> asked = asked(field, field.kind(), path + field.id());
                if (isConditional(field)) {
                    asked.forEach(node -> ties.when(node, () -> isAsked(definition, field, path)));
                }
                getChildren().addAll(asked);
            }
        }
        writing.onChange(ties::refresh);
    }

    /// A question that depends on another answer is not asked before that answer is given, and what was
    /// answered is never hidden. One that is needed unless something is so is always asked.
    private static boolean isConditional(FieldDefinition field) {
        return !field.required().equals("True")
                && !field.required().equals("False")
                && !field.required().contains("!=");
    }

    private boolean isAsked(Definition definition, FieldDefinition field, String path) {
        if (writing.has(path + field.id())) {
            return true;
        }
        JsonNode answers = path.isEmpty() ? writing.body() : writing.get(path.substring(0, path.length() - 1));
        return definition.needs(field, definition.inputs(Inputs.none(Vocabulary.of()), answers));
    }

    /// What is typed and can be no answer: half a date, a number that is none; each also said at its
    /// question.
    public static List<Problem> halfTyped(Ties ties) {
        var problems = new ArrayList<Problem>();
        for (Answer answer : ties.answers()) {
            String wrong = switch (answer) {
                case DateField date
                when date.readingProperty().get() instanceof DateReading.Wrong(var _, String message) -> message;
                case TimeField time when !time.check() -> time.problemProperty().get();
                default -> "";
            };
            if (!wrong.isEmpty()) {
                problems.add(new Problem("half-typed", answer.field(), wrong, null));
            }
        }
        return problems;
    }

    /// What a field is called in a sentence or list.
    public static String label(String type, FieldDefinition field) {
        return Texts.find("child.ask." + type + "." + field.id())
                .orElseGet(() -> SOURCE.matcher(field.meaning()).replaceAll(""));
    }

    /// What a field is called beside its answer: shorter than the question.
    public static String name(String type, FieldDefinition field) {
        return Texts.find("child.short." + type + "." + field.id()).orElseGet(() -> label(type, field));
    }

    private List<Node> asked(FieldDefinition field, FieldKind kind, String path) {
        String control = id + "-" + field.id();
        String words = question(field);
        return switch (kind) {
            case FieldKind.YesNo _ -> List.of(yesNo(control, words, path, isOptional(field)));
            case FieldKind.Whole _ -> List.of(ties.number(new LineQuestion(control, words), path));
            case FieldKind.Day _ -> List.of(ties.date(new DateField(control, words, clock), path));
            case FieldKind.Moment _ -> moment(control, words, path);
            case FieldKind.Text(int most) -> List.of(text(control, words, path, most));
            case FieldKind.OneOf(var values, var _) ->
                values.isEmpty()
                        ? List.of(ties.line(new LineQuestion(control, words), path))
                        : List.of(oneOf(control, words, path, choices(field, values), isOptional(field)));
            case FieldKind.Code(String set) -> List.of(oneOf(control, words, path, codes(set), isOptional(field)));
            case FieldKind.Person _ -> List.of(oneOf(control, words, path, named.people(), isOptional(field)));
            case FieldKind.Staff _ -> List.of(oneOf(control, words, path, named.staff(), isOptional(field)));
            case FieldKind.PersonOrStaff _ -> List.of(oneOf(control, words, path, everyone(), isOptional(field)));
            case FieldKind.ListOf(FieldKind each, var _) -> several(control, words, path, field, each);
            case FieldKind.Shape(var fields) ->
                List.of(new DefinitionForm(control, type, fields, path + ".", writing, ties, named, clock));
            case FieldKind.RecordOf(var of) -> List.of(records(control, words, path, of, field));
            case FieldKind.Share _, FieldKind.Id _ -> List.of();
        };
    }

    private List<Node> several(String control, String words, String path, FieldDefinition field, FieldKind each) {
        return switch (each) {
            case FieldKind.OneOf(var values, var _)
            when !values.isEmpty() -> List.of(checks(control, words, path, choices(field, values)));
            case FieldKind.Code(String set) -> List.of(checks(control, words, path, codes(set)));
            case FieldKind.Person _ ->
                named.people().isEmpty() ? List.of() : List.of(checks(control, words, path, named.people()));
            case FieldKind.Staff _ ->
                named.staff().isEmpty() ? List.of() : List.of(checks(control, words, path, named.staff()));
            case FieldKind.PersonOrStaff _ -> List.of(checks(control, words, path, everyone()));
            case FieldKind.Text _, FieldKind.OneOf _ -> List.of(lines(control, words, path));
            default -> List.of();
        };
    }

    /// One of the child's records; where there is none, that is said.
    private Node records(String control, String words, String path, String of, FieldDefinition field) {
        List<Choice<String>> there = named.records().getOrDefault(of, List.of());
        if (there.isEmpty() && !writing.has(path)) {
            return isOptional(field)
                    ? new VBox()
                    : new NoticeBar(
                            control,
                            NoticeBar.Kind.PLAIN,
                            Texts.of("child.record-none", words, RecordWords.what(of, "record")));
        }
        return oneOf(control, words, path, there, isOptional(field));
    }

    private String question(FieldDefinition field) {
        String words = label(type, field);
        return isOptional(field) ? Texts.of("child.optional", words) : words;
    }

    private static boolean isOptional(FieldDefinition field) {
        return field.required().equals("False");
    }

    private Node text(String control, String words, String path, int most) {
        if (most > 0 && most <= LINE_WORDS_MOST) {
            return ties.line(new LineQuestion(control, words), path);
        }
        var question = new LongQuestion(control, words, clock);
        question.text().lines(most > 100 ? 5 : 2);
        return ties.lines(question, path);
    }

    private List<Node> moment(String control, String words, String path) {
        var day = new DateField(control, words, clock).quick(0, -1);
        var time = new TimeField(control + "-time", Texts.of("child.time-of", words));
        ties.moment(day, time, path);
        return List.of(day, time);
    }

    private Node yesNo(String control, String words, String path, boolean optional) {
        var choices = new ArrayList<Choice<String>>();
        choices.add(Choice.of("true", Texts.of("child.yes")));
        choices.add(Choice.of("false", Texts.of("child.no")));
        if (optional) {
            choices.add(Choice.of(NONE, Texts.of("child.not-recorded")));
        }
        var question = new RadioQuestion<String>(control, words, choices);
        JsonNode now = writing.get(path);
        question.choose(now.isBoolean() ? Boolean.toString(now.booleanValue()) : optional ? NONE : null);
        question.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                writing.put(path, is.equals(NONE) ? null : Json.MAPPER.valueToTree(is.equals("true")));
            }
        });
        question.named(path);
        return ties.add(question);
    }

    private Node oneOf(String control, String words, String path, List<Choice<String>> given, boolean optional) {
        var choices = new ArrayList<>(given);
        String now = word(writing.get(path));
        boolean known = given.stream().anyMatch(choice -> choice.value().equals(now));
        if (!now.isEmpty() && !known) {
            choices.add(Choice.of(now, RecordWords.value(path, now)));
        }
        if (optional) {
            choices.add(Choice.of(NONE, Texts.of("child.not-recorded")));
        }
        String chosen = !now.isEmpty() ? now : optional ? NONE : null;
        Question question;
        if (choices.size() <= OPTIONS_MOST) {
            var radios = new RadioQuestion<String>(control, words, choices);
            radios.choose(chosen);
            radios.valueProperty().subscribe((was, is) -> took(path, is));
            question = radios;
        } else {
            var list = new ChoiceField<String>(control, words, choices);
            list.choose(chosen);
            list.valueProperty().subscribe((was, is) -> took(path, is));
            question = list;
        }
        question.named(path);
        return ties.add(question);
    }

    private void took(String path, @Nullable String answer) {
        if (answer != null) {
            writing.put(path, answer.equals(NONE) ? null : Json.MAPPER.valueToTree(answer));
        }
    }

    private Node checks(String control, String words, String path, List<Choice<String>> given) {
        List<Choice<String>> choices = given.size() > TICKS_MOST ? given.subList(0, TICKS_MOST) : given;
        var question = new CheckQuestion<String>(control, words, choices);
        Set<String> ticked = new LinkedHashSet<>();
        writing.get(path).forEach(value -> ticked.add(word(value)));
        question.choose(ticked);
        question.values().addListener((SetChangeListener<String>) change -> {
            ArrayNode list = Json.array();
            question.values().forEach(list::add);
            writing.put(path, list.isEmpty() ? null : list);
        });
        question.named(path);
        return ties.add(question);
    }

    /// Several texts, each on its own line.
    private Node lines(String control, String words, String path) {
        var question = new LongQuestion(control, words, clock);
        question.hint(Texts.of("child.one-a-line"));
        var texts = new ArrayList<String>();
        writing.get(path).forEach(value -> texts.add(word(value)));
        question.text().bring(String.join("\n", texts), 0);
        question.text().textProperty().subscribe((was, is) -> {
            ArrayNode list = Json.array();
            question.text().typed().lines().filter(line -> !line.isBlank()).forEach(list::add);
            writing.put(path, list.isEmpty() ? null : list);
        });
        question.named(path);
        return ties.add(question);
    }

    private static List<Choice<String>> choices(FieldDefinition field, List<String> values) {
        return values.stream()
                .map(value -> Choice.of(value, RecordWords.value(field.id(), value)))
                .toList();
    }

    private static List<Choice<String>> codes(String set) {
        return CodeSets.shipped().labels(set).entrySet().stream()
                .map(entry -> Choice.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Choice<String>> everyone() {
        var all = new ArrayList<>(named.people());
        all.addAll(named.staff());
        return all;
    }

    private static String word(JsonNode value) {
        return value.isObject()
                ? value.path("person").asString(value.path("value").asString(""))
                : value.asString("");
    }
}
