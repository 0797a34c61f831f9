package org.alongside.ui;

import java.util.List;
import javafx.scene.Node;

/// One page on show. Made when the user goes there and thrown away when they leave: what must last is
/// in drafts and view models.
public interface Page {
    /// What is drawn. Its first focusable node is the page's title.
    Node node();

    /// It is on show now: begin to listen and to load.
    default void attached() {}

    /// It is no longer on show: stop listening; keep what was typed.
    default void detached() {}

    /// Where the focus goes when it comes on show: the title.
    default Node first() {
        return node();
    }

    /// Whether something on it would be lost if it were made anew now: a question that waits, an Undo.
    default boolean holds() {
        return false;
    }

    /// Whether it stands in the window alone, without places, search and status: a page that a child reads
    /// too. It brings its own way back.
    default boolean alone() {
        return false;
    }

    /// Its commands, among them the main action under Ctrl+Enter. Asked once, after [#attached].
    default List<Command> commands() {
        return List.of();
    }

    /// The keys worth telling on this page, for the end of the status line.
    default String hint() {
        return "";
    }

    /// Esc: deals with it inside the page (closes an open line) and answers true, or lets the router go
    /// back. Never discards anything.
    default boolean back() {
        return false;
    }
}
