package org.alongside.guided.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.alongside.guided.GuidedCheck;
import org.alongside.rules.content.ContentFile.Question;
import org.alongside.ui.Breadth;
import org.alongside.ui.control.Boxes;

/// One question with a column for each child or adult it is asked about; in a narrower window fewer
/// columns, and in a narrow one a row each. The reading order is the same.
final class QuestionBox extends VBox {
    private static final int MOST_COLUMNS = 3;

    private final WriteAssessment write;
    private final Question question;
    private final List<AnswerBox> answers = new ArrayList<>();
    private final VBox rows = Boxes.column(3);
    private List<AnswerBox> shown = List.of();
    private int columns = -1;

    QuestionBox(WriteAssessment write, Question question) {
        this.write = write;
        this.question = question;
        setId("assess-question-" + question.id());
        getStyleClass().addAll("gap-2", "guided-question");
        var title = Boxes.text(question.question(), "text-question");
        HBox head = Boxes.lineOfText(4, Boxes.growing(title));
        HBox.setHgrow(title, Priority.ALWAYS);
        if (question.evidence() > 0) {
            head.getChildren()
                    .add(Boxes.word(
                            question.evidence() == 1
                                    ? AssessmentWords.text("one-link")
                                    : AssessmentWords.text("links", question.evidence()),
                            "text-hint"));
        }
        getChildren().add(head);
        if (question.hint() != null) {
            getChildren().add(Boxes.text(question.hint(), "text-hint", "reading"));
        }
        for (GuidedCheck.Line line : write.check().lines()) {
            if (line.question().equals(question)) {
                answers.add(new AnswerBox(write, question, line.subject(), line.name()));
            }
        }
        getChildren().add(rows);
        Breadth.of(this).subscribe(breadth -> {
            columns = columns(breadth);
            lay(true);
        });
    }

    private int columns(Breadth breadth) {
        if (!question.values().isEmpty()) {
            return 1;
        }
        return switch (breadth) {
            case WIDE -> MOST_COLUMNS;
            case MEDIUM -> 2;
            case NARROW -> 1;
        };
    }

    List<AnswerBox> answers() {
        return answers;
    }

    /// The answers changed: what is asked may be another, and so are the hints.
    void refresh() {
        lay(false);
        answers.forEach(AnswerBox::refresh);
    }

    private void lay(boolean anew) {
        List<AnswerBox> now = answers.stream().filter(this::isAsked).toList();
        Boxes.show(this, !now.isEmpty());
        if (!anew && now.equals(shown)) {
            return;
        }
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        shown = now;
        rows.getChildren().clear();
        int across = Math.max(1, Math.min(columns, now.size()));
        for (int from = 0; from < now.size(); from += across) {
            HBox row = Boxes.row(4);
            row.setAlignment(javafx.geometry.Pos.TOP_LEFT);
            for (int i = from; i < from + across; i++) {
                Node cell = i < now.size() ? now.get(i) : Boxes.column(0);
                if (cell instanceof VBox box) {
                    box.prefWidthProperty().unbind();
                    box.prefWidthProperty().bind(row.widthProperty().divide(across));
                }
                HBox.setHgrow(cell, Priority.ALWAYS);
                row.getChildren().add(cell);
            }
            rows.getChildren().add(row);
        }
        if (focused != null && focused.getScene() == getScene() && getScene() != null) {
            focused.requestFocus();
        }
    }

    private boolean isAsked(AnswerBox answer) {
        return write.check()
                .line(question, answer.subject())
                .filter(GuidedCheck.Line::asked)
                .isPresent();
    }
}
