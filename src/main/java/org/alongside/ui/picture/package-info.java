/// Pictures of windows, with their open pop-ups, as PNG.
@NullMarked
package org.alongside.ui.picture;

import org.jspecify.annotations.NullMarked;
