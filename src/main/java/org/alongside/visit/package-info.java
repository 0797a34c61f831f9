/// Recorded visits: their fields, what finishing one needs, and each child's seen and alone facts.
@NullMarked
package org.alongside.visit;

import org.jspecify.annotations.NullMarked;
