package org.alongside.visit.view;

import java.util.ArrayList;
import java.util.List;
import org.alongside.kernel.Clocks;
import org.alongside.kernel.Problem;
import org.alongside.ui.control.DateBounds;
import org.alongside.ui.control.DateReading;
import org.alongside.ui.control.DateTyped;
import tools.jackson.databind.JsonNode;

/// What was typed into the fields of a date and is no date yet, as problems in the words that stand at
/// the field.
final class HalfTyped {
    private HalfTyped() {}

    static List<Problem> problems(RecordVisit visit) {
        var problems = new ArrayList<Problem>();
        for (String name : visit.writing().halfTyped()) {
            JsonNode keys = visit.writing().typed(name);
            if (!keys.isObject()) {
                continue;
            }
            var typed = new DateTyped(
                    keys.path("day").stringValue(""),
                    keys.path("month").stringValue(""),
                    keys.path("year").stringValue(""));
            if (DateReading.of(typed, bounds(visit, name)) instanceof DateReading.Wrong(var ignored, String message)) {
                problems.add(Problem.at(name, "date-not-read", message));
            }
        }
        return problems;
    }

    /// A visit was; the next visit and what was promised come after it.
    static DateBounds bounds(RecordVisit visit, String path) {
        return path.startsWith("visit.")
                ? DateBounds.until(Clocks.today(visit.desk().clock()))
                : DateBounds.from(visit.day());
    }
}
