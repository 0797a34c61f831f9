/// The laptop's keys: a random key wrapped by the worker's passphrase, and what hangs on it
/// (`safety.md` 5).
@NullMarked
package org.alongside.store.keys;

import org.jspecify.annotations.NullMarked;
