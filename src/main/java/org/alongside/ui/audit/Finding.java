package org.alongside.ui.audit;

/// Something in a window that a keyboard or a screen reader would stumble over.
///
/// @param rule which rule it breaks
/// @param node id of the node, or its class when it has none
/// @param words what is wrong
public record Finding(Rule rule, String node, String words) {
    /// What is checked (desktop.md, B5).
    public enum Rule {
        /// Every node that can have the focus has a role of its own.
        ROLE,
        /// … and a name.
        NAME,
        /// No two controls of a window have the same role and name.
        UNIQUE,
        /// Tab comes to every one, from top to bottom, and round again.
        TAB_ORDER,
        /// Words against what is behind them: 4.5, large ones 3.
        CONTRAST,
        /// What is pressed is at least 24 by 24 at 100 %.
        TARGET,
        /// No words are cut off.
        CLIPPED,
        /// A table answers for each of its cells in words.
        TABLE,
        /// A mnemonic belongs to one control.
        MNEMONIC
    }

    @Override
    public String toString() {
        return rule + " " + node + ": " + words;
    }
}
