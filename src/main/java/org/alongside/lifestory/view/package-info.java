/// The windows of a life story: writing an entry, reading it, and the page a child reads.
@NullMarked
package org.alongside.lifestory.view;

import org.jspecify.annotations.NullMarked;
