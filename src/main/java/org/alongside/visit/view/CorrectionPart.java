package org.alongside.visit.view;

import java.util.List;
import javafx.scene.layout.VBox;
import org.alongside.kernel.Problem;
import org.alongside.ui.control.Boxes;
import org.alongside.ui.control.LongQuestion;
import org.alongside.ui.control.Part;
import org.alongside.ui.control.SummaryList;
import org.alongside.visit.AnswerWords;
import org.alongside.visit.VisitCorrecting;
import org.alongside.visit.Words;

/// What a correction changes: each answer as it was and as it will be read, and why.
final class CorrectionPart extends Asking {
    private final VBox changes = Boxes.column(2);
    private final LongQuestion why;
    private final AnswerWords words;
    private List<VisitCorrecting.Changed> shown = List.of();

    CorrectionPart(RecordVisit visit) {
        super(visit);
        words = new AnswerWords(visit.scene()::name);
        why = lines(VisitCorrecting.WHY, text("correct-why"));
        why.hint(text("correct-why-hint"));
        add(Boxes.section(text("correct-what")), changes, why);
        draw(CorrectVisitPage.changed(visit));
    }

    void focusWhy() {
        if (!shown.isEmpty()) {
            why.focusAnswer();
        }
    }

    @Override
    void refresh() {
        super.refresh();
        List<VisitCorrecting.Changed> now = CorrectVisitPage.changed(visit());
        if (!now.equals(shown)) {
            draw(now);
        }
    }

    private void draw(List<VisitCorrecting.Changed> now) {
        shown = now;
        if (now.isEmpty()) {
            changes.getChildren().setAll(Boxes.text(text("correct-nothing"), "text-quiet"));
            return;
        }
        var list = new SummaryList("visit-correct-changes");
        for (VisitCorrecting.Changed one : now) {
            list.row(
                    label(one),
                    Boxes.column(
                            0,
                            Boxes.text(text("was", words.of(one.field(), one.was())), "text-quiet"),
                            Boxes.text(text("now", words.of(one.field(), one.now())), "strong")),
                    () -> visit().go(partOf(visit(), one)));
        }
        changes.getChildren().setAll(list);
    }

    private String label(VisitCorrecting.Changed one) {
        String field = Words.field(one.field().id());
        return one.row() < 0
                ? field
                : text("correct-of", visit().scene().children().get(one.row()).shortName(), field);
    }

    private static VisitPart partOf(RecordVisit visit, VisitCorrecting.Changed one) {
        return VisitPart.ofAnswer(one.path(), visit.scene().children().size());
    }

    /// The parts, and how many answers are put right in each.
    static List<Part> parts(RecordVisit visit, List<Problem> problems) {
        List<VisitCorrecting.Changed> changed = CorrectVisitPage.changed(visit);
        return visit.parts().stream()
                .map(part -> part(visit, part, changed, problems))
                .toList();
    }

    private static Part part(
            RecordVisit visit, VisitPart part, List<VisitCorrecting.Changed> changed, List<Problem> problems) {
        if (part.isCheck()) {
            return new Part(part.id(), text("correct-check"), Part.State.NOT_STARTED, text("correct-check-when"));
        }
        long count =
                changed.stream().filter(one -> partOf(visit, one).equals(part)).count();
        boolean wrong = problems.stream()
                .anyMatch(problem -> problem.field() != null
                        && (problem.field().startsWith("visit.")
                                || problem.field().startsWith("children["))
                        && visit.partOf(problem).equals(part));
        String state = count == 0 ? text("correct-as-it-was") : text("correct-changed", count);
        return new Part(
                part.id(),
                Pages.words(visit, part),
                wrong ? Part.State.TO_PUT_RIGHT : count == 0 ? Part.State.NOT_STARTED : Part.State.FINISHED,
                state);
    }
}
