@NullMarked
package org.alongside.child;

import org.jspecify.annotations.NullMarked;
