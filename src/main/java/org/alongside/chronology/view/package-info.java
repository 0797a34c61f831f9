/// The windows of a case note: writing one, reading a finished one, adding to it.
@NullMarked
package org.alongside.chronology.view;

import org.jspecify.annotations.NullMarked;
