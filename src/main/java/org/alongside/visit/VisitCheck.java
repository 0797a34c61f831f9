package org.alongside.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alongside.kernel.Problem;
import org.alongside.rules.Inputs;
import tools.jackson.databind.node.ObjectNode;

/// What the rules say of a visit as it stands.
///
/// @param wrong what can never be stored: unknown fields, values, people, dates; a command refuses
///     the file, a window keeps the draft and shows it
/// @param unfinished what stands between a draft and finishing
/// @param trip what conditions of the trip's fields see, the answers included
/// @param rows one for each child's row, in the order of the visit
/// @param parts the task list
/// @param completed the visit as it is stored when it is finished: children by the product's ids,
///     texts mended, `alone` filled in where the question is not put
public record VisitCheck(
        List<Problem> wrong,
        List<Problem> unfinished,
        Inputs trip,
        List<Row> rows,
        List<Part> parts,
        ObjectNode completed) {
    public VisitCheck {
        wrong = List.copyOf(wrong);
        unfinished = List.copyOf(unfinished);
        rows = List.copyOf(rows);
        parts = List.copyOf(parts);
    }

    /// Whether it may be finished.
    public boolean isFinished() {
        return wrong.isEmpty() && unfinished.isEmpty();
    }

    /// Everything to put right, what can never be stored first.
    public List<Problem> problems() {
        var all = new ArrayList<>(wrong);
        all.addAll(unfinished);
        return List.copyOf(all);
    }

    /// A child's row with what is worked out from it.
    ///
    /// @param child empty when the row names no child that is known
    /// @param inputs what conditions see, the answers included
    /// @param countsAsVisit qualifying kind, in person, admitted, and the child seen (practice 1.3)
    /// @param aloneCounted counts, awake, and alone in private or with independent support
    public record Row(
            int index, Optional<ChildFacts> child, Inputs inputs, boolean countsAsVisit, boolean aloneCounted) {
        /// Whether the child is old enough to be seen alone.
        public boolean inScope() {
            return inputs.flag("in_scope");
        }
    }
}
