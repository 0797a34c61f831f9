/// What becomes of what laptops send, and what they are sent: order, scope, guards, results.
@NullMarked
package org.alongside.central.admission;

import org.jspecify.annotations.NullMarked;
