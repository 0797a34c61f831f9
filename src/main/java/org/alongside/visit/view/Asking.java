package org.alongside.visit.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Texts;
import org.alongside.rules.FieldDefinition;
import org.alongside.rules.FieldKind;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.CheckQuestion;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.DateField;
import org.alongside.ui.control.KnowBox;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.TimeField;
import org.alongside.ui.form.Ties;
import org.alongside.ui.form.Writing;
import org.alongside.visit.VisitFields;
import org.alongside.visit.Words;

/// One page of the recording of a visit: makes its questions from the fields' definitions, tied to the
/// answers. Ids of controls come from the paths, so that a draft finds its caret again.
abstract class Asking {
    private final RecordVisit visit;
    private final Ties ties;
    private final VBox content = Boxes.styled(Boxes.column(4), "visit-part");

    Asking(RecordVisit visit) {
        this.visit = visit;
        this.ties = new Ties(visit.writing());
    }

    RecordVisit visit() {
        return visit;
    }

    Writing writing() {
        return visit.writing();
    }

    Ties ties() {
        return ties;
    }

    VBox content() {
        return content;
    }

    List<Answer> answers() {
        return ties.answers();
    }

    void add(Node... nodes) {
        content.getChildren().addAll(nodes);
    }

    /// The answers changed.
    void refresh() {
        ties.refresh();
    }

    static String id(String path) {
        return "visit-" + path.replaceAll("[.\\[\\]]+", "-").replaceAll("-$", "");
    }

    static String text(String key, Object... arguments) {
        return Texts.of("visit.view." + key, arguments);
    }

    /// The values of a field of the trip, in their order, as choices.
    static List<Choice<String>> tripChoices(String field) {
        return choices(VisitFields.shipped().trip().field(field).orElseThrow(), field);
    }

    /// The values of a field of a child's row, in their order, as choices.
    static List<Choice<String>> rowChoices(String field) {
        return choices(VisitFields.shipped().row().field(field).orElseThrow(), field);
    }

    private static List<Choice<String>> choices(FieldDefinition definition, String field) {
        FieldKind kind =
                definition.kind() instanceof FieldKind.ListOf(var each, var ignored) ? each : definition.kind();
        if (kind instanceof FieldKind.OneOf(var values, var ignored)) {
            return values.stream()
                    .map(value -> Choice.of(value, Words.value(field, value)))
                    .toList();
        }
        throw new IllegalStateException("no values of " + field);
    }

    RadioQuestion<String> radio(String path, String words, List<Choice<String>> choices) {
        return ties.radio(new RadioQuestion<>(id(path), words, choices), path);
    }

    RadioQuestion<Boolean> yesNo(String path, String words) {
        return ties.yesNo(
                new RadioQuestion<>(
                        id(path), words, List.of(Choice.of(true, text("yes")), Choice.of(false, text("no")))),
                path);
    }

    ChoiceField<String> choice(String path, String words, List<Choice<String>> choices) {
        return ties.choice(new ChoiceField<>(id(path), words, choices), path);
    }

    CheckQuestion<String> checks(String path, String words, List<Choice<String>> choices) {
        return ties.checks(new CheckQuestion<>(id(path), words, choices), path);
    }

    LineQuestion line(String path, String words) {
        return ties.line(new LineQuestion(id(path), words), path);
    }

    LongQuestion lines(String path, String words) {
        return ties.lines(new LongQuestion(id(path), words, visit.desk().clock()), path);
    }

    KnowBox know(String path, KnowBox.Kind kind, String words, String hint) {
        return ties.know(
                KnowBox.asking(id(path), kind, words, hint, visit.desk().clock()), path);
    }

    DateField date(String path, String words) {
        var field = new DateField(id(path), words, visit.desk().clock());
        field.within(HalfTyped.bounds(visit, path));
        return ties.date(field, path);
    }

    TimeField time(String path, String words) {
        return new TimeField(id(path) + "-time", words);
    }

    /// Questions that hang under an answer, from a line.
    VBox hanging(Node... nodes) {
        return Boxes.styled(new VBox(nodes), "conditional");
    }
}
