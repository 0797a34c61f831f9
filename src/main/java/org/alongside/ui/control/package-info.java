/// The controls pages are made of: plain JavaFX, readable by a screen reader, with stable ids.
@NullMarked
package org.alongside.ui.control;

import org.jspecify.annotations.NullMarked;
