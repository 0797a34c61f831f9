package org.alongside.child.view;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import org.alongside.child.ChildSummary;

/// What stands under a tab of a child's record. Rooms that know more than the child bring their own.
public interface ChildTab {
    Node node();

    /// It is on show now, or again: load.
    void attached();

    /// It is no longer on show: stop listening; keep what was typed.
    default void detached() {}

    /// Whether it needs the whole width: what stands now and who matters then go out of the way.
    default boolean isWide() {
        return false;
    }

    /// Ctrl+Enter: does the tab's main action and says whether there was one.
    default boolean main() {
        return false;
    }

    /// Ctrl+P: prints what the tab shows and says whether it is a paper.
    default boolean print() {
        return false;
    }

    /// Esc: closes an open line and answers true, or lets the page go back.
    default boolean back() {
        return false;
    }

    /// A tab that can be opened for any child.
    ///
    /// @param id stable: `chronology`
    /// @param open called once a page, on the JavaFX thread; must not read the store itself
    /// @param doings what can be done for the child from any tab
    record Offer(String id, String words, Function<ChildSummary, ChildTab> open, List<Doing> doings) {
        public Offer {
            doings = List.copyOf(doings);
        }

        public Offer(String id, String words, Function<ChildSummary, ChildTab> open) {
            this(id, words, open, List.of());
        }
    }

    /// A command of the child's page that another room brings.
    ///
    /// @param key in JavaFX's words: `Ctrl+M`
    record Doing(String id, String words, String key, Consumer<UUID> run) {}
}
