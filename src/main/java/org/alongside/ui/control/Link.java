package org.alongside.ui.control;

import javafx.scene.control.Hyperlink;

/// A link in words. Where several links of a page read alike ("Change"), `what` tells them apart for
/// who hears them.
public final class Link extends Hyperlink {
    public Link(String id, String words, Runnable follow) {
        super(words);
        setId(id);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(e -> follow.run());
    }

    /// The whole name: "Change What Ellis said".
    public Link called(String name) {
        setAccessibleText(name);
        return this;
    }
}
