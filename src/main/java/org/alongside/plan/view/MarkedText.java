package org.alongside.plan.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.alongside.plan.Action;
import org.alongside.plan.Finding;
import org.alongside.ui.control.Boxes;

/// Words with the linter's marks: a tint and a line under what a question is about. A reader of the
/// screen hears the words as one sentence, and the questions beneath.
final class MarkedText extends TextFlow {
    MarkedText(String styleClass) {
        getStyleClass().addAll("marked-text", styleClass);
        setAccessibleRole(AccessibleRole.TEXT);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    MarkedText say(String words) {
        if (!words.isEmpty()) {
            getChildren().add(new Text(words));
            heard(words);
        }
        return this;
    }

    /// A part of an action, marked by the questions about it.
    MarkedText say(Action action, Action.Part part, List<Finding> findings) {
        String text = action.part(part).strip();
        int cut = action.part(part).length() - action.part(part).stripLeading().length();
        int at = 0;
        for (Finding.Mark mark : marks(part, findings)) {
            int start = Math.max(at, mark.start() - cut);
            int end = Math.min(text.length(), mark.end() - cut);
            if (start >= end) {
                continue;
            }
            if (start > at) {
                getChildren().add(new Text(text.substring(at, start)));
            }
            marked(text.substring(start, end));
            at = end;
        }
        if (at < text.length()) {
            getChildren().add(new Text(text.substring(at)));
        }
        heard(text);
        return this;
    }

    /// Word by word, so that a long mark goes over to the next line as its words do.
    private void marked(String words) {
        String[] pieces = words.split("(?<=\\s)");
        for (String piece : pieces) {
            Label label = Boxes.styled(new Label(piece), "lint-mark");
            label.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(label);
        }
    }

    /// Those about single words; what is about a whole sentence or the whole part is said beneath.
    private static List<Finding.Mark> marks(Action.Part part, List<Finding> findings) {
        var marks = new ArrayList<Finding.Mark>();
        for (Finding finding : findings) {
            if (finding.part() == part
                    && !finding.code().equals("PL12")
                    && !finding.code().equals("PL13")) {
                marks.addAll(finding.marks());
            }
        }
        marks.sort(Comparator.comparingInt(Finding.Mark::start));
        return marks;
    }

    private void heard(String words) {
        setAccessibleText((getAccessibleText() == null ? "" : getAccessibleText()) + words);
    }
}
