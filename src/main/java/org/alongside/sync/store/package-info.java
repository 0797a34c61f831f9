/// The laptop's side of sync in the laptop's own tables.
@NullMarked
package org.alongside.sync.store;

import org.jspecify.annotations.NullMarked;
