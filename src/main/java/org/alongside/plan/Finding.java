package org.alongside.plan;

import java.util.List;
import org.alongside.rules.content.ContentFile.LinterRule.Level;
import org.jspecify.annotations.Nullable;

/// A question that the linter asks.
///
/// @param code `PL04`
/// @param action place of the action, from 0; -1 for the whole plan
/// @param part what of the action; null for the whole plan
/// @param where as a file's path: `actions[0].by`, `children[1]`, `plan`
/// @param marks the words to mark in that part; empty where the part is blank or whole
/// @param text what was found, as written; empty where something is missing
/// @param question "Who, by name?"
/// @param why in one line
/// @param settled whether somebody explained why it stands
public record Finding(
        String code,
        Level level,
        int action,
        Action.@Nullable Part part,
        String where,
        List<Mark> marks,
        String text,
        String question,
        String why,
        boolean settled) {
    public Finding {
        marks = List.copyOf(marks);
    }

    /// A stretch of the part's text.
    ///
    /// @param end the first place after it
    public record Mark(int start, int end) {}

    /// Whether it keeps the plan from being agreed.
    public boolean stops() {
        return level == Level.HARD && !settled;
    }
}
