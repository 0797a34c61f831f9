/// Work off the JavaFX thread, and the only way back onto it.
@NullMarked
package org.alongside.ui.task;

import org.jspecify.annotations.NullMarked;
