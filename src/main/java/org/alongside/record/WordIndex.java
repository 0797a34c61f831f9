package org.alongside.record;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the records on this laptop that hold some words. Implemented by the store.
public interface WordIndex {

    /// Records that hold a word beginning with each of these; the latest first.
    ///
    /// @param words folded, as [org.alongside.kernel.SearchWords] gives them; none finds nothing
    List<Hit> find(List<String> words, int most);

    /// @param part the field group of a summary; empty for a whole record
    /// @param happenedAt the day or moment, as written, or null
    record Hit(
            StreamId stream,
            UUID record,
            String part,
            String type,
            @Nullable String happenedAt) {}
}
