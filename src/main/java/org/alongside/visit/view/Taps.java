package org.alongside.visit.view;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.PromptCard;
import org.alongside.visit.PromptAnswers;

/// What a worker says with one tap before leaving: something was told, an injury was seen, somebody is
/// in danger now. Under a neutral word, closed, until it is asked for.
final class Taps {
    static final List<String> ALL = List.of("disclosure", "injury_seen", "immediate_danger");

    private final PromptCard card = new PromptCard("leave-call", Asking.text("label.call"), "", true);

    /// @param changed chooses the prompts anew
    Taps(RecordVisit visit, Runnable changed) {
        boolean any = false;
        for (VisitChild child : visit.scene().children()) {
            var row = Boxes.column(1, Boxes.heading(child.shortName()));
            for (String tap : ALL) {
                String path = PromptAnswers.MEMBER + ".taps[" + child.place() + "]." + tap;
                var box = new CheckBox(Asking.text("tap." + tap));
                box.setId("leave-tap-" + child.place() + "-" + tap);
                box.setWrapText(true);
                box.setAccessibleText(child.shortName() + ": " + box.getText());
                box.setSelected(visit.writing().get(path).booleanValue(false));
                any |= box.isSelected();
                box.selectedProperty().subscribe((was, is) -> {
                    visit.writing().put(path, is);
                    visit.left();
                    changed.run();
                });
                row.getChildren().add(box);
            }
            card.body().getChildren().add(row);
        }
        card.openProperty().set(any);
    }

    Node node() {
        return card;
    }
}
