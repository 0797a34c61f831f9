@NullMarked
package org.alongside.store;

import org.jspecify.annotations.NullMarked;
