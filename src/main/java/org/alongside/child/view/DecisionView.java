package org.alongside.child.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.alongside.child.Merging;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.record.Change;
import org.alongside.rules.FieldDefinition;
import org.alongside.ui.Words;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Choice;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.IconLine;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.RadioQuestion;
import org.alongside.ui.control.SavedMark;
import org.alongside.ui.form.Ties;
import org.alongside.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One decision: before, yours and theirs field by field, a choice where both changed a field, what
/// it will say, and why.
final class DecisionView extends VBox {
    private final ChildDesk desk;
    private final Decision decision;
    private final Named named;
    private final ErrorSummary errors;
    private final Map<String, RadioQuestion<Merging.Take>> questions = new LinkedHashMap<>();
    private final VBox result = Boxes.column(4);
    private final LongQuestion why;
    private Ties ties;

    DecisionView(ChildDesk desk, Decision decision, Named named) {
        this.desk = desk;
        this.decision = decision;
        this.named = named;
        this.ties = new Ties(decision.kept().writing());
        getStyleClass().add("gap-4");
        errors = new ErrorSummary("conflict-errors");
        why = new LongQuestion("conflict-why", Texts.of("child.conflicts.why"), desk.clock());
        var ofWhy = new Ties(decision.kept().writing());
        ofWhy.lines(why, Decision.WHY);
        var mark = new SavedMark("conflict-mark");
        decision.kept().autosave().stateProperty().subscribe(mark::show);
        String reason = Texts.find("child.together." + decision.clash().fieldGroup())
                .map(words -> " " + words)
                .orElse("");
        getChildren()
                .addAll(
                        errors,
                        Boxes.text(Texts.of("child.conflicts.apart", theirName()) + reason, "text-quiet"),
                        Boxes.styled(new VBox(grid()), "sheet"));
        for (Merging.Line line : decision.merging().toChoose()) {
            getChildren().add(choice(line));
        }
        others();
        getChildren()
                .addAll(
                        result,
                        why,
                        Boxes.row(
                                3,
                                Boxes.growing(new IconLine("mdoal-history", Texts.of("child.conflicts.nothing-lost"))),
                                mark));
        drawResult();
    }

    Decision decision() {
        return decision;
    }

    void keepNow() {
        decision.kept().autosave().now();
    }

    /// Alt+1, 2, 3: for the field that has the focus, else the first that has no answer yet.
    void choose(Merging.Take side) {
        current().ifPresent(line -> {
            RadioQuestion<Merging.Take> question = questions.get(line.field());
            if (question != null) {
                question.choose(side == Merging.Take.BOTH && !line.canKeepBoth() ? Merging.Take.WRITTEN : side);
            }
        });
    }

    private java.util.Optional<Merging.Line> current() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node at = owner; at != null; at = at.getParent()) {
            for (Merging.Line line : decision.merging().toChoose()) {
                if (at == questions.get(line.field())) {
                    return java.util.Optional.of(line);
                }
            }
        }
        Map<String, Merging.Take> choices = decision.choices();
        List<Merging.Line> asked = decision.merging().toChoose();
        return asked.stream()
                .filter(line -> !choices.containsKey(line.field()))
                .findFirst()
                .or(() -> asked.stream().reduce((first, second) -> second));
    }

    /// Whether everything is answered; if not it is said, with links.
    boolean isReady() {
        var problems = new ArrayList<Problem>();
        Map<String, Merging.Take> choices = decision.choices();
        for (Merging.Line line : decision.merging().toChoose()) {
            if (!choices.containsKey(line.field())) {
                problems.add(new Problem(
                        "choice-missing",
                        "choice." + line.field(),
                        Texts.of("child.conflicts.choose", label(line)),
                        null));
            }
        }
        problems.addAll(DefinitionForm.halfTyped(ties));
        if (decision.why().isBlank()) {
            problems.add(new Problem("reason-missing", Decision.WHY, Texts.of("child.conflicts.why-missing"), null));
        }
        show(problems);
        return problems.isEmpty();
    }

    void wrong(List<Problem> problems) {
        show(ConflictsPage.underValue(problems));
    }

    private void show(List<Problem> problems) {
        var answers = new ArrayList<Answer>(questions.values());
        answers.addAll(ties.answers());
        answers.add(why);
        if (problems.isEmpty()) {
            errors.clear();
            answers.forEach(answer -> answer.wrong(""));
        } else {
            errors.show(problems, answers, Texts.of("child.conflicts.where"));
        }
    }

    private GridPane grid() {
        var grid = new GridPane();
        grid.getStyleClass().add("compare");
        for (double share : new double[] {16, 28, 28, 28}) {
            var column = new ColumnConstraints();
            column.setPercentWidth(share);
            grid.getColumnConstraints().add(column);
        }
        grid.addRow(
                0,
                cell(Boxes.text("")),
                head(Texts.of("child.conflicts.before"), ""),
                head(mineTitle(), when(decision.mine())),
                head(Texts.of("child.conflicts.of", theirName()), when(decision.theirs())));
        int row = 1;
        for (Merging.Line line : decision.merging().lines()) {
            String before = words(line, line.before());
            grid.addRow(
                    row++,
                    cell(Boxes.text(label(line), "text-label")),
                    cell(Boxes.text(before.isEmpty() ? Texts.of("child.conflicts.nothing") : before, "text-quiet")),
                    side(before, words(line, line.mine()), line.side() == Merging.Side.MINE),
                    side(before, words(line, line.theirs()), line.side() == Merging.Side.THEIRS));
        }
        return grid;
    }

    private static Node head(String words, String when) {
        var box = Boxes.column(0, Boxes.text(words, "text-by", "strong"));
        if (!when.isEmpty()) {
            box.getChildren().add(Boxes.text(when, "text-by"));
        }
        return cell(box);
    }

    private static Node side(String before, String now, boolean taken) {
        Node words = now.isEmpty()
                ? Boxes.text(Texts.of("child.conflicts.nothing"), "text-quiet")
                : ChangedWords.of(before, now);
        var box = Boxes.column(1, words);
        if (taken) {
            var mark = Boxes.word(Texts.of("child.conflicts.taken"), "taken-mark");
            mark.setGraphic(Icons.small("mdoal-check"));
            box.getChildren().add(mark);
        }
        VBox cell = cell(box);
        if (taken) {
            cell.getStyleClass().add("taken");
        }
        return cell;
    }

    private static VBox cell(Node content) {
        return Boxes.styled(new VBox(content), "compare-cell");
    }

    private Node choice(Merging.Line line) {
        var choices = new ArrayList<Choice<Merging.Take>>();
        choices.add(Choice.of(Merging.Take.MINE, "1  " + mineKeep()));
        choices.add(Choice.of(Merging.Take.THEIRS, "2  " + Texts.of("child.conflicts.keep-of", theirName())));
        if (line.canKeepBoth()) {
            choices.add(Choice.of(
                    Merging.Take.BOTH,
                    "3  "
                            + Texts.of(
                                    line.isList()
                                            ? "child.conflicts.keep-both-list"
                                            : "child.conflicts.keep-both-joined")));
        } else {
            choices.add(Choice.of(Merging.Take.WRITTEN, "3  " + Texts.of("child.conflicts.keep-written")));
        }
        var question = new RadioQuestion<Merging.Take>(
                "conflict-choice-" + (line.field().isEmpty() ? "whole" : line.field()),
                Texts.of("child.conflicts.for", label(line)),
                choices);
        question.named("choice." + line.field());
        question.choose(decision.choices().get(line.field()));
        question.valueProperty().subscribe((was, is) -> {
            if (is != null) {
                decision.choose(line.field(), is);
                drawResult();
            }
        });
        questions.put(line.field(), question);
        return question;
    }

    /// What it will say: the same questions as when the fact is changed, filled with the result.
    private void drawResult() {
        result.getChildren().clear();
        ties = new Ties(decision.kept().writing());
        if (!decision.isComplete()) {
            result.getChildren().add(Boxes.text(Texts.of("child.conflicts.choose-first"), "text-quiet"));
            return;
        }
        String type = decision.clash().fieldGroup();
        List<FieldDefinition> fields = Decision.fields(decision.clash());
        Node form = decision.isList()
                ? new RowsForm(
                        "conflict-result",
                        type,
                        fields,
                        Decision.VALUE,
                        decision.kept().writing(),
                        ties,
                        named,
                        desk.clock())
                : new DefinitionForm(
                        "conflict-result",
                        type,
                        fields,
                        Decision.VALUE + ".",
                        decision.kept().writing(),
                        ties,
                        named,
                        desk.clock());
        result.getChildren().addAll(Boxes.section(Texts.of("child.conflicts.will-say")), form);
    }

    /// More than two versions can stand; the others are shown and stay in History.
    private void others() {
        for (Change version : decision.clash().versions()) {
            if (!version.opId().equals(decision.mine().opId())
                    && !version.opId().equals(decision.theirs().opId())) {
                String words =
                        String.join(", ", FactWords.lines(decision.clash().fieldGroup(), version.value(), named));
                getChildren()
                        .add(new IconLine(
                                "mdoal-call_split",
                                Texts.of(
                                        "child.conflicts.also",
                                        RecordWords.author(desk.staff(), version.author()),
                                        when(version),
                                        words)));
            }
        }
    }

    private String label(Merging.Line line) {
        if (line.field().equals(Merging.WHOLE)) {
            return RecordWords.what(decision.clash().type(), decision.clash().fieldGroup());
        }
        return Decision.fields(decision.clash()).stream()
                .filter(field -> field.id().equals(line.field()))
                .findFirst()
                .map(field -> DefinitionForm.name(decision.clash().fieldGroup(), field))
                .orElseGet(() -> RecordWords.sentence(line.field()));
    }

    private String words(Merging.Line line, JsonNode value) {
        if (line.field().equals(Merging.WHOLE)) {
            return String.join("\n", FactWords.lines(decision.clash().fieldGroup(), value, named));
        }
        @Nullable
        FieldDefinition field = Decision.fields(decision.clash()).stream()
                .filter(one -> one.id().equals(line.field()))
                .findFirst()
                .orElse(null);
        return field == null ? FactWords.text(value) : FactWords.field(field, value, named);
    }

    private boolean isMine(Change change) {
        return change.author().equals(desk.me().name());
    }

    private String mineTitle() {
        return isMine(decision.mine())
                ? Texts.of("child.conflicts.yours")
                : Texts.of(
                        "child.conflicts.of",
                        RecordWords.author(desk.staff(), decision.mine().author()));
    }

    private String mineKeep() {
        return isMine(decision.mine())
                ? Texts.of("child.conflicts.keep-yours")
                : Texts.of(
                        "child.conflicts.keep-of",
                        RecordWords.author(desk.staff(), decision.mine().author()));
    }

    private String theirName() {
        return isMine(decision.theirs())
                ? Texts.of("child.conflicts.your-other")
                : RecordWords.author(desk.staff(), decision.theirs().author());
    }

    private String when(Change change) {
        LocalDate day = Clocks.day(change.at());
        LocalDate today = Clocks.today(desk.clock());
        return (day.equals(today) ? Texts.of("ui.today") : Words.shortDay(day)) + " " + Words.time(change.at());
    }
}
