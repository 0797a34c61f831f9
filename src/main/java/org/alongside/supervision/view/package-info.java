/// Windows of supervision.
@NullMarked
package org.alongside.supervision.view;

import org.jspecify.annotations.NullMarked;
