package org.alongside.visit.view;

import javafx.scene.layout.VBox;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.KnowBox;
import org.alongside.visit.Words;

/// What I think, for each child in turn under the child's name: nothing is copied from one to another.
final class ThinkPart extends Asking {
    ThinkPart(RecordVisit visit) {
        super(visit);
        visit.scene().children().forEach(this::child);
    }

    private void child(VisitChild child) {
        KnowBox think = know(
                child.path("analysis"),
                KnowBox.Kind.THINK,
                Words.question("analysis", child.shortName()),
                text("think-hint"));
        think.text().lines(3);
        var match = radio(child.path("match"), Words.question("match", child.shortName()), rowChoices("match"));
        ties().when(match, () -> {
            String seen = writing().text(child.path("seen"));
            return !seen.isEmpty() && !seen.equals("not_seen");
        });
        VBox box = Boxes.column(3, Boxes.section(child.name() + ", " + child.age()), think, match);
        add(box);
    }
}
