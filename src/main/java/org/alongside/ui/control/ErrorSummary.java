package org.alongside.ui.control;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;
import org.alongside.ui.theme.Icons;

/// What is to be put right, first on the page. It takes the focus, so that it is heard whole; each
/// line is a link to its answer, where the same words stand; the last line says where the work is.
public final class ErrorSummary extends HBox {
    private final VBox lines = Boxes.column(1);

    public ErrorSummary(String id) {
        setId(id);
        getStyleClass().add("error-summary");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        getChildren().addAll(Icons.of("mdoal-error_outline", "wrong-icon"), Boxes.growing(lines));
        Boxes.show(this, false);
    }

    /// A problem and what happens when its line is followed.
    public record Line(String message, Runnable follow) {}

    /// Shows problems, marks each answer that has one and unmarks the others, and takes the focus.
    ///
    /// @param where last line: "Everything you wrote is saved as a draft on this laptop."
    public void show(List<Problem> problems, Collection<? extends Answer> answers, String where) {
        for (Answer answer : answers) {
            answer.wrong(problems.stream()
                    .filter(p -> answer.field().equals(p.field()))
                    .map(Problem::message)
                    .findFirst()
                    .orElse(""));
        }
        show(
                problems.stream()
                        .map(p -> new Line(
                                p.message(),
                                () -> answers.stream()
                                        .filter(a -> a.field().equals(p.field()))
                                        .findFirst()
                                        .ifPresent(Answer::focusAnswer)))
                        .toList(),
                where);
    }

    /// Shows lines that lead anywhere: to another part of a record.
    public void show(List<Line> problems, String where) {
        String title = Texts.of("ui.error-title", problems.size());
        lines.getChildren().setAll(Boxes.section(title));
        int number = 0;
        for (Line problem : problems) {
            var link = new Hyperlink(problem.message());
            link.setId(getId() + "-" + number++);
            link.setWrapText(true);
            link.setMinHeight(USE_PREF_SIZE);
            link.setOnAction(e -> problem.follow().run());
            lines.getChildren().add(link);
        }
        if (!where.isEmpty()) {
            lines.getChildren().add(Boxes.text(where, "text-quiet"));
        }
        setAccessibleText(
                title + ". " + problems.stream().map(Line::message).collect(Collectors.joining(". ")) + ". " + where);
        Boxes.show(this, !problems.isEmpty());
        if (!problems.isEmpty()) {
            requestFocus();
        }
    }

    /// Nothing is wrong any more.
    public void clear() {
        lines.getChildren().clear();
        Boxes.show(this, false);
    }
}
