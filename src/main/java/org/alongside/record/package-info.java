@NullMarked
package org.alongside.record;

import org.jspecify.annotations.NullMarked;
