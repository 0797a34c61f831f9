@NullMarked
package org.alongside.chronology;

import org.jspecify.annotations.NullMarked;
