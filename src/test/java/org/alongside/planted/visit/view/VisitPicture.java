package org.alongside.planted.visit.view;

import java.awt.image.BufferedImage;

/// Offends 3: AWT in a view.
public class VisitPicture {
    public BufferedImage image;
}
