package org.alongside.visit.view;

import java.util.List;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.alongside.kernel.BadInput;
import org.alongside.kernel.Json;
import org.alongside.kernel.Problem;
import org.alongside.record.CaseLog;
import org.alongside.ui.control.Answer;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.Buttons;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.ui.control.LineQuestion;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.task.Lane;

/// Adds words to a finished visit, or says that it was entered in error; either needs a reason. What
/// was written stays as it was.
final class AddingToVisit {
    private final VisitDesk desk;
    private final UUID visit;
    private final Runnable done;
    private final VBox box = Boxes.column(4);

    AddingToVisit(VisitDesk desk, UUID visit, Runnable done) {
        this.desk = desk;
        this.visit = visit;
        this.done = done;
        closed();
    }

    Node node() {
        return box;
    }

    private void closed() {
        box.getChildren()
                .setAll(Boxes.row(
                        3,
                        Buttons.of("visit-add", Asking.text("add"), "mdoal-edit", this::adding),
                        Buttons.quiet("visit-in-error", Asking.text("in-error"), this::inError)));
    }

    private void adding() {
        var words = new LongQuestion("visit-added", Asking.text("add-words"), desk.clock());
        words.named("text");
        LineQuestion why = why();
        open(Asking.text("add-title"), Asking.text("add-save"), List.of(words, why), errors -> {
            if (words.text().typed().isBlank()) {
                errors.show(
                        List.of(Problem.at("text", "text-missing", Asking.text("add-missing"))),
                        List.of(words, why),
                        "");
                return;
            }
            var change = Json.object().put("text", words.text().typed());
            String reason = why.typed();
            save(errors, List.of(words, why), () -> desk.recording().amend(visit, change, reason));
        });
        words.focusAnswer();
    }

    private void inError() {
        LineQuestion why = why();
        open(Asking.text("in-error-title"), Asking.text("in-error-save"), List.of(why), errors -> {
            String reason = why.typed();
            save(errors, List.of(why), () -> desk.amending().withdraw(visit, reason, null));
        });
        why.focusAnswer();
    }

    private static LineQuestion why() {
        var why = new LineQuestion("visit-why", Asking.text("why"));
        why.named("why");
        why.hint(Asking.text("why-hint"));
        return why;
    }

    private interface Saving {
        void save(ErrorSummary errors);
    }

    private void open(String title, String save, List<? extends Answer> answers, Saving saving) {
        var errors = new ErrorSummary("visit-add-errors");
        var main = Buttons.of("visit-add-save", save, () -> saving.save(errors));
        main.getStyleClass().add("accent");
        box.getChildren().setAll(errors, Boxes.section(title));
        answers.forEach(answer -> box.getChildren().add((Node) answer));
        box.getChildren().add(Boxes.row(3, main, Buttons.quiet("visit-add-close", Asking.text("close"), this::closed)));
    }

    private void save(
            ErrorSummary errors, List<? extends Answer> answers, java.util.concurrent.Callable<CaseLog.Saved> work) {
        desk.background().ask(Lane.STORE, work, saved -> done.run(), why -> {
            if (why instanceof BadInput bad) {
                errors.show(bad.problems(), answers, Asking.text("add-stays"));
            } else {
                desk.background().fault(why);
            }
        });
    }
}
