package org.alongside.planted.tool;

import org.alongside.planted.visit.view.VisitView;

/// Offends 6: a headless command sees a view.
public class ToolOfWindow {
    public VisitView view;
}
