/// Life-story entries: what a child may want to know of their life, gathered, kept as it was told, and read
/// back to them.
@NullMarked
package org.alongside.lifestory;

import org.jspecify.annotations.NullMarked;
