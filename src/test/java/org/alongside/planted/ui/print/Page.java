package org.alongside.planted.ui.print;

import java.awt.image.BufferedImage;

/// Innocent: AWT for paper.
public class Page {
    public BufferedImage image;
}
