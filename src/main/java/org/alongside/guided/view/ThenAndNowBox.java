package org.alongside.guided.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.alongside.chronology.view.EventWords;
import org.alongside.guided.ThenAndNow;
import org.alongside.guided.ThenAndNow.Event;
import org.alongside.guided.ThenAndNow.Pair;
import org.alongside.kernel.Json;
import org.alongside.ui.Breadth;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ChoiceField;
import org.alongside.ui.control.Link;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.Sheet;
import org.alongside.ui.form.Writing;

/// Each earlier worry of the chronology beside the newer one that is most like it, and whether it is the
/// same (windows.md D7a): "not the same" says how that is known, "not relevant" why.
final class ThenAndNowBox extends VBox {
    /// Rows drawn at first; the others come on demand.
    private static final int FIRST = 3;

    private final WriteAssessment write;
    private final ThenAndNow pairs;
    private final Sheet sheet = new Sheet();
    private boolean all;

    ThenAndNowBox(WriteAssessment write) {
        this.write = write;
        this.pairs = write.scene().thenAndNow();
        setId("assess-then-and-now");
        getStyleClass().add("gap-2");
        Breadth.of(this).subscribe(this::draw);
    }

    private void draw(Breadth breadth) {
        sheet.clear();
        boolean narrow = breadth == Breadth.NARROW;
        if (!narrow) {
            sheet.line(row(
                    Boxes.heading(AssessmentWords.text("then")),
                    Boxes.heading(AssessmentWords.text("now")),
                    Boxes.heading(AssessmentWords.text("is-it-same"))));
        }
        List<Pair> shown =
                all ? pairs.pairs() : pairs.pairs().stream().limit(FIRST).toList();
        for (Pair pair : shown) {
            Node then = event(pair.then(), narrow ? AssessmentWords.text("then") : "");
            Node now = now(pair, narrow);
            Node same = same(pair, narrow);
            sheet.line(narrow ? Boxes.column(3, then, now, same) : row(then, now, same));
        }
        var words = Boxes.text(
                AssessmentWords.text(
                        "then-count", pairs.pairs().size(), pairs.newer().size()),
                "text-hint");
        var end = Boxes.lineOfText(3, words);
        if (!all && pairs.pairs().size() > FIRST) {
            end.getChildren().add(new Link("assess-then-more", AssessmentWords.text("then-more"), () -> {
                all = true;
                draw(Breadth.of(this).getValue());
            }));
        }
        getChildren().setAll(sheet, end);
    }

    private static GridPane row(Node then, Node now, Node same) {
        var grid = new GridPane();
        grid.getStyleClass().add("then-row");
        for (int share : new int[] {39, 39, 22}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(0, then, now, same);
        GridPane.setValignment(then, javafx.geometry.VPos.TOP);
        GridPane.setValignment(now, javafx.geometry.VPos.TOP);
        return grid;
    }

    private static Node event(Event event, String title) {
        var box = Boxes.column(0);
        if (!title.isEmpty()) {
            box.getChildren().add(Boxes.heading(title));
        }
        String source = event.entry().source();
        String from = source.isEmpty() ? EventWords.kind(event.entry()) : source;
        box.getChildren()
                .addAll(
                        Boxes.lineOfText(
                                2,
                                Boxes.word(Words.shortDay(event.entry().on()), "strong"),
                                Boxes.text(from, "text-quiet")),
                        Boxes.text(EventWords.what(event.entry())));
        if (!event.entry().meaning().isBlank()) {
            box.getChildren().add(Boxes.text(event.entry().meaning(), "text-hint"));
        }
        return box;
    }

    private String path(Pair pair) {
        return "then_and_now." + pair.then().child().id() + "." + pair.then().record();
    }

    private Writing writing() {
        return write.writing();
    }

    /// The newer event beside it: the most alike, or another that the writer chose.
    private Node now(Pair pair, boolean narrow) {
        VBox box = Boxes.column(1);
        String chosen = writing().text(path(pair) + "." + ThenAndNow.NOW);
        Event now = pairs.newer().stream()
                .filter(event -> event.record().toString().equals(chosen))
                .findFirst()
                .orElse(pair.now());
        box.getChildren()
                .add(
                        now == null
                                ? Boxes.text(AssessmentWords.text("now-none"), "text-quiet")
                                : event(now, narrow ? AssessmentWords.text("now") : ""));
        if (pairs.newer().size() > 1) {
            String id = "assess-now-" + pair.then().record();
            box.getChildren()
                    .add(new Link(id, AssessmentWords.text("now-other"), () -> {
                                var field = new ChoiceField<String>(
                                        id + "-other",
                                        AssessmentWords.text("now-which"),
                                        pairs.newer().stream()
                                                .map(event -> Choice.of(
                                                        event.record().toString(),
                                                        Words.shortDay(event.entry()
                                                                        .on()) + " " + EventWords.what(event.entry())))
                                                .toList());
                                field.valueProperty().subscribe((was, is) -> {
                                    if (is != null) {
                                        writing().put(path(pair) + "." + ThenAndNow.NOW, is);
                                        draw(Breadth.of(this).getValue());
                                    }
                                });
                                box.getChildren().setAll(box.getChildren().getFirst(), field);
                                field.focusAnswer();
                            })
                            .called(AssessmentWords.text(
                                    "now-other-of",
                                    Words.shortDay(pair.then().entry().on()))));
        }
        return box;
    }

    private Node same(Pair pair, boolean narrow) {
        String path = path(pair);
        String id = "assess-same-" + pair.then().record();
        var choices = new ArrayList<Choice<String>>();
        for (ThenAndNow.Answer answer : ThenAndNow.Answer.values()) {
            choices.add(Choice.of(answer.word(), AssessmentWords.text("same." + answer.word())));
        }
        var question = new RadioQuestion<String>(
                id,
                AssessmentWords.text(
                        "same-of", Words.shortDay(pair.then().entry().on())),
                choices);
        if (!narrow) {
            question.inCell();
        }
        if (writing().has(path + "." + ThenAndNow.ANSWER)) {
            question.choose(writing().text(path + "." + ThenAndNow.ANSWER));
        }
        boolean known = writing().text(path + "." + ThenAndNow.ANSWER).equals(ThenAndNow.Answer.NOT_SAME.word());
        var why = new LongQuestion(
                id + "-why",
                AssessmentWords.text(known ? "same-how" : "same-why"),
                write.desk().clock());
        why.text().bring(writing().text(path + "." + ThenAndNow.WHY), 0);
        why.text()
                .textProperty()
                .subscribe((was, is) ->
                        writing().put(path + "." + ThenAndNow.WHY, why.text().typed()));
        question.under(why, ThenAndNow.Answer.NOT_SAME.word(), ThenAndNow.Answer.NOT_RELEVANT.word());
        question.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                writing().put(path + "." + ThenAndNow.ANSWER, is);
                why.ask(AssessmentWords.text(is.equals(ThenAndNow.Answer.NOT_SAME.word()) ? "same-how" : "same-why"));
                if (pair.now() != null && !writing().has(path + "." + ThenAndNow.NOW)) {
                    writing()
                            .put(
                                    path + "." + ThenAndNow.NOW,
                                    Json.MAPPER.valueToTree(pair.now().record().toString()));
                }
            }
        });
        return question;
    }
}
