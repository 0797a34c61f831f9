@NullMarked
package org.alongside.tool;

import org.jspecify.annotations.NullMarked;
