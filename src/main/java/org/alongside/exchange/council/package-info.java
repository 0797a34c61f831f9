/// Reads a council file (`command-line.md`, "A council file") into what the service stores: the
/// council, its staff, and the history of its children as events that were brought in.
@NullMarked
package org.alongside.exchange.council;

import org.jspecify.annotations.NullMarked;
