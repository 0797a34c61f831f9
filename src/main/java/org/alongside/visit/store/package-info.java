/// The table that follows visits.
@NullMarked
package org.alongside.visit.store;

import org.jspecify.annotations.NullMarked;
