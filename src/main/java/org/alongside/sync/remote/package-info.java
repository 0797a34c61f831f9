/// The HTTP client of the council's service.
@NullMarked
package org.alongside.sync.remote;

import org.jspecify.annotations.NullMarked;
