/// The council's service: what starts it, and what an administrator can do.
@NullMarked
package org.alongside.central;

import org.jspecify.annotations.NullMarked;
