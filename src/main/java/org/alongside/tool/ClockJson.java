package org.alongside.tool;

import java.time.LocalDate;
import org.alongside.rules.clock.Due;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A worked-out date as the commands write it.
final class ClockJson {
    private ClockJson() {}

    /// Puts `due` (a day, or a moment for rules in hours), `plan_by`, `skipped`, `explanation` and
    /// `stricter_reading`.
    static void put(ObjectNode json, Due due) {
        json.put("due", due.moment() == null ? text(due.day()) : due.moment().toString());
        json.put("plan_by", text(due.planBy()));
        ArrayNode skipped = json.putArray("skipped");
        due.skipped().forEach(day -> skipped.add(day.toString()));
        json.put("explanation", due.explanation());
        Due.Stricter stricter = due.stricter();
        if (stricter == null) {
            json.putNull("stricter_reading");
        } else {
            json.putObject("stricter_reading")
                    .put("due", stricter.due().toString())
                    .put("why", stricter.why());
        }
    }

    static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
