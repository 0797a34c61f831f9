@NullMarked
package org.alongside.ui;

import org.jspecify.annotations.NullMarked;
