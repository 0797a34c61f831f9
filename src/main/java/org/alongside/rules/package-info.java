@NullMarked
package org.alongside.rules;

import org.jspecify.annotations.NullMarked;
