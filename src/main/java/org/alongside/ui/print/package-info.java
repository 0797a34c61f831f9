/// Paper on the screen: its pages before they are printed, the printers, and a file outside the store.
@NullMarked
package org.alongside.ui.print;

import org.jspecify.annotations.NullMarked;
