/// The staff directory as rows of the record.
@NullMarked
package org.alongside.access.store;

import org.jspecify.annotations.NullMarked;
