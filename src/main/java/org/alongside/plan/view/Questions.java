package org.alongside.plan.view;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.alongside.kernel.Texts;
import org.alongside.plan.Finding;
import org.alongside.rules.content.ContentFile.LinterRule.Level;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Tag;
import org.alongside.ui.theme.Icons;

/// The linter's questions in lines: the question, one line of why, and a word on each that has to be
/// settled before the plan is agreed, so that hard and soft differ in more than their icon.
final class Questions extends VBox {
    private List<Finding> shown = List.of();

    Questions(String id) {
        setId(id);
        getStyleClass().add("gap-1");
        Boxes.show(this, false);
    }

    void show(List<Finding> findings) {
        if (findings.equals(shown)) {
            return;
        }
        shown = List.copyOf(findings);
        getChildren().setAll(findings.stream().map(Questions::line).toList());
        Boxes.show(this, !findings.isEmpty());
    }

    private static Node line(Finding finding) {
        boolean hard = finding.level() == Level.HARD;
        var bold = Boxes.styled(new Text(finding.question()), "strong-text");
        var words = Boxes.growing(Boxes.styled(new TextFlow(bold, new Text(" " + finding.why())), "lint-words"));
        HBox line = Boxes.row(2, Icons.small(hard ? "mdoal-error_outline" : "mdoal-edit"), words);
        line.getStyleClass().add("lint-line");
        line.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        String state = finding.settled() ? "plan.question.explained" : hard ? "plan.question.needed" : "";
        if (!state.isEmpty()) {
            line.getChildren().add(new Tag(Texts.of(state), finding.settled() ? Tag.Kind.PLAIN : Tag.Kind.WARNING));
        }
        words.setAccessibleText(finding.question() + " " + finding.why()
                + (state.isEmpty() ? "" : " " + Objects.requireNonNull(Texts.of(state))));
        return line;
    }
}
