package org.alongside.ui.theme;

/// The colours asked for. [#SYSTEM] follows the machine's setting, high contrast included.
public enum Theme {
    LIGHT,
    DARK,
    CONTRAST,
    SYSTEM
}
