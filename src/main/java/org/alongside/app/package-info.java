@NullMarked
package org.alongside.app;

import org.jspecify.annotations.NullMarked;
