@NullMarked
package org.alongside.exchange;

import org.jspecify.annotations.NullMarked;
