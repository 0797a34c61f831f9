package org.alongside.plan;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing that somebody does, as it is written in a plan. A text that is not given is empty.
///
/// @param id of its record, or as a file calls it
/// @param by when, as written
/// @param provider the service that does it, by its name
/// @param outcome what will be different for the child: what we will see
/// @param ifNot what happens if it is not done
/// @param worry the worry of the plan that it answers, word for word
/// @param carriedForward how often it was carried over unchanged
/// @param agreedOn null while it is not agreed, and where only the plan's day is known
/// @param children ids of the children it is for; empty: all of the plan
/// @param answered questions of the linter that stand and were explained
/// @param explained the reason they stand
public record Action(
        String id,
        String text,
        String who,
        String by,
        String provider,
        String frequency,
        String outcome,
        String ifNot,
        String worry,
        int carriedForward,
        @Nullable LocalDate agreedOn,
        Set<String> children,
        Set<String> answered,
        String explained) {
    public Action {
        children = Set.copyOf(children);
        answered = Set.copyOf(answered);
    }

    /// An action nobody has written yet.
    public static Action empty(String id, Set<String> children) {
        return new Action(id, "", "", "", "", "", "", "", "", 0, null, children, Set.of(), "");
    }

    /// What can be written in an action, as its record type calls it.
    public enum Part {
        TEXT,
        WHO,
        BY,
        PROVIDER,
        FREQUENCY,
        OUTCOME,
        IF_NOT,
        CARRIED_FORWARD;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public String part(Part part) {
        return switch (part) {
            case TEXT -> text;
            case WHO -> who;
            case BY -> by;
            case PROVIDER -> provider;
            case FREQUENCY -> frequency;
            case OUTCOME -> outcome;
            case IF_NOT -> ifNot;
            case CARRIED_FORWARD -> String.valueOf(carriedForward);
        };
    }

    /// Whether nothing has been written in it.
    public boolean isBlank() {
        return (text + who + by + provider + frequency + outcome + ifNot).isBlank();
    }

    /// Whether a question that stands was explained.
    public boolean explains(String code) {
        return !explained.isBlank() && answered.contains(code);
    }
}
