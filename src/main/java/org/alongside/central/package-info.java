@NullMarked
package org.alongside.central;

import org.jspecify.annotations.NullMarked;
