/// The list of own work and where it is.
@NullMarked
package org.alongside.sync.view;

import org.jspecify.annotations.NullMarked;
