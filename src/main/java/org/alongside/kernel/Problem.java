package org.alongside.kernel;

import org.jspecify.annotations.Nullable;

/// Something a person can put right. The one shape used by windows, commands, imports and the
/// service (`command-line.md`, "Problems").
///
/// @param code stable word for programs, such as `date-not-real`
/// @param field path of what is wrong, such as `children[1].next_visit.date`; null when it is the whole
/// @param message a sentence that says what is wrong and what to do
/// @param line line of the file, from 1; null when it came from no file
public record Problem(
        String code,
        @Nullable String field,
        String message,
        @Nullable Integer line) {

    public static Problem of(String code, String message) {
        return new Problem(code, null, message, null);
    }

    public static Problem at(String field, String code, String message) {
        return new Problem(code, field, message, null);
    }

    public Problem inLine(int number) {
        return new Problem(code, field, message, number);
    }

    /// The same problem, with its path below another: `next_visit.date` under `children[1]`.
    public Problem under(String parent) {
        String path = field == null ? parent : field.startsWith("[") ? parent + field : parent + "." + field;
        return new Problem(code, path, message, line);
    }
}
