package org.alongside.visit.view;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.alongside.ui.Breadth;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.PageFrame;
import org.alongside.ui.theme.Icons;

/// The foot of the recording: the main action, the one beside it, and whom to ring; in a narrow window
/// in fewer words.
final class RecordFoot {
    /// A name of the next part that fits on its button in a narrow window, in characters.
    private static final int NEXT_SHORT = 12;

    private final PageFrame frame;
    private final Button main;
    private final Button second;
    private final Label safety = Boxes.word("", "text-quiet");
    private final Label wide = Boxes.word(Asking.text("never-overwritten"), "text-quiet");

    RecordFoot(PageFrame frame, Runnable mainAction, Runnable secondAction) {
        this.frame = frame;
        main = Buttons.of("visit-main", "", mainAction);
        second = Buttons.of("visit-second", "", secondAction);
        main.getStyleClass().add("accent");
        main.setAccessibleHelp("Ctrl+Enter");
        safety.setGraphic(Icons.of("mdoal-local_phone"));
        safety.setId("visit-safety");
    }

    void busy(boolean busy) {
        main.setDisable(busy);
    }

    void show(RecordVisit visit) {
        boolean check = visit.partProperty().get().isCheck();
        Breadth breadth = Breadth.of(frame).getValue();
        boolean narrow = breadth == Breadth.NARROW;
        String next = Pages.next(visit);
        boolean roomForNext = !narrow || next.length() <= NEXT_SHORT;
        main.setText(
                check ? Asking.text("finish") : roomForNext ? Asking.text("next", next) : Asking.text("next-part"));
        second.setText(Asking.text(check ? "leave" : narrow ? "note-short" : "note"));
        second.setGraphic(check ? null : Icons.of("mdoal-assignment"));
        safety.setText(toRing(visit, breadth));
        Boxes.show(wide, check && !narrow);
        Boxes.show(safety, !check || narrow);
        if (check && narrow) {
            var lines = Boxes.column(2, Boxes.row(3, main, second), safety);
            frame.foot(lines);
            Boxes.styled(lines.getParent(), "two-lines");
        } else {
            frame.foot(main, second, Boxes.space(), wide, safety);
            main.getParent().getStyleClass().removeAll("two-lines");
        }
    }

    private static String toRing(RecordVisit visit, Breadth breadth) {
        var council = visit.scene().council();
        if (council.dutyPhone().isBlank()) {
            return Asking.text("danger-999");
        }
        String duty = council.dutyName().isBlank() ? Asking.text("duty") : council.dutyName();
        return breadth == Breadth.WIDE
                ? Asking.text("danger", duty, council.dutyPhone())
                : Asking.text("danger-short", council.dutyPhone());
    }
}
