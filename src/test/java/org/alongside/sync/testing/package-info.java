/// Tests of sync.
@NullMarked
package org.alongside.sync.testing;

import org.jspecify.annotations.NullMarked;
