/// The encrypted database: the one class that builds its URL, its one writer and its gate
/// (`safety.md` 3.5, 3.6).
@NullMarked
package org.alongside.store.db;

import org.jspecify.annotations.NullMarked;
