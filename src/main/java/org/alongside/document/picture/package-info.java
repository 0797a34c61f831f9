/// Photographs: told from what is none by their first bytes, turned upright, made small, rid of everything
/// that is not the picture. AWT and ImageIO live here and nowhere else but in print.
@NullMarked
package org.alongside.document.picture;

import org.jspecify.annotations.NullMarked;
