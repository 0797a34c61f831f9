package org.alongside.ui;

import java.util.function.Function;

/// A kind of page in the router's register. Each one is audited by a test.
///
/// @param id stable: `caseload`, `child`, `visit`
/// @param title what the palette calls it
/// @param rail id of the place that is marked in the rail while it is on show
/// @param open makes a page for a target; called on the JavaFX thread, must not read the store itself
public record Screen(String id, String title, String rail, Function<Target, Page> open) {
    /// A screen that is a place of its own.
    public static Screen of(String id, String title, Function<Target, Page> open) {
        return new Screen(id, title, id, open);
    }
}
