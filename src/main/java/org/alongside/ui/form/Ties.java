package org.alongside.ui.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Json;
import org.alongside.kernel.Texts;
import org.alongside.kernel.TypedText;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.CheckQuestion;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.DateTyped;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.LongText;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.TimeField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Ties the controls of a page to the answers of a [Writing]: brings what was written, then puts every
/// change there at once. Also knows which nodes are shown under which answers.
public final class Ties {
    private final Writing writing;
    private final List<Answer> answers = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();

    private record Shown(Node node, BooleanSupplier when) {}

    public Ties(Writing writing) {
        this.writing = writing;
    }

    /// The tied controls, in the order of the page.
    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    /// Shows a node only while something holds; asked again at each [#refresh].
    public <N extends Node> N when(N node, BooleanSupplier holds) {
        shown.add(new Shown(node, holds));
        Boxes.show(node, holds.getAsBoolean());
        return node;
    }

    /// Shows and hides what hangs on answers.
    public void refresh() {
        for (Shown one : List.copyOf(shown)) {
            Boxes.show(one.node(), one.when().getAsBoolean());
        }
    }

    /// Forgets controls below a node that is taken off the page.
    public void forget(Node node) {
        shown.removeIf(one -> isWithin(one.node(), node));
        answers.removeIf(answer -> answer instanceof Node control && isWithin(control, node));
    }

    public LineQuestion line(LineQuestion question, String path) {
        question.named(path);
        question.text().setText(writing.text(path));
        question.textProperty().subscribe((was, is) -> writing.put(path, TypedText.mended(is)));
        return add(question);
    }

    public LongQuestion lines(LongQuestion question, String path) {
        question.named(path);
        tie(question.text(), path);
        return add(question);
    }

    public KnowBox know(KnowBox box, String path) {
        box.named(path);
        tie(box.text(), path);
        return add(box);
    }

    private void tie(LongText text, String path) {
        text.bring(writing.text(path), 0);
        text.textProperty().subscribe((was, is) -> writing.put(path, TypedText.mended(is)));
    }

    public RadioQuestion<String> radio(RadioQuestion<String> question, String path) {
        question.named(path);
        if (writing.has(path)) {
            question.choose(word(writing.get(path)));
        }
        question.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                writing.put(path, is);
            }
        });
        return add(question);
    }

    public RadioQuestion<Boolean> yesNo(RadioQuestion<Boolean> question, String path) {
        question.named(path);
        if (writing.get(path).isBoolean()) {
            question.choose(writing.get(path).booleanValue());
        }
        question.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                writing.put(path, is.booleanValue());
            }
        });
        return add(question);
    }

    public ChoiceField<String> choice(ChoiceField<String> field, String path) {
        field.named(path);
        if (writing.has(path)) {
            field.choose(word(writing.get(path)));
        }
        field.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                writing.put(path, is);
            }
        });
        return add(field);
    }

    /// Any number of words, in the order they were ticked.
    public CheckQuestion<String> checks(CheckQuestion<String> question, String path) {
        question.named(path);
        var words = new LinkedHashSet<String>();
        writing.get(path).forEach(value -> words.add(word(value)));
        question.choose(words);
        question.values().addListener((javafx.collections.SetChangeListener<String>) change -> {
            ArrayNode list = Json.array();
            question.values().forEach(list::add);
            writing.put(path, list.isEmpty() ? null : list);
        });
        return add(question);
    }

    /// A whole number on one line.
    public LineQuestion number(LineQuestion question, String path) {
        question.named(path);
        JsonNode keys = writing.typed(path);
        JsonNode number = writing.get(path);
        question.text()
                .setText(
                        keys.isString()
                                ? keys.stringValue()
                                : number.isIntegralNumber() ? Integer.toString(number.intValue()) : "");
        question.textProperty().subscribe((was, is) -> {
            String digits = is.strip();
            boolean whole = digits.matches("[0-9]{1,6}");
            writing.put(path, whole ? Json.MAPPER.valueToTree(Integer.parseInt(digits)) : null);
            writing.typed(path, whole || digits.isEmpty() ? null : Json.MAPPER.valueToTree(is));
        });
        question.text().focusedProperty().subscribe((was, is) -> {
            String digits = question.text().getText().strip();
            if (was && !is && !digits.isEmpty() && !digits.matches("[0-9]{1,6}")) {
                question.wrong(Texts.of("form.number-wrong", digits));
            }
        });
        return add(question);
    }

    /// A day; half a one is kept as it was typed.
    public DateField date(DateField field, String path) {
        field.named(path);
        field.bring(day(path, writing.text(path)));
        field.readingProperty().subscribe(() -> {
            DateTyped typed = field.typed();
            writing.put(
                    path,
                    field.date()
                            .map(day -> (JsonNode) Json.MAPPER.valueToTree(day.toString()))
                            .orElse(null));
            writing.typed(path, field.date().isPresent() ? null : keys(typed));
        });
        return add(field);
    }

    /// A moment told by a day and a time; the answer is there once both can be read.
    public void moment(DateField day, TimeField time, String path) {
        moment(day, time, path, true);
    }

    /// A further time of the same day: the end of what began in `day`.
    public void sameDay(DateField day, TimeField time, String path) {
        moment(day, time, path, false);
    }

    private void moment(DateField day, TimeField time, String path, boolean ownDay) {
        LocalDateTime at = moment(writing.text(path));
        if (ownDay) {
            day.named(path);
            day.bring(day(path, at == null ? "" : at.toLocalDate().toString()));
            add(day);
        }
        time.named(ownDay ? path + ".time" : path);
        JsonNode keys = writing.typed(path + ".time");
        if (keys.isString()) {
            time.bring(keys.stringValue());
        } else if (at != null) {
            time.take(at.toLocalTime());
        }
        Runnable put = () -> {
            LocalDate date = day.date().orElse(null);
            LocalTime clock = time.time().orElse(null);
            JsonNode told = date == null || clock == null
                    ? null
                    : Json.MAPPER.valueToTree(LocalDateTime.of(date, clock).toString());
            boolean whole = told != null;
            writing.put(path, told);
            if (ownDay) {
                writing.typed(path, whole ? null : keys(day.typed()));
            }
            writing.typed(path + ".time", whole ? null : Json.MAPPER.valueToTree(time.typed()));
        };
        day.readingProperty().subscribe(put);
        time.text().textProperty().subscribe((was, is) -> put.run());
        add(time);
    }

    private DateTyped day(String name, String iso) {
        JsonNode keys = writing.typed(name);
        if (keys.isObject()) {
            return new DateTyped(
                    keys.path("day").stringValue(""),
                    keys.path("month").stringValue(""),
                    keys.path("year").stringValue(""));
        }
        try {
            return iso.isEmpty() ? DateTyped.NOTHING : DateTyped.of(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            return DateTyped.NOTHING;
        }
    }

    private static ObjectNode keys(DateTyped typed) {
        ObjectNode keys = Json.object();
        if (!typed.isEmpty()) {
            keys.put("day", typed.day());
            keys.put("month", typed.month());
            keys.put("year", typed.year());
        }
        return keys;
    }

    private static @org.jspecify.annotations.Nullable LocalDateTime moment(String text) {
        try {
            return text.isEmpty()
                    ? null
                    : Clocks.moment(text).atZone(Clocks.LONDON).toLocalDateTime();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /// A value that may have its own words beside it: `{"value","text"}`.
    private static String word(JsonNode value) {
        return value.isObject() ? value.path("value").asString("") : value.asString("");
    }

    public <A extends Answer> A add(A answer) {
        answers.add(answer);
        return answer;
    }

    private static boolean isWithin(Node node, Node root) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == root) {
                return true;
            }
        }
        return false;
    }
}
