@NullMarked
package org.alongside.sync;

import org.jspecify.annotations.NullMarked;
