package org.alongside.visit;

import java.util.Locale;
import java.util.Optional;
import org.alongside.kernel.Problem;
import org.alongside.kernel.Texts;

/// A visit's fields and values in plain words, from the text catalogue (`text/visit.properties`).
public final class Words {
    private Words() {}

    /// The label of a value: `reason_not_alone`, `carer_always_present` is "A parent or carer stayed".
    /// A value that the catalogue does not know is shown with spaces.
    public static String value(String field, String value) {
        return text("value." + field + "." + value).orElseGet(() -> spaced(value));
    }

    /// The short label of a field.
    public static String field(String field) {
        return text("field." + field).orElseGet(() -> spaced(field));
    }

    /// The question of a field, about a child.
    ///
    /// @param name what the child is called
    public static String question(String field, String name) {
        String key = "visit.question." + field;
        return Texts.find(key).isPresent() ? Texts.of(key, name) : field(field);
    }

    /// The title of a part that is not a child's.
    public static String part(Part.Kind kind) {
        return Texts.of("visit.part." + kind.name().toLowerCase(Locale.ROOT));
    }

    /// How far a part is, for the task list.
    ///
    /// @param checked whether finishing was tried, so that gaps are named
    public static String state(Part part, boolean checked) {
        if (part.wrong() > 0) {
            return Texts.of("visit.part.to-change", part.wrong());
        }
        if (checked && part.missing() > 0) {
            return Texts.of("visit.part.missing", part.missing());
        }
        return Texts.of("visit.part."
                + switch (part.state()) {
                    case NOT_STARTED -> "not-started";
                    case IN_PROGRESS -> "in-progress";
                    case FINISHED -> "finished";
                });
    }

    /// The problem of an answer not given, in the words of its own question.
    static Problem missing(Problem problem) {
        String path = String.valueOf(problem.field());
        String asked = path.replaceFirst("^(visit|children\\[\\d+])\\.", "").replaceAll("\\[\\d+]", "");
        return text("missing." + asked)
                .map(words -> new Problem(problem.code(), problem.field(), words, problem.line()))
                .orElse(problem);
    }

    private static Optional<String> text(String entry) {
        String key = "visit." + entry;
        return Texts.find(key).map(_ -> Texts.of(key));
    }

    private static String spaced(String word) {
        String spaced = word.replace('_', ' ');
        return spaced.isEmpty() ? spaced : spaced.substring(0, 1).toUpperCase(Locale.UK) + spaced.substring(1);
    }
}
