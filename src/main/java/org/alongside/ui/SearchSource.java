package org.alongside.ui;

import java.util.List;

/// Something the palette searches. Called off the JavaFX thread on the store's lane, so it may read;
/// results come in the order to show and are few.
@FunctionalInterface
public interface SearchSource {
    /// @param text what was typed, stripped, not empty
    List<SearchResult> find(String text);
}
