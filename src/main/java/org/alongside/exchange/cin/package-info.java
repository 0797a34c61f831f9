@NullMarked
package org.alongside.exchange.cin;

import org.jspecify.annotations.NullMarked;
