package org.alongside.visit.view;

import java.util.List;
import java.util.Optional;
import org.alongside.kernel.Problem;
import org.alongside.rules.Definition;
import org.alongside.rules.Inputs;
import org.alongside.visit.VisitCheck;
import org.alongside.visit.VisitFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How a visit stands against the rules, as the pages ask it.
///
/// @param check of the answers as they are; null before the rules were first asked
/// @param asking the same with a day put in where none is given yet, so that the questions of a
///     child's age are put before the date is
public record Standing(@Nullable VisitCheck check, @Nullable VisitCheck asking) {
    static final Standing UNKNOWN = new Standing(null, null);

    public boolean isKnown() {
        return check != null;
    }

    public List<Problem> problems() {
        return check == null ? List.of() : check.problems();
    }

    /// Whether an answer of a child's row is required now, given or not.
    public boolean needs(int child, String field) {
        return row(child)
                .map(row -> VisitFields.shipped()
                        .row()
                        .field(field)
                        .filter(asked -> VisitFields.shipped().row().needs(asked, row.inputs()))
                        .isPresent())
                .orElse(false);
    }

    /// Whether an answer of the trip is required now.
    static boolean tripNeeds(JsonNode trip, String field) {
        Definition fields = VisitFields.shipped().trip();
        return fields.field(field)
                .filter(asked -> fields.needs(asked, fields.inputs(Inputs.none(fields.vocabulary()), trip)))
                .isPresent();
    }

    /// Whether the question "alone" is not put, because the child is too young to be in scope for it.
    public boolean isBelowScope(int child) {
        return row(child)
                .map(row -> !row.inputs().word("band").isEmpty() && !row.inScope())
                .orElse(false);
    }

    public boolean isAloneCounted(int child) {
        return row(child).map(VisitCheck.Row::aloneCounted).orElse(false);
    }

    public boolean countsAsVisit(int child) {
        return row(child).map(VisitCheck.Row::countsAsVisit).orElse(false);
    }

    private Optional<VisitCheck.Row> row(int child) {
        return asking == null
                ? Optional.empty()
                : asking.rows().stream().filter(row -> row.index() == child).findFirst();
    }
}
