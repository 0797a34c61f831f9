package org.alongside.rules.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alongside.rules.CodeSets;
import org.alongside.rules.Condition;
import org.alongside.rules.Type;
import org.jspecify.annotations.Nullable;

/// A fact that timescale rules are worked out from, declared once (timescales.md 5a, "Facts").
///
/// @param codeSet of a code, the set it is from
/// @param source where the record holds it; null for one worked out from others only
/// @param derivation how it follows from other facts where it is not given itself
public record Fact(
        String name,
        Kind kind,
        List<String> values,
        @Nullable String codeSet,
        String meaning,
        @Nullable Source source,
        @Nullable Derivation derivation) {

    /// The types of facts.
    public enum Kind {
        DATE,
        DATETIME,
        INT,
        BOOL,
        ENUM,
        CODE
    }

    /// @param of the fields that may hold it
    /// @param when which of the records count
    /// @param how in words, where the program works it out
    /// @param months only records of so many months up to the trigger; null for all
    /// @param fromAge only from this birthday on, in years; null for all
    public record Source(
            List<Field> of,
            Pick pick,
            @Nullable Condition when,
            @Nullable String how,
            @Nullable Integer months,
            @Nullable Integer fromAge) {
        public record Field(String record, String field) {}
    }

    /// Which record a fact is read from.
    public enum Pick {
        TRIGGER,
        MET_BY,
        MET_BY_COUNT,
        WHILE_ENDED,
        IN_FORCE,
        LATEST,
        LATEST_BEFORE_TRIGGER,
        FIRST_SINCE_TRIGGER,
        NEXT,
        TOTAL_DAYS,
        LONGEST_DAYS,
        ANY_BUT_NONE,
        EXISTS,
        OPEN,
        RULE,
        WORKED_OUT
    }

    /// @param of the facts it follows from
    /// @param to the end of a period: `base`, `day_before_base` or a fact
    public record Derivation(
            Op op,
            List<String> of,
            @Nullable String to,
            @Nullable Integer value,
            @Nullable Unit unit) {}

    /// How one fact follows from others.
    public enum Op {
        IS_SET,
        WHOLE_YEARS,
        WHOLE_MONTHS,
        WHOLE_WEEKS,
        ADD,
        LATER_OF
    }

    /// The type under which conditions may name it; days and moments they may not.
    public Optional<Type> named() {
        return switch (kind) {
            case INT -> Optional.of(new Type.Count());
            case BOOL -> Optional.of(new Type.Flag());
            case ENUM -> Optional.of(new Type.Word(Set.copyOf(values)));
            case CODE ->
                Optional.of(new Type.Word(
                        codeSet == null
                                ? Set.of()
                                : CodeSets.shipped().labels(codeSet).keySet()));
            case DATE, DATETIME -> Optional.empty();
        };
    }
}
