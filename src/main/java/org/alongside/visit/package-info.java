@NullMarked
package org.alongside.visit;

import org.jspecify.annotations.NullMarked;
