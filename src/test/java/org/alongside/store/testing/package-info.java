/// Laptops for tests: real homes on a real disk, with the cheapest passphrase.
@NullMarked
package org.alongside.store.testing;

import org.jspecify.annotations.NullMarked;
