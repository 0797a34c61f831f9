/// Who works here, who holds whom, on which laptops; from which follows who sees what.
@NullMarked
package org.alongside.central.directory;

import org.jspecify.annotations.NullMarked;
