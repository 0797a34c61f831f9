@NullMarked
package org.alongside.access;

import org.jspecify.annotations.NullMarked;
