/// Finds guided records in the projections.
@NullMarked
package org.alongside.guided.store;

import org.jspecify.annotations.NullMarked;
