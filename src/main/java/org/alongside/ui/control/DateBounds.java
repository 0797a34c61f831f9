package org.alongside.ui.control;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Between which days an answer makes sense, both included; null is no bound.
public record DateBounds(
        @Nullable LocalDate earliest, @Nullable LocalDate latest) {
    public static final DateBounds NONE = new DateBounds(null, null);

    /// Something planned.
    public static DateBounds from(LocalDate earliest) {
        return new DateBounds(earliest, null);
    }

    /// Something that happened.
    public static DateBounds until(LocalDate latest) {
        return new DateBounds(null, latest);
    }
}
