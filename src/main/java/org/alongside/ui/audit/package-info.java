/// Checks a window the way a keyboard and a screen reader meet it.
@NullMarked
package org.alongside.ui.audit;

import org.jspecify.annotations.NullMarked;
