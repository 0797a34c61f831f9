@NullMarked
package org.alongside.child.store;

import org.jspecify.annotations.NullMarked;
