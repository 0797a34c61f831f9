package org.alongside.chronology.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.access.Staff;
import org.alongside.child.Children;
import org.alongside.child.view.RecordWords;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Texts;
import org.alongside.record.Change;
import org.alongside.record.Operation;
import org.alongside.record.RecordState;
import org.alongside.ui.Words;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.NoticeBar;

/// What stands under a finished record, the same for notes and events: who wrote it and when and
/// where it is, what was added since, and that it was entered in error.
public final class FinishedRecord {
    private final Staff staff;
    private final Children children;
    private final LocalDate today;

    public FinishedRecord(Staff staff, Children children, LocalDate today) {
        this.staff = staff;
        this.children = children;
        this.today = today;
    }

    /// "Written 12 Aug 2026 by Joanna Pritchard · With the council".
    String by(RecordState state) {
        Change first = state.first();
        return Texts.of(
                "chronology.written-by",
                Words.moment(first.at(), today),
                RecordWords.author(staff, first.author()),
                RecordWords.where(first));
    }

    /// The additions, oldest first; a withdrawal as a notice.
    public List<Node> additions(RecordState state) {
        var nodes = new ArrayList<Node>();
        for (Change addition : state.additions()) {
            String who = RecordWords.author(staff, addition.author());
            String when = Words.moment(addition.at(), today);
            if (addition.operation().type().equals(Operation.WITHDRAWAL)) {
                nodes.add(new NoticeBar(
                        "withdrawn-" + state.record(), NoticeBar.Kind.WARNING, withdrawn(addition, who, when)));
            } else {
                nodes.add(added(state, addition, who, when));
            }
        }
        return nodes;
    }

    private String withdrawn(Change addition, String who, String when) {
        String why = addition.why() == null ? "" : addition.why();
        String right = addition.value().path("right_child").asString("");
        String moved = right.isEmpty()
                ? ""
                : children.findByAnyId(right)
                        .map(child -> " " + Texts.of("chronology.moved-to", child.name()))
                        .orElse(" " + Texts.of("chronology.moved"));
        return Texts.of("chronology.withdrawn", who, when, why) + moved;
    }

    private VBox added(RecordState state, Change addition, String who, String when) {
        var box = Boxes.column(0, Boxes.text(Texts.of("chronology.added-by", when, who), "text-by"));
        addition.value().properties().forEach(entry -> {
            String words = entry.getValue().asString("");
            if (!words.isEmpty()) {
                boolean plain =
                        entry.getKey().equals("text") && addition.value().size() == 1;
                box.getChildren()
                        .add(Boxes.text(
                                plain
                                        ? words
                                        : Texts.of(
                                                "chronology.now-says",
                                                EventWords.label(state.type(), entry.getKey()),
                                                EventWords.value(state.type(), entry.getKey(), words)),
                                "reading"));
            }
        });
        if (addition.why() != null) {
            box.getChildren().add(Boxes.text(Texts.of("chronology.why", addition.why()), "text-hint"));
        }
        box.getStyleClass().add("fact-version");
        return box;
    }

    static LocalDate day(RecordState state) {
        return Clocks.day(state.first().at());
    }
}
