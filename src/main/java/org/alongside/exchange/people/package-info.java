@NullMarked
package org.alongside.exchange.people;

import org.jspecify.annotations.NullMarked;
