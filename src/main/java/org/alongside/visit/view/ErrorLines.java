package org.alongside.visit.view;

import java.util.List;
import java.util.function.Consumer;
import org.alongside.kernel.Problem;
import org.alongside.ui.control.ErrorSummary;
import org.alongside.visit.Summaries;

/// The lines of the error summary: whose answer it is, what to do, and the way to it.
final class ErrorLines {
    private ErrorLines() {}

    static List<ErrorSummary.Line> of(RecordVisit visit, Consumer<Problem> follow) {
        return visit.problems().stream()
                .map(problem -> new ErrorSummary.Line(words(visit, problem), () -> follow.accept(problem)))
                .toList();
    }

    /// "Romy: choose why you were not alone together".
    static String words(RecordVisit visit, Problem problem) {
        String path = problem.field();
        if (path != null && path.startsWith("children[")) {
            int child = Integer.parseInt(path.substring("children[".length(), path.indexOf(']')));
            if (child < visit.scene().children().size()) {
                return visit.scene().children().get(child).shortName() + ": " + Summaries.lower(problem.message());
            }
        }
        return problem.message();
    }
}
