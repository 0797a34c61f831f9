/// What laptop and service say to each other (`sync.md` 2.3): one JSON line a message part.
@NullMarked
package org.alongside.sync.wire;

import org.jspecify.annotations.NullMarked;
