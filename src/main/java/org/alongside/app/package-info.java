/// The client: its composition root, signing in, locking, help, settings of the window, and the tour.
@NullMarked
package org.alongside.app;

import org.jspecify.annotations.NullMarked;
