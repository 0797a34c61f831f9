package org.alongside.caseload.view;

import java.util.function.Consumer;
import org.alongside.caseload.Search;
import org.alongside.ui.task.Background;

/// What the page of search results is given.
///
/// @param asked what was typed where the page was opened from
/// @param open opens a result at its place
public record SearchDesk(Search search, Background background, Asked asked, Consumer<Search.Found> open) {

    /// What was last asked; kept for the session only, and never part of an address.
    public static final class Asked {
        private String words = "";

        public String words() {
            return words;
        }

        public void ask(String typed) {
            words = typed;
        }
    }
}
