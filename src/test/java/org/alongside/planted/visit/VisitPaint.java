package org.alongside.planted.visit;

import javafx.scene.paint.Color;

/// Offends 1: JavaFX in a capability's root.
public class VisitPaint {
    public Color colour;
}
