/// Typed events and, later, guided records, rendered from their definitions.
@NullMarked
package org.alongside.guided;

import org.jspecify.annotations.NullMarked;
