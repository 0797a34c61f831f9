/// A council and its laptops for tests: as real processes (`Council`, `LaptopAt`), and in memory for tests of
/// windows: the records, drafts, children and staff that a page reads,
/// behind the same interfaces as the store.
@NullMarked
package org.alongside.testing;

import org.jspecify.annotations.NullMarked;
