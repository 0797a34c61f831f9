/// The program: one jar with three faces.
@NullMarked
package org.alongside;

import org.jspecify.annotations.NullMarked;
